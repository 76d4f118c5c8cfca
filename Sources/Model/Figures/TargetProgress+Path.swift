import Domain

extension TargetProgress {
  /// The yearly growth of its compound path from base to target, a fraction; nil on a linear path.
  package var pathGrowth: Double? {
    guard let base, let years = pathYears, measure?.path == .compound, base.value > 0, target.value > 0 else {
      return nil
    }
    return Formula.averageGrowth(from: base.value, to: target.value, years: years)
  }

  /// The yearly change of its linear path from base to target, in the unit of the target; nil on a compound path.
  package var pathChange: Double? {
    guard let base, let years = pathYears, measure?.path == .linear else { return nil }
    return (target.value - base.value) / years
  }

  /// The years from base to target.
  private var pathYears: Double? {
    guard let measure, measure.elapsed > 0 else { return nil }
    return measure.monthsGone / measure.elapsed / 12
  }

  /// What a sum for part of a year is of the level that a compound path asks for in the whole year, a fraction; nil without
  /// such a sum or path. No judgement: the rest of the year is not known.
  package var partialShare: Double? {
    guard let partial, let base, let length = pathYears, measure?.path == .compound,
      partial.unit == target.unit,
      partial.value > 0
    else { return nil }
    let elapsed = Double(partial.period.end.year - base.day.year) / length
    guard elapsed > 0, elapsed <= 1,
      let expected = Formula.expected(
        base: base.value, target: target.value, elapsed: elapsed, path: .compound),
      expected > 0
    else { return nil }
    return partial.value / expected
  }

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
