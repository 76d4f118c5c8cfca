import Domain
import Figures

/// The description of a list as data: its fields, its rows, and the JSON object of each row.
struct RecordTable<Row: Sendable>: Sendable {
  var fields: [Field]
  var rows: @Sendable (Board) -> [Row]
  var object: @Sendable (Row, Board) -> JSONOutput

  typealias Read = @Sendable (Row, Board) -> RecordValue

  /// A field with the function that returns its values.
  struct Field: Sendable {
    var field: RecordField
    var read: Read
  }
}

extension RecordTable.Field {
  private static func field(
    _ key: String, _ zh: String, _ en: String, _ content: RecordField.Content, _ isColumn: Bool,
    _ aliases: [String], choices: @escaping @Sendable (Board) -> [RecordChoice] = { _ in [] },
    _ read: @escaping RecordTable.Read
  ) -> Self {
    let field = RecordField(
      key, Name(zh: zh, en: en), content, isColumn: isColumn, aliases: aliases, choices: choices)
    return Self(field: field, read: read)
  }

  static func text(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    _ read: @escaping RecordTable.Read
  ) -> Self {
    field(key, zh, en, .text, isColumn, aliases, read)
  }

  static func id(_ read: @escaping @Sendable (Row) -> String) -> Self {
    field("id", "代码", "Id", .text, false, []) { row, _ in .text(Name(both: read(row))) }
  }

  static func number(
    _ key: String, _ zh: String, _ en: String, _ measure: RecordField.Measure = .plain,
    isColumn: Bool = false, aliases: [String] = [], _ read: @escaping RecordTable.Read
  ) -> Self {
    field(key, zh, en, .number(measure), isColumn, aliases, read)
  }

  static func time(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    _ read: @escaping RecordTable.Read
  ) -> Self {
    field(key, zh, en, .time, isColumn, aliases, read)
  }

  static func references(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    to choices: @escaping @Sendable (Board) -> [RecordChoice], _ read: @escaping RecordTable.Read
  ) -> Self {
    field(key, zh, en, .references, isColumn, aliases, choices: choices, read)
  }

  /// A field whose values are cases of an enumeration, in their order.
  static func word<Word: CaseIterable & RawRepresentable & Sendable>(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, isOrdered: Bool = false,
    _ name: @escaping @Sendable (Word) -> Name, _ read: @escaping @Sendable (Row) -> Word?
  ) -> Self where Word.RawValue == String {
    let choices: @Sendable (Board) -> [RecordChoice] = { _ in
      Word.allCases.enumerated().map { RecordChoice($1.rawValue, names: [name($1)], rank: $0) }
    }
    return field(key, zh, en, isOrdered ? .ladder : .references, isColumn, [], choices: choices) { row, _ in
      guard let word = read(row) else { return .missing }
      let rank = Array(Word.allCases).firstIndex { $0.rawValue == word.rawValue } ?? 0
      return .references([RecordValue.Reference(word.rawValue, name(word), rank: rank)])
    }
  }

  /// A field with yes or no.
  static func flag(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false,
    _ read: @escaping @Sendable (Row) -> Bool
  ) -> Self {
    flag(key, zh, en, isColumn: isColumn) { row, _ in read(row) }
  }

  static func flag(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false,
    _ read: @escaping @Sendable (Row, Board) -> Bool
  ) -> Self {
    let names = [("true", Name(zh: "是", en: "yes")), ("false", Name(zh: "否", en: "no"))]
    let choices: @Sendable (Board) -> [RecordChoice] = { _ in
      names.map { RecordChoice($0, names: [$1]) }
    }
    return field(key, zh, en, .references, isColumn, [], choices: choices) { row, board in
      let (id, name) = names[read(row, board) ? 0 : 1]
      return .references([RecordValue.Reference(id, name)])
    }
  }

  /// Returns fields for the known documents that print a record, and the first place in them.
  static func places(_ citations: @escaping @Sendable (Row, Board) -> [Citation]) -> [Self] {
    let first: @Sendable (Row, Board) -> Citation? = { row, board in
      citations(row, board).first { board.isKnown([$0]) }
    }
    return [
      references("source", "出处", "Source", isColumn: true, to: RecordChoices.sources) { row, board in
        .sources(of: citations(row, board), board)
      },
      text("section", "章节", "Section") { .optional(first($0, $1)?.section) },
      number("line", "行", "Line", isColumn: true) { row, board in
        first(row, board).map { .count($0.line) } ?? .missing
      },
      text("printed", "原文", "Printed") { .optional(first($0, $1)?.printed) },
    ]
  }
}

extension RecordValue {
  /// Returns the known documents among those cited, each once.
  static func sources(of citations: [Citation], _ board: Board) -> RecordValue {
    var ids: [String] = []
    for citation in citations where !ids.contains(citation.source) && board.isKnown([citation]) {
      ids.append(citation.source)
    }
    return .references(ids, in: board.dataset.sources, \.short)
  }
}
