/// The formulas of the figures that are computed, each in one place. All are pure; nil means: cannot be computed.
public enum Formula {
  /// Attainment 完成率, a fraction: actual / target. Above 1 when the target is exceeded; nil for a target of zero.
  public static func attainment(actual: Double, target: Double) -> Double? {
    target == 0 ? nil : actual / target
  }

  /// Progress, a fraction: (actual − baseline) / (target − baseline).
  ///
  /// The same formula serves when lower is better (0.84 to at most 0.6). Negative when the figure moved away from its
  /// target, above 1 beyond it; nil when baseline and target are equal.
  public static func progress(actual: Double, baseline: Double, target: Double) -> Double? {
    target == baseline ? nil : (actual - baseline) / (target - baseline)
  }

  /// Pace 序时进度, a fraction in 0...1: the part of the time from the end of the baseline to the end of the plan that
  /// has passed at `day`, in days.
  public static func pace(at day: Day, from start: Day, to end: Day) -> Double {
    let length = end.number - start.number
    guard length > 0 else { return 1 }
    return min(max(Double(day.number - start.number) / Double(length), 0), 1)
  }

  /// Required yearly growth, a fraction: (target / actual)^(1 / years) − 1. Nil unless all three are positive.
  public static func requiredGrowth(actual: Double, target: Double, years: Double) -> Double? {
    guard actual > 0, target > 0, years > 0 else { return nil }
    return power(target / actual, 1 / years) - 1
  }

  /// Average yearly growth between two levels, a fraction: (later / earlier)^(1 / years) − 1.
  public static func averageGrowth(from earlier: Double, to later: Double, years: Double) -> Double? {
    requiredGrowth(actual: earlier, target: later, years: years)
  }

  /// Whether a sum of printed values is the printed total, up to what adding binary fractions loses.
  public static func isSum(_ sum: Double, _ total: Double) -> Bool {
    abs(sum - total) <= 1e-9 * max(1, abs(total))
  }

  /// The level a period earlier, from a published growth in percent: actual / (1 + growth / 100).
  public static func previousLevel(actual: Double, growthPercent: Double) -> Double? {
    growthPercent <= -100 ? nil : actual / (1 + growthPercent / 100)
  }

  /// Contribution to the growth of a whole in percentage points: 100 · (part now − part before) / whole before.
  public static func contribution(part: Double, partBefore: Double, wholeBefore: Double) -> Double? {
    wholeBefore > 0 ? 100 * (part - partBefore) / wholeBefore : nil
  }

  /// Years until `target` is reached at a constant yearly growth: ln(target / actual) / ln(1 + growth). Zero when it is
  /// reached; nil when the figure does not move towards it.
  public static func yearsToReach(target: Double, from actual: Double, growth: Double) -> Double? {
    guard target > 0, actual > 0, growth > -1 else { return nil }
    if target == actual { return 0 }
    let step = logarithm(1 + growth)
    let distance = logarithm(target / actual)
    guard step != 0, distance / step > 0 else { return nil }
    return distance / step
  }
}
