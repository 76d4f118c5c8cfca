import Domain
import Figures

/// A property that the records of a kind have: what it is called, what it can be compared with.
package struct RecordField: Sendable {
  package enum Measure: Sendable {
    /// A bare number: a line, a year, a count.
    case plain
    /// A fraction that people read as percent.
    case fraction
    /// A number in one of the dataset's units.
    case quantity
  }

  package enum Content: Sendable {
    case text
    case number(Measure)
    /// A day, month, year or period.
    case time
    /// Records or words that are known by ids and names.
    case references
    /// The same, of a vocabulary that has an order: planned before signed.
    case ladder
  }

  /// What it is called in filters and options: lower case, words joined by `-`.
  package let key: String
  /// The head of its column, also understood in filters.
  package let name: Name
  package let content: Content
  /// Whether it is a column when none are named.
  package let isColumn: Bool
  /// Other spellings of the key.
  package let aliases: [String]
  private let readChoices: @Sendable (Board) -> [RecordChoice]

  init(
    _ key: String, _ name: Name, _ content: Content, isColumn: Bool, aliases: [String],
    choices: @escaping @Sendable (Board) -> [RecordChoice]
  ) {
    self.key = key
    self.name = name
    self.content = content
    self.isColumn = isColumn
    self.aliases = aliases
    readChoices = choices
  }

  /// Whether its values are numbers, which stand at the right.
  package var isNumeric: Bool { if case .number = content { true } else { false } }

  /// What references can be in a dataset; none for other contents.
  package func choices(_ board: Board) -> [RecordChoice] { readChoices(board) }

  /// Whether a word of a filter means this field: its key, an alias, or its name in either language.
  func isCalled(_ word: String) -> Bool {
    let folded = RecordField.folded(word)
    return ([key, name.zh, name.en] + aliases).contains { RecordField.folded($0) == folded }
  }

  /// Keys with `_`, `-` or a blank between their words are the same.
  private static func folded(_ text: String) -> [UInt8] {
    SearchText(text).bytes.map {
      [UInt8(ascii: "_"), UInt8(ascii: " ")].contains($0) ? UInt8(ascii: "-") : $0
    }
  }
}

/// Something that a field can refer to.
package struct RecordChoice: Equatable, Sendable {
  /// Unique within a field.
  package var id: String
  /// What it is called in filters besides its names; the first one is shown in messages.
  package var spellings: [String]
  /// Its name, then aliases.
  package var names: [Name]
  /// Its place in the order of a vocabulary.
  package var rank: Int?

  package init(_ id: String, spellings: [String]? = nil, names: [Name], rank: Int? = nil) {
    self.id = id
    self.spellings = spellings ?? [id]
    self.names = names
    self.rank = rank
  }
}
