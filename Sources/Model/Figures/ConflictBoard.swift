import Domain

/// Merges the conflicts recorded in the dataset with those found by rules.
struct ConflictBoard {
  let dataset: Dataset
  let known: KnownRecords
  let findings: [ArithmeticRules.Finding]
  let figures: [Figure]

  /// Returns the conflicts, worst first. Within a severity they are in file order, rule findings last.
  func conflicts() -> [Conflict] {
    let visible = Set(figures.map(\.id))
    var recorded = dataset.conflicts.compactMap { asKnown($0, visible) }
    // A recorded conflict covers a finding if it names every figure of the finding.
    let index = ConflictIndex(recorded.map(\.figures))
    var found: [Conflict] = []
    for finding in findings {
      let matches = index.positions(namingAll: finding.figures + finding.unlisted)
      for position in matches { recorded[position].foundBy = .both }
      if matches.isEmpty { found.append(finding.conflict(in: dataset)) }
    }
    recorded += found
    return recorded.sorted(byKey: \.severity.order, <)
  }

  /// Returns a recorded conflict as known on the day; nil if it was not known yet.
  ///
  /// A conflict is known once all its statements are. A contradiction is known as soon as all its different values are.
  /// Later documents that only repeat one of these values add nothing, and their statements are left out.
  private func asKnown(_ conflict: Conflict, _ visible: Set<String>) -> Conflict? {
    func isKnown(_ statement: Conflict.Statement) -> Bool {
      switch statement {
      case .figure(let id): visible.contains(id)
      case .claim(_, let citations): known.isKnown(citations)
      }
    }
    let stated = conflict.statements.filter(isKnown)
    if stated.count == conflict.statements.count { return conflict }
    let values = Set(stated.compactMap(value))
    guard conflict.kind == .contradiction, values.count > 1,
      conflict.statements.allSatisfy({ isKnown($0) || value($0).map(values.contains) == true })
    else { return nil }
    var earlier = conflict
    earlier.statements = stated
    if let preferred = conflict.preferred, !visible.contains(preferred) { earlier.preferred = nil }
    return earlier
  }

  private struct Value: Hashable {
    var value: Double
    var upper: Double?
    var unit: String
  }

  private func value(_ statement: Conflict.Statement) -> Value? {
    guard case .figure(let id) = statement, let figure = dataset.figures[id] else { return nil }
    return Value(value: figure.value, upper: figure.upper, unit: figure.unit)
  }
}
