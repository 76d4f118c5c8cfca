/// A number with its English noun.
enum Counted {
  /// Returns `1 row`, `3 rows`.
  static func text(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
