import Domain
import Figures

/// What an office must not overlook on a day: reports that are missing, problems and decisions whose day is over, red lights.
package struct AlertList: Sendable {
  /// The kind of an alert.
  package enum Kind: String, CaseIterable, Sendable {
    case red
    case problem
    case decision
    case report

    /// The name in both languages.
    package var name: Name {
      switch self {
      case .red: Name(zh: "红灯", en: "red light")
      case .problem: Name(zh: "问题逾期", en: "problem overdue")
      case .decision: Name(zh: "决定逾期", en: "decision overdue")
      case .report: Name(zh: "未报", en: "report missing")
      }
    }
  }

  /// One alert.
  package struct Alert: Sendable {
    /// Its kind.
    package var kind: Kind
    /// The id of the problem, decision or duty, or of the light.
    package var id: String
    /// Its name.
    package var name: Name
    /// The ids of the units that must act.
    package var units: [String]
    /// The due day; nil for a light.
    package var due: Day?
    /// Days overdue, or the periods for which the light has been red.
    package var count: Int
    /// The ids of the units that it goes up to.
    package var to: [String]
  }

  /// The period of the lights.
  package let period: ReportingPeriod
  /// The day of the list.
  package let asOf: Day
  /// The alerts: red lights, problems, decisions, reports; each the longest first.
  package let alerts: [Alert]
  private let dataset: Dataset
  /// Whether the dataset has records of an office's month.
  private let hasMonth: Bool

  /// Finds the alerts of a board's day.
  package init(_ board: Board) {
    let month = DispatchBoard(board)
    (period, asOf, dataset) = (month.period, month.asOf, board.dataset)
    hasMonth = board.hasMonth
    func levels(_ matter: EscalatedMatter.Matter) -> [String] {
      var seen: Set<String> = []
      return month.escalated.filter { $0.matter == matter }.map(\.rule.unit).filter {
        seen.insert($0).inserted
      }
    }
    var alerts: [Alert] = []
    for history in month.lights where history.light == .red {
      alerts.append(
        Alert(
          kind: .red, id: history.id, name: board.dataset.name(of: history),
          units: AlertList.leads(history, board.dataset), due: nil, count: history.run,
          to: levels(.light(history.id))))
    }
    for row in month.overdueProblems {
      alerts.append(
        Alert(
          kind: .problem, id: row.problem.id, name: row.problem.title,
          units: row.problem.unit.map { [$0] } ?? [],
          due: row.supervision.due, count: row.supervision.overdueDays ?? 0,
          to: levels(.problem(row.problem.id))))
    }
    for row in month.openDecisions {
      guard let days = row.supervision.overdueDays else { continue }
      alerts.append(
        Alert(
          kind: .decision, id: row.decision.id, name: row.decision.title, units: row.decision.units,
          due: row.supervision.due, count: days, to: levels(.decision(row.decision.id))))
    }
    for row in month.missingReports {
      guard case .missing(let due, let days)? = row.newest?.state, let period = row.newest?.period else {
        continue
      }
      alerts.append(
        Alert(
          kind: .report, id: row.duty.id,
          name: row.duty.name + Name(zh: " \(period.label(.zh))", en: " \(period.label(.en))"),
          units: [row.duty.unit],
          due: due, count: days, to: levels(.duty(row.duty.id))))
    }
    self.alerts = alerts
  }

  /// Returns the units that lead the tasks which must deliver the indicator of a light, each once.
  private static func leads(_ history: LightHistory, _ dataset: Dataset) -> [String] {
    var seen: Set<String> = []
    return dataset.programmes.flatMap(\.tasks).filter { task in
      task.indicators.contains { $0.indicator == history.indicator.id && $0.subject == history.subject }
    }.flatMap(\.lead).filter { seen.insert($0).inserted }
  }

  private func names(_ units: [String], _ language: Language) -> String {
    units.map { dataset.organisations[$0]?.name[language] ?? $0 }.joined(
      separator: language == .zh ? "、" : ", ")
  }

  /// Returns a line for each alert and a last one with their number.
  package func lines(_ language: Language) -> [String] {
    let lines = alerts.map { alert -> String in
      let count = alert.kind == .red ? periods(alert.count)[language] : days(alert.count)[language]
      let to = alert.to.isEmpty ? "" : (language == .zh ? "，上报" : ", to ") + names(alert.to, language)
      let units = alert.units.isEmpty ? "" : (language == .zh ? "，" : ", ") + names(alert.units, language)
      return
        "\(alert.kind.name[language])\(language == .zh ? "：" : ": ")\(alert.name[language])\(units)\(count)\(to)"
    }
    let place = "\(dataset.info.name[language]) \(asOf)"
    let count =
      language == .zh
      ? "\(place)：\(alerts.isEmpty ? "没有" : "\(alerts.count)条")警示"
      : "\(place): \(alerts.isEmpty ? "no" : String(alerts.count)) alert\(alerts.count == 1 ? "" : "s")"
    let rest = Name(
      zh: hasMonth ? "（不检查目标和项目）" : "（没有调度记录；不检查目标和项目）",
      en: hasMonth
        ? " (targets and projects are not checked)"
        : " (no lights or problems are recorded; targets and projects are not checked)")
    return lines + [alerts.isEmpty ? count + rest[language] : count]
  }

  private func days(_ count: Int) -> Name {
    Name(zh: "，逾期\(count)天", en: ", \(count) day\(count == 1 ? "" : "s") overdue")
  }

  private func periods(_ count: Int) -> Name {
    Name(zh: "，已\(count)期", en: ", for \(count) period\(count == 1 ? "" : "s")")
  }

  /// The list as JSON: dataset, day, period and the alerts.
  package var json: JSONOutput {
    .object([
      ("dataset", .string(dataset.info.id)), ("as_of", .string(asOf.description)),
      ("period", .string(period.text)),
      (
        "alerts",
        .array(
          alerts.map { alert in
            .object([
              ("kind", .string(alert.kind.rawValue)), ("id", .string(alert.id)), ("name", .name(alert.name)),
              ("units", .strings(alert.units)), ("due", .optional(alert.due?.description)),
              (alert.kind == .red ? "periods" : "days", .number(Double(alert.count))),
              ("to", .strings(alert.to)),
            ])
          })
      ),
    ])
  }
}
