import Figures

/// The kinds of records that can be listed.
package enum ListKind: String, CaseIterable, Sendable {
  case figures, clusters, indicators, targets, projects, tasks, parks, sources, conflicts
  case firms = "enterprises"
  case strengths, measures
  case problems, decisions, duties, reports, statuses, lights

  /// The JSON Schema (2020-12) of the array that `list` prints with `--format json`.
  package var schema: JSONOutput { catalogue.schema("list-\(rawValue)") }

  fileprivate var catalogue: any ListedCatalogue {
    switch self {
    case .figures: RecordCatalogue.figures
    case .clusters: RecordCatalogue.clusters
    case .indicators: RecordCatalogue.indicators
    case .targets: RecordCatalogue.targets
    case .projects: RecordCatalogue.projects
    case .tasks: RecordCatalogue.tasks
    case .parks: RecordCatalogue.parks
    case .sources: RecordCatalogue.sources
    case .conflicts: RecordCatalogue.conflicts
    case .firms: RecordCatalogue.firms
    case .strengths: RecordCatalogue.strengths
    case .problems: RecordCatalogue.problems
    case .decisions: RecordCatalogue.decisions
    case .duties: RecordCatalogue.duties
    case .reports: RecordCatalogue.reports
    case .statuses: RecordCatalogue.statuses
    case .lights: RecordCatalogue.lights
    case .measures: RecordCatalogue.measures
    }
  }
}

/// The catalogue of a kind, whatever its rows are.
private protocol ListedCatalogue {
  func list(_ kind: ListKind, of board: Board) -> RecordList
  func schema(_ name: String) -> JSONOutput
}

extension RecordCatalogue: ListedCatalogue {
  fileprivate func list(_ kind: ListKind, of board: Board) -> RecordList {
    RecordList(kind, self, board, rows: rows(board))
  }
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

  /// Creates the list of all records of a kind that the board lists.
  package init(_ kind: ListKind, of board: Board) {
    self = kind.catalogue.list(kind, of: board)
  }

  /// A list of the given projects.
  init(_ projects: [ProjectStatus], of board: Board) {
    self.init(.projects, RecordCatalogue.projects, board, rows: projects)
  }

  /// A list of the given statements of figures.
  init(_ statements: [FigureStatement], of board: Board) {
    self.init(.figures, RecordCatalogue.figures, board, rows: statements)
  }

  fileprivate init<Row>(_ kind: ListKind, _ catalogue: RecordCatalogue<Row>, _ board: Board, rows: [Row]) {
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
