import Domain

/// A filter whose words are resolved against a list.
package struct RecordCondition: Sendable {
  /// One term: the field and the condition on its value.
  struct Test: Sendable {
    var field: Int
    var isNegated: Bool
    var alternatives: [Alternative]
  }

  /// A condition on one value.
  enum Alternative: Equatable, Sendable {
    case missing
    /// Refers to one of these ids.
    case among(Set<String>)
    /// Is equal to this text, folded as by `SearchText`.
    case text([UInt8])
    case contains([UInt8])
    case number(RecordFilter.Comparison, RecordQuantity)
    case time(RecordFilter.Comparison, first: Day, last: Day)
    case rank(RecordFilter.Comparison, Int)
  }

  var tests: [Test]
  /// The scale and dimension of each unit, by id.
  var units: [String: RecordQuantity.Scale]

  /// Whether all rows pass.
  package var isEmpty: Bool { tests.isEmpty }

  /// Returns whether a row matches all terms.
  package func holds(_ list: RecordList, row: Int) -> Bool {
    tests.allSatisfy { test in
      let value = list.value(row: row, field: test.field)
      return test.alternatives.contains { fits($0, value) } != test.isNegated
    }
  }

  func fits(_ alternative: Alternative, _ value: RecordValue) -> Bool {
    switch (alternative, value) {
    case (.missing, .missing): true
    case (_, .missing), (.missing, _): false
    case (.among(let ids), .references(let references)): references.contains { ids.contains($0.id) }
    case (.text(let wanted), _): texts(value).contains { SearchText($0).bytes == wanted }
    case (.contains(let wanted), _): texts(value).contains { SearchText($0).bytes.holds(wanted) }
    case (.number(let comparison, let wanted), .number(let number, let unit, _)):
      wanted.compare(number, unit: unit, units).map { comparison.holds($0) } ?? false
    case (.time(let comparison, let first, let last), .time(let from, let to, _, _)):
      comparison.holds(first: from, last: to, against: first, last)
    case (.rank(let comparison, let wanted), .references(let references)):
      references.contains { reference in
        guard let rank = reference.rank, rank < RecordChoices.offLadder else { return false }
        return comparison.holds(Double(rank - wanted))
      }
    default: false
    }
  }

  private func texts(_ value: RecordValue) -> [String] {
    let names: [Name] =
      switch value {
      case .missing: []
      case .text(let text, let others): [text] + others
      case .number(_, _, let shown): [shown]
      case .time(_, _, let text, let shown): [Name(both: text), shown]
      case .references(let references): references.map(\.name)
      }
    return names.flatMap { $0.zh == $0.en ? [$0.zh] : [$0.zh, $0.en] }
  }
}

extension RecordFilter.Comparison {
  /// - Parameter difference: the value minus the one that it is compared with.
  func holds(_ difference: Double) -> Bool {
    switch self {
    case .equal, .notEqual, .contains: difference == 0
    case .less: difference < 0
    case .atMost: difference <= 0
    case .more: difference > 0
    case .atLeast: difference >= 0
    }
  }

  /// Whether the comparison certainly holds: a date of 2022 is not certainly June 2022 or later.
  func holds(first: Day, last: Day, against from: Day, _ to: Day) -> Bool {
    switch self {
    case .equal, .notEqual, .contains: first >= from && last <= to
    case .less: last < from
    case .atMost: last <= to
    case .more: first > to
    case .atLeast: first >= from
    }
  }
}

extension [UInt8] {
  /// Whether it contains `part`.
  func holds(_ part: [UInt8]) -> Bool {
    guard let head = part.first else { return true }
    guard count >= part.count else { return false }
    return (0...(count - part.count)).contains { start in
      self[start] == head && self[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
