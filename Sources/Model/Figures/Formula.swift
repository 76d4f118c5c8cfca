import Domain

/// The formulas of all computed figures, each in one place.
///
/// All are pure; nil means that the figure cannot be computed. All levels of one call are in the same unit. Fractions
/// are not percentages. `elapsed` runs from 0 at the base to 1 at the target.
package enum Formula {
  // MARK: The path of a target

  /// Returns the level that a target requires at a point of its path 应达.
  ///
  /// Compound: base · (target / base)^elapsed. Linear: base + (target − base) · elapsed. Nil for a compound path
  /// through zero or below. Source: the planned value of earned value management (ANSI/EIA-748) on either path.
  package static func expected(base: Double, target: Double, elapsed: Double, path: Indicator.Path) -> Double?
  {
    switch path {
    case .linear: base + (target - base) * elapsed
    case .compound: base > 0 && target > 0 ? base * power(target / base, elapsed) : nil
    }
  }

  /// Returns the share of the path travelled at the actual level 进度: 0 at the base and 1 at the target, negative below
  /// the base, above 1 beyond the target.
  ///
  /// Compound: ln(actual / base) / ln(target / base), the geometric completion 完成进度（几何）by which the National Bureau of
  /// Statistics of China judged the five-year energy targets. Linear: (actual − base) / (target − base). The same
  /// formulas apply where lower is better. Project control calls it earned schedule (Lipke 2003). Nil if base and
  /// target are equal, and for a compound path through zero or below.
  package static func earned(actual: Double, base: Double, target: Double, path: Indicator.Path) -> Double? {
    guard target != base else { return nil }
    switch path {
    case .linear: return (actual - base) / (target - base)
    case .compound:
      guard actual > 0, base > 0, target > 0 else { return nil }
      return logarithm(actual / base) / logarithm(target / base)
    }
  }

  /// Returns the schedule ratio 序时进度完成, a fraction: earned / elapsed. Nil at the base.
  ///
  /// Source: the schedule performance index SPI(t) of earned schedule.
  package static func scheduleRatio(earned: Double, elapsed: Double) -> Double? {
    elapsed > 0 ? earned / elapsed : nil
  }

  /// Returns the lag 滞后 in months: (elapsed − earned) · length. Negative when ahead.
  ///
  /// - Parameters:
  ///   - earned: the part of the path that is reached, a fraction.
  ///   - elapsed: the part of the time that has passed, a fraction.
  ///   - length: the months from the base to the target.
  package static func lag(earned: Double, elapsed: Double, length: Double) -> Double {
    (elapsed - earned) * length
  }

  // MARK: Other methods

  /// Returns linear progress, a fraction: (actual − base) / (target − base). The United Nations and the European Union
  /// measure the distance to a target this way. Nil if base and target are equal.
  package static func linearProgress(actual: Double, base: Double, target: Double) -> Double? {
    earned(actual: actual, base: base, target: target, path: .linear)
  }

  /// Returns R, the ratio of observed to required yearly growth from the base, by which Statistics Canada and Eurostat
  /// judge indicators with a target. On a linear path both are changes per year, so that R is linear progress /
  /// elapsed.
  ///
  /// - Parameters:
  ///   - actual: the actual level.
  ///   - base: the level at the base, in the same unit.
  ///   - target: the target, in the same unit.
  ///   - path: the path from base to target.
  ///   - years: years from the base to the actual level, above 0.
  ///   - length: years from the base to the target, above 0.
  package static func growthRatio(
    actual: Double, base: Double, target: Double, years: Double, length: Double, path: Indicator.Path
  ) -> Double? {
    guard years > 0, length > 0, target != base else { return nil }
    switch path {
    case .linear: return (actual - base) / years / ((target - base) / length)
    case .compound:
      guard let observed = averageGrowth(from: base, to: actual, years: years),
        let required = averageGrowth(from: base, to: target, years: length), required != 0
      else { return nil }
      return observed / required
    }
  }

  /// Returns attainment 完成率, a fraction: actual / target. Above 1 if the actual level exceeds the target; nil for a
  /// target of zero.
  package static func attainment(actual: Double, target: Double) -> Double? {
    target == 0 ? nil : actual / target
  }

  // MARK: Growth

  /// Returns the required yearly growth, a fraction: (target / actual)^(1 / years) − 1. Nil unless all three are
  /// positive.
  package static func requiredGrowth(actual: Double, target: Double, years: Double) -> Double? {
    guard actual > 0, target > 0, years > 0 else { return nil }
    return power(target / actual, 1 / years) - 1
  }

  /// Returns the required change per year in the unit of the levels: (target − actual) / years. Nil unless `years` is
  /// positive.
  package static func requiredChange(actual: Double, target: Double, years: Double) -> Double? {
    years > 0 ? (target - actual) / years : nil
  }

  /// Returns the average yearly growth between two levels, a fraction: (later / earlier)^(1 / years) − 1. Nil unless
  /// all three are positive.
  package static func averageGrowth(from earlier: Double, to later: Double, years: Double) -> Double? {
    requiredGrowth(actual: earlier, target: later, years: years)
  }

  /// Returns the level one period earlier, from a published growth in percent: actual / (1 + growth / 100). Nil for a
  /// growth of −100 % or below.
  package static func previousLevel(actual: Double, growthPercent: Double) -> Double? {
    growthPercent <= -100 ? nil : actual / (1 + growthPercent / 100)
  }

  /// Returns the years until `target` is reached at a constant yearly growth, a fraction: ln(target / actual) / ln(1 +
  /// growth). Zero if it is reached already; nil if the figure does not move towards it.
  package static func yearsToReach(target: Double, from actual: Double, growth: Double) -> Double? {
    guard target > 0, actual > 0, growth > -1 else { return nil }
    if target == actual { return 0 }
    let step = logarithm(1 + growth)
    let distance = logarithm(target / actual)
    guard step != 0, distance / step > 0 else { return nil }
    return distance / step
  }

  /// Returns the years until `target` is reached at a constant change per year: (target − actual) / change. Zero if it
  /// is reached already; nil if the figure does not move towards it.
  package static func yearsToReach(target: Double, from actual: Double, change: Double) -> Double? {
    if target == actual { return 0 }
    guard change != 0, (target - actual) / change > 0 else { return nil }
    return (target - actual) / change
  }

  // MARK: Sums and parts

  /// Whether a sum of printed values equals the printed total, up to rounding errors of binary fractions (relative
  /// 1e-9).
  package static func isSum(_ sum: Double, _ total: Double) -> Bool {
    abs(sum - total) <= 1e-9 * max(1, abs(total))
  }

  /// Returns the contribution to the growth of a whole in percentage points: 100 · (part now − part before) / whole
  /// before. Nil unless the whole was positive before.
  package static func contribution(part: Double, partBefore: Double, wholeBefore: Double) -> Double? {
    wholeBefore > 0 ? 100 * (part - partBefore) / wholeBefore : nil
  }
}
