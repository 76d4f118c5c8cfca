import Domain
import Figures
import Store

/// A list of a large directory that begins before everything is read: projects or figures part by part while their files
/// are read, other kinds at once when they have nothing to do with what there is so much of.
///
/// The parts together are the rows of ``RecordList``, in the same order.
package struct RecordStream {
  /// The list: its fields, what words of a filter mean, and its rows unless they are still to be read.
  package let frame: RecordList
  /// Whether the rows are those of ``frame``; then there is one part.
  package let isReady: Bool
  private let data: DatasetStream
  private let asOf: Day

  /// Nil where the directory is not large, where all rows must be known before the first can be given away, and where there
  /// is a fault elsewhere: then it has to be loaded as a whole.
  ///
  /// - Throws: what is wrong with a key of the filter.
  package init?(
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

  /// Reads everything and gives the rows away. To be called once.
  ///
  /// - Throws: `LoadFailure` once everything is read, when rows before the first fault have been given away already; at
  ///   once what `visit` throws.
  package func parts(_ visit: (RecordList) throws -> Void) throws {
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

  /// The faults that end the reading; rows before them are still to be given away.
  private func failure(of read: () throws -> Void) throws -> LoadFailure? {
    do {
      try read()
    } catch let failure as LoadFailure {
      return failure
    }
    return nil
  }

  /// The fields that are about other rows.
  private static let others = ["parent", "same-as"]
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
