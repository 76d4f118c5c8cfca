/// The list of the projects of a large directory, part by part while the files are read.
///
/// The parts together are the rows of ``RecordList``, in the same order. A filter that has to look at all rows, or an order
/// among them, needs the whole list.
public struct RecordStream {
  /// The list without rows: its fields, and what words of a filter mean.
  public let frame: RecordList
  private let data: DatasetStream
  private let projects: ProjectBoard

  /// Nil where the directory is not large, or has a fault outside its projects: then it has to be loaded as a whole.
  public init?(directory: String, asOf: Day, threshold: Int? = nil) {
    guard let data = DatasetStream(directory: directory, threshold: threshold ?? DatasetStream.threshold)
    else { return nil }
    self.data = data
    let board = Board(data.dataset, asOf: asOf)
    frame = RecordList([], of: board)
    projects = ProjectBoard(
      dataset: data.dataset, figures: board.figures, asOf: asOf,
      known: KnownRecords(dataset: data.dataset, asOf: asOf))
  }

  /// Whether each row can be judged by itself. An equal text cannot: one that no row has is told to be a mistake.
  ///
  /// - Throws: what is wrong with a key.
  public func canFollow(_ filter: RecordFilter) throws(RecordFilterFault) -> Bool {
    for term in filter.terms {
      let field = frame.fields[try frame.field(term.key)]
      if field.key == Self.parent { return false }
      let isText = if case .text = field.content { true } else { false }
      if isText, term.comparison != .contains, !term.values.allSatisfy(\.isEmpty) { return false }
    }
    return true
  }

  /// Reads all projects and gives their rows away.
  ///
  /// - Parameter columns: the fields that are looked at.
  /// - Throws: `LoadFailure` once everything is read, when rows before the first fault have been given away already; at
  ///   once what `visit` throws.
  public func parts(columns: [Int], _ visit: (RecordList) throws -> Void) throws {
    let needsParents = columns.contains { frame.fields[$0].key == Self.parent }
    var rows = Rows(board: frame.board, names: needsParents ? [:] : nil)
    do {
      try data.projects { project in
        rows.note(project)
        if let status = projects.known(project) { rows.add(status) }
        if let part = rows.nextPart(isLast: false) { try visit(part) }
      }
    } catch let failure as LoadFailure {
      if let part = rows.nextPart(isLast: true) { try visit(part) }
      throw failure
    }
    if let part = rows.nextPart(isLast: true) { try visit(part) }
  }

  /// The one field that is about another row.
  private static let parent = "parent"
}

/// Rows that wait to be given away: for others to come along, and for the names of their parents.
private struct Rows {
  private static let size = 500

  let board: Board
  /// What projects are called that others may be part of; nil when nobody asks.
  var names: [String: Name]?
  private var rows: [ProjectStatus] = []
  /// So many at the front wait for no name.
  private var settled = 0

  init(board: Board, names: [String: Name]?) {
    self.board = board
    self.names = names
  }

  mutating func note(_ project: Project) {
    names?[project.id] = project.name
  }

  mutating func add(_ status: ProjectStatus) { rows.append(status) }

  /// The rows that can go. A part is never small beside what stays, so that each row is moved a few times at most.
  mutating func nextPart(isLast: Bool) -> RecordList? {
    while settled < rows.count, isSettled(rows[settled]) { settled += 1 }
    guard isLast ? settled > 0 : settled >= Self.size && settled * 4 >= rows.count else { return nil }
    let part = Array(rows[..<settled])
    rows.removeFirst(settled)
    settled = 0
    return RecordList(part, of: names == nil ? board : board.naming(parents(of: part)))
  }

  private func isSettled(_ row: ProjectStatus) -> Bool {
    guard let names, let parent = row.project.parent else { return true }
    return names[parent] != nil
  }

  private func parents(of part: [ProjectStatus]) -> Table<Project> {
    let ids = Set(part.compactMap(\.project.parent))
    return Table(
      ids.compactMap { id in
        names?[id].map {
          Project(
            id: id, name: $0, aliases: [], clusters: [], milestones: [], citations: [], origin: .unknown)
        }
      })
  }
}
