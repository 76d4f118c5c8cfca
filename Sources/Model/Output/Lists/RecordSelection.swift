import Domain

/// The rows of a list that match a filter, in an order, up to a limit.
///
/// Rows are searched for on demand. Only an order needs all of them at once.
package struct RecordSelection: Sequence, IteratorProtocol {
  private let list: RecordList
  private let condition: RecordCondition
  /// The rows in order; nil when rows are searched for on demand.
  private var ordered: [Int]?
  private var position = 0
  private var left: Int

  /// The number of rows examined so far.
  package private(set) var scanned = 0

  /// Selects the rows that match a condition.
  ///
  /// - Parameters:
  ///   - list: the list to select from.
  ///   - condition: the condition that rows must match.
  ///   - order: the fields to sort by; without one, the order of the list.
  ///   - limit: the largest number of rows; nil selects all.
  ///   - language: the language of the texts to order by.
  /// - Throws: a fault when a key of the order is unknown.
  package init(
    _ list: RecordList, _ condition: RecordCondition, order: RecordOrder = RecordOrder(), limit: Int? = nil,
    _ language: Language
  ) throws(RecordFilterFault) {
    self.list = list
    self.condition = condition
    left = limit ?? .max
    guard !order.keys.isEmpty else { return }
    let rows = (0..<list.count).filter { condition.isEmpty || condition.holds(list, row: $0) }
    ordered = try list.sorted(rows, by: order, language)
  }

  /// Selects the rows that match a filter.
  package init(
    _ list: RecordList, filter: RecordFilter, order: RecordOrder = RecordOrder(), limit: Int? = nil,
    _ language: Language
  ) throws(RecordFilterFault) {
    try self.init(list, try list.condition(filter), order: order, limit: limit, language)
  }

  /// Returns the position of the next row in the list; nil at the end.
  package mutating func next() -> Int? {
    guard left > 0 else { return nil }
    if let ordered {
      guard position < ordered.count else { return nil }
      (position, left, scanned) = (position + 1, left - 1, scanned + 1)
      return ordered[position - 1]
    }
    while position < list.count {
      (position, scanned) = (position + 1, scanned + 1)
      if condition.isEmpty || condition.holds(list, row: position - 1) {
        left -= 1
        return position - 1
      }
    }
    return nil
  }
}
