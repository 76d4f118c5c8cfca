/// Computes the progress of every target of a dataset from the figures that were known on a day.
struct TargetBoard {
  let dataset: Dataset
  /// The figures that count on the day, in the order of the files.
  let figures: [Figure]
  let asOf: Day
  /// The last day that is looked at.
  private let last: Day
  private let preferred: Set<String>

  init(dataset: Dataset, figures: [Figure], asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.figures = figures
    self.asOf = asOf
    last = through ?? asOf
    preferred = Set(dataset.conflicts.compactMap(\.preferred))
  }

  /// Every target, worst gap first, then those without one in the order of the files.
  func rows() -> [TargetProgress] {
    let byTopic = Dictionary(grouping: figures, by: Topic.init)
    var rows: [TargetProgress] = []
    for target in figures where target.plan != nil && isTarget(target) {
      guard let planID = target.plan, let plan = dataset.plans[planID],
        let indicator = dataset.indicators[target.indicator]
      else { continue }
      rows.append(row(target, plan, indicator, among: byTopic[Topic(target)] ?? []))
    }
    return rows.sorted(byKey: { $0.gap ?? .infinity }, <)
  }

  /// What a statement is about, whatever the time.
  struct Topic: Hashable {
    let subject: Subject
    let indicator: String

    init(_ figure: Figure) {
      subject = figure.subject
      indicator = figure.indicator
    }
  }

  /// Goals of the district, its clusters and parks. What a single project or firm wants belongs to its own page, and a
  /// number that only describes is no goal.
  private func isTarget(_ figure: Figure) -> Bool {
    guard figure.kind != .cumulative, dataset.indicators[figure.indicator]?.isDescriptive != true else {
      return false
    }
    return figure.subject.kind != .project && figure.subject.kind != .enterprise
  }

  private func row(_ target: Figure, _ plan: Plan, _ indicator: Indicator, among all: [Figure])
    -> TargetProgress
  {
    let rivals = all.filter { $0.plan != nil && $0.id != target.id && $0.kind == target.kind }
    let sameTime = rivals.filter { $0.period.end == target.period.end }
    let happened = all.filter { $0.plan == nil }
    let years = reportedYears(of: target)
    let comparable =
      years
      ?? happened.filter {
        compares($0, with: target, indicator) && (target.kind != .growth || $0.period.start >= plan.start)
      }
      .sorted(byKey: { ($0.period.end, known($0)) }, <)
    var row = TargetProgress(
      indicator: indicator, plan: plan, target: target,
      alternatives: rivals.filter { $0.plan != target.plan }.sorted(byKey: precedence, >),
      isSecondary: isSecondary(target, among: sameTime), history: comparable,
      status: .noData, isStale: false)
    row.partial = partial(happened, after: row.observation, target: target)
    row.isStale = isStale(row, indicator)
    // The last day of a period that is looked back at is over, today is not.
    row.isDue = target.period.end < last || (target.period.end == last && last < asOf)
    row.isYearly = years != nil
    guard let observation = row.observation, let actual = value(of: observation, in: target.unit) else {
      row.obstacle = obstacle(happened, target, indicator)
      return row
    }
    row.attainment = Formula.attainment(actual: actual, target: target.value)
    let isReached = reaches(actual, target, indicator)
    row.yearsLeft = max(0, Double(target.period.end.number - observation.period.end.number) / 365.25)
    if !isReached, let years = row.yearsLeft, target.kind == .target {
      row.requiredGrowth = Formula.requiredGrowth(actual: actual, target: target.value, years: years)
    }
    row.baseline = baseline(for: target, plan, comparable, all)
    if isReached { row.status = .reached }
    guard let baseline = row.baseline else {
      row.obstacle = .noBaseline
      return row
    }
    guard baseline.day < observation.period.end else {
      row.obstacle = .onlyBaseline
      if !isReached { row.status = .nothingNew }
      return row
    }
    measure(&row, actual: actual, baseline: baseline, observation: observation)
    if isReached { row.status = .reached }
    return row
  }

  private func isSecondary(_ target: Figure, among rivals: [Figure]) -> Bool {
    guard !rivals.isEmpty else { return false }
    let own = precedence(target)
    return rivals.contains { precedence($0) > own }
  }

  /// Which of several statements of a target is shown: by the rank of its plan, then the one that a recorded conflict
  /// prefers, then the plan's own document before others that repeat it, then the first of the files.
  private func precedence(_ figure: Figure) -> (Int, Int, Int, Int) {
    let plan = figure.plan.flatMap { dataset.plans[$0] }
    let isOwn = plan.map { plan in figure.citations.contains { $0.source == plan.source } } ?? false
    return (
      plan?.rank ?? 0, preferred.contains(figure.id) ? 1 : 0, isOwn ? 1 : 0,
      -(dataset.figures.position(of: figure.id) ?? 0)
    )
  }

