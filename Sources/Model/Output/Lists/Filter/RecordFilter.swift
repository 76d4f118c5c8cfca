import Domain

/// Conditions on the fields of records, as typed: `cluster=新材料 stage>=started value>=100亿元`.
///
/// All terms must hold. A filter is only text; ``RecordList/condition(_:isPart:)`` resolves it against a list.
package struct RecordFilter: Equatable, Sendable {
  /// An operator of a filter.
  package enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
    case contains = "~"

    /// Whether it compares by order.
    package var isOrder: Bool { [.less, .atMost, .more, .atLeast].contains(self) }
  }

  /// One condition; it holds when one of the values matches, and `notEqual` when none does.
  package struct Term: Equatable, Sendable {
    /// The key of the field.
    package var key: String
    /// The operator.
    package var comparison: Comparison
    /// Never empty; an empty value matches a field without a value.
    package var values: [String]

    init(_ key: String, _ comparison: Comparison, _ values: [String]) {
      self.key = key
      self.comparison = comparison
      self.values = values
    }
  }

  /// The conditions, all of which must match.
  package var terms: [Term]

  /// Creates a filter; without terms every record passes.
  package init(_ terms: [Term] = []) { self.terms = terms }

  /// Parses terms separated by spaces. Full-width signs (`＝`, `，`, `≥`) count as their ASCII equivalents.
  package init(parsing text: String) throws(RecordFilterFault) {
    var parser = RecordFilterParser(text)
    terms = try parser.terms()
  }
}
