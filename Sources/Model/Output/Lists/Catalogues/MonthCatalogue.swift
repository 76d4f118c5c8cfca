import Domain
import Figures

// The records of an office's month.

extension RecordCatalogue where Row == ProblemStanding {
  /// The list of problems: overdue ones first, then open ones by due day, then the settled.
  package static let problems = RecordCatalogue(
    columns: [
      .id { $0.problem.id },
      .text("title", "问题", "Problem", isColumn: true, aliases: ["name"]) { row, _ in .text(row.problem.title)
      }
      .json(),
    ] + matter { $0.problem.about } + [
      .references("cause", "原因", "Cause", to: RecordChoices.causes) { row, board in
        .reference(row.problem.cause, in: Records(board.dataset.vocabulary.causes), \.name)
      }.json(.optional(.string)) { row, _ in .optional(row.problem.cause) },
      .references("unit", "责任单位", "Unit", isColumn: true, to: RecordChoices.organisations) { row, board in
        .reference(row.problem.unit, in: board.dataset.organisations, \.name)
      }.json(.optional(.string)) { row, _ in .optional(row.problem.unit) },
      .references("raised-by", "提出单位", "Raised by", to: RecordChoices.organisations) { row, board in
        .reference(row.problem.raisedBy, in: board.dataset.organisations, \.name)
      }.json(.optional(.string)) { row, _ in .optional(row.problem.raisedBy) },
      .time("raised", "提出日期", "Raised", isColumn: true) { row, _ in .time(row.problem.raised) }
        .json(.string) { row, _ in .string(row.problem.raised.description) },
    ] + supervision { $0.supervision } + [
      .flag("new", "本期新增", "New", { $0.isNew }).json(),
      .flag("newly-settled", "本期办结", "Newly settled", { $0.isNewlySettled }).json(),
      .member("history", "经过", "History", RecordCatalogue.steps) { row, board in
        board.dataset.output(row.problem.history)
      },
    ] + Column.places(\.problem.citations),
    rows: { DispatchBoard($0).problems })
}

extension RecordCatalogue where Row == DecisionStanding {
  /// The list of decisions, in the same order as problems.
  package static let decisions = RecordCatalogue(
    columns: [
      .id { $0.decision.id },
      .text("title", "事项", "Decision", isColumn: true, aliases: ["name"]) { row, _ in
        .text(row.decision.title)
      }.json(),
      .text("meeting", "会议", "Meeting", isColumn: true) { row, _ in .text(row.decision.meeting) }.json(),
      .time("date", "会议日期", "Date", isColumn: true) { row, _ in .time(row.decision.date) }
        .json(.string) { row, _ in .string(row.decision.date.description) },
    ] + matter { $0.decision.about } + [
      .references("problem", "问题", "Problem", to: RecordChoices.problems) { row, board in
        .reference(row.decision.about.problem, in: board.dataset.problems, \.title)
      }.json(.optional(.string)) { row, _ in .optional(row.decision.about.problem) },
      .references("unit", "责任单位", "Units", isColumn: true, to: RecordChoices.organisations) { row, board in
        .references(row.decision.units, in: board.dataset.organisations, \.name)
      }.json("units", .strings) { row, _ in .strings(row.decision.units) },
    ] + supervision { $0.supervision } + [
      .member("history", "经过", "History", RecordCatalogue.steps) { row, board in
        board.dataset.output(row.decision.history)
      }
    ] + Column.places(\.decision.citations),
    rows: { DispatchBoard($0).decisions })
}

