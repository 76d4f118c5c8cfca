import Domain
import Figures
import Store

/// A rule of `check`, with an id that can be looked up.
package struct CheckRule: Identified {
  /// A rule's finding: figures or another record, and the reason for doubt.
  struct Finding: Sendable {
    /// The id of the record that the finding is about.
    var about: String
    /// The figures that a conflict must name to record the finding; empty for another kind of record.
    var figures: [String] = []
    /// The observation, as arithmetic where possible.
    var words: Name
    var origin: Origin
  }

  /// The rule's id, printed in brackets at the end of a message: `sum-mismatch`.
  package let id: String
  /// The title of the rule, in both languages.
  package let name: Name
  /// What the rule looks for and why, with an example.
  package let explanation: Name
  /// How to fix a finding, or to have it accepted.
  package let remedy: Name
  /// The severity of its findings.
  package let severity: Diagnostic.Severity
  /// Returns the findings in a dataset that loads; empty for the loader's own errors and warnings.
  let find: @Sendable (CheckContext) -> [Finding]

  init(
    _ id: String, _ name: Name, _ explanation: Name, remedy: Name, severity: Diagnostic.Severity = .warning,
    find: @escaping @Sendable (CheckContext) -> [Finding] = { _ in [] }
  ) {
    self.id = id
    self.name = name
    self.explanation = explanation
    self.remedy = remedy
    self.severity = severity
    self.find = find
  }

  /// All rules: those about the figures, then those of the loader.
  package static var all: [CheckRule] { domain + loader }
}

/// The input of rules: a dataset and its board on the day of its newest document.
struct CheckContext: Sendable {
  let dataset: Dataset
  let board: Board
  /// The findings of the arithmetic rules, which the board's conflicts come from as well.
  let arithmetic: [ArithmeticRules.Finding]

  init(dataset: Dataset) {
    self.dataset = dataset
    let newest = dataset.sources.map(\.knownOn).max() ?? .distantFuture
    board = Board(dataset, asOf: newest)
    arithmetic = ArithmeticRules(dataset: dataset, figures: board.figures).findings()
  }

  /// Returns the findings of one arithmetic rule.
  func findings(_ rule: ArithmeticRules.Finding.Rule) -> [CheckRule.Finding] {
    arithmetic.filter { $0.rule == rule }.map { finding in
      let first = finding.figures.first ?? ""
      return CheckRule.Finding(
        about: first, figures: finding.figures + finding.unlisted, words: finding.computed,
        origin: dataset.figures[first]?.origin ?? .unknown)
    }
  }

  /// Returns a finding about one figure, with the figures that it is compared with.
  func finding(_ figure: Figure, beside others: [Figure] = [], _ words: Name) -> CheckRule.Finding {
    CheckRule.Finding(
      about: figure.id, figures: [figure.id] + others.map(\.id), words: words, origin: figure.origin)
  }
}
