/// Who is responsible for a target, as documents say.
public struct Responsibility: Sendable {
  /// A target of the same plan and indicator that a task prints with another number.
  public struct Other: Sendable {
    public var task: TaskStanding
    public var row: TargetProgress
    public var citations: [Citation]
  }

  /// The tasks that print the target, or its indicator without a number.
  public var tasks: [TaskStanding]
  /// The units that lead them, each once; empty where no document names one.
  public var units: [Organisation]
  /// Where the tasks print it.
  public var citations: [Citation]
  /// What the tasks of the plan print for the indicator instead. Whoever leads them is not responsible for this target.
  public var others: [Other] = []

  /// What is said where no unit is named.
  public static let unnamed = Name(zh: "没有文件指明责任单位", en: "no document names a responsible unit")
}

extension TaskBoard {
  /// The tasks that link to a target, and the units that lead them.
  ///
  /// A link counts for the target that its line prints, and for every statement of the task's own plan with the same
  /// number. Where its line prints none, it counts for the plan's target of the indicator. Nothing else makes a unit
  /// responsible.
  public func responsibility(for row: TargetProgress) -> Responsibility {
    var responsibility = Responsibility(tasks: [], units: [], citations: [])
    var seen: Set<String> = []
    for task in programmes.flatMap(\.tasks) {
      for standing in task.indicators
      where standing.indicator.id == row.indicator.id && standing.subject == row.target.subject {
        let links = standing.links.filter {
          task.programme.plan == row.plan.id || $0.shares(row.target.citations)
        }
        guard !links.isEmpty else { continue }
        let citations = links.flatMap(\.citations)
        if let other = otherTarget(of: standing, than: row.target) {
          responsibility.others.append(.init(task: task, row: other, citations: citations))
          continue
        }
        responsibility.tasks.append(task)
        responsibility.citations += citations
        responsibility.units += task.task.lead.filter { seen.insert($0).inserted }.compactMap(organisation)
      }
    }
    return responsibility
  }

  /// The target with another number that the lines of a standing's links print.
  private func otherTarget(of standing: IndicatorStanding, than target: Figure) -> TargetProgress? {
    guard let own = standing.target, own.target.value != target.value || own.target.unit != target.unit,
      standing.links.contains(where: { $0.shares(own.target.citations) }),
      !standing.links.contains(where: { $0.shares(target.citations) })
    else { return nil }
    return own
  }

  func organisation(_ id: String) -> Organisation? {
    units.first { $0.organisation.id == id }?.organisation
  }
}
