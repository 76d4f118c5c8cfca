extension TargetProgress {
  /// The gap as people are shown it: none once the target is reached, where it says nothing any more.
  public var shownGap: Double? { status == .reached ? nil : gap }

  /// Attainment as people are shown it. Where lower is better it is the distance from the target, because 140 % of it
  /// would look like success: `36.1%`, `高40%`, `+40%`; nil without a figure.
  public func shownAttainment(_ language: Language) -> String? {
    guard let attainment else { return nil }
    guard indicator.better == .lower else { return Decimal.percent(attainment) }
    let distance = Decimal.percent(abs(attainment - 1), digits: 0)
    return attainment > 1
      ? (language == .zh ? "高" : "+") + distance : (language == .zh ? "低" : "-") + distance
  }

  /// How a bar shows it that runs from the baseline to the target: what is filled, and where pace should be; what lies
  /// between the two is the gap.
  ///
  /// Both are fractions of the length. A reached target fills it; nil while no progress is measured.
  public var onBar: (filled: Double, pace: Double?)? {
    if status == .reached { return (1, nil) }
    return progress.map { (min($0, 1), pace) }
  }
}
