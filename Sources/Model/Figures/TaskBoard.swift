import Domain

/// An indicator that a task must deliver, and its progress.
package struct IndicatorStanding: Sendable {
  /// The indicator.
  package var indicator: Indicator
  /// The subject of the indicator.
  package var subject: Subject
  /// The links of the tasks, with the places that print it.
  package var links: [Programme.Link]
  /// The target it is compared with, preferably one printed in the lines of its links; nil if no plan sets a measured
  /// one.
  package var target: TargetProgress?
  /// The target of the same plan and year that is shown elsewhere, if it has another number: a task that asks for more
  /// than 100 is not responsible for the plan's 120.
  package var shown: TargetProgress?
  /// A goal without a measure of progress, such as a sum or a descriptive figure; nil if `target` is not, and if no
  /// known document sets a goal.
  package var goal: Figure?
  /// The yearly commitment for the indicator, if there is one; then the newest reported year counts, not the pace.
  package var commitment: Pipeline.Commitment?

  /// The figure of the newest reported year that is comparable with the yearly commitment.
  package var reported: Figure? {
    commitment?.reported.last { [.met, .missed].contains(commitment?.outcome(of: $0.period.year)) }
  }

  /// The target whose light it has: the one that is shown everywhere, even if the task has another number.
  package var judged: TargetProgress? { shown ?? target }

  /// The status of its target, or the outcome of the newest reported year of a yearly commitment.
  package var status: Status {
    if commitment != nil, let target, target.isYearly, target.observation != nil { return target.status }
    guard let commitment, let reported else {
      return commitment?.reported.isEmpty == false ? .notComparable : judged?.status ?? .noData
    }
    return commitment.outcome(of: reported.period.year) == .met ? .reached : .notReached
  }

  /// The identity: equal for the same indicator compared with the same target.
  package var id: String { target?.target.id ?? goal?.id ?? "\(subject.text) \(indicator.id)" }

  /// The citations of the tasks for it.
  package var citations: [Citation] { links.flatMap(\.citations) }

  /// The sort key: worst first by status and schedule ratio, those without data last.
  var badness: (Int, Double) {
    (Status.worstFirst.firstIndex(of: status) ?? 0, judged?.scheduleRatio ?? 0)
  }
}

/// A task and the indicators that it must deliver, worst first.
package struct TaskStanding: Sendable {
  /// The programme.
  package var programme: Programme
  /// The plan of the programme; nil if the dataset has none with its id.
  package var plan: Plan?
  /// The task.
  package var task: Programme.Task
  /// The indicators to deliver, in file order.
  package var indicators: [IndicatorStanding]
  /// The figures that its plan sets in the lines of the task for indicators without a link.
  package var printed: [Figure]

  /// The short name of its plan, marked as a draft if the plan's document is one, because no other document prints its
  /// tasks.
  package var planName: Name? { plan.map { $0.isDraft ? $0.shortAsDraft : $0.short } }
}

/// A programme with its tasks known on the day.
package struct ProgrammeStanding: Sendable {
  /// The programme.
  package var programme: Programme
  /// The plan of the programme; nil if it is unknown.
  package var plan: Plan?
  /// Its tasks, in file order.
  package var tasks: [TaskStanding]
  /// The indicators that its tasks must deliver, each once, worst first.
  package var indicators: [IndicatorStanding]

  /// Returns the programme with some of its tasks only, and the indicators that these must deliver.
  package func only(_ tasks: [TaskStanding]) -> ProgrammeStanding {
    ProgrammeStanding(programme: programme, plan: plan, tasks: tasks, indicators: TaskBoard.merged(tasks))
  }
}

/// A unit with the tasks that it leads and supports.
package struct UnitStanding: Sendable {
  /// The government unit.
  package var organisation: Organisation
  /// The tasks that it leads, in file order.
  package var led: [TaskStanding]
  /// The tasks that it supports, in file order.
  package var supported: [TaskStanding]
  /// The indicators that its led tasks must deliver, each once, worst first.
  package var indicators: [IndicatorStanding]
  /// The further indicators that its supported tasks must deliver, each once, worst first.
  package var supportedIndicators: [IndicatorStanding]
}

