import Domain

/// An indicator that a task is to deliver, and where it stands.
package struct IndicatorStanding: Sendable {
  package var indicator: Indicator
  /// Whose indicator it is.
  package var subject: Subject
  /// The links of the tasks: where each prints it.
  package var links: [Programme.Link]
  /// The target that it is held against: what the lines of its links print before others; nil when no plan sets one that
  /// is measured.
  package var target: TargetProgress?
  /// The target of the same plan and time that is shown elsewhere, where that has another number: a task that asks for more
  /// than 100 does not answer for the plan's 120.
  package var shown: TargetProgress?
  /// What a plan sets for it without a measure of progress, such as a sum or a mere description; nil where `target` is
  /// not, and where no known document sets anything.
  package var goal: Figure?
  /// Whether it is promised for every year; then the newest reported year counts, not the pace.
  package var commitment: Pipeline.Commitment?

  /// The newest year that a document reports for a yearly commitment and that compares with it.
  package var reported: Figure? {
    commitment?.reported.last { [.met, .missed].contains(commitment?.outcome(of: $0.period.year)) }
  }

  package var status: Status {
    guard let commitment, let reported else {
      return commitment?.reported.isEmpty == false ? .notComparable : target?.status ?? .noData
    }
    return commitment.outcome(of: reported.period.year) == .met ? .reached : .notReached
  }

  /// What makes two of them the same: one indicator held against one target.
  package var id: String { target?.target.id ?? goal?.id ?? "\(subject.text) \(indicator.id)" }

  /// The places in the tasks that print it.
  package var citations: [Citation] { links.flatMap(\.citations) }

  /// Worst first by status and schedule ratio, last what has no data.
  var badness: (Int, Double) {
    (Status.worstFirst.firstIndex(of: status) ?? 0, target?.scheduleRatio ?? 0)
  }
}

/// A task and the indicators that it is to deliver, worst first.
package struct TaskStanding: Sendable {
  package var programme: Programme
  /// The plan of the programme; nil when the data has none of that id.
  package var plan: Plan?
  package var task: Programme.Task
  package var indicators: [IndicatorStanding]
  /// What its plan sets in the lines of the task for indicators that no link names.
  package var printed: [Figure]

  /// The short name of its plan; of a plan that is known as a draft alone it says so, for no other document prints its tasks.
  package var planName: Name? { plan.map { $0.isDraft ? $0.shortAsDraft : $0.short } }
}

/// A programme with its tasks that are known on the day.
package struct ProgrammeStanding: Sendable {
  package var programme: Programme
  package var plan: Plan?
  package var tasks: [TaskStanding]
  /// What its tasks are to deliver, each once, worst first.
  package var indicators: [IndicatorStanding]

  /// The programme with some of its tasks alone, and what those are to deliver.
  package func only(_ tasks: [TaskStanding]) -> ProgrammeStanding {
    ProgrammeStanding(programme: programme, plan: plan, tasks: tasks, indicators: TaskBoard.merged(tasks))
  }
}

/// A unit with what it leads and supports.
package struct UnitStanding: Sendable {
  package var organisation: Organisation
  package var led: [TaskStanding]
  package var supported: [TaskStanding]
  /// What the tasks that it leads are to deliver, each once, worst first.
  package var indicators: [IndicatorStanding]
  /// What the tasks that it supports are to deliver besides those, each once, worst first.
  package var supportedIndicators: [IndicatorStanding]
}

/// Where the tasks of all plans stand, as of a board's day: by programme and by unit.
package struct TaskBoard: Sendable {
  /// Plan by plan; those with programmes before those with requirements, tasks or safeguards alone, and within a plan
  /// in the same order, then in that of the files.
  package let programmes: [ProgrammeStanding]
  /// All units that are known, those that lead most first, then those that support most, then as in the files.
  package let units: [UnitStanding]
  /// The plans that have programmes, in the order of `programmes`.
  package let plans: [Plan]
  private let board: Board

  /// - Parameters:
  ///   - plan: counts the tasks of this plan only; nil counts all.
  ///   - day: counts the tasks of plans that had begun by then; nil counts all.
  package init(_ board: Board, plan: String? = nil, begunBy day: Day? = nil) {
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
      let tasks = programme.tasks.filter { known.isKnown($0.citations) }.map { task in
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

  /// The projects of a task that are known on the day, in the order of the task.
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
    return units.enumerated().sorted { left, right in
      let a = (-left.element.led.count, -left.element.supported.count, left.offset)
      return a < (-right.element.led.count, -right.element.supported.count, right.offset)
    }.map(\.element)
  }

  fileprivate static func merged(_ tasks: [TaskStanding]) -> [IndicatorStanding] {
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
  /// The order in which kinds are listed: what a plan sets up before what it demands and secures.
  var order: Int {
    switch self {
    case .programme: 0
    case .requirement: 1
    case .task: 2
    case .safeguard: 3
    }
  }

  package var name: Name {
    switch self {
    case .programme: Name(zh: "工程", en: "Programme")
    case .task: Name(zh: "任务", en: "Main task")
    case .requirement: Name(zh: "要求", en: "Requirement")
    case .safeguard: Name(zh: "保障", en: "Safeguard")
    }
  }
}
