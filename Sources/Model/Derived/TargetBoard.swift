/// Computes the progress of every target of a dataset from the figures that were known on a day.
struct TargetBoard {
  let dataset: Dataset
  /// The figures that count on the day, in the order of the files.
  let figures: [Figure]
  let asOf: Day
  /// The last day that is looked at.
  private let last: Day
  private let precedence: Precedence
  private let byTopic: [Topic: [Figure]]
  private let bases: BaseFinder

  init(dataset: Dataset, figures: [Figure], asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.figures = figures
    self.asOf = asOf
    last = through ?? asOf
    precedence = Precedence(dataset, figures: figures, asOf: asOf)
    byTopic = Dictionary(grouping: figures, by: Topic.init)
    bases = BaseFinder(dataset: dataset, figures: byTopic)
  }

  /// Every target, worst first by schedule ratio; see `TargetOrder`. Equal ones keep the order of the files.
  func rows() -> [TargetProgress] {
    var rows: [TargetProgress] = []
    for target in figures where target.plan != nil && isTarget(target) {
      guard let planID = target.plan, let plan = dataset.plans[planID],
        let indicator = dataset.indicators[target.indicator]
      else { continue }
      rows.append(row(target, plan, indicator, among: byTopic[Topic(target)] ?? []))
    }
    addYearLights(&rows)
    return rows.sorted(byKey: TargetOrder.init, <)
  }

  /// What a statement is about, whatever the time.
  struct Topic: Hashable {
    let subject: Subject
    let indicator: String

    init(subject: Subject, indicator: String) {
      (self.subject, self.indicator) = (subject, indicator)
    }

    init(_ figure: Figure) { self.init(subject: figure.subject, indicator: figure.indicator) }
  }

  /// Goals of the district, its clusters and parks. What a single project or firm wants belongs to its own page, and a
  /// number that only describes is no goal.
  private func isTarget(_ figure: Figure) -> Bool {
    dataset.indicators[figure.indicator]?.isDescriptive != true && figure.subject.kind != .project
      && figure.subject.kind != .enterprise
  }

  private func row(_ target: Figure, _ plan: Plan, _ indicator: Indicator, among all: [Figure])
    -> TargetProgress
  {
    let rivals = all.filter { $0.plan != nil && $0.id != target.id && $0.kind == target.kind }
    let sameTime = rivals.filter { $0.period.end == target.period.end }
    let happened = all.filter { $0.plan == nil }
    let years = reportedYears(of: target)
    var row = TargetProgress(
      indicator: indicator, plan: plan, target: target,
      alternatives: rivals.filter { $0.plan != target.plan }.sorted(byKey: precedence.standing, >),
      isSecondary: isSecondary(target, among: sameTime),
      history: years ?? comparable(happened, with: target, indicator), status: .noData, isStale: false)
    row.decision = decision(on: target, among: sameTime)
    row.partial = partial(happened, after: row.observation, target: target)
    row.isStale = isStale(row, indicator)
    // The last day of a period that is looked back at is over, today is not.
    row.isDue = target.period.end < last || (target.period.end == last && last < asOf)
    row.isYearly = years != nil
    switch target.kind {
    case _ where target.isWorded: row.obstacle = .noNumber
    case _ where row.isYearly: judge(&row)
    case .growth: judgeGrowth(&row)
    case .cumulative: measureSum(&row)
    case .target, .share, .actual: measureLevel(&row, happened)
    }
    if row.observation == nil, row.obstacle == nil { row.obstacle = obstacle(happened, target, indicator) }
    return row
  }

  // MARK: Which figures compare