/// The tasks of all plans as of a board's day, by programme and by unit.
package struct TaskBoard: Sendable {
  /// Programmes by plan. Plans with programmes come before plans with requirements, tasks or safeguards only; within a
  /// plan the kinds have the same order, then file order.
  package let programmes: [ProgrammeStanding]
  /// All known units: those with the worst indicator to deliver first, then those that lead most tasks, then those that support most, then in file order.
  package let units: [UnitStanding]
  /// The plans that have programmes, in the order of `programmes`.
  package let plans: [Plan]
  private let board: Board

  /// - Parameters:
  ///   - board: the board with the programmes and targets.
  ///   - plan: the id of the only plan to include; nil includes all.
  ///   - day: includes only plans that had begun by then; nil includes all.
  ///   - indicator: the id of an indicator, to include only the tasks that are linked to it; nil includes all.
  package init(
    _ board: Board, plan: String? = nil, begunBy day: Day? = nil, linkedTo indicator: String? = nil
  ) {
    let dataset = board.dataset
    let known = KnownRecords(dataset: dataset, asOf: board.asOf)
    let visible = dataset.programmes.filter { programme in
      known.isKnown(programme.citations)
        && day.map { day in (dataset.plans[programme.plan]?.start ?? day) <= day } ?? true
    }
    let standings = Standings(board)
    let first = Dictionary(visible.map { ($0.plan, $0.kind.order) }, uniquingKeysWith: min)
    func position(_ programme: Programme) -> (Int, Int, Int) {
      (
        first[programme.plan] ?? 0, dataset.plans.position(of: programme.plan) ?? .max,
        programme.kind.order
      )
    }
    let ordered = visible.enumerated().sorted { left, right in
      let (a, b) = (position(left.element), position(right.element))
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    var seen: Set<String> = []
    plans = ordered.filter { seen.insert($0.plan).inserted }.compactMap { dataset.plans[$0.plan] }
    programmes = ordered.filter { plan == nil || $0.plan == plan }.map { programme in
      let tasks = programme.tasks.filter { task in
        indicator.map { id in task.indicators.contains { $0.indicator == id } } ?? true
          && known.isKnown(task.citations)
      }.map { task in
        TaskStanding(
          programme: programme, plan: dataset.plans[programme.plan], task: task,
          indicators: TaskBoard.worstFirst(
            task.indicators.compactMap { standings.standing($0, plan: programme.plan) }),
          printed: standings.printed(in: task, plan: programme.plan))
      }
      return ProgrammeStanding(
        programme: programme, plan: dataset.plans[programme.plan], tasks: tasks,
        indicators: TaskBoard.merged(tasks))
    }
    units = TaskBoard.units(of: programmes.flatMap(\.tasks), dataset.organisations) {
      known.isKnown($0.citations)
    }
    self.board = board
  }

  /// Returns the projects of a task that are known on the day, in the order of the task.
  package func projects(of task: Programme.Task) -> [ProjectStatus] {
    board.statuses(ofProjects: task.projects)
  }

  private static func units(
    of tasks: [TaskStanding], _ organisations: Records<Organisation>, isKnown: (Organisation) -> Bool
  ) -> [UnitStanding] {
    var led: [String: [TaskStanding]] = [:]
    var supported: [String: [TaskStanding]] = [:]
    for task in tasks {
      for id in Set(task.task.lead) { led[id, default: []].append(task) }
      for id in Set(task.task.cooperating) { supported[id, default: []].append(task) }
    }
    let units = organisations.filter(isKnown).map { organisation in
      let led = led[organisation.id] ?? []
      let supported = supported[organisation.id] ?? []
      let indicators = merged(led)
      let own = Set(indicators.map(\.id))
      return UnitStanding(
        organisation: organisation, led: led, supported: supported, indicators: indicators,
        supportedIndicators: merged(supported).filter { !own.contains($0.id) })
    }
    // The worst state of an indicator to deliver comes first; a state that is not known says nothing.
    func badness(_ unit: UnitStanding) -> Int {
      unit.indicators.first.flatMap {
        $0.status.isUnknown ? nil : Status.worstFirst.firstIndex(of: $0.status)
      }
        ?? Status.worstFirst.count
    }
    return units.enumerated().sorted { left, right in
      let a = (badness(left.element), -left.element.led.count, -left.element.supported.count, left.offset)
      return a < (
        badness(right.element), -right.element.led.count, -right.element.supported.count, right.offset
      )
    }.map(\.element)
  }

  /// Returns the indicators of some tasks, each once, worst first.
  package static func merged(_ tasks: [TaskStanding]) -> [IndicatorStanding] {
    var merged: [IndicatorStanding] = []
    var positions: [String: Int] = [:]
    for standing in tasks.flatMap(\.indicators) {
      if let position = positions[standing.id] {
        merged[position].links += standing.links
      } else {
        positions[standing.id] = merged.count
        merged.append(standing)
      }
    }
    return worstFirst(merged)
  }

  private static func worstFirst(_ standings: [IndicatorStanding]) -> [IndicatorStanding] {
    standings.enumerated().sorted { left, right in
      let (a, b) = (left.element.badness, right.element.badness)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}

extension Programme.Kind {
  /// The list order of kinds: what a plan sets up comes before its requirements, main tasks and safeguards.
  var order: Int {
    switch self {
    case .programme: 0
    case .requirement: 1
    case .task: 2
    case .safeguard: 3
    }
  }

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .programme: Name(zh: "工程", en: "Programme")
    case .task: Name(zh: "任务", en: "Main task")
    case .requirement: Name(zh: "要求", en: "Requirement")
    case .safeguard: Name(zh: "保障", en: "Safeguard")
    }
  }
}
