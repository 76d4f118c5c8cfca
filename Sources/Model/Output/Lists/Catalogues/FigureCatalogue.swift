import Domain
import Figures

/// A place that prints a figure.
package struct FigureStatement: Sendable {
  var figure: Figure
  var citation: Citation

  static func all(of figure: Figure) -> [FigureStatement] {
    figure.citations.map { FigureStatement(figure: figure, citation: $0) }
  }

  static func output(_ definition: Figure.Definition) -> JSONOutput {
    .object([
      ("method", .string(definition.method.rawValue)), ("indicator", .string(definition.indicator)),
      ("scope", .string(definition.scope)), ("clusters", .strings(definition.clusters)),
      ("over", definition.over.map { .number($0) } ?? .null), ("unit", .optional(definition.unit)),
    ])
  }
}

extension RecordCatalogue where Row == FigureStatement {
  /// The list of figures, one row per statement: a figure that two places print is listed twice.
  package static let figures = RecordCatalogue(
    columns: content + use + place, rows: { board in board.figures.flatMap(FigureStatement.all) })

  private static let content: [Column] = [
    .id { $0.figure.id },
    .references("subject", "对象", "Subject", isColumn: true, to: RecordChoices.subjects) { row, board in
      .subject(row.figure.subject, board)
    }.json(),
    .references("cluster", "集群", "Cluster", aliases: ["clusters"], to: RecordChoices.clusters) {
      row, board in
      let subject = row.figure.subject
      let id = subject.kind == .cluster ? subject.id : nil
      return .reference(id, in: board.dataset.clusters, \.name)
    },
    .references("indicator", "指标", "Indicator", isColumn: true, to: RecordChoices.indicators) { row, board in
      .references([.init(row.figure.indicator, board.dataset.indicatorName(of: row.figure))])
    }.json().json("name", .name) { row, board in .name(board.dataset.indicatorName(of: row.figure)) },
    .references("category", "类别", "Category", to: RecordChoices.categories) { row, board in
      .category(of: board.dataset.indicators[row.figure.indicator], board)
    },
    .number("value", "数值", "Value", .quantity, isColumn: true) { .figure($0.figure, $1) }
      .json(.optional(.number)) { row, _ in row.figure.isInWords ? .null : .number(row.figure.value) },
    .number("upper", "上限", "Upper", .quantity) { row, board in
      row.figure.upper.map { .amount($0, unit: row.figure.unit, board) } ?? .missing
    }.json(),
    .references("unit", "单位", "Unit", to: RecordChoices.units) { row, board in
      .references([.init(row.figure.unit, board.dataset.unitName(row.figure.unit))])
    }.json(),
    .time("period", "时期", "Period", isColumn: true) { row, _ in .time(of: row.figure) }.json(),
    .flag("period-inferred", "年份为推定", "Period inferred") { $0.figure.isPeriodInferred }
      .json(before: "supersedes"),
  ]

  private static let use: [Column] = [
    .word("kind", "性质", "Kind", isColumn: true, \Figure.Kind.name) { $0.figure.kind }.json(),
    .text("comparator", "比较", "Comparator") { row, _ in .optional(row.figure.comparator.rawValue) }
      .json(.word(Figure.Comparator.allCases.map(\.rawValue))) { row, _ in
        .string(row.figure.comparator.rawValue)
      },
    .references("scope", "口径", "Scope", to: RecordChoices.scopes) { row, board in
      .references([.init(row.figure.scope, board.dataset.scopeName(row.figure.scope))])
    }.json(),
    .references("plan", "规划", "Plan", isColumn: true, to: RecordChoices.plans) { row, board in
      .reference(row.figure.plan, in: board.dataset.plans, \.short)
    }.json(),
    .member("words", "文字目标", "Words", .optional(.name)) { row, _ in .optional(name: row.figure.words) },
    .member("supersedes", "取代", "Supersedes", .optional(.string)) { row, _ in .optional(row.figure.supersedes)
    },
    .member("definition", "定义", "Definition", .optional(.object(definition))) { row, _ in
      row.figure.definition.map(FigureStatement.output) ?? .null
    },
    .text("note", "备注", "Note") { row, _ in .optional(row.figure.note) }.json(),
  ]

  /// The members of the definition of a target by figures of clusters.
  private static let definition: [(key: String, shape: JSONShape)] = [
    ("method", .word(Figure.Definition.Method.allCases.map(\.rawValue))), ("indicator", .string),
    ("scope", .string), ("clusters", .strings), ("over", .optional(.number)), ("unit", .optional(.string)),
  ]

  /// The place of the statement; `citations` is not needed beside it.
  private static let place: [Column] = {
    @Sendable func member(_ key: String, _ row: FigureStatement, _ board: Board) -> JSONOutput {
      board.dataset.members(of: row.citation).first { $0.0 == key }?.1 ?? .null
    }
    let printed = Column.printed { row, _ in [row.citation] }.map { column in
      let shape = JSONShape.place.first { $0.key == column.field.key }?.shape ?? .string
      return column.json(shape) { member(column.field.key, $0, $1) }
    }
    let file = Column.member("file", "文件", "File", before: "section", .optional(.string)) {
      member("file", $0, $1)
    }
    return printed + [file]
  }()
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