extension RecordCatalogue where Row == DutyRow {
  /// The list of duties to report, in file order, each with the newest period that is due or reported.
  package static let duties = RecordCatalogue(
    columns: [
      .id { $0.duty.id },
      .references("unit", "报送单位", "Unit", isColumn: true, to: RecordChoices.organisations) { row, board in
        .reference(row.duty.unit, in: board.dataset.organisations, \.name)
      }.json(.string) { row, _ in .string(row.duty.unit) },
      .text("name", "报送内容", "Report", isColumn: true) { row, _ in .text(row.duty.name) }.json(),
      .word("every", "周期", "Every", isColumn: true, \ReportingPeriod.Length.name) { $0.duty.every }.json(),
      .number("day", "截止日", "Day") { row, _ in .count(row.duty.day) }.json(),
      .number("months-after", "其后月数", "Months after") { row, _ in .count(row.duty.monthsAfter) }.json(),
      .time("from", "起", "From") { row, _ in .time(row.duty.from) }
        .json(.string) { row, _ in .string(row.duty.from.text) },
      .time("until", "止", "Until") { row, _ in .time(row.duty.until) }
        .json(.optional(.string)) { row, _ in .optional(row.duty.until?.text) },
      .references("recipient", "接收单位", "Recipient", to: RecordChoices.organisations) { row, board in
        .reference(row.duty.recipient, in: board.dataset.organisations, \.name)
      }.json(.optional(.string)) { row, _ in .optional(row.duty.recipient) },
      .time("period", "最近一期", "Newest period", isColumn: true) { row, _ in .time(row.newest?.period.period) }
        .json(.optional(.string)) { row, _ in .optional(row.newest?.period.text) },
      .word("state", "报送情况", "State", isColumn: true, \ReportWord.name) { row in
        row.newest.flatMap { ReportWord($0.state) }
      }.json(),
      .number("days-late", "逾期天数", "Days late", isColumn: true) { row, _ in
        row.newest?.state.daysLate.map { .count($0) } ?? .missing
      }.json(),
      .number("missed-in-row", "连续未按时", "Missed in a row") { row, _ in .count(row.missedInRow) }.json(),
    ] + Column.places(\.duty.citations),
    rows: { DispatchBoard($0).duties })
}

extension RecordCatalogue where Row == ReceivedReport {
  /// The list of reports received, in file order.
  package static let reports = RecordCatalogue(
    columns: [
      .id { $0.id },
      .references("duty", "报送义务", "Duty", isColumn: true, to: RecordChoices.duties) { row, board in
        .reference(row.duty, in: board.dataset.duties, \.name)
      }.json(.string) { row, _ in .string(row.duty) },
      .references("unit", "报送单位", "Unit", isColumn: true, to: RecordChoices.organisations) { row, board in
        .reference(board.dataset.duties[row.duty]?.unit, in: board.dataset.organisations, \.name)
      }.json(.optional(.string)) { row, board in .optional(board.dataset.duties[row.duty]?.unit) },
      .time("period", "时期", "Period", isColumn: true) { row, _ in .time(row.period) }
        .json(.string) { row, _ in .string(row.period.text) },
      .time("received", "收到日期", "Received", isColumn: true) { row, _ in .time(row.received) }
        .json(.string) { row, _ in .string(row.received.description) },
      .time("due", "截止日期", "Due", isColumn: true) { row, board in .time(due(row, board)) }
        .json(.optional(.string)) { row, board in .optional(due(row, board)?.description) },
      .number("days-late", "逾期天数", "Days late", isColumn: true) { row, board in
        daysLate(row, board).map { .count($0) } ?? .missing
      }.json(),
      .text("note", "备注", "Note") { row, _ in .optional(row.note) }
        .json(.optional(.name)) { row, _ in .optional(name: row.note) },
    ] + Column.places(\.citations),
    rows: \.reports)

  private static func due(_ report: ReceivedReport, _ board: Board) -> Day? {
    board.dataset.duties[report.duty].map { duty in
      duty.due(ReportingPeriod(duty.every, containing: report.period.start))
    }
  }

  private static func daysLate(_ report: ReceivedReport, _ board: Board) -> Int? {
    due(report, board).map { max(0, report.received.number - $0.number) }
  }
}

