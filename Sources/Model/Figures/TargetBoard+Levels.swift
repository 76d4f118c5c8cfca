import Domain

extension TargetBoard {
  func measureLevel(_ row: inout TargetProgress, from base: Base?) {
    guard let observation = row.observation,
      let actual = dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.actual = actual
    row.attainment = Formula.attainment(actual: actual, target: row.target.value)
    row.base = base
    guard row.target.definition?.method != .count else {
      (row.status, row.obstacle) = (.notComparable, .countsAbove)
      return judge(&row)
    }
    guard let base else {
      (row.status, row.obstacle) = (.noBase, .noBase)
      return judge(&row)
    }
    addOutlook(&row, actual: actual, at: observation.period.end)
    row.asksForNothing = asksForNothing(row.target, of: base, row.indicator)
    guard base.day < observation.period.end, let time = PlanTime(from: base.day, to: row.target.period.end)
    else {
      (row.status, row.obstacle) = (.noDataSinceBase, .onlyBase)
      return
    }
    let measurer = TargetMeasurer(
      path: dataset.path(of: row.indicator), time: time, base: base.value, target: row.target.value,
      thresholds: dataset.vocabulary.thresholds)
    let measure = measurer.measure(actual, at: observation.period.end, asksForNothing: row.asksForNothing)
    row.measure = measure
    if let ratio = measure.scheduleRatio {
      row.status = Status(scheduleRatio: ratio, thresholds: dataset.vocabulary.thresholds)
    } else if row.asksForNothing {
      row.status = isWorse(actual, than: base.value, row.indicator) ? .movedAway : .onPace
    } else {
      row.obstacle = .noPath
    }
    if let partial = row.partial, row.indicator.measure == .flow, row.indicator.better == .higher,
      let sum = dataset.value(of: partial, in: row.target.unit), sum > actual,
      case let end = Day.last(ofYear: partial.period.year), end <= row.target.period.end
    {
      let least = measurer.measure(sum, at: end, asksForNothing: row.asksForNothing)
      row.floor = least.scheduleRatio.map { Floor(year: partial.period.year, scheduleRatio: $0) }
      // A lower bound of a later year that is better than the light of an earlier one leaves that light behind.
      if let ratio = least.scheduleRatio, end > observation.period.end, row.status.severity > 1 {
        let light = Status(scheduleRatio: ratio, thresholds: dataset.vocabulary.thresholds)
        if light.severity < row.status.severity { (row.status, row.formerStatus) = (.improved, row.status) }
      }
    }
    judge(&row)
    if row.status != .reached { row.projection = projection(of: row, measure) }
  }

  /// Sets the status to reached, or to missed if the figure is for the target's own period; otherwise the status stays.
  func judge(_ row: inout TargetProgress) {
    guard let observation = row.observation,
      let actual = row.actual ?? dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.actual = actual
    row.attainment = Formula.attainment(actual: actual, target: row.target.value)
    if reaches(actual, row.target, row.indicator) {
      row.status = row.isYearly && hasSilentYear(row) ? .keptInPart : .reached
      row.isEarly = !row.isYearly && isFinal(row) && wasReachedBefore(row)
    } else if row.isYearly || isFinal(row) {
      row.status = Status(missedWith: attained(row), thresholds: dataset.vocabulary.thresholds)
    }
  }

  /// Whether a year of a yearly commitment is over and has no comparable figure.
  private func hasSilentYear(_ row: TargetProgress) -> Bool {
    let reported = Set(row.history.map(\.period.year))
    let years = row.target.period.start.year...max(row.target.period.start.year, row.target.period.end.year)
    return years.contains { year in
      let end = Day.last(ofYear: year, month: 12)
      return end <= last && !reported.contains(year)
    }
  }

  func isFinal(_ row: TargetProgress) -> Bool {
    row.observation?.period.end == row.target.period.end
  }

  func wasReachedBefore(_ row: TargetProgress) -> Bool {
    row.history.dropLast().contains { figure in
      figure.period.end > (row.base?.day ?? .distantPast)
        && dataset.value(of: figure, in: row.target.unit).map { reaches($0, row.target, row.indicator) }
          == true
    }
  }

  /// Returns the attained share of the target, a fraction; where lower is better, target / actual.
  func attained(_ row: TargetProgress) -> Double {
    guard let attainment = row.attainment, attainment > 0 else { return 0 }
    return row.indicator.better == .higher ? attainment : 1 / attainment
  }

  func reaches(_ actual: Double, _ target: Figure, _ indicator: Indicator) -> Bool {
    switch (indicator.better, target.comparator) {
    case (.higher, .over): actual > target.value
    case (.higher, _): actual >= target.value
    case (.lower, .under): actual < target.value
    case (.lower, _): actual <= target.value
    }
  }

  /// Whether the base already reaches the target. A computed base may miss it by a thousandth, because it is no more
  /// precise than the growth that it is derived from, which has one decimal.
  func asksForNothing(_ target: Figure, of base: Base, _ indicator: Indicator) -> Bool {
    reaches(base.value, target, indicator)
      || (base.isComputed && abs(target.value - base.value) < abs(base.value) * 0.001)
  }

  func isWorse(_ actual: Double, than base: Double, _ indicator: Indicator) -> Bool {
    indicator.better == .higher ? actual < base : actual > base
  }

  /// Adds the years left, and the growth or change required from the newest figure to the target.
  func addOutlook(_ row: inout TargetProgress, actual: Double, at day: Day) {
    let years = max(0, PlanTime.years(from: day, to: row.target.period.end))
    row.yearsLeft = years
    guard !reaches(actual, row.target, row.indicator) else { return }
    switch dataset.path(of: row.indicator) {
    case .compound:
      row.requiredGrowth = Formula.requiredGrowth(actual: actual, target: row.target.value, years: years)
    case .linear:
      row.requiredChange = Formula.requiredChange(actual: actual, target: row.target.value, years: years)
    }
  }

  /// Returns the projected year. It needs at least two intervals: the base and two figures after it.
  func projection(of row: TargetProgress, _ measure: TargetMeasure) -> Projection? {
    guard let base = row.base, let actual = row.actual, let observation = row.observation else { return nil }
    // The history is ordered by time; the last figure before the newest period end counts.
    let newest = row.history.partitioningIndex { $0.period.end >= observation.period.end }
    guard newest > 0, row.history[newest - 1].period.end > base.day else { return .tooFewFigures }
    let years =
      measure.observedGrowth.map {
        Formula.yearsToReach(target: row.target.value, from: actual, growth: $0)
      } ?? measure.observedChange.map {
        Formula.yearsToReach(target: row.target.value, from: actual, change: $0)
      } ?? nil
    guard let years, years < 10_000 else { return .notWithinTenYears }
    let year = observation.period.year + Int((years - 1e-9).rounded(.up))
    return year <= row.target.period.year + 10 ? .year(year) : .notWithinTenYears
  }
}
