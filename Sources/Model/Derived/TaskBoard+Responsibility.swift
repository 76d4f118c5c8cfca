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
      let standings = task.indicators.filter {
        $0.indicator.id == row.indicator.id && $0.subject == row.target.subject
      }
      let links = standings.flatMap(\.links).filter {
        task.programme.plan == row.plan.id || $0.shares(row.target.citations)
      }
      guard !links.isEmpty else { continue }
      responsibility.tasks.append(task)
      responsibility.citations += links.flatMap(\.citations)
      responsibility.units += task.task.lead.filter { seen.insert($0).inserted }.compactMap(organisation)
      // A task that prints the number as well answers for it.
      if standings.allSatisfy({ $0.printed != nil && $0.target?.target.id == row.target.id }) {
        responsibility.printed += standings.compactMap(\.printed).prefix(1).map { .init(task: task, figure: $0) }
      }
    }
    return responsibility
  }

  func organisation(_ id: String) -> Organisation? {
    units.first { $0.organisation.id == id }?.organisation
  }
}

// How it is put into words, for the report and its flat table.
extension Responsibility {
  /// The units, with what a task prints in the place of the target; or that no document names one.
  func text(in dataset: Dataset, _ language: Language) -> String {
    guard !units.isEmpty else { return Self.unnamed[language] }
    let list = language == .zh ? "、" : ", "
    let printed = printed.map { words($0, in: dataset, language) }
    return units.map { $0.name[language] }.joined(separator: list) + Self.inBrackets(printed, language)
  }

  /// What the tasks of one unit print in the place of the target: `（工业强城任务1所列为>100亿元）`; empty where they do not.
  func printedText(of unit: Organisation, in dataset: Dataset, _ language: Language) -> String {
    let own = printed.filter { $0.task.task.lead.contains(unit.id) }
    return Self.inBrackets(own.map { words($0, in: dataset, language) }, language)
  }

  private func words(_ printed: Printed, in dataset: Dataset, _ language: Language) -> String {
    let value = dataset.label(printed.figure, language)
    let plan = printed.task.plan?.short[language] ?? ""
    let number = printed.task.task.number
    return language == .zh ? "\(plan)任务\(number)所列为\(value)" : "\(plan) task \(number) asks for \(value)"
  }

  private static func inBrackets(_ words: [String], _ language: Language) -> String {
    guard !words.isEmpty else { return "" }
    return language == .zh ? "（\(words.joined(separator: "；"))）" : " (\(words.joined(separator: "; ")))"
  }
}
