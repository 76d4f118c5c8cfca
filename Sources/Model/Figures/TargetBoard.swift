import Domain

/// Computes the progress of every target of a dataset from the figures known on a day.
struct TargetBoard {
  let dataset: Dataset
  /// The figures that count on the day, in file order.
  let figures: [Figure]
  let asOf: Day
  /// The last day considered.
  let last: Day
  private let precedence: Precedence
  /// Actual statements by topic, in file order.
  private let happened: [Topic: [Figure]]
  let bases: BaseFinder
  private let computed: ComputedLevels
  let commitments: CommitmentBoard

  init(dataset: Dataset, figures: [Figure], asOf: Day, through: Day? = nil) {
    self.dataset = dataset
    self.figures = figures
    self.asOf = asOf
    last = through ?? asOf
    precedence = Precedence(dataset, figures: figures, asOf: asOf)
    happened = Dictionary(grouping: figures.filter { $0.plan == nil }, by: Topic.init)
    commitments = CommitmentBoard(dataset: dataset, figures: figures)
    let parts = dataset.partGroups()
    bases = BaseFinder(dataset: dataset, happened: happened, parts: parts)
    computed = ComputedLevels(dataset: dataset, happened: happened, parts: parts)
  }

  /// Returns all targets, worst first; see `TargetOrder`. Ties are in file order.
  ///
  /// Targets with the same plan, topic, kind, scope, unit and period share one comparison. The time grows with the
  /// number of figures, times the number of different target periods per topic.
  func rows() -> [TargetProgress] {
    let targets = figures.filter { $0.plan != nil && isTarget($0) }
    let rivals = Dictionary(grouping: targets, by: TargetRivals.Key.init).mapValues {
      TargetRivals($0, precedence)
    }
    var comparisons: [Comparison.Key: Comparison] = [:]
    var rows: [TargetProgress] = []
    for target in targets {
      guard let planID = target.plan, let plan = dataset.plans[planID],
        let indicator = dataset.indicators[target.indicator],
        let rivals = rivals[TargetRivals.Key(target)]
      else { continue }
      let key = Comparison.Key(target)
      let comparison = comparisons[key] ?? comparison(with: target, plan, indicator)
      comparisons[key] = comparison
      rows.append(row(target, plan, indicator, rivals, comparison))
    }
    addYearLights(&rows)
    return rows.sorted(byKey: TargetOrder.init, <)
  }

  /// The topic of a statement, regardless of its period.
  struct Topic: Hashable {
    let subject: Subject
    let indicator: String

    init(subject: Subject, indicator: String) {
      (self.subject, self.indicator) = (subject, indicator)
    }

    init(_ figure: Figure) { self.init(subject: figure.subject, indicator: figure.indicator) }
  }

  /// Whether it is a goal of the district, its clusters or parks. Goals of a single project or firm appear on its own
  /// page. A descriptive figure is not a goal.
  private func isTarget(_ figure: Figure) -> Bool {
    dataset.indicators[figure.indicator]?.isDescriptive != true && figure.subject.kind != .project
      && figure.subject.kind != .firm
  }

  /// The data against which targets of one plan, topic, kind, scope, unit and period are measured.
  struct Comparison {
    struct Key: Hashable {
      let topic: Topic
      let plan: String?
      let kind: Figure.Kind
      let scope: String
      let unit: String
      let start: Day
      let end: Day
      let definition: Figure.Definition?

      init(_ target: Figure) {
        definition = target.definition
        (topic, plan, kind) = (Topic(target), target.plan, target.kind)
        (scope, unit) = (target.scope, target.unit)
        (start, end) = (target.period.start, target.period.end)
      }
    }

