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
    return Column(field: RecordField(key, Name(both: key), .text), shape: .string) { _, _ in .missing }
  }

  /// Returns the JSON object of a row.
  func object(_ row: Row, _ board: Board) -> JSONOutput {
    .object(members.map { ($0.key, $0.read(row, board)) })
  }

  /// Returns the JSON Schema (2020-12) of the array of all rows.
  func schema(_ name: String) -> JSONOutput {
    let properties = members.map { member in
      guard case .object(let keywords) = member.shape.schema else { return (member.key, member.shape.schema) }
      let titles: [(String, JSONOutput)] = [
        ("title", .string(member.name.en)), ("description", .string(member.name.zh)),
      ]
      return (member.key, JSONOutput.object(titles + keywords))
    }
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("\(name).schema.json")), ("type", .string("array")),
      ("items", JSONShape.object(properties, required: members.map(\.key))),
      ("$defs", JSONShape.definitions),
    ])
  }

  /// A field with the functions that return its values.
  package struct Column: Sendable {
    /// Its key, titles and possible values.
    package private(set) var field: RecordField
    /// The JSON type of its values.
    let shape: JSONShape
    let read: Read
    private(set) var members: [Member] = []

    init(field: RecordField, shape: JSONShape, read: @escaping Read) {
      self.field = field
      self.shape = shape
      self.read = read
    }

    /// Returns the text of a row; empty if the value is missing.
    package func text(of row: Row, _ board: Board, _ language: Language) -> String {
      read(row, board).shown(language)
    }

    /// Returns the column with a member of the JSON object that has the value of the column.
    ///
    /// - Parameters:
    ///   - key: the key of the member; nil for that of the field, with `_` instead of `-`.
    ///   - successor: the key of the next member, where the order of members is not that of the columns.
    func json(_ key: String? = nil, before successor: String? = nil) -> Column {
      let read = read
      return json(key ?? memberKey, before: successor, shape) { read($0, $1).json }
    }

    /// Returns the column with a member of the JSON object that has the key of the field, with `_` instead of `-`.
    func json(
      before successor: String? = nil, _ shape: JSONShape, _ read: @escaping ReadJSON
    ) -> Column {
      json(memberKey, before: successor, shape, read)
    }

    private var memberKey: String { field.key.replacing("-", with: "_") }

    /// Returns the column with a member of the JSON object.
    ///
    /// - Parameters:
    ///   - key: the key of the member.
    ///   - successor: the key of the next member, where the order of members is not that of the columns.
    ///   - shape: the type of its values, for the schema.
    ///   - read: returns the value.
    func json(
      _ key: String, before successor: String? = nil, _ shape: JSONShape, _ read: @escaping ReadJSON
    ) -> Column {
      var column = self
      column.field.members.append(key)
      column.members.append(
        Member(key: key, name: field.name, successor: successor, shape: shape, read: read))
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
    /// The title of its column.
    let name: Name
    /// The key of the next member; nil for the order of the columns.
    let successor: String?
    let shape: JSONShape
    let read: ReadJSON
  }
}
