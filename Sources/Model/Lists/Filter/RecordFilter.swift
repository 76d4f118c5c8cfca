/// Conditions on the fields of records, as people write them: `cluster=新材料 stage>=started value>=100亿元`.
///
/// All terms must hold. A filter is only words; ``RecordList/condition(_:)`` finds out what they mean in a list.
public struct RecordFilter: Equatable, Sendable {
  public enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case contains = "~"

    /// Whether it asks for an order.
    public var isOrder: Bool { [.less, .atMost, .more, .atLeast].contains(self) }
  }

  /// One condition; it holds when one of the values fits, and `notEqual` when none does.
  public struct Term: Equatable, Sendable {
    public var key: String
    public var comparison: Comparison
    /// Never empty; an empty value means that the field has none.
    public var values: [String]

    public init(_ key: String, _ comparison: Comparison, _ values: [String]) {
      self.key = key
      self.comparison = comparison
      self.values = values
    }
  }

  public var terms: [Term]

  public init(_ terms: [Term] = []) { self.terms = terms }

  /// Reads terms separated by blanks. Full-width signs (`＝`, `，`, `≥`) count as what they look like.
  public init(parsing text: String) throws(RecordFilterFault) {
    var parser = RecordFilterParser(text)
    terms = try parser.terms()
  }
}