  /// What is reported year by year for a yearly commitment and compares with it, oldest first; nil for any other target.
  private func reportedYears(of target: Figure) -> [Figure]? {
    CommitmentBoard(dataset: dataset, figures: figures).comparable(with: target)
  }

  private func measure(_ row: inout TargetProgress, actual: Double, baseline: Baseline, observation: Figure) {
    let target = row.target
    let pace = Formula.pace(at: observation.period.end, from: baseline.day, to: target.period.end)
    row.pace = pace
    row.progress = Formula.progress(actual: actual, baseline: baseline.value, target: target.value)
    let years = Double(observation.period.end.number - baseline.day.number) / 365.25
    row.observedGrowth = Formula.averageGrowth(from: baseline.value, to: actual, years: years)
    if let growth = row.observedGrowth,
      let wait = Formula.yearsToReach(target: target.value, from: actual, growth: growth), wait < 100
    {
      row.projectedYear = observation.period.year + Int(wait.rounded(.up))
    }
    guard let progress = row.progress else { return }
    let gap = (progress - pace) * 100
    row.gap = gap
    row.status = Status(gap: gap, thresholds: dataset.vocabulary.thresholds)
  }

  /// Whether an observation may be set against a target: same scope, unit of the same dimension, same length of time.
  private func compares(_ figure: Figure, with target: Figure, _ indicator: Indicator) -> Bool {
    figure.scope == target.scope && isObservation(figure, of: target, indicator)
      && value(of: figure, in: target.unit) != nil && samePeriodLength(figure, target, indicator)
      && figure.period.end <= target.period.end
  }

  private func isObservation(_ figure: Figure, of target: Figure, _ indicator: Indicator) -> Bool {
    switch target.kind {
    case .growth: figure.kind == .growth
    case .target, .share: figure.kind == .actual || (indicator.measure == .ratio && figure.kind == .share)
    case .actual, .cumulative: false
    }
  }

  private func samePeriodLength(_ figure: Figure, _ target: Figure, _ indicator: Indicator) -> Bool {
    indicator.measure != .flow || abs(figure.period.days - target.period.days) <= 1
  }

  private func known(_ figure: Figure) -> Day {
    figure.citations.compactMap { dataset.sources[$0.source]?.knownOn }.min() ?? .distantPast
  }

  /// The value of a figure in another unit of the same dimension; nil when the dimensions differ.
  func value(of figure: Figure, in unit: String) -> Double? {
    if figure.unit == unit { return figure.value }
    guard let from = dataset.units[figure.unit], let to = dataset.units[unit], from.dimension == to.dimension,
      to.scale != 0
    else { return nil }
    return figure.value * from.scale / to.scale
  }

  private func reaches(_ actual: Double, _ target: Figure, _ indicator: Indicator) -> Bool {
    switch (indicator.better, target.comparator) {
    case (.higher, .over): actual > target.value
    case (.higher, _): actual >= target.value
    case (.lower, .under): actual < target.value
    case (.lower, _): actual <= target.value
    }
  }

  /// The plan's own baseline; without one the level a year before the first observation, computed from the published
  /// growth; without that the last observation before the plan began.
  private func baseline(for target: Figure, _ plan: Plan, _ observations: [Figure], _ all: [Figure])
    -> Baseline?
  {
    if let period = plan.baseline,
      let figure = observations.last(where: { $0.period == period }),
      let value = value(of: figure, in: target.unit)
    {
      return Baseline(value: value, day: period.end, figure: figure, isComputed: false)
    }
    if let figure = observations.last(where: { $0.period.end < plan.start }),
      let value = value(of: figure, in: target.unit)
    {
      return Baseline(value: value, day: figure.period.end, figure: figure, isComputed: false)
    }
    for observation in observations where observation.period.isYear {
      guard let growth = publishedGrowth(observation, all),
        let actual = value(of: observation, in: target.unit),
        let level = Formula.previousLevel(actual: actual, growthPercent: growth.value)
      else { continue }
      return Baseline(
        value: level, day: observation.period.start.previous, figure: growth, isComputed: true)
    }
    return nil
  }

  private func publishedGrowth(_ observation: Figure, _ all: [Figure]) -> Figure? {
    all.last {
      $0.kind == .growth && $0.plan == nil && $0.unit == "%" && $0.scope == observation.scope
        && $0.period == observation.period
    }
  }

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
    let levels = happened.filter { isObservation($0, of: target, indicator) || $0.kind == .cumulative }
    guard !levels.isEmpty else { return .noObservation }
    if levels.allSatisfy({ $0.scope != target.scope }) { return .otherScope }
    if levels.allSatisfy({ value(of: $0, in: target.unit) == nil }) { return .otherUnit }
    return .otherPeriod
  }
}
