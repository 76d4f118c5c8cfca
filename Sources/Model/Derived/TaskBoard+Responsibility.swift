/// Who is responsible for a target, as documents say.
public struct Responsibility: Sendable {
  /// What a task prints in the place of a target: a task that asks for more than 100 is not responsible for 120.
  public struct Printed: Sendable {
    public var task: TaskStanding
    public var figure: Figure
  }

  /// The tasks that print the target, or its indicator without a number.
  public var tasks: [TaskStanding]
  /// The units that lead them, each once; empty where no document names one.
  public var units: [Organisation]
  /// Where the tasks print it.
  public var citations: [Citation]
  /// What some of the tasks print with another number: their units answer for that number only.
  public var printed: [Printed] = []

  /// What is said where no unit is named.
  public static let unnamed = Name(zh: "没有文件指明责任单位", en: "no document names a responsible unit")
}

extension TaskBoard {
  /// The tasks that link to a target, and the units that lead them.
  ///
  /// A link counts for the targets of the task's own plan, and for one of another plan that the very line of the link
  /// prints. Where that line prints another number, it is named. Nothing else makes a unit responsible.
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
        responsibility.tasks.append(task)
        responsibility.citations += links.flatMap(\.citations)
        responsibility.units += task.task.lead.filter { seen.insert($0).inserted }.compactMap(organisation)
        if let figure = standing.printed, standing.target?.target.id == row.target.id {
          responsibility.printed.append(.init(task: task, figure: figure))
        }
      }
    }
    return responsibility
  }

  func organisation(_ id: String) -> Organisation? {
    units.first { $0.organisation.id == id }?.organisation
  }
}