    /// All figures comparable with them, ordered by the end of their period.
    var history: [Figure]
    /// Whether they are yearly commitments; then the history has the reported years.
    var isYearly: Bool
    /// A newer figure for a different length of time.
    var partial: Figure?
    /// Whether documents print no figure about the topic for less than a year.
    var hasOnlyYears: Bool
    var base: Base?
    /// Why no figure is comparable, if none is.
    var obstacle: Obstacle
    /// How the reported figure differs from a yearly commitment; nil if it does not.
    var difference: Name?
  }

  private func comparison(with target: Figure, _ plan: Plan, _ indicator: Indicator) -> Comparison {
    let printed = happened[Topic(target)] ?? []
    let happened = printed + computed.levels(for: target, beside: printed)
    let years = commitments.comparable(with: target)
    let history = years ?? comparable(happened, with: target, indicator)
    return Comparison(
      history: history, isYearly: years != nil,
      partial: partial(happened, after: history.last, target: target),
      hasOnlyYears: !happened.contains { $0.period.days < 360 && $0.period.days > 1 },
      base: isMeasured(target, isYearly: years != nil)
        ? bases.base(of: target, plan, indicator, among: history) : nil,
      obstacle: history.isEmpty ? obstacle(happened, target, indicator) : .noObservation,
      difference: commitments.difference(from: target))
  }

  /// Whether it is a level with a path from a base.
  private func isMeasured(_ target: Figure, isYearly: Bool) -> Bool {
    !target.isInWords && !isYearly && [.target, .share, .actual].contains(target.kind)
  }

  private func row(
    _ target: Figure, _ plan: Plan, _ indicator: Indicator, _ rivals: TargetRivals, _ comparison: Comparison
  ) -> TargetProgress {
    var row = TargetProgress(
      indicator: indicator.named(for: target.scope), plan: plan, target: target,
      alternatives: rivals.alternatives(to: target),
      isSecondary: rivals.isSecondary(target), history: comparison.history, status: .noData, isStale: false)
    row.isRestated = rivals.isRestated(target)
    row.isDraft = plan.isDraft && !precedence.isAdopted(target)
    row.decision = rivals.strongest(against: target).map { precedence.decision(between: target, and: $0) }
    row.partial = comparison.partial
    row.isStale = isStale(row, indicator, hasOnlyYears: comparison.hasOnlyYears)
    // The last day of a past period is over, today is not.
    row.isDue = target.period.end < last || (target.period.end == last && last < asOf)
    row.isPastYear = plan.start.year == plan.end.year && target.period.end < last
    row.isYearly = comparison.isYearly
    switch target.kind {
    case _ where target.isInWords: row.obstacle = .noNumber
    case _ where row.isYearly: judge(&row)
    case .growth: judgeGrowth(&row)
    case .cumulative: measureSum(&row)
    case .target, .share, .actual: measureLevel(&row, from: comparison.base)
    }
    if row.isYearly, row.observation == nil, let reason = comparison.difference {
      (row.status, row.obstacle) = (.notComparable, .differs(reason))
    }
    if row.observation == nil, row.obstacle == nil { row.obstacle = comparison.obstacle }
    return row
  }

  // MARK: Missing data

  private func partial(_ happened: [Figure], after observation: Figure?, target: Figure) -> Figure? {
    happened.filter {
      $0.kind == .cumulative && $0.scope == target.scope && $0.period.start.year == $0.period.end.year
        && $0.period.end > (observation?.period.end ?? .distantPast)
    }.max { $0.period.end < $1.period.end }
  }

  private func isStale(_ row: TargetProgress, _ indicator: Indicator, hasOnlyYears: Bool) -> Bool {
    guard
      let newest = [row.observation, row.partial].compactMap(\.self).max(by: { $0.period.end < $1.period.end }
      ),
      var allowed = indicator.cadence.allowedAge
    else { return false }
    // Where only years are published, the next figure cannot be out before its year is over, however often it is due.
    if hasOnlyYears, newest.period.isYear, let year = Indicator.Cadence.year.allowedAge {
      allowed = max(allowed, year)
    }
    return asOf.number - newest.period.end.number > allowed
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
