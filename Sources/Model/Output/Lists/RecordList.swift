import Figures

/// The kinds of records that can be listed.
package enum ListKind: String, CaseIterable, Sendable {
  case figures, clusters, indicators, targets, projects, tasks, parks, sources, conflicts
  case firms = "enterprises"
  case
    strengths
}

/// The records of one kind as rows of fields, for people and for other programs.
///
/// Values are computed only when read: a list of a million projects costs nothing until then.
package struct RecordList: Sendable {
  /// The kind of records.
  package let kind: ListKind
  /// The board that the records come from.
  package let board: Board
  /// All fields of the kind; default columns are marked.
  package let fields: [RecordField]
  /// The number of rows.
  package let count: Int
  private let readValue: @Sendable (_ row: Int, _ field: Int) -> RecordValue
  private let readObject: @Sendable (_ row: Int) -> JSONOutput

  package init(_ kind: ListKind, of board: Board) {
    switch kind {
    case .figures: self.init(kind, RecordCatalogue.figures, board)
    case .clusters: self.init(kind, RecordCatalogue.clusters, board)
    case .indicators: self.init(kind, RecordCatalogue.indicators, board)
    case .targets: self.init(kind, RecordCatalogue.targets, board)
    case .projects: self.init(kind, RecordCatalogue.projects, board)
    case .tasks: self.init(kind, RecordCatalogue.tasks, board)
    case .parks: self.init(kind, RecordCatalogue.parks, board)
    case .sources: self.init(kind, RecordCatalogue.sources, board)
    case .conflicts: self.init(kind, RecordCatalogue.conflicts, board)
    case .firms: self.init(kind, RecordCatalogue.firms, board)
    case .strengths: self.init(kind, RecordCatalogue.strengths, board)
    }
  }

  /// A list of the given projects.
  init(_ projects: [ProjectStatus], of board: Board) {
    self.init(.projects, RecordCatalogue.projects, board, rows: projects)
  }

  /// A list of the given statements of figures.
  init(_ statements: [FigureStatement], of board: Board) {
    self.init(.figures, RecordCatalogue.figures, board, rows: statements)
  }

  private init<Row>(_ kind: ListKind, _ catalogue: RecordCatalogue<Row>, _ board: Board) {
    self.init(kind, catalogue, board, rows: catalogue.rows(board))
  }

  private init<Row>(_ kind: ListKind, _ catalogue: RecordCatalogue<Row>, _ board: Board, rows: [Row]) {
    self.kind = kind
    self.board = board
    fields = catalogue.columns.map(\.field)
    count = rows.count
    readValue = { row, field in catalogue.columns[field].read(rows[row], board) }
    readObject = { catalogue.object(rows[$0], board) }
  }

  /// Returns the value of a field in a row, both from 0; missing when out of range.
  package func value(row: Int, field: Int) -> RecordValue {
    guard (0..<count).contains(row), fields.indices.contains(field) else { return .missing }
    return readValue(row, field)
  }

  /// Returns the documented JSON object of a row, from 0; null when out of range.
  package func object(row: Int) -> JSONOutput {
    (0..<count).contains(row) ? readObject(row) : .null
  }

  /// The JSON objects of all rows.
  package var objects: [JSONOutput] { (0..<count).map(object) }

  /// The positions of the columns that CSV has unless others are chosen: all but those on request.
  package var csvColumns: [Int] { fields.indices.filter { !fields[$0].isOnRequest } }

  /// The positions of the default columns of tables.
  package var defaultColumns: [Int] { fields.indices.filter { fields[$0].isColumn } }
}
