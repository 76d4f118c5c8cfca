/// Rows that a selection moves through, identified by their ids.
protocol SelectableRows {
  var count: Int { get }
  var isEmpty: Bool { get }
  func id(at index: Int) -> String
  /// Returns nil if the id is not among them.
  func index(ofID id: String) -> Int?
}

extension [String]: SelectableRows {
  func id(at index: Int) -> String { self[index] }
  func index(ofID id: String) -> Int? { firstIndex(of: id) }
}
