import Domain

/// Measures levels against the path from a base to a target.
struct TargetMeasurer {
  var path: Indicator.Path
  var time: PlanTime
  /// Base and target in one unit.
  var base: Double
  var target: Double
  var thresholds: Vocabulary.Thresholds

  /// Returns the measures of a level; without `earned` and the measures based on it if there is no path.
  ///
  /// - Parameters:
  ///   - day: the end of the period of `actual`, after the base.
  ///   - asksForNothing: whether the base already reaches the target; then there is no path.
  func measure(_ actual: Double, at day: Day, asksForNothing: Bool) -> TargetMeasure {
    let elapsed = time.elapsed(at: day)
    let years = PlanTime.years(from: time.base, to: day)
    var measure = TargetMeasure(path: path, elapsed: elapsed, monthsGone: elapsed * time.months)
    switch path {
    case .compound: measure.observedGrowth = Formula.averageGrowth(from: base, to: actual, years: years)
    case .linear: measure.observedChange = Formula.requiredChange(actual: base, target: actual, years: years)
    }
    guard !asksForNothing,
      let earned = Formula.earned(actual: actual, base: base, target: target, path: path)
    else { return measure }
    measure.expected = Formula.expected(base: base, target: target, elapsed: elapsed, path: path)
    measure.earned = earned
    measure.scheduleRatio = Formula.scheduleRatio(earned: earned, elapsed: elapsed)
    measure.lagMonths = Formula.lag(earned: earned, elapsed: elapsed, length: time.months)
    measure.linearProgress = Formula.linearProgress(actual: actual, base: base, target: target)
    measure.growthRatio = Formula.growthRatio(
      actual: actual, base: base, target: target, years: years,
      length: PlanTime.years(from: time.base, to: time.end), path: path)
    measure.isMethodSensitive = isSensitive(measure)
    return measure
  }

  /// Whether the methods in use yield different statuses.
  private func isSensitive(_ measure: TargetMeasure) -> Bool {
    let ratios = [
      measure.scheduleRatio, measure.linearProgress.map { $0 / measure.elapsed }, measure.growthRatio,
    ]
    return Set(ratios.compactMap { $0.map { Status(scheduleRatio: $0, thresholds: thresholds) } }).count > 1
  }
}
