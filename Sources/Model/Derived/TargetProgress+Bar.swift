extension TargetProgress {
  /// How a bar shows it that runs from the baseline to the target: what is filled, and where pace should be; what lies
  /// between the two is the gap.
  ///
  /// Both are fractions of the length. A reached target fills it; nil while no progress is measured.
  public var onBar: (filled: Double, pace: Double?)? {
    if status == .reached { return (1, nil) }
    return progress.map { (min($0, 1), pace) }
  }
}
