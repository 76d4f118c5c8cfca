/// An indicator that a task must move, and where it stands.
public struct IndicatorStanding: Sendable {
  public var indicator: Indicator
  /// The target that it is held against; nil when no plan sets one.
  public var target: TargetProgress?
  /// Whether it is promised for every year; then the newest reported year counts, not the pace.
  public var commitment: Pipeline.Commitment?

  /// The newest year that a document reports for a yearly commitment and that compares with it.
  public var reported: Figure? {
    commitment?.reported.last { [.met, .missed].contains(commitment?.outcome(of: $0.period.year)) }
  }

  public var status: Status {
    guard let commitment, let reported else { return target?.status ?? .noData }
    return commitment.outcome(of: reported.period.year) == .met ? .reached : .behind
  }

  /// What makes two of them the same: one indicator held against one target.
  public var id: String { target?.target.id ?? indicator.id }

  /// Worst first: behind by their gaps, then on pace, reached, and last what has no data.
  var badness: (Int, Double) {
    (Status.worstFirst.firstIndex(of: status) ?? 0, target?.gap ?? 0)
  }
}

/// A task and the indicators that it must move, worst first.
public struct TaskStanding: Sendable {
  public var programme: Programme
  /// The plan of the programme; nil when the data has none of that id.
  public var plan: Plan?
  public var task: Programme.Task
  public var indicators: [IndicatorStanding]
}

/// A programme with its tasks that are known on the day.
public struct ProgrammeStanding: Sendable {
  public var programme: Programme
  public var plan: Plan?
  public var tasks: [TaskStanding]
  /// What its tasks must move, each once, worst first.
  public var indicators: [IndicatorStanding]
}

/// A unit with what it leads and supports.
public struct UnitStanding: Sendable {
  public var organisation: Organisation
  public var led: [TaskStanding]
  public var supported: [TaskStanding]
  /// What the tasks that it leads must move, each once, worst first.
  public var indicators: [IndicatorStanding]
  /// What the tasks that it supports must move besides those, each once, worst first.
  public var supportedIndicators: [IndicatorStanding]
}

/// Where the tasks of all plans stand, as of a board's day: by programme and by unit.
public struct TaskBoard: Sendable {
  /// Plan by plan; those with programmes before those with requirements, tasks or safeguards alone, and within a plan
  /// in the same order, then in that of the files.
  public let programmes: [ProgrammeStanding]
  /// All units that are known, those that lead most first, then those that support most, then as in the files.
  public let units: [UnitStanding]
  /// The plans that have programmes, in the order of `programmes`.
  public let plans: [Plan]
  private let board: Board

  /// - Parameter plan: counts the tasks of this plan only; nil counts all.
  public init(_ board: Board, plan: String? = nil) {
    let dataset = board.dataset
    let known = KnownRecords(dataset: dataset, asOf: board.asOf)
    let visible = dataset.programmes.filter { known.isKnown($0.citations) }
    let standings = Standings(
      board, of: Set(visible.flatMap { $0.tasks.flatMap(\.indicators) }))
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
            task.indicators.compactMap { standings.standing($0, plan: programme.plan) }))
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
  public func projects(of task: Programme.Task) -> [ProjectStatus] {
    board.statuses(ofProjects: task.projects)
  }

  private static func units(
    of tasks: [TaskStanding], _ organisations: Table<Organisation>, isKnown: (Organisation) -> Bool
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

  private static func merged(_ tasks: [TaskStanding]) -> [IndicatorStanding] {
    var seen: Set<String> = []
    return worstFirst(tasks.flatMap(\.indicators).filter { seen.insert($0.id).inserted })
  }

  private static func worstFirst(_ standings: [IndicatorStanding]) -> [IndicatorStanding] {
    standings.enumerated().sorted { left, right in
      let (a, b) = (left.element.badness, right.element.badness)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}

/// Finds the target that an indicator of a task is held against.
private struct Standings {
  private let dataset: Dataset
  private let targets: [String: [TargetProgress]]
  private let commitments: [String: Pipeline.Commitment]

  init(_ board: Board, of indicators: Set<String>) {
    dataset = board.dataset
    targets = Dictionary(
      grouping: board.targets.filter { indicators.contains($0.indicator.id) }, by: \.indicator.id)
    commitments = Dictionary(
      board.pipeline.commitments.map { ($0.target.indicator, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The target of the plan itself before those of others, of the district before those of its parts, a level before
  /// a rate of growth, what is shown first before what it replaces, the nearest year before later ones.
  func standing(_ id: String, plan: String) -> IndicatorStanding? {
    guard let indicator = dataset.indicators[id] else { return nil }
    func position(_ row: TargetProgress) -> (Int, Int, Int, Int, Day) {
      (
        row.target.subject == .district ? 0 : 1, row.plan.id == plan ? 0 : 1,
        row.target.kind == .growth ? 1 : 0, row.isSecondary ? 1 : 0, row.target.period.end
      )
    }
    let target = targets[id]?.min { position($0) < position($1) }
    return IndicatorStanding(indicator: indicator, target: target, commitment: commitments[id])
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

  public var name: Name {
    switch self {
    case .programme: Name(zh: "工程", en: "Programme")
    case .task: Name(zh: "任务", en: "Main task")
    case .requirement: Name(zh: "要求", en: "Requirement")
    case .safeguard: Name(zh: "保障", en: "Safeguard")
    }
  }
}
