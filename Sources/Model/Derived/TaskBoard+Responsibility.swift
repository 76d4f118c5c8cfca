/// Who is responsible for a target, as documents say.
public struct Responsibility: Sendable {
  /// The tasks that print the indicator of the target.
  public var tasks: [TaskStanding]
  /// The units that lead them, each once; empty where no document names one.
  public var units: [Organisation]
  /// Where the tasks print it.
  public var citations: [Citation]

  /// What is said where no unit is named.
  public static let unnamed = Name(zh: "没有文件指明责任单位", en: "no document names a responsible unit")
}

extension TaskBoard {
  /// The tasks that link to the indicator of a target, and the units that lead them.
  ///
  /// A link counts for the targets of the task's own plan, and for one of another plan that the very line of the link
  /// prints. Nothing else makes a unit responsible.
  public func responsibility(for row: TargetProgress) -> Responsibility {
    var responsibility = Responsibility(tasks: [], units: [], citations: [])
    var seen: Set<String> = []
    for task in programmes.flatMap(\.tasks) {
      let links = task.task.indicators.filter { link in
        link.indicator == row.indicator.id && link.subject == row.target.subject
          && (task.programme.plan == row.plan.id || link.shares(row.target.citations))
      }
      guard !links.isEmpty else { continue }
      responsibility.tasks.append(task)
      responsibility.citations += links.flatMap(\.citations)
      responsibility.units += task.task.lead.filter { seen.insert($0).inserted }.compactMap(organisation)
    }
    return responsibility
  }

  private func organisation(_ id: String) -> Organisation? {
    units.first { $0.organisation.id == id }?.organisation
  }
}