extension RecordCatalogue where Row == StatusEntry {
  /// The list of statements about tasks and lights, in file order.
  package static let statuses = RecordCatalogue(
    columns: [.id { $0.id }] + matter { $0.about } + [
      .word("state", "状态", "State", isColumn: true, \StatusEntry.State.name) { $0.state }.json(),
      .word("light", "评定灯", "Light", isColumn: true, \Light.name) { $0.light }.json(),
      .time("date", "日期", "Date", isColumn: true) { row, _ in .time(row.date) }
        .json(.string) { row, _ in .string(row.date.description) },
      .references("unit", "单位", "Unit", isColumn: true, to: RecordChoices.organisations) { row, board in
        .reference(row.unit, in: board.dataset.organisations, \.name)
      }.json(.optional(.string)) { row, _ in .optional(row.unit) },
      .text("person", "评定人", "Person", isColumn: true) { row, _ in .optional(row.person) }
        .json(.optional(.name)) { row, _ in .optional(name: row.person) },
      .text("text", "说明", "Words", isColumn: true) { row, _ in .optional(row.text) }
        .json(.optional(.name)) { row, _ in .optional(name: row.text) },
    ] + Column.places(\.citations),
    rows: \.statusEntries)
}

extension RecordCatalogue where Row == LightHistory {
  /// The lights of the last period whose lights are fixed, the worst first.
  package static let lights = RecordCatalogue(
    columns: [
      .id { $0.id },
      .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
        .references([.init(row.subject.text, board.dataset.name(of: row.subject))])
      }.json(.string) { row, _ in .string(row.subject.text) },
      .references("indicator", "指标", "Indicator", isColumn: true, to: RecordChoices.indicators) { row, _ in
        .references([.init(row.indicator.id, row.indicator.short)])
      }.json(.string) { row, _ in .string(row.indicator.id) },
      .time("period", "时期", "Period", isColumn: true) { row, _ in .time(row.last.period.period) }
        .json(.string) { row, _ in .string(row.last.period.text) },
      .word("light", "灯", "Light", isColumn: true, isOrdered: true, \Light.name) { $0.light }.json(),
      .word("before", "上期灯", "Before", isColumn: true, \Light.name) { $0.before }.json(),
      .word("computed", "按界限", "By the limits", \Light.name) { $0.last.computed }.json(),
      .flag("held", "红灯后先转黄", "Held at yellow", { $0.last.isHeld }).json(),
      .number("ratio", "序时进度完成", "Schedule ratio", .fraction, isColumn: true) { row, _ in
        .percent(row.ratio)
      }.json(),
      .number("ratio-before", "上期完成", "Ratio before", .fraction) { row, _ in .percent(row.ratioBefore) }
        .json(),
      .word("basis", "依据", "Basis", \LightCell.Basis.name) { $0.last.basis }.json(),
      .number("run", "持续期数", "Periods", isColumn: true) { row, _ in .count(row.run) }.json(),
      .flag("changed", "本期变灯", "Changed", { $0.hasChanged }).json(),
      .word("judgement", "评定灯", "Judgement", isColumn: true, \Light.name) { $0.judgement?.light }.json(),
      .flag("differs", "评定不同", "Differs", { $0.isDisputed }).json(),
      .text("judged-by", "评定人", "Judged by") { row, board in .optional(judge(row, board)) }
        .json(.optional(.name)) { row, board in .optional(name: judge(row, board)) },
      .time("judged", "评定日期", "Judged on") { row, _ in .time(row.judgement?.date) }
        .json(.optional(.string)) { row, _ in .optional(row.judgement?.date.description) },
      .member("history", "历期", "History", history) { row, _ in
        .array(
          row.cells.map { cell in
            .object([
              ("period", .string(cell.period.text)), ("light", .optional(cell.light?.rawValue)),
              ("computed", .optional(cell.computed?.rawValue)), ("ratio", .optional(number: cell.ratio)),
            ])
          })
      },
    ],
    rows: { DispatchBoard($0).lights })

  private static let history = JSONShape.array(
    .object([
      ("period", .string), ("light", .optional(.string)), ("computed", .optional(.string)),
      ("ratio", .optional(.number)),
    ]))

  private static func judge(_ row: LightHistory, _ board: Board) -> Name? {
    row.judgement.flatMap { entry in
      entry.person ?? entry.unit.flatMap { board.dataset.organisations[$0]?.name }
    }
  }
}

