import Domain
import Figures
import Store

/// Questions about a dataset that loads: findings of the rules that its conflicts do not record.
package struct DatasetCheck {
  let dataset: Dataset
  private let conflicts: ConflictIndex
  private let acceptances: [Topic: Int]

  private struct Topic: Hashable {
    let rule: String
    let about: String
  }

  /// Indexes the recorded conflicts and the accepted findings of a dataset.
  package init(dataset: Dataset) {
    self.dataset = dataset
    conflicts = ConflictIndex(dataset.conflicts.map(\.figures))
    acceptances = Dictionary(
      dataset.info.accepted.enumerated().map { (Topic(rule: $1.rule, about: $1.about), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns the findings in the order of the rules; as notes where a conflict records them or the dataset accepts
  /// them.
  package func diagnostics() -> [Diagnostic] {
    let context = CheckContext(dataset: dataset)
    var used: Set<Int> = []
    var result: [Diagnostic] = []
    for rule in CheckRule.domain {
      for finding in rule.find(context) {
        let acceptance = acceptances[Topic(rule: rule.id, about: finding.about)]
        if let acceptance { used.insert(acceptance) }
        result.append(diagnostic(rule, finding, settledBy: settlement(finding, acceptance)))
      }
    }
    return result + needless(used)
  }

  private func settlement(_ finding: CheckRule.Finding, _ acceptance: Int?) -> Fault.Settlement? {
    // A conflict is between figures: one that names a single figure does not settle a finding about that figure alone.
    if finding.figures.count > 1, let position = conflicts.positions(namingAll: finding.figures).first {
      return .conflict(dataset.conflicts[position].id)
    }
    return acceptance.map { .accepted(dataset.info.accepted[$0].reason) }
  }

  private func diagnostic(
    _ rule: CheckRule, _ finding: CheckRule.Finding, settledBy settlement: Fault.Settlement?
  ) -> Diagnostic {
    Diagnostic(
      path: path(finding.origin), line: finding.origin.line, column: finding.origin.column,
      severity: settlement == nil ? rule.severity : .note,
      fault: .finding(rule: rule.id, subject: finding.about, words: finding.words, settledBy: settlement))
  }

  private func path(_ origin: Origin) -> String {
    dataset.files.indices.contains(origin.file) ? dataset.files[origin.file] : ""
  }

  /// Returns the acceptances of the dataset without a matching finding: fixed since, or misspelt.
  private func needless(_ used: Set<Int>) -> [Diagnostic] {
    dataset.info.accepted.indices.filter { !used.contains($0) }.map { index in
      let accepted = dataset.info.accepted[index]
      return Diagnostic(
        path: path(accepted.origin), line: accepted.origin.line, column: accepted.origin.column,
        severity: .warning, fault: .needlessAcceptance(rule: accepted.rule, about: accepted.about))
    }
  }
}
