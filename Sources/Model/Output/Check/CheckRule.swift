import Domain
import Figures
import Store

/// Something that `check` looks for, with a name that can be looked up.
package struct CheckRule: Identified {
  /// What a rule found: figures or another record, and why it is doubtful.
  struct Finding: Sendable {
    /// The id of the record that the finding is told of.
    var about: String
    /// The figures that a conflict must name to have recorded the finding; empty for another kind of record.
    var figures: [String] = []
    /// What was seen, as arithmetic where there is some.
    var words: Name
    var origin: Origin
  }

  /// Printed in brackets at the end of a message: `sum-mismatch`.
  package let id: String
  package let name: Name
  /// What it looks for and why, with an example.
  package let explanation: Name
  /// How to mend what was found, or to have it accepted.
  package let remedy: Name
  package let severity: Diagnostic.Severity
  /// Finds it in a dataset that loads; empty for what the loader itself refuses or warns about.
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

/// What rules look at: a dataset and its board on the day of its newest document.
struct CheckContext: Sendable {
  let dataset: Dataset
  let board: Board
  /// What the rules of arithmetic found; the board's conflicts come from the same ones.
  let arithmetic: [ArithmeticRules.Finding]

  init(dataset: Dataset) {
    self.dataset = dataset
    let newest = dataset.sources.map(\.knownOn).max() ?? .distantFuture
    board = Board(dataset, asOf: newest)
    arithmetic = ArithmeticRules(dataset: dataset, figures: board.figures).findings()
  }

  /// The findings of one rule of arithmetic.
  func findings(_ rule: ArithmeticRules.Finding.Rule) -> [CheckRule.Finding] {
    arithmetic.filter { $0.rule == rule }.map { finding in
      let first = finding.figures.first ?? ""
      return CheckRule.Finding(
        about: first, figures: finding.figures + finding.unlisted, words: finding.computed,
        origin: dataset.figures[first]?.origin ?? .unknown)
    }
  }

  /// A finding about one figure, with those that it is compared with.
  func finding(_ figure: Figure, beside others: [Figure] = [], _ words: Name) -> CheckRule.Finding {
    CheckRule.Finding(
      about: figure.id, figures: [figure.id] + others.map(\.id), words: words, origin: figure.origin)
  }
}