/// How a report stands, as a word.
package enum ReportWord: String, CaseIterable, Sendable {
  case pending
  case inTime = "in-time"
  case late
  case missing

  /// The word of a state; nil where no report is asked for.
  package init?(_ state: ReportState) {
    switch state {
    case .none: return nil
    case .pending: self = .pending
    case .inTime: self = .inTime
    case .late: self = .late
    case .missing: self = .missing
    }
  }

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .pending: Name(zh: "未到期", en: "not yet due")
    case .inTime: Name(zh: "按时", en: "in time")
    case .late: Name(zh: "迟报", en: "late")
    case .missing: Name(zh: "未报", en: "missing")
    }
  }
}

extension ReportState {
  /// The days after the due day; nil for a report that is neither late nor missing.
  package var daysLate: Int? {
    switch self {
    case .late(_, let days), .missing(_, let days): days
    case .none, .pending, .inTime: nil
    }
  }
}

extension LightCell.Basis {
  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .year: Name(zh: "本年累计", en: "sum of the year")
    case .plan: Name(zh: "规划进度", en: "path of the plan")
    }
  }
}

extension RecordCatalogue {
  /// Columns for what a record is about.
  fileprivate static func matter(_ about: @escaping @Sendable (Row) -> Matter) -> [Column] {
    [
      .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
        .references([.init(about(row).subject.text, board.dataset.name(of: about(row).subject))])
      }.json(.string) { row, _ in .string(about(row).subject.text) },
      .references("indicator", "指标", "Indicator", to: RecordChoices.indicators) { row, board in
        .reference(about(row).indicator, in: board.dataset.indicators, \.short)
      }.json(.optional(.string)) { row, _ in .optional(about(row).indicator) },
      .references("task", "任务", "Task", to: RecordChoices.tasks) { row, board in
        .reference(about(row).task, in: Records(board.dataset.programmes.flatMap(\.tasks)), \.name)
      }.json(.optional(.string)) { row, _ in .optional(about(row).task) },
    ]
  }

  /// Columns for where a problem or decision stands.
  fileprivate static func supervision(_ standing: @escaping @Sendable (Row) -> Supervision) -> [Column] {
    [
      .word("state", "状态", "State", isColumn: true, \Step.State.name) { standing($0).state }.json(),
      .time("since", "状态日期", "Since") { row, _ in .time(standing(row).since) }
        .json(.string) { row, _ in .string(standing(row).since.description) },
      .time("due", "期限", "Due", isColumn: true) { row, _ in .time(standing(row).due) }
        .json(.optional(.string)) { row, _ in .optional(standing(row).due?.description) },
      .flag("open", "未办结", "Open", { standing($0).isOpen }).json(),
      .number("days-overdue", "逾期天数", "Days overdue", isColumn: true) { row, _ in
        standing(row).overdueDays.map { .count($0) } ?? .missing
      }.json(),
      .number("extensions", "延期次数", "Extensions") { row, _ in .count(standing(row).extensions) }.json(),
      .number("reopened", "重新立案次数", "Reopened") { row, _ in .count(standing(row).reopened) }.json(),
    ]
  }

  fileprivate static var steps: JSONShape {
    .array(
      .object([
        ("state", .word(Step.State.allCases.map(\.rawValue))), ("date", .string),
        ("unit", .optional(.string)),
        ("due", .optional(.string)), ("text", .optional(.name)), ("citations", .citations),
      ]))
  }
}

extension Dataset {
  fileprivate func output(_ history: [Step]) -> JSONOutput {
    .array(
      history.map { step in
        .object([
          ("state", .string(step.state.rawValue)), ("date", .string(step.date.description)),
          ("unit", .optional(step.unit)), ("due", .optional(step.due?.description)),
          ("text", .optional(name: step.text)), ("citations", output(step.citations)),
        ])
      })
  }
}

extension Programme.Task: Identified {}
