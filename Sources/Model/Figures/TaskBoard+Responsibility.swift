import Domain

/// The units responsible for a target, according to documents.
package struct Responsibility: Sendable {
  /// Another target that a task prints for the indicator: a task that asks for more than 100 is not responsible for
  /// 120.
  package struct Other: Sendable {
    /// The task that prints the indicator.
    package var task: TaskStanding
    /// The target.
    package var row: TargetProgress
    /// The words of the task that print the indicator.
    package var citations: [Citation]
  }

  /// The tasks that print the target, or its indicator without another number.
  package var tasks: [TaskStanding]
  /// The units that lead them, each once; empty if no document names one.
  package var units: [Organisation]
  /// The citations of the tasks for it.
  package var citations: [Citation]
  /// The targets that other tasks of the plan print for the indicator. Their units are responsible for that number
  /// only.
  package var others: [Other] = []

  /// The text used if no unit is named.
  package static let unnamed = Name(zh: "没有文件指明责任单位", en: "no document names a responsible unit")
}

extension Board {
  /// Returns who is responsible for a target; see ``TaskBoard/responsibility(for:)``. Only the tasks that are linked to its
  /// indicator are read.
  package func responsibility(for row: TargetProgress) -> Responsibility {
    TaskBoard(self, linkedTo: row.indicator.id).responsibility(for: row)
  }
}

extension TaskBoard {
  /// Returns the tasks that link to a target, and the units that lead them.
  ///
  /// A link counts for the targets of the task's own plan, and for a target of another plan printed in the very line of
  /// the link. If that line prints another number, the task is responsible for that number. Nothing else makes a unit
  /// responsible.
  package func responsibility(for row: TargetProgress) -> Responsibility {
    var responsibility = Responsibility(tasks: [], units: [], citations: [])
    var seen: Set<String> = []
    for task in programmes.flatMap(\.tasks) {
      let standings = task.indicators.filter {
        $0.indicator.id == row.indicator.id && $0.subject == row.target.subject
      }
      let links = standings.flatMap(\.links).filter {
        task.programme.plan == row.plan.id || $0.shares(row.target.citations)
      }
      guard !links.isEmpty else { continue }
      let citations = links.flatMap(\.citations)
      let others = standings.filter { $0.shown?.target.id == row.target.id }
      // A task that prints the number in another line is responsible for it.
      if others.count == standings.count, let other = others.first?.target {
        responsibility.others.append(.init(task: task, row: other, citations: citations))
        continue
      }
      responsibility.tasks.append(task)
      responsibility.citations += citations
      responsibility.units += task.task.lead.filter { seen.insert($0).inserted }.compactMap(organisation)
    }
    return responsibility
  }

  func organisation(_ id: String) -> Organisation? {
    units.first { $0.organisation.id == id }?.organisation
  }
}

// The wording, for the report and its flat table.
extension Responsibility {
  /// Returns the units, or a note that no document names one, followed by the different targets that tasks print:
  /// `没有文件指明责任单位（各产业链牵头部门的工业强城任务1所列为>100亿元，滞后4个月）`.
  package func text(in dataset: Dataset, _ language: Language) -> String {
    let list = language == .zh ? "、" : ", "
    let named =
      units.isEmpty ? Self.unnamed[language] : units.map { $0.name[language] }.joined(separator: list)
    guard !others.isEmpty else { return named }
    let said = others.map { words($0, in: dataset, language) }
    return language == .zh
      ? "\(named)（\(said.joined(separator: "；"))）" : "\(named) (\(said.joined(separator: "; ")))"
  }

  private func words(_ other: Other, in dataset: Dataset, _ language: Language) -> String {
    let value = dataset.label(other.row.target, language)
    let lag = other.row.lagText(language).map { (language == .zh ? "，" : ", ") + $0 } ?? ""
    let plan = other.task.plan?.short[language] ?? ""
    let number = other.task.task.number
    let units = other.task.task.lead.compactMap { dataset.organisations[$0]?.name[language] }
      .joined(separator: language == .zh ? "、" : ", ")
    return language == .zh
      ? "\(units)的\(plan)任务\(number)所列为\(value)\(lag)"
      : "\(plan) task \(number) of \(units) asks for \(value)\(lag)"
  }
}
