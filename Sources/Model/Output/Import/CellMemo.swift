/// Keeps what the texts of cells mean, because most occur in many rows.
final class CellMemo<Value> {
  private static var limit: Int { 10_000 }
  private var values: [String: Value] = [:]

  /// Returns the meaning of a text; `read` is called for a new one.
  func value<Failure>(_ text: String, _ read: (String) throws(Failure) -> Value) throws(Failure) -> Value {
    if let known = values[text] { return known }
    let value = try read(text)
    if values.count >= CellMemo.limit { values = [:] }
    values[text] = value
    return value
  }
}
