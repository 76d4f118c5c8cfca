import Domain

/// Everything that can be shown of a dataset as of a day: the one place that all figures on screen, in lists and in
/// reports come from.
///
/// No document counts that became known later, and stages are as of that day. A board is a value; another day makes
/// another board.
package struct Board: Sendable {
  /// The data as it was known on the day: of the records that were, without what later documents say of them.
  package let dataset: Dataset
  /// The data with all its documents. A board of another day is made of this.
  package let complete: Dataset
  package let asOf: Day
  /// The last day that is looked at, never after `asOf`: what happened later is left out, although it is known.
  package let through: Day
  /// Which of several statements of a target is shown.
  package let precedence: Precedence
  /// The documents known on the day, oldest first.
  package let sources: [Source]
  /// The statements known on the day and not superseded, in the order of the files.
  package let figures: [Figure]
  /// Every target, worst gap first.
  package let targets: [TargetProgress]
  /// The way of dividing industry that is shown: the dataset's choice or, before that was known, the newest that was.
  package let classification: Classification?
  /// The clusters of that classification.
  package let clusters: [ClusterSummary]
  /// Each project once, whatever it is called, and each part of one; in the order of the files. Count them by
  /// ``counts(of:)``.
  package let projects: [ProjectStatus]
  /// How many projects there are, a part counted with its project.
  package let projectCounts: ProjectCounts
  /// Projects whose expected milestone lay before the newest document, which does not say that it was reached.
  package let overdue: [ProjectStatus]
  /// Projects whose expected milestone lies between the newest document and the day: whether it was reached is unknown.
  package let unreported: [ProjectStatus]
  /// Projects that a plan listed which is over, and of which nothing was reported since; see ``lapsedPlan(of:)``.
  package let lapsed: [ProjectStatus]
  /// Projects that are signed and not started, the longest wait first; of equal ones in the order of the files.
  package let waiting: [ProjectStatus]
  package let pipeline: Pipeline
  /// Recorded conflicts, then those that only a rule found; worst first.
  package let conflicts: [Conflict]
  /// Ids of figures that are marked wherever they stand, because a reader of the figure alone would be misled: those
  /// that a rule doubts, and all sides of a conflict that casts doubt; see `Conflict.castsDoubt`.
  package let disputed: Set<String>
  package let knownSources: Set<String>
  private let conflictIndex: ConflictIndex
  private let headlines: [About: Int]
  private let targetPlaces: [String: Int]
  private let newestLevels: [String: Int]

  /// - Parameter through: looks back to the end of a period with what is known as of the day: actual figures about later
  ///   periods and stages reached later are left out, conflicts are not. Nil looks at the day itself.
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
    // A figure stays disputed when what disputes it is about a later time.
    let all = through == nil ? figures : KnownRecords(dataset: dataset, asOf: asOf).figures
    let findings = ArithmeticRules(dataset: dataset, figures: all).findings()
    conflicts = ConflictBoard(dataset: dataset, known: known, findings: findings, figures: all).conflicts()
    conflictIndex = ConflictIndex(conflicts.map { $0.figures + $0.unlisted })
    disputed = Set(
      findings.flatMap(\.doubtful)
        + conflicts.filter { $0.castsDoubt && $0.foundBy != .rule }.flatMap(\.figures))
  }

  /// The days on which a document became known, oldest first.
  package static func steps(of dataset: Dataset) -> [Day] {
    Set(dataset.sources.map(\.knownOn)).sorted()
  }

  /// The target that is shown first for an indicator of a subject: of the nearest year, and there by precedence.
  package func headline(_ indicator: String, of subject: Subject = .district) -> TargetProgress? {
    headlines[About(indicator: indicator, subject: subject)].map { targets[$0] }
  }

  /// The target of a figure's id; nil for another figure, or one that is not known.
  package func target(_ id: String) -> TargetProgress? { targetPlaces[id].map { targets[$0] } }

  private struct About: Hashable {
    let indicator: String
    let subject: Subject
  }

  /// The places in `targets` of those that are shown first.
  private static func headlines(_ targets: [TargetProgress], _ precedence: Precedence) -> [About: Int] {
    var places: [About: Int] = [:]
    for (place, row) in targets.enumerated() where row.target.kind != .growth && !row.isSecondary {
      let about = About(indicator: row.indicator.id, subject: row.target.subject)
      if let first = places[about], !comesFirst(row, targets[first], precedence) { continue }
      places[about] = place
    }
    return places
  }

  /// Whether one of two shown targets comes before the other: of the nearer year, then of the plan that comes first. Of
  /// two equal ones the one that something is known about says more.
  static func comesFirst(_ left: TargetProgress, _ right: TargetProgress, _ precedence: Precedence) -> Bool {
    if left.target.period.end != right.target.period.end {
      return left.target.period.end < right.target.period.end
    }
    let (a, b) = (precedence.rank(of: left.target), precedence.rank(of: right.target))
    return a == b ? left.observation != nil && right.observation == nil : a > b
  }

  /// The newest actual figure of an indicator of the district, for one that no plan sets a target for.
  package func newest(_ indicator: String) -> Figure? {
    newestLevels[indicator].map { figures[$0] }
  }

  /// The places in `figures` of the newest actual ones of the district, by indicator; of equally new ones the first.
  private static func newestLevels(_ figures: [Figure]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, figure) in figures.enumerated() where figure.kind == .actual && figure.subject == .district {
      if let newest = places[figure.indicator], figures[newest].period.end >= figure.period.end { continue }
      places[figure.indicator] = place
    }
    return places
  }

  /// The short name of the plan that a figure belongs to; where only a draft prints the figure, it says so.
  package func planName(of figure: Figure) -> Name? {
    guard let plan = figure.plan.flatMap({ dataset.plans[$0] }) else { return nil }
    return plan.isDraft && !precedence.isAdopted(figure) ? plan.shortAsDraft : plan.short
  }

  /// Whether any of the documents that are cited was known on the day.
  package func isKnown(_ citations: [Citation]) -> Bool {
    citations.contains { knownSources.contains($0.source) }
  }

  /// Shown targets that are behind, worst first.
  package var behind: [TargetProgress] {
    targets.filter { $0.status.severity >= 2 && !$0.isSecondary }
  }

  /// Shown targets whose time is over and for whose end no figure is known.
  package var unreportedTargets: [TargetProgress] {
    rows { $0.isUnreported && !$0.isSecondary }.map { targets[$0] }
  }

  /// The positions of targets; a target is large, and none is copied for it.
  private func rows(where isWanted: (borrowing TargetProgress) -> Bool) -> [Int] {
    targets.indices.filter { isWanted(targets[$0]) }
  }

  /// Whether any document prints that a project was signed; without, nothing waits only as far as is known.
  package var printsSignings: Bool {
    projects.contains { status in
      status.milestones.contains { !$0.isExpected && dataset.rung(of: $0.stage) == .signed }
    }
  }

  /// Numbers of shown targets by status. What is promised anew for every year is no target to have been reached, and
  /// stands in `Pipeline.commitments`.
  package var counts: [Status: Int] {
    rows { !$0.isSecondary && !$0.isYearly }.reduce(into: [:]) { $0[targets[$1].status, default: 0] += 1 }
  }

  /// How many of the targets without a status have a figure, but nothing to measure its progress from.
  package var countWithoutBaseline: Int {
    rows { !$0.isSecondary && !$0.isYearly && $0.status == .noBase }.count
  }

  /// The newest day that any actual figure is about.
  package var newestPeriod: Period? {
    figures.filter { $0.plan == nil && ($0.kind == .actual || $0.kind == .cumulative) }
      .map(\.period).max { $0.end < $1.end }
  }

  /// The newest document known on the day.
  package var newestSource: Source? { sources.last }

  package func conflicts(about figure: Figure) -> [Conflict] {
    conflictIndex.positions(naming: figure.id).map { conflicts[$0] }
  }
}
