/// Joins the conflicts that a person recorded with those that a rule finds.
struct ConflictBoard {
  let dataset: Dataset
  let known: KnownRecords
  let findings: [ArithmeticRules.Finding]
  let figures: [Figure]

  /// Worst first; of one severity in the order of the files, found ones last.
  func conflicts() -> [Conflict] {
    let visible = Set(figures.map(\.id))
    var recorded = dataset.conflicts.filter { conflict in
      conflict.statements.allSatisfy { statement in
        switch statement {
        case .figure(let id): visible.contains(id)
        case .claim(_, let citations): known.isKnown(citations)
        }
      }
    }
    var found: [Conflict] = []
    for finding in findings {
      let matches = recorded.indices.filter { covers(recorded[$0], finding) }
      for index in matches { recorded[index].foundBy = .both }
      if matches.isEmpty { found.append(finding.conflict(in: dataset)) }
    }
    return (recorded + found).enumerated()
      .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
  }

  /// Whether a recorded conflict names every figure of a finding.
  private func covers(_ conflict: Conflict, _ finding: ArithmeticRules.Finding) -> Bool {
    Set(finding.figures).isSubset(of: conflict.figures)
  }
}
