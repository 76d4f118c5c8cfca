import Domain
import Figures

/// A property of the records of a kind: its names, and the values that it can be compared with.
package struct RecordField: Sendable {
  /// The dimension in which numbers of a field are compared.
  package enum Measure: Sendable {
    /// A number without a unit: a line, a year, a count.
    case plain
    /// A fraction 0...1, shown as percent.
    case fraction
    /// A number in a unit of the dataset.
    case quantity
  }

  /// The type of the values of a field.
  package enum Content: Sendable {
    case text
    case number(Measure)
    /// A day, month, year or period.
    case time
    /// Records or words with ids and names.
    case references
    /// References to a vocabulary that has an order: planned before signed.
    case ladder
  }

  /// The key in filters and options: lower case, words joined by `-`.
  package let key: String
  /// The header of its column, also accepted in filters.
  package let name: Name
  /// A shorter header for narrow tables; the name unless the catalogue has one.
  package internal(set) var brief: Name
  /// The type of its values.
  package let content: Content
  /// Whether it is a default column of tables.
  package let isColumn: Bool
  /// Whether tables and CSV only have it when it is chosen.
  package internal(set) var isOnRequest = false
  /// The keys of its members in the JSON object of a record, which filters and options accept as well.
  package internal(set) var members: [String] = []
  /// Other spellings of the key.
  package let aliases: [String]
  private let readChoices: @Sendable (Board) -> [RecordChoice]

  init(
    _ key: String, _ name: Name, _ content: Content, isColumn: Bool = false, aliases: [String] = [],
    choices: @escaping @Sendable (Board) -> [RecordChoice] = { _ in [] }
  ) {
    self.key = key
    self.name = name
    brief = name
    self.content = content
    self.isColumn = isColumn
    self.aliases = aliases
    readChoices = choices
  }

  /// Whether its values are numbers, which are aligned right.
  package var isNumeric: Bool { if case .number = content { true } else { false } }

  /// Returns the possible references in a dataset; empty for other contents.
  package func choices(_ board: Board) -> [RecordChoice] { readChoices(board) }

  /// Whether a word of a filter names this field: its key, that of a member, an alias, or one of its headers in
  /// either language.
  func isCalled(_ word: String) -> Bool {
    let folded = RecordField.folded(word)
    return ([key, name.zh, name.en, brief.zh, brief.en] + aliases + members).contains {
      RecordField.folded($0) == folded
    }
  }

  /// Returns a key in the form used for comparison: `_`, `-` and a space between words are equal.
  private static func folded(_ text: String) -> [UInt8] {
    SearchText(text).bytes.map {
      [UInt8(ascii: "_"), UInt8(ascii: " ")].contains($0) ? UInt8(ascii: "-") : $0
    }
  }
}

/// A record or word that a field can refer to.
package struct RecordChoice: Equatable, Sendable {
  /// Unique within a field.
  package var id: String
  /// Its spellings in filters besides its names; messages show the first one.
  package var spellings: [String]
  /// Its name, then aliases.
  package var names: [Name]
  /// Its position in the order of a vocabulary.
  package var rank: Int?

  init(_ id: String, spellings: [String]? = nil, names: [Name], rank: Int? = nil) {
    self.id = id
    self.spellings = spellings ?? [id]
    self.names = names
    self.rank = rank
  }
}
