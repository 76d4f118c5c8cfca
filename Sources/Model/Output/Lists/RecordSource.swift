import Domain
import Figures
import Store

/// The rows of a list: those of a whole board, or parts that come while the files of a large directory are read.
package struct RecordSource {
  /// Consecutive rows, with the filter resolved against them.
  package struct Part {
    /// The fields, and a board to read choices from; without the rows of large data.
    package let list: RecordList
    /// The filter, with its texts resolved to records.
    package let condition: RecordCondition
    /// The number of rows before it.
    package let start: Int
    /// Whether no rows follow.
    package let isLast: Bool
  }

  /// The data, without the records that are still to be read.
  package let dataset: Dataset
  private let kind: ListKind
  private let filter: RecordFilter
  private let asOf: Day
  private let stream: RecordStream?
  private let load: () throws -> Dataset

  /// Reads what must be known before the first row.
  ///
  /// - Parameters:
  ///   - kind: the kind of records.
  ///   - filter: the conditions that rows have to meet.
  ///   - order: the order in which the rows will be read; nothing is ordered here.
  ///   - directory: nil for the built-in data.
  ///   - asOf: the day of the board.
  ///   - load: returns the whole dataset.
  ///   - threshold: the size of files, in bytes, from which they are read in parts; nil for the usual one.
  /// - Throws: a `RecordFilterFault` for an unknown key of the filter, or errors of `load`.
  package init(
    _ kind: ListKind, filter: RecordFilter, order: RecordOrder, directory: String?, asOf: Day,
    threshold: Int? = nil, load: @escaping () throws -> Dataset
  ) throws {
    (self.kind, self.filter, self.asOf, self.load) = (kind, filter, asOf, load)
    stream = try directory.flatMap {
      try RecordStream(kind, filter: filter, order: order, directory: $0, asOf: asOf, threshold: threshold)
    }
    dataset = try stream?.dataset ?? load()
  }

  /// Whether all files are read.
  package var isRead: Bool { stream == nil }

  /// Computes the list: its fields, and its rows unless they are still to be read.
  package func list() -> RecordList { stream?.frame ?? RecordList(kind, of: Board(dataset, asOf: asOf)) }

  /// Passes the rows to `visit`, in order and part by part, until it returns false. Call it once.
  ///
  /// - Parameters:
  ///   - list: the result of ``list()``.
  ///   - visit: receives each part; returns whether more are wanted.
  /// - Throws: a `RecordFilterFault` before the first part; a `LoadFailure`, before which there may have been parts;
  ///   errors of `visit` and `load` at once.
  package func parts(of list: RecordList, _ visit: (Part) throws -> Bool) throws {
    let isWhole = stream?.isReady ?? true
    let condition = try list.condition(filter, isPart: !isWhole)
    guard let stream else {
      _ = try visit(Part(list: list, condition: condition, start: 0, isLast: true))
      return
    }
    struct Enough: Error {}
    var witness = RecordCondition.Witness(condition)
    var start = 0
    do {
      try stream.parts { part in
        defer { start += part.count }
        witness.removeFound(in: part)
        // No row passes the filter until all of its texts have occurred.
        guard witness.hasSeenAll else { return }
        let part = Part(list: part, condition: condition, start: start, isLast: isWhole)
        guard try visit(part) else { throw Enough() }
      }
    } catch is Enough {
      return
    }
    if witness.hasSeenAll { return }
    // A text that no row has is a fault, and the intended text can be suggested only from all rows.
    let all = RecordList(kind, of: Board(try load(), asOf: asOf))
    _ = try visit(Part(list: all, condition: try all.condition(filter), start: 0, isLast: true))
  }
}
