import Domain
import Figures

// The types of columns.

extension RecordCatalogue.Column {
  private static func column(
    _ key: String, _ zh: String, _ en: String, _ content: RecordField.Content, _ shape: JSONShape,
    _ isColumn: Bool = false, _ aliases: [String] = [],
    choices: @escaping @Sendable (Board) -> [RecordChoice] = { _ in [] },
    _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    let field = RecordField(
      key, Name(zh: zh, en: en), content, isColumn: isColumn, aliases: aliases, choices: choices)
    return Self(field: field, shape: shape, read: read)
  }

  static func text(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    column(key, zh, en, .text, .optional(.name), isColumn, aliases, read)
  }

  static func id(
    _ key: String = "id", isColumn: Bool = false, aliases: [String] = [],
    _ read: @escaping @Sendable (Row) -> String
  ) -> Self {
    column(key, "代码", "Id", .text, .string, isColumn, aliases) { row, _ in .text(Name(both: read(row))) }
      .json(.string) { row, _ in .string(read(row)) }
  }

  static func number(
    _ key: String, _ zh: String, _ en: String, _ measure: RecordField.Measure = .plain,
    isColumn: Bool = false, aliases: [String] = [], _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    column(key, zh, en, .number(measure), .optional(.number), isColumn, aliases, read)
  }

  static func time(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    column(key, zh, en, .time, .optional(.string), isColumn, aliases, read)
  }

  static func references(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, aliases: [String] = [],
    to choices: @escaping @Sendable (Board) -> [RecordChoice], _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    column(key, zh, en, .references, .optional(.string), isColumn, aliases, choices: choices, read)
  }

  /// A column for references to a vocabulary that has an order.
  static func ladder(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false,
    to choices: @escaping @Sendable (Board) -> [RecordChoice], _ read: @escaping RecordCatalogue.Read
  ) -> Self {
    column(key, zh, en, .ladder, .optional(.string), isColumn, choices: choices, read)
  }

  /// A column whose values are cases of an enumeration, in their order.
  static func word<Word: CaseIterable & RawRepresentable & Sendable>(
    _ key: String, _ zh: String, _ en: String, isColumn: Bool = false, isOrdered: Bool = false,
    _ name: @escaping @Sendable (Word) -> Name, _ read: @escaping @Sendable (Row) -> Word?
  ) -> Self where Word.RawValue == String {
    let choices: @Sendable (Board) -> [RecordChoice] = { _ in
      Word.allCases.enumerated().map { RecordChoice($1.rawValue, names: [name($1)], rank: $0) }
    }
    let shape = JSONShape.optional(.word(Word.allCases.map(\.rawValue)))
    return column(key, zh, en, isOrdered ? .ladder : .references, shape, isColumn, choices: choices) {
      row, _ in
      guard let word = read(row) else { return .missing }
      let rank = Array(Word.allCases).firstIndex { $0.rawValue == word.rawValue } ?? 0
      return .references([RecordValue.Reference(word.rawValue, name(word), rank: rank)])
    }
  }

  /// A column with yes or no.
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
    let choices: @Sendable (Board) -> [RecordChoice] = { _ in
      [RecordValue.yes, RecordValue.no].map { RecordChoice($0.id, names: [$0.name]) }
    }
    return column(key, zh, en, .references, .boolean, isColumn, choices: choices) { row, board in
      .references([read(row, board) ? RecordValue.yes : RecordValue.no])
    }
  }

  /// A column for a member of the JSON object; tables and CSV have it on request, as text.
  static func member(
    _ key: String, _ zh: String, _ en: String, before successor: String? = nil, _ shape: JSONShape,
    _ read: @escaping RecordCatalogue.ReadJSON
  ) -> Self {
    column(key.replacing("_", with: "-"), zh, en, .text, shape) { row, board in .text(of: read(row, board)) }
      .json(key, before: successor, shape, read).onRequest
  }

  /// Returns columns for the documents that print a record, the first place in them, and all places.
  static func places(_ citations: @escaping @Sendable (Row) -> [Citation]) -> [Self] {
    printed { row, _ in citations(row) } + [
      member("citations", "全部出处", "Citations", .citations) { row, board in
        board.dataset.output(citations(row))
      }
    ]
  }

  /// Returns columns for the known documents that print a record, and the first place in them.
  static func printed(_ citations: @escaping @Sendable (Row, Board) -> [Citation]) -> [Self] {
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
