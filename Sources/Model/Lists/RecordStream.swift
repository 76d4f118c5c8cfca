/// A list of a large directory that begins before everything is read: projects or figures part by part while their files
/// are read, other kinds at once when they have nothing to do with what there is so much of.
///
/// The parts together are the rows of ``RecordList``, in the same order.
public struct RecordStream {
  /// The list: its fields, what words of a filter mean, and its rows unless they are still to be read.
  public let frame: RecordList
  /// Whether the rows are those of ``frame``; then there is one part.
  public let isReady: Bool
  private let data: DatasetStream
  private let asOf: Day

  /// Nil where the directory is not large, where all rows must be known before the first can be given away, and where there
  /// is a fault elsewhere: then it has to be loaded as a whole.
  ///
  /// - Throws: what is wrong with a key of the filter.
  public init?(
    _ kind: ListKind, filter: RecordFilter = RecordFilter(), order: RecordOrder = RecordOrder(),
    directory: String, asOf: Day, threshold: Int? = nil
  ) throws(RecordFilterFault) {
    let threshold = threshold ?? DatasetStream.threshold
    self.asOf = asOf
    if let own = kind.streamedKind, try Self.canFollow(filter, order, kind, asOf),
      let data = DatasetStream(own, directory: directory, threshold: threshold)
    {
      self.data = data
      frame = RecordList(kind, of: Board(data.dataset, asOf: asOf))
      isReady = false
      return
    }
    for other in kind.independentKinds {
      guard let data = DatasetStream(other, directory: directory, threshold: threshold),
        data.referring.isDisjoint(with: kind.referringFiles)
      else { continue }
      let list = RecordList(kind, of: Board(data.dataset, asOf: asOf))
      // What a filter names may be among what is still to be read.
      guard (try? list.condition(filter)) != nil else { return nil }
      self.data = data
      frame = list
      isReady = true
      return
    }
    return nil
  }

  /// Whether each row can be judged by itself.
  ///
  /// A text that no row has is told to be a mistake. Where such texts are asked for, ``RecordCondition/Witness`` tells at
  /// the end; where rows without them may have been let pass by then, all rows must be looked at first.
  private static func canFollow(
    _ filter: RecordFilter, _ order: RecordOrder, _ kind: ListKind, _ asOf: Day
  ) throws(RecordFilterFault) -> Bool {
    // Which fields there are does not depend on data.
    let fields = RecordList(kind, of: Board(Dataset(), asOf: asOf))
    for term in filter.terms {
      let field = fields.fields[try fields.field(term.key)]
      if field.key == parent { return false }
      if case .text = field.content {
        let texts = term.values.filter { !$0.isEmpty }
        switch term.comparison {
        case .equal where !texts.isEmpty && term.values.count > 1: return false
        case .notEqual where !texts.isEmpty: return false
        default: break
        }
      }
    }
    return order.keys.isEmpty
  }

  /// Reads everything and gives the rows away. To be called once.
  ///
  /// - Parameter columns: the fields that are looked at.
  /// - Throws: `LoadFailure` once everything is read, when rows before the first fault have been given away already; at
  ///   once what `visit` throws.
  public func parts(columns: [Int], _ visit: (RecordList) throws -> Void) throws {
    if isReady {
      try visit(frame)
      try data.check()
    } else if frame.kind == .figures {
      try figures(visit)
    } else {
      try projects(columns, visit)
    }
  }

  private func projects(_ columns: [Int], _ visit: (RecordList) throws -> Void) throws {
    let needsParents = columns.contains { frame.fields[$0].key == Self.parent }
    let board = ProjectBoard(
      dataset: data.dataset, figures: frame.board.figures, asOf: asOf,
      known: KnownRecords(dataset: data.dataset, asOf: asOf))
    var rows = Rows(board: frame.board, names: needsParents ? [:] : nil)
    let failure = try failure {
      try data.projects { project in
        rows.note(project)
        if let status = board.known(project) { rows.add(status) }
        if let part = rows.nextPart(isLast: false) { try visit(part) }
      }
    }
    if let part = rows.nextPart(isLast: true) { try visit(part) }
    if let failure { throw failure }
  }

  private func figures(_ visit: (RecordList) throws -> Void) throws {
    let known = KnownRecords(dataset: data.dataset, asOf: asOf)
    let superseded = data.superseded(by: known.isKnown(sources:))
    var rows: [FigureStatement] = []
    let failure = try failure {
      try data.figures { figure in
        guard known.isKnown(figure.citations), !superseded.contains(figure.id) else { return }
        rows += FigureStatement.all(of: known.asKnown(figure))
        guard rows.count >= Rows.size else { return }
        defer { rows.removeAll(keepingCapacity: true) }
        try visit(RecordList(rows, of: frame.board))
      }
    }
    if !rows.isEmpty { try visit(RecordList(rows, of: frame.board)) }
    if let failure { throw failure }
  }

  /// The faults that end the reading; rows before them are still to be given away.
  private func failure(of read: () throws -> Void) throws -> LoadFailure? {
    do {
      try read()
    } catch let failure as LoadFailure {
      return failure
    }
    return nil
  }

  /// The one field that is about another row.
  private static let parent = "parent"
}

extension ListKind {
  /// What its rows are made of one by one, if there may be very many.
  fileprivate var streamedKind: DatasetStream.Kind? {
    switch self {
    case .projects: .projects
    case .figures: .figures
    case .clusters, .indicators, .targets, .tasks, .parks, .sources, .conflicts, .enterprises, .strengths: nil
    }
  }

  /// What its rows do not come from.
  fileprivate var independentKinds: [DatasetStream.Kind] {
    switch self {
    case .projects: []
    case .figures, .targets, .sources, .conflicts: [.projects]
    case .clusters, .indicators, .tasks, .parks, .enterprises, .strengths: [.projects, .figures]
    }
  }

  /// The kinds of files whose references its rows name.
  fileprivate var referringFiles: Set<String> {
    switch self {
    case .targets: ["figures"]
    case .conflicts: ["conflicts", "figures"]
    case .tasks: ["programmes"]
    case .figures, .clusters, .indicators, .projects, .parks, .sources, .enterprises, .strengths: [rawValue]
    }
  }
}

/// Rows that wait to be given away: for others to come along, and for the names of their parents.
private struct Rows {
  static let size = 500

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
