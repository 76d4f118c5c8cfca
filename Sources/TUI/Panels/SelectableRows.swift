/// Rows that a selection moves through, known by their ids.
protocol SelectableRows {
  var count: Int { get }
  var isEmpty: Bool { get }
  func id(at index: Int) -> String
  /// Nil when the id is not among them.
  func index(ofID id: String) -> Int?
}

extension [String]: SelectableRows {
  func id(at index: Int) -> String { self[index] }
  func index(ofID id: String) -> Int? { firstIndex(of: id) }
}
