import Domain
import Figures

/// The derivation of a computed figure or a status, detailed enough to repeat with a calculator.
package struct Explanation: Equatable, Sendable {
  /// A value that a document prints.
  package struct Input: Equatable, Sendable {
    /// What the input is in the computation: target, actual, figure used for the base.
    package var name: Name
    /// The value with unit and period, as shown.
    package var text: Name
    /// Nil when it is not a number.
    package var value: Double?
    /// The id of the figure; nil when it is not a figure.
    package var figure: String?
    /// The places that print it.
    package var citations: [Citation]
  }

  /// One computation.
  package struct Step: Equatable, Sendable {
    /// The name of the result in programs, such as `schedule_ratio`.
    package var id: String
    /// The computed quantity.
    package var name: Name
    /// The formula in words.
    package var formula: Name
    /// The formula with numbers: decimal numbers, `+ - * / ^ ( )` and `ln( )`.
    package var expression: String
    /// The unrounded result, in the unit of the target; a fraction for shares of time.
    package var result: Double
    /// The result with its unit.
    package var text: Name
  }

  /// A conclusion from the steps, with the reason.
  package struct Conclusion: Equatable, Sendable {
    /// What is concluded: status, methods, due.
    package var name: Name
    /// The conclusion.
    package var text: Name
    /// The limit or rule that leads to it; empty if it needs none.
    package var reason: Name
  }

  /// The id that was asked for.
  package var id: String
  /// The subject, the indicator and the plan.
  package var title: Name
  /// The printed figures, in the order of their use.
  package var inputs: [Input] = []
  /// The computations, each from inputs and earlier steps.
  package var steps: [Step] = []
  /// What follows from the steps.
  package var conclusions: [Conclusion] = []

  init(_ id: String, title: Name) {
    (self.id, self.title) = (id, title)
  }

  // MARK: Building

  mutating func add(_ figure: Figure, as name: Name, _ dataset: Dataset) {
    guard !inputs.contains(where: { $0.figure == figure.id }) else { return }
    let subject =
      figure.subject == .district
      ? Name(both: "") : dataset.name(of: figure.subject) + Name(zh: " ", en: ", ")
    inputs.append(
      Input(
        name: subject + name,
        text: Name(
          zh: "\(dataset.exactLabel(figure, .zh))（\(figure.period.label(.zh))）",
          en: "\(Self.english(figure, dataset)), \(figure.period.label(.en))"),
        value: figure.isInWords ? nil : figure.value, figure: figure.id, citations: figure.citations))
  }

  /// Returns an input as the formulas compute with it, and in its usual form.
  private static func english(_ figure: Figure, _ dataset: Dataset) -> String {
    figure.isInWords || figure.upper != nil || figure.comparator != .equal
      ? dataset.exactLabel(figure, .en)
      : dataset.computedLabel(figure.value, unit: figure.unit, of: figure.indicator, .en)
  }

  /// - Parameter text: the result as shown; nil formats the number.
  mutating func add(
    _ id: String, _ name: Name, _ formula: Name, _ expression: String, _ result: Double?, text: Name? = nil
  ) {
    guard let result else { return }
    steps.append(
      Step(
        id: id, name: name, formula: formula, expression: expression, result: result,
        text: text ?? Name(both: Explanation.number(result))))
  }

  mutating func conclude(_ name: Name, _ text: Name, _ reason: Name) {
    conclusions.append(Conclusion(name: name, text: text, reason: reason))
  }

  /// Formats a number for an expression: six decimals, or nine below 0.01; negative ones in brackets.
  static func number(_ value: Double) -> String {
    let text = Decimal.text(value, digits: abs(value) < 0.01 ? 9 : 6)
    return value < 0 ? "(\(text))" : text
  }
}

extension Board {
  /// Explains a target, a cluster, a project, a conflict or a figure that targets are measured by.
  ///
  /// - Parameter id: the id of the record; `cluster/ID`, `project/ID` and `conflict/ID` choose between records of
  ///   several kinds with the same id.
  /// - Returns: nil when no record with that id is known on the day, or nothing is computed from it.
  package func explanation(of id: String) -> Explanation? {
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    let (kind, name) = parts.count == 2 ? (parts[0], parts[1]) : ("", id)
    let all: [(String, () -> Explanation?)] = [
      ("target", { explainTarget(name) }), ("cluster", { explainCluster(name) }),
      ("project", { explainProject(name) }), ("conflict", { explainConflict(name) }),
      ("figure", { explainFigure(name) }),
    ]
    return all.lazy.filter { kind.isEmpty || $0.0 == kind }.compactMap { $0.1() }.first
  }

  /// The ids that can be explained, for suggestions and completion.
  package var explainable: [String] {
    targets.map(\.target.id) + clusters.map(\.cluster.id) + projects.map(\.project.id) + conflicts.map(\.id)
  }

  private func explainTarget(_ id: String) -> Explanation? {
    target(id).map { TargetExplainer($0, self).explanation }
  }

  private func explainCluster(_ id: String) -> Explanation? {
    clusters.first { $0.cluster.id == id }.map { explain($0) }
  }

  private func explainProject(_ id: String) -> Explanation? {
    position(ofProject: id).map { explain(projects[$0]) }
  }

  private func explainConflict(_ id: String) -> Explanation? {
    conflicts.first { $0.id == id }.map { explain($0) }
  }

  /// Explains the first target that is measured by the figure.
  private func explainFigure(_ id: String) -> Explanation? {
    targets.first { row in
      !row.isSecondary && (row.observation?.id == id || row.base?.statements.contains { $0.id == id } == true)
    }.map { TargetExplainer($0, self).explanation }
  }
}
