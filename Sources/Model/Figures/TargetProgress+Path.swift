import Domain

extension TargetProgress {
  /// A level that a target asks for, at the end of a day.
  package struct Step: Hashable, Sendable {
    /// The share of the time from base to target gone, 0...1.
    package var elapsed: Double
    /// The level, in the unit of the target.
    package var level: Double
  }

  /// Returns the levels that the target asks for from its base to its end, at equal steps of time. Empty for a target
  /// without a path: one without a base, one that asks for nothing, a growth, and a sum over several years, whose
  /// yearly figures are not levels of the sum.
  ///
  /// - Parameters:
  ///   - dataset: decides the path of the indicator.
  ///   - steps: the number of steps, at least 1.
  package func path(in dataset: Dataset, steps: Int) -> [Step] {
    guard let base, base.method != .start, !asksForNothing, !isYearly, target.kind != .growth, steps > 0
    else { return [] }
    let path = dataset.path(of: indicator)
    return (0...steps).compactMap { step in
      let elapsed = Double(step) / Double(steps)
      return Formula.expected(base: base.value, target: target.value, elapsed: elapsed, path: path)
        .map { Step(elapsed: elapsed, level: $0) }
    }
  }
}
