extension TargetProgress {
  /// How a bar shows it whose whole length is the target: what is filled, and where pace should be on the same scale.
  ///
  /// Filled by attainment, or by progress when lower is better; all are fractions of the length, nil without a figure.
  public var onBar: (filled: Double, pace: Double?)? {
    guard let filled = indicator.better == .lower ? progress : attainment else { return nil }
    guard indicator.better == .higher, let pace, let baseline, target.value != 0 else {
      return (filled, pace)
    }
    return (filled, (baseline.value + pace * (target.value - baseline.value)) / target.value)
  }
}
