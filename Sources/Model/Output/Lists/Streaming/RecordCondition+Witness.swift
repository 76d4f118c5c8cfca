extension RecordCondition {
  /// Checks whether the texts of a filter occur in any row; a text that occurs in none is a mistake.
  struct Witness {
    private let condition: RecordCondition
    private var missing: [Test]

    init(_ condition: RecordCondition) {
      self.condition = condition
      missing = condition.tests.filter { test in
        !test.isNegated && test.alternatives.contains { if case .text = $0 { true } else { false } }
      }
    }

    /// Whether every text has occurred.
    var hasSeenAll: Bool { missing.isEmpty }

    mutating func removeFound(in list: RecordList) {
      missing.removeAll { test in
        (0..<list.count).contains { row in
          let value = list.value(row: row, field: test.field)
          return test.alternatives.contains { condition.fits($0, value) }
        }
      }
    }
  }
}
