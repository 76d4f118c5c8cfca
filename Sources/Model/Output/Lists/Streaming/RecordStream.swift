import Domain
import Figures
import Store

/// A list of a large directory that starts before all files are read. Projects or figures come in parts while their
/// files are read; other kinds come at once if they do not depend on the large files.
///
/// The parts together are the rows of ``RecordList``, in the same order.
struct RecordStream {
  /// The list: its fields, the meaning of filter words, and its rows unless they are still to be read.
  let frame: RecordList
  /// Whether ``frame`` already has all rows; there is then one part.
  let isReady: Bool
  /// The data without the records that are still to be read.
  var dataset: Dataset { data.dataset }
  private let data: DatasetStream
  private let asOf: Day

  /// Nil when the directory must be loaded as a whole: it is not large, all rows must be known before the first can be
  /// passed on, or another file has a fault.
  ///
  /// - Throws: a fault when a key of the filter is unknown.
  init?(
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
      // A filter may name a record that is still to be read.
      guard (try? list.condition(filter)) != nil else { return nil }
      self.data = data
      frame = list
      isReady = true
      return
    }
    return nil
  }

  /// Whether each row can be judged on its own.
  ///
  /// A text that no row has is reported as a mistake. ``RecordSource`` reports it at the end; if rows could have
  /// passed the filter by then, all rows must be read first.
  private static func canFollow(
    _ filter: RecordFilter, _ order: RecordOrder, _ kind: ListKind, _ asOf: Day
  ) throws(RecordFilterFault) -> Bool {
    // The set of fields does not depend on data.
    let fields = RecordList(kind, of: Board(Dataset(), asOf: asOf))
    for term in filter.terms {
      let field = fields.fields[try fields.field(term.key)]
      if others.contains(field.key) { return false }
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

  /// Reads everything and passes the rows to `visit`. Call it once.
  ///
  /// - Throws: `LoadFailure` once everything is read, after the rows before the first fault were passed on; errors of
  ///   `visit` at once.
  func parts(_ visit: (RecordList) throws -> Void) throws {
    if isReady {
      try visit(frame)
      try data.check()
    } else if frame.kind == .figures {
      try figures(visit)
    } else {
      try projects(visit)
    }
  }

  private func projects(_ visit: (RecordList) throws -> Void) throws {
    let board = ProjectBoard(
      dataset: data.dataset, figures: frame.board.figures, asOf: asOf,
      known: KnownRecords(dataset: data.dataset, asOf: asOf))
    var rows = ProjectStreamRows(board, ProjectGroups(data.relations()))
    let failure = try failure {
      try data.projects { project in
        rows.add(project)
        if let part = rows.nextPart(isLast: false) { try visit(RecordList(part, of: frame.board)) }
      }
    }
    if let part = rows.nextPart(isLast: true) { try visit(RecordList(part, of: frame.board)) }
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
        guard rows.count >= ProjectStreamRows.size else { return }
        defer { rows.removeAll(keepingCapacity: true) }
        try visit(RecordList(rows, of: frame.board))
      }
    }
    if !rows.isEmpty { try visit(RecordList(rows, of: frame.board)) }
    if let failure { throw failure }
  }

  /// Returns the faults of `read`, so that the rows before them can still be passed on; nil when there are none.
  private func failure(of read: () throws -> Void) throws -> LoadFailure? {
    do {
      try read()
    } catch let failure as LoadFailure {
      return failure
    }
    return nil
  }

  /// The keys of fields that are about other rows.
  private static let others = ["parent", "same-as"]
}

extension ListKind {
  /// The kind that its rows are streamed from; nil when there are never very many.
  fileprivate var streamedKind: DatasetStream.Kind? {
    switch self {
    case .projects: .projects
    case .figures: .figures
    case .clusters, .indicators, .targets, .tasks, .parks, .sources, .conflicts, .firms, .strengths,
      .measures,
      .problems, .decisions, .duties, .reports, .statuses, .lights:
      nil
    }
  }

  /// The kinds that its rows do not depend on.
  fileprivate var independentKinds: [DatasetStream.Kind] {
    switch self {
    case .projects: []
    // Their rows name projects, and the period of problems follows from figures.
    case .problems, .decisions, .statuses: []
    case .figures, .targets, .sources, .conflicts, .lights, .measures: [.projects]
    case .clusters, .indicators, .tasks, .parks, .firms, .strengths, .duties, .reports: [.projects, .figures]
    }
  }

  /// The kinds of files whose references appear in its rows.
  fileprivate var referringFiles: Set<String> {
    switch self {
    case .targets: ["figures"]
    case .conflicts: ["conflicts", "figures"]
    case .tasks: ["programmes", "statuses"]
    case .lights: ["figures", "statuses"]
    case .figures, .clusters, .indicators, .projects, .parks, .sources, .firms, .strengths, .measures,
      .problems,
      .decisions, .duties, .reports, .statuses:
      [rawValue]
    }
  }
}
