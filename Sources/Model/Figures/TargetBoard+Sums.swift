import Domain

extension TargetBoard {
  /// Compares a growth target with the growth of the same period, in percentage points.
  func judgeGrowth(_ row: inout TargetProgress) {
    guard let observation = row.observation,
      let actual = dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.shortfall = actual - row.target.value
    judge(&row)
  }

  /// Compares a target for a sum over several years with the sum of the known years, on a linear path from zero.
  func measureSum(_ row: inout TargetProgress) {
    let target = row.target
    guard let sum = YearSum(row.history, of: target, in: dataset) else { return }
    row.history = sum.figures
    row.actual = sum.value
    row.attainment = Formula.attainment(actual: sum.value, target: target.value)
    // A ceiling on a sum can only be judged once its time is over.
    guard row.indicator.better == .higher || sum.end == target.period.end else {
      row.obstacle = .ceiling
      return
    }
    if reaches(sum.value, target, row.indicator) {
      row.status = .reached
      return
    }
    guard sum.missing.isEmpty, let time = PlanTime(from: target.period.start.previous, to: target.period.end)
    else {
      row.obstacle = .missingYears(sum.missing)
      return
    }
    let start = Period(year: target.period.start.year - 1)
    row.base = Base(value: 0, period: start, method: .start)
    let measurer = TargetMeasurer(
      path: .linear, time: time, base: 0, target: target.value, thresholds: dataset.vocabulary.thresholds)
    let measure = measurer.measure(sum.value, at: sum.end, asksForNothing: false)
    row.measure = measure
    row.yearsLeft = PlanTime.years(from: sum.end, to: target.period.end)
    row.requiredChange = row.yearsLeft.flatMap {
      Formula.requiredChange(actual: sum.value, target: target.value, years: $0)
    }
    if let ratio = measure.scheduleRatio {
      row.status = Status(scheduleRatio: ratio, thresholds: dataset.vocabulary.thresholds)
    }
    if sum.end == target.period.end {
      row.status = Status(missedWith: attained(row), thresholds: dataset.vocabulary.thresholds)
    }
  }

  /// Adds the status for the year: the sum since January against the target of a one-year plan, by months.
  func addYearLights(_ rows: inout [TargetProgress]) {
    var lights: [Topic: YearLight] = [:]
    for row in rows where row.target.period.isYear && row.plan.start.year == row.plan.end.year {
      guard let light = yearLight(of: row) else { continue }
      let topic = Topic(row.target)
      if light.actual.period.end > lights[topic]?.actual.period.end ?? .distantPast { lights[topic] = light }
    }
    guard !lights.isEmpty else { return }
    for index in rows.indices {
      rows[index].yearLight = lights[Topic(rows[index].target)]
      measureYear(&rows[index])
    }
  }

  /// Measures the target of a one-year plan by the sum since January, as a path from zero by months, until the figure of the whole
  /// year is known.
  private func measureYear(_ row: inout TargetProgress) {
    guard let light = row.yearLight, light.target.id == row.target.id,
      let actual = dataset.value(of: light.actual, in: row.target.unit),
      let time = PlanTime(from: row.target.period.start.previous, to: row.target.period.end)
    else { return }
    row.history.append(light.actual)
    (row.partial, row.floor) = (nil, nil)
    row.isYearToDate = true
    row.actual = actual
    row.attainment = light.progress
    row.base = Base(value: 0, period: Period(year: row.target.period.year - 1), method: .start)
    row.obstacle = nil
    row.asksForNothing = false
    row.projection = nil
    (row.requiredGrowth, row.requiredChange, row.yearsLeft) = (nil, nil, nil)
    var measure = TargetMeasurer(
      path: .linear, time: time, base: 0, target: row.target.value, thresholds: dataset.vocabulary.thresholds
    ).measure(actual, at: light.actual.period.end, asksForNothing: false)
    // Months count, not days: every month has the same share of the year.
    (measure.elapsed, measure.monthsGone) = (light.elapsed, light.elapsed * 12)
    measure.expected = row.target.value * light.elapsed
    (measure.earned, measure.linearProgress) = (light.progress, light.progress)
    measure.scheduleRatio = light.ratio
    // A part of a year has no growth a year.
    (measure.growthRatio, measure.observedChange) = (nil, nil)
    measure.lagMonths = Formula.lag(earned: light.progress, elapsed: light.elapsed, length: 12)
    measure.isMethodSensitive = false
    row.measure = measure
    row.status = light.status
  }

  func yearLight(of row: TargetProgress) -> YearLight? {
    guard row.indicator.measure == .flow, row.target.kind == .target, !row.isSecondary,
      let sum = row.partial, sum.period.year == row.target.period.year, sum.period.start.month == 1,
      let actual = dataset.value(of: sum, in: row.target.unit),
      let progress = Formula.attainment(actual: actual, target: row.target.value)
    else { return nil }
    let elapsed = Double(sum.period.end.month) / 12
    let ratio = progress / elapsed
    let status =
      reaches(actual, row.target, row.indicator)
      ? .reached : Status(scheduleRatio: ratio, thresholds: dataset.vocabulary.thresholds)
    return YearLight(
      target: row.target, actual: sum, elapsed: elapsed, progress: progress, ratio: ratio, status: status)
  }
}
