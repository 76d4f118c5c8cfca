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
  let bases: BaseFinder
  let commitments: CommitmentBoard

  init(dataset: Dataset, figures: [Figure], asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.figures = figures
    self.asOf = asOf
    last = through ?? asOf
    precedence = Precedence(dataset, figures: figures, asOf: asOf)
    byTopic = Dictionary(grouping: figures, by: Topic.init)
    commitments = CommitmentBoard(dataset: dataset, figures: figures)
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
    row.isDraft = plan.isDraft && !precedence.isAdopted(target)
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
    if row.isYearly, row.observation == nil, let reason = commitments.difference(from: target) {
      (row.status, row.obstacle) = (.notComparable, .differs(reason))
    }
    if row.observation == nil, row.obstacle == nil { row.obstacle = obstacle(happened, target, indicator) }
    return row
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
