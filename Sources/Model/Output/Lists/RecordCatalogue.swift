import Domain
import Figures

/// The columns of a kind of records, and its rows: the one place that describes a field.
///
/// Lists, filters, JSON, CSV, Markdown, panels, reports and the page of columns all read it.
package struct RecordCatalogue<Row: Sendable>: Sendable {
  let columns: [Column]
  let rows: @Sendable (Board) -> [Row]
  /// The members of the JSON object of a row, in order.
  private let members: [Member]

  typealias Read = @Sendable (Row, Board) -> RecordValue
  typealias ReadJSON = @Sendable (Row, Board) -> JSONOutput

  init(columns: [Column], rows: @escaping @Sendable (Board) -> [Row]) {
    self.columns = columns
    self.rows = rows
    members = RecordCatalogue.ordered(columns.flatMap(\.members))
  }

  /// Returns the members in the order of their columns, except those that name their successor.
  private static func ordered(_ members: [Member]) -> [Member] {
    var result = members.filter { $0.successor == nil }
    for member in members where member.successor != nil {
      result.insert(member, at: result.firstIndex { $0.key == member.successor } ?? result.endIndex)
    }
    return result
  }

  /// Returns the column with a key; an empty one if there is none, which is a mistake.
  package subscript(key: String) -> Column {
    if let column = columns.first(where: { $0.field.key == key }) { return column }
    assertionFailure("no column '\(key)'")
    return Column(field: RecordField(key, Name(both: key), .text)) { _, _ in .missing }
  }

  /// Returns the JSON object of a row.
  func object(_ row: Row, _ board: Board) -> JSONOutput {
    .object(members.map { ($0.key, $0.read(row, board)) })
  }

  /// A field with the functions that return its values.
  package struct Column: Sendable {
    package private(set) var field: RecordField
    let read: Read
    private(set) var members: [Member] = []

    init(field: RecordField, read: @escaping Read) {
      self.field = field
      self.read = read
    }

    /// Returns the text of a row; empty if the value is missing.
    package func text(of row: Row, _ board: Board, _ language: Language) -> String {
      read(row, board).shown(language)
    }

    /// Returns the column with a member of the JSON object.
    ///
    /// - Parameters:
    ///   - key: the key of the member; nil for that of the field, with `_` instead of `-`.
    ///   - successor: the key of the next member, where the order of members is not that of the columns.
    ///   - read: returns the value; nil for the value of the column.
    func json(_ key: String? = nil, before successor: String? = nil, _ read: ReadJSON? = nil) -> Column {
      let key = key ?? field.key.replacing("-", with: "_")
      let (value, shown) = (read, self.read)
      var column = self
      column.field.members.append(key)
      column.members.append(
        Member(key: key, successor: successor) { value?($0, $1) ?? shown($0, $1).json })
      return column
    }

    /// Returns the column with a shorter header for narrow tables.
    func brief(_ zh: String, _ en: String) -> Column {
      var column = self
      column.field.brief = Name(zh: zh, en: en)
      return column
    }

    /// The column as one that tables and CSV only have when it is chosen.
    var onRequest: Column {
      var column = self
      column.field.isOnRequest = true
      return column
    }
  }

  /// A member of the JSON object of a row.
  struct Member: Sendable {
    let key: String
    /// The key of the next member; nil for the order of the columns.
    let successor: String?
    let read: ReadJSON

    init(key: String, successor: String?, read: @escaping ReadJSON) {
      self.key = key
      self.successor = successor
      self.read = read
    }
  }
}
