import Domain

/// All data and derived figures of a dataset as of a day: the single source for the screen, lists and reports.
///
/// Documents that became known later do not count, and stages are as of that day. A board is a value; another day
/// requires another board.
package struct Board: Sendable {
  /// The data known on the day: known records, without additions from later documents.
  package let dataset: Dataset
  /// The data with all its documents, from which a board for another day is created.
  package let complete: Dataset
  /// The day of the board: only documents known on it count.
  package let asOf: Day
  /// The last day considered, never after `asOf`. Later events are left out, even if they are known.
  package let through: Day
  /// The precedence among competing statements of a target.
  package let precedence: Precedence
  /// The documents known on the day, oldest first.
  package let sources: [Source]
  /// The statements known on the day and not superseded, in file order.
  package let figures: [Figure]
  /// All targets, worst first.
  package let targets: [TargetProgress]
  /// The classification shown: the dataset's choice, or the newest known one until that choice is known.
  package let classification: Classification?
  /// The clusters of that classification, worst first.
  package let clusters: [ClusterSummary]
  /// Each project once, under all its names, and each part of a project; in file order. Count them with
  /// ``counts(of:)``.
  package let projects: [ProjectStatus]
  /// The number of projects; a part is counted with its project.
  package let projectCounts: ProjectCounts
  /// Projects whose expected milestone was due before the newest document, which does not report it as reached.
  package let overdue: [ProjectStatus]
  /// Projects whose expected milestone was due between the newest document and the day: whether it was reached is
  /// unknown.
  package let unreported: [ProjectStatus]
  /// Projects listed in a plan that is over, without any report since; see ``lapsedPlan(of:)``.
  package let lapsed: [ProjectStatus]
  /// Projects that are signed but not started, the longest wait first; ties are in file order.
  package let waiting: [ProjectStatus]
  /// The projects by stage, with official totals and commitments.
  package let pipeline: Pipeline
  /// Recorded conflicts and those that only a rule found; worst first.
  package let conflicts: [Conflict]
  /// Ids of figures that are marked wherever they appear, because the figure alone would mislead a reader: figures that
  /// a rule casts doubt on, and all sides of a recorded conflict that casts doubt; see `Conflict.castsDoubt`.
  package let disputed: Set<String>
  /// Ids of the figures that a document gives a second value for: the only ones that the screen marks.
  package let contested: Set<String>
  /// The ids of the documents known on the day.
  package let knownSources: Set<String>
  private let conflictIndex: ConflictIndex
  private let headlines: [About: Int]
  private let targetPlaces: [String: Int]
  private let newestLevels: [String: Int]

  /// - Parameters:
  ///   - dataset: the complete data, with the documents of all days.
  ///   - asOf: the day; only documents known on it count.
  ///   - through: the last day to consider when looking back with the knowledge of `asOf`. Actual figures for
  ///     later periods and stages reached later are left out; conflicts are not. Nil means `asOf`.
  package init(_ dataset: Dataset, asOf: Day, through: Day? = nil) {
    complete = dataset
    let dataset = KnownRecords(dataset: dataset, asOf: asOf).datasetAsKnown
    self.dataset = dataset
    self.asOf = asOf
    self.through = min(through ?? asOf, asOf)
    let through = through.flatMap { $0 < asOf ? $0 : nil }
    let known = KnownRecords(dataset: dataset, asOf: asOf, through: through)
    sources = known.sources
    knownSources = Set(sources.map(\.id))
    figures = known.figures
    precedence = Precedence(dataset, figures: figures, asOf: asOf)
    targets = TargetBoard(dataset: dataset, figures: figures, asOf: asOf, through: self.through).rows()
    targetPlaces = Dictionary(
      targets.enumerated().map { ($0.element.target.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    headlines = Board.headlines(targets, precedence)
    newestLevels = Board.newestLevels(figures)
    projects = ProjectBoard(dataset: dataset, figures: figures, asOf: asOf, known: known).statuses()
    let counts = ProjectCounts(projects, of: projects, hasParts: projects.contains(where: \.isPart))
    projectCounts = counts
    overdue = projects.filter(\.isOverdue)
    unreported = projects.filter(\.isUnreported)
    lapsed = projects.filter { $0.lapsedPlan != nil }
    waiting = projects.ordered { $0.waiting.map { -$0.shortest } }
    classification = known.classification
    clusters = ClusterBoard(
      dataset: dataset, classification: known.classification?.id, figures: figures, targets: targets,
      projects: projects, precedence: precedence
    ).summaries()
    let roots = counts.parts == 0 ? projects : projects.filter { !$0.isPart }
    pipeline = PipelineBoard(
      dataset: dataset, figures: figures, projects: roots, all: projects, sources: sources
    ).pipeline()
    // A figure remains disputed if the opposing statement is about a later time.
    let all = through == nil ? figures : KnownRecords(dataset: dataset, asOf: asOf).figures
    let findings = ArithmeticRules(dataset: dataset, figures: all).findings()
    conflicts = ConflictBoard(dataset: dataset, known: known, findings: findings, figures: all).conflicts()
    conflictIndex = ConflictIndex(conflicts.map { $0.figures + $0.unlisted })
    disputed = Set(
      findings.flatMap(\.doubtful)
        + conflicts.filter { $0.castsDoubt && $0.foundBy != .rule }.flatMap(\.figures))
    contested = Set(conflicts.flatMap { $0.opposed(in: dataset).map(\.id) })
  }

  /// Returns the days on which a document became known, oldest first.
  package static func steps(of dataset: Dataset) -> [Day] {
    Set(dataset.sources.map(\.knownOn)).sorted()
  }

  /// Returns the target shown first for an indicator of a subject: that of the nearest year, then by precedence; nil if
  /// there is none.
  package func headline(_ indicator: String, of subject: Subject = .district) -> TargetProgress? {
    headlines[About(indicator: indicator, subject: subject)].map { targets[$0] }
  }

  /// Returns the target with a figure's id; nil if the figure is not a target or not known.
  package func target(_ id: String) -> TargetProgress? { targetPlaces[id].map { targets[$0] } }

  private struct About: Hashable {
    let indicator: String
    let subject: Subject
  }

  /// Returns the positions in `targets` of those shown first.
  private static func headlines(_ targets: [TargetProgress], _ precedence: Precedence) -> [About: Int] {
    var places: [About: Int] = [:]
    for (place, row) in targets.enumerated() where row.target.kind != .growth && !row.isSecondary {
      let about = About(indicator: row.indicator.id, subject: row.target.subject)
      if let first = places[about] {
        let other = targets[first]
        let isFirst =
          row.isPastYear == other.isPastYear ? comesFirst(row, other, precedence) : other.isPastYear
        guard isFirst else { continue }
      }
      places[about] = place
    }
    return places
  }

  /// Whether the left target comes before the right one: by nearer year, then by precedence of its plan. Of two equal
  /// targets, one with an observation comes first.
  static func comesFirst(_ left: TargetProgress, _ right: TargetProgress, _ precedence: Precedence) -> Bool {
    if left.target.period.end != right.target.period.end {
      return left.target.period.end < right.target.period.end
    }
    let (a, b) = (precedence.rank(of: left.target), precedence.rank(of: right.target))
    return a == b ? left.observation != nil && right.observation == nil : a > b
  }

  /// Returns the district's newest actual figure of an indicator, for display where no plan sets a target; nil if there
  /// is none.
  package func newest(_ indicator: String) -> Figure? {
    newestLevels[indicator].map { figures[$0] }
  }

  /// Returns the positions in `figures` of the district's newest actual figures, by indicator; the first of equally new
  /// ones.
  private static func newestLevels(_ figures: [Figure]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, figure) in figures.enumerated() where figure.kind == .actual && figure.subject == .district {
      if let newest = places[figure.indicator], figures[newest].period.end >= figure.period.end { continue }
      places[figure.indicator] = place
    }
    return places
  }

  /// Returns the short name of the figure's plan, marked as a draft if only a draft prints the figure; nil if the
  /// figure has no plan.
  package func planName(of figure: Figure) -> Name? {
    guard let plan = figure.plan.flatMap({ dataset.plans[$0] }) else { return nil }
    return plan.isDraft && !precedence.isAdopted(figure) ? plan.shortAsDraft : plan.short
  }

  /// Whether any of the cited documents is known on the day.
  package func isKnown(_ citations: [Citation]) -> Bool {
    citations.contains { knownSources.contains($0.source) }
  }

  /// Shown targets that are slightly behind or worse, in the order of `targets`.
  package var belowPace: [TargetProgress] {
    targets.filter { $0.status.severity >= 2 && !$0.isSecondary }
  }

  /// Shown targets with a number whose time is over and whose final figure is not known.
  package var unreportedTargets: [TargetProgress] {
    rows { $0.isUnreported && !$0.isSecondary }.map { targets[$0] }
  }

  /// The number of shown targets without a number whose time is over; no figure can show their result.
  package var unreportedWordings: Int {
    rows { $0.isDue && !$0.isSecondary && $0.target.isInWords }.count
  }

  /// Returns positions instead of targets: a target is large, and none is copied.
  private func rows(where isWanted: (borrowing TargetProgress) -> Bool) -> [Int] {
    targets.indices.filter { isWanted(targets[$0]) }
  }

  /// Whether any document reports a signing. If none does, an empty ``waiting`` proves nothing.
  package var printsSignings: Bool {
    projects.contains { status in
      status.milestones.contains { !$0.isExpected && dataset.rung(of: $0.stage) == .signed }
    }
  }

  /// The number of shown targets by status. Yearly commitments are not targets to reach; they are in
  /// `Pipeline.commitments`.
  package var counts: [Status: Int] {
    rows { !$0.isSecondary && !$0.isYearly }.reduce(into: [:]) { $0[targets[$1].status, default: 0] += 1 }
  }

  /// The latest-ending period of all actual and cumulative figures; nil if there are none.
  package var newestPeriod: Period? {
    figures.filter { $0.plan == nil && ($0.kind == .actual || $0.kind == .cumulative) }
      .map(\.period).max { $0.end < $1.end }
  }

  /// The newest document known on the day.
  package var newestSource: Source? { sources.last }

  /// Returns the conflicts that name a figure, in the order of ``conflicts``.
  package func conflicts(about figure: Figure) -> [Conflict] {
    conflictIndex.positions(naming: figure.id).map { conflicts[$0] }
  }
}