  private func comparable(_ happened: [Figure], with target: Figure, _ indicator: Indicator) -> [Figure] {
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

  private func isLevel(_ figure: Figure, _ indicator: Indicator) -> Bool {
    figure.kind == .actual || (indicator.measure == .ratio && figure.kind == .share)
  }

  private func isSamePeriod(_ left: Figure, _ right: Figure) -> Bool {
    left.period.start == right.period.start && left.period.end == right.period.end
  }

  /// A year inside the time of a sum, or what a document adds up from its beginning.
  private func isPart(_ figure: Figure, of target: Figure) -> Bool {
    guard figure.period.start >= target.period.start else { return false }
    return (figure.kind == .actual && figure.period.isYear)
      || (figure.kind == .cumulative && figure.period.start == target.period.start)
  }

  private func samePeriodLength(_ figure: Figure, _ target: Figure, _ indicator: Indicator) -> Bool {
    indicator.measure != .flow || abs(figure.period.days - target.period.days) <= 1
  }

  private func known(_ figure: Figure) -> Day {
    figure.citations.compactMap { dataset.sources[$0.source]?.knownOn }.min() ?? .distantPast
  }

  // MARK: Levels

  private func measureLevel(_ row: inout TargetProgress, _ happened: [Figure]) {
    guard let observation = row.observation,
      let actual = dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.actual = actual
    row.attainment = Formula.attainment(actual: actual, target: row.target.value)
    row.base = bases.base(of: row.target, row.plan, row.indicator, among: row.history)
    guard let base = row.base else {
      row.obstacle = .noBase
      return judge(&row)
    }
    addOutlook(&row, actual: actual, at: observation.period.end)
    guard base.day < observation.period.end, let time = PlanTime(from: base.day, to: row.target.period.end)
    else {
      (row.status, row.obstacle) = (.noDataSinceBase, .onlyBase)
      return
    }
    row.asksForNothing = asksForNothing(row.target, of: base, row.indicator)
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
    judge(&row)
    if row.status != .reached { row.projection = projection(of: row, measure) }
  }

  /// Reached, or missed where the figure is of the target's own time; otherwise the status stays.
  private func judge(_ row: inout TargetProgress) {
    guard let observation = row.observation,
      let actual = row.actual ?? dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.actual = actual
    row.attainment = Formula.attainment(actual: actual, target: row.target.value)
    if reaches(actual, row.target, row.indicator) {
      row.status = .reached
      row.isEarly = !row.isYearly && isFinal(row) && wasReachedBefore(row)
    } else if row.isYearly || isFinal(row) {
      row.status = Status(missedWith: attained(row), thresholds: dataset.vocabulary.thresholds)
    }
  }

  private func isFinal(_ row: TargetProgress) -> Bool {
    row.observation?.period.end == row.target.period.end
  }

  private func wasReachedBefore(_ row: TargetProgress) -> Bool {
    row.history.dropLast().contains { figure in
      figure.period.end > (row.base?.day ?? .distantPast)
        && dataset.value(of: figure, in: row.target.unit).map { reaches($0, row.target, row.indicator) }
          == true
    }
  }

  /// The part of the target that was attained; where lower is better, target / actual.
  private func attained(_ row: TargetProgress) -> Double {
    guard let attainment = row.attainment, attainment > 0 else { return 0 }
    return row.indicator.better == .higher ? attainment : 1 / attainment
  }

  private func reaches(_ actual: Double, _ target: Figure, _ indicator: Indicator) -> Bool {
    switch (indicator.better, target.comparator) {
    case (.higher, .over): actual > target.value
    case (.higher, _): actual >= target.value
    case (.lower, .under): actual < target.value
    case (.lower, _): actual <= target.value
    }
  }

  /// Whether the base reaches the target. A computed base may miss it by a thousandth: it is not known better than the
  /// growth of one decimal that it follows from.
  private func asksForNothing(_ target: Figure, of base: Base, _ indicator: Indicator) -> Bool {
    reaches(base.value, target, indicator)
      || (base.isComputed && abs(target.value - base.value) < abs(base.value) * 0.001)
  }

  private func isWorse(_ actual: Double, than base: Double, _ indicator: Indicator) -> Bool {
    indicator.better == .higher ? actual < base : actual > base
  }

  /// What is needed from the newest figure to the target.
  private func addOutlook(_ row: inout TargetProgress, actual: Double, at day: Day) {
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

  /// Two intervals at least: the base and two figures after it.
  private func projection(of row: TargetProgress, _ measure: TargetMeasure) -> Projection? {
    guard let base = row.base, let actual = row.actual, let observation = row.observation else { return nil }
    let times = Set(row.history.map(\.period.end).filter { $0 > base.day })
    guard times.count >= 2 else { return .tooFewFigures }
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

  // MARK: Growth, sums, years

  /// A growth target against the growth of the same period, in points.
  private func judgeGrowth(_ row: inout TargetProgress) {
    guard let observation = row.observation,
      let actual = dataset.value(of: observation, in: row.target.unit)
    else { return }
    row.shortfall = actual - row.target.value
    judge(&row)
  }

  /// A sum over several years against the sum of the years known, on a straight path from nothing.
  private func measureSum(_ row: inout TargetProgress) {
    let target = row.target
    guard let sum = YearSum(row.history, of: target, in: dataset) else { return }
    row.history = sum.figures
    row.actual = sum.value
    row.attainment = Formula.attainment(actual: sum.value, target: target.value)
    // A ceiling on a sum holds only once its time is over.
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

  /// The lights of the year: sums since January against the task that a plan of one year sets, by months.
  private func addYearLights(_ rows: inout [TargetProgress]) {
    var lights: [Topic: YearLight] = [:]
    for row in rows where row.target.period.isYear && row.plan.start.year == row.plan.end.year {
      guard let light = yearLight(of: row) else { continue }
      let topic = Topic(row.target)
      if light.actual.period.end > lights[topic]?.actual.period.end ?? .distantPast { lights[topic] = light }
    }
    guard !lights.isEmpty else { return }
    for index in rows.indices { rows[index].yearLight = lights[Topic(rows[index].target)] }
  }

  private func yearLight(of row: TargetProgress) -> YearLight? {
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

  /// What is reported year by year for a yearly commitment and compares with it, oldest first; nil for any other target.
  private func reportedYears(of target: Figure) -> [Figure]? {
    CommitmentBoard(dataset: dataset, figures: figures).comparable(with: target)
  }

  // MARK: Which statement is shown

  private func isSecondary(_ target: Figure, among rivals: [Figure]) -> Bool {
    guard !rivals.isEmpty else { return false }
    let own = precedence.standing(of: target)
    return rivals.contains { precedence.standing(of: $0) > own }
  }

  /// The rule between a target and the strongest of its rivals, those of other plans first; nil without any.
  private func decision(on target: Figure, among rivals: [Figure]) -> Precedence.Decision? {
    let others = rivals.filter { $0.plan != target.plan }
    return (others.isEmpty ? rivals : others).max {
      precedence.standing(of: $0) < precedence.standing(of: $1)
    }
    .map { precedence.decision(between: target, and: $0) }
  }

  // MARK: What is missing

  private func partial(_ happened: [Figure], after observation: Figure?, target: Figure) -> Figure? {
    happened.filter {
      $0.kind == .cumulative && $0.scope == target.scope && $0.period.start.year == $0.period.end.year
        && $0.period.end > (observation?.period.end ?? .distantPast)
    }.max { $0.period.end < $1.period.end }
  }

  private func isStale(_ row: TargetProgress, _ indicator: Indicator) -> Bool {
    guard let newest = [row.observation, row.partial].compactMap({ $0?.period.end }).max(),
      let allowed = indicator.cadence.allowedAge
    else { return false }
    return asOf.number - newest.number > allowed
  }

  private func obstacle(_ happened: [Figure], _ target: Figure, _ indicator: Indicator) -> Obstacle {
    let levels = happened.filter { figure in
      target.kind == .growth
        ? figure.kind == .growth : isLevel(figure, indicator) || figure.kind == .cumulative
    }
    guard !levels.isEmpty else { return .noObservation }
    if levels.allSatisfy({ $0.scope != target.scope }) { return .otherScope }
    if levels.allSatisfy({ dataset.value(of: $0, in: target.unit) == nil }) { return .otherUnit }
    return .otherPeriod
  }
}
