import Domain

extension TargetBoard {
  func comparable(_ happened: [Figure], with target: Figure, _ indicator: Indicator) -> [Figure] {
    happened.filter { figure in
      guard figure.scope == target.scope, figure.period.end <= target.period.end,
        dataset.value(of: figure, in: target.unit) != nil
      else { return false }
      switch target.kind {
      case .growth: return figure.kind == .growth && isSamePeriod(figure, target)
      case .cumulative: return isPart(figure, of: target)
      default: return isLevel(figure, indicator) && samePeriodLength(figure, target, indicator)
      }
    }
    .sorted(byKey: { ($0.period.end, known($0)) }, <)
  }

  func isLevel(_ figure: Figure, _ indicator: Indicator) -> Bool {
    figure.kind == .actual || (indicator.measure == .ratio && figure.kind == .share)
  }

  func isSamePeriod(_ left: Figure, _ right: Figure) -> Bool {
    left.period.start == right.period.start && left.period.end == right.period.end
  }

  /// Whether a figure is a part of a cumulative target: a year within its period, or a printed sum since its start.
  func isPart(_ figure: Figure, of target: Figure) -> Bool {
    guard figure.period.start >= target.period.start else { return false }
    return (figure.kind == .actual && figure.period.isYear)
      || (figure.kind == .cumulative && figure.period.start == target.period.start)
  }

  func samePeriodLength(_ figure: Figure, _ target: Figure, _ indicator: Indicator) -> Bool {
    indicator.measure != .flow || abs(figure.period.days - target.period.days) <= 1
  }

  func known(_ figure: Figure) -> Day {
    figure.citations.compactMap { dataset.sources[$0.source]?.knownOn }.min() ?? .distantPast
  }
}
