import Domain
import Figures

/// A place that prints a figure.
struct FigureStatement: Sendable {
  var figure: Figure
  var citation: Citation

  static func all(of figure: Figure) -> [FigureStatement] {
    figure.citations.map { FigureStatement(figure: figure, citation: $0) }
  }
}

extension RecordTable where Row == FigureStatement {
  /// The list of figures, one row per statement: a figure that two places print is listed twice.
  static let figures = RecordTable(
    fields: [
      .id { $0.figure.id },
      .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
        .subject(row.figure.subject, board)
      },
      .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
        row, board in
        let subject = row.figure.subject
        let id = subject.kind == .cluster ? subject.id : nil
        return .reference(id, in: board.dataset.clusters, \.name)
      },
      .references(
        "indicator", "指标", "Indicator", isColumn: true, aliases: ["name"], to: RecordChoices.indicators
      ) { row, board in
        .references([.init(row.figure.indicator, board.dataset.indicatorName(of: row.figure))])
      },
      .references("category", "类别", "Category", to: RecordChoices.categories) { row, board in
        .category(of: board.dataset.indicators[row.figure.indicator], board)
      },
      .number("value", "数值", "Value", .quantity, isColumn: true) { .figure($0.figure, $1) },
      .number("upper", "上限", "Upper", .quantity) { row, board in
        row.figure.upper.map { .amount($0, unit: row.figure.unit, board) } ?? .missing
      },
      .references("unit", "单位", "Unit", to: RecordChoices.units) { row, board in
        .references([.init(row.figure.unit, board.dataset.unitName(row.figure.unit))])
      },
      .time("period", "时期", "Period", isColumn: true) { row, _ in .time(of: row.figure) },
      .flag("period-inferred", "年份为推定", "Period inferred") { $0.figure.isPeriodInferred },
      .word("kind", "性质", "Kind", isColumn: true, \Figure.Kind.name) { $0.figure.kind },
      .text("comparator", "比较", "Comparator") { row, _ in .optional(row.figure.comparator.rawValue) },
      .references("scope", "口径", "Scope", to: RecordChoices.scopes) { row, board in
        .references([.init(row.figure.scope, board.dataset.scopeName(row.figure.scope))])
      },
      .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, board in
        .reference(row.figure.plan, in: board.dataset.plans, \.short)
      },
      .text("note", "备注", "Note") { row, _ in .optional(row.figure.note) },
    ] + RecordTable.Field.places { row, _ in [row.citation] },
    rows: { board in board.figures.flatMap(FigureStatement.all) },
    object: { row, board in
      let figure = row.figure
      let name = board.dataset.indicatorName(of: figure)
      return .object(
        [
          ("id", .string(figure.id)), ("subject", .string(figure.subject.text)),
          ("indicator", .string(figure.indicator)), ("name", .name(name)),
          ("value", figure.isWorded ? .null : .number(figure.value)),
          ("upper", .optional(number: figure.upper)),
          ("unit", .string(figure.unit)), ("period", .string(figure.period.text)),
          ("kind", .string(figure.kind.rawValue)), ("comparator", .string(figure.comparator.rawValue)),
          ("scope", .string(figure.scope)), ("plan", .optional(figure.plan)),
          ("words", .optional(name: figure.words)), ("period_inferred", .boolean(figure.isPeriodInferred)),
          ("supersedes", .optional(figure.supersedes)), ("note", .optional(name: figure.note)),
        ] + board.dataset.members(of: row.citation))
    })
}

extension RecordValue {
  static func subject(_ subject: Subject, _ board: Board) -> RecordValue {
    .references([Reference(subject.text, board.dataset.name(of: subject))])
  }

  static func category(of indicator: Indicator?, _ board: Board) -> RecordValue {
    guard let id = indicator?.category else { return .missing }
    return .references([Reference(id, board.dataset.categoryName(id))])
  }

  /// Returns a value in a unit of the dataset.
  static func amount(_ value: Double, unit: String, of indicator: String? = nil, _ board: Board)
    -> RecordValue
  {
    func label(_ language: Language) -> String {
      board.dataset.label(value, unit: unit, of: indicator, language, digits: 4)
    }
    return .number(value, unit: unit, shown: Name(zh: label(.zh), en: label(.en)))
  }

  /// Returns a level of a target, in its unit.
  static func amount(_ value: Double, of row: TargetProgress, _ board: Board) -> RecordValue {
    amount(value, unit: row.target.unit, of: row.indicator.id, board)
  }
}
