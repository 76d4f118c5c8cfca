/// Derives where every project stands on a day from its milestones.
struct ProjectBoard {
  let dataset: Dataset
  let figures: [Figure]
  let asOf: Day
  let known: KnownRecords
  /// The last day that a stage can have been reached on to count.
  private let last: Day
  /// The day of the newest document: what lies between it and today is unknown.
  private let newest: Day

  init(dataset: Dataset, figures: [Figure], asOf: Day, known: KnownRecords) {
    self.dataset = dataset
    self.figures = figures
    self.asOf = asOf
    self.known = known
    last = min(known.through ?? asOf, asOf)
    newest = min(known.sources.last?.knownOn ?? asOf, last)
  }

  /// The projects known on the day, in the order of the files.
  func statuses() -> [ProjectStatus] {
    var investments: [String: Figure] = [:]
    for figure in figures where figure.subject.kind == .project && isMoney(figure) {
      if investments[figure.subject.id] == nil { investments[figure.subject.id] = figure }
    }
    return dataset.projects.indices.filter { known.isKnown(dataset.projects[$0].citations) }
      .map { status($0, investment: investments[dataset.projects[$0].id]) }
  }

  private func isMoney(_ figure: Figure) -> Bool {
    dataset.indicators[figure.indicator]?.category == "investment"
      && dataset.units[figure.unit]?.dimension == "money"
  }

  private func status(_ index: Int, investment: Figure?) -> ProjectStatus {
    let milestones = milestones(of: dataset.projects[index])
    let position = milestones.lastIndex { !$0.isExpected && day(of: $0, among: milestones) <= last }
    let reached = position.map { milestones[$0] }
    let rung = reached.map { dataset.rung(of: $0.stage) }
    let climbed = rung.map { $0 < .stalled ? $0 : .planned }
    let expected = milestones.filter { $0.isExpected }
      .filter { milestone in climbed.map { dataset.rung(of: milestone.stage) > $0 } ?? true }
      .min { $0.date.latest < $1.date.latest }
    return ProjectStatus(
      projects: dataset.projects, index: index, position: position, rung: rung,
      since: reached.map { day(of: $0, among: milestones) }, milestones: milestones, expected: expected,
      lateness: expected.flatMap { Lateness(due: $0.date.latest, newest: newest, today: last) },
      investment: investment,
      waiting: waiting(milestones, rung: rung))
  }

  /// Those that are known, oldest first. Where that is what the file says, its own array is shared.
  private func milestones(of project: Project) -> [Milestone] {
    let visible = project.milestones.filter { known.isKnown($0.citations) }
    let positions = visible.map { position($0, among: visible) }
    let isInOrder = zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }
    if isInOrder { return visible.count == project.milestones.count ? project.milestones : visible }
    return zip(positions, visible).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// How long a project has been signed that has come no further; nil for all others.
  private func waiting(_ milestones: [Milestone], rung: Rung?) -> Waiting? {
    guard rung == .signed else { return nil }
    return milestones.first { !$0.isExpected && dataset.rung(of: $0.stage) == .signed }
      .map { Waiting(since: $0, asOf: last) }
  }

  /// Milestones of one day are ordered by their rung.
  private func position(_ milestone: Milestone, among all: [Milestone]) -> (Day, Int, Int) {
    let rung = dataset.rung(of: milestone.stage)
    return (day(of: milestone, among: all), milestone.isExpected ? 1 : 0, rung.order)
  }

  /// The last day a milestone can mean. Where no date is printed: the day its document became known, or the earliest
  /// dated milestone further up the ladder in the same document, which it must have come before.
  private func day(of milestone: Milestone, among all: [Milestone]) -> Day {
    if milestone.isExpected { return milestone.date.latest }
    let documents = Set(milestone.citations.map(\.source))
    let known = documents.compactMap { dataset.sources[$0]?.knownOn }.min() ?? .distantFuture
    guard milestone.date.precision == .unknown else { return min(milestone.date.latest, known) }
    let rung = dataset.rung(of: milestone.stage)
    let later = all.filter {
      !$0.isExpected && $0.date.precision != .unknown && dataset.rung(of: $0.stage) > rung
        && !documents.isDisjoint(with: $0.citations.map(\.source))
    }
    return min(known, later.map(\.date.latest).min() ?? .distantFuture)
  }
}

/// Counts the projects rung by rung, beside what documents report.
struct PipelineBoard {
  let dataset: Dataset
  let figures: [Figure]
  let projects: [ProjectStatus]

  func pipeline() -> Pipeline {
    // A rung that the dataset has no word for, and that nothing stands on, is none of its own.
    let named = Set(dataset.vocabulary.stages.map(\.ladder)).union(projects.compactMap(\.rung))
    return Pipeline(
      steps: Rung.allCases.map(step).filter { named.contains($0.rung) || $0.reported != nil },
      commitments: dataset.info.commitments.compactMap(commitment),
      funnel: Funnel(projects, in: dataset))
  }

  private func step(_ rung: Rung) -> Pipeline.Step {
    let here = projects.count { $0.rung == rung }
    let further = projects.count { status in
      guard let reached = status.rung, rung < .stalled, reached < .stalled else { return status.rung == rung }
      return reached >= rung
    }
    return Pipeline.Step(
      rung: rung, named: here, cumulative: further,
      reported: dataset.info.reported[rung].flatMap { reported($0).last })
  }

  private func reported(_ indicator: String) -> [Figure] {
    figures.filter { $0.indicator == indicator && $0.plan == nil && $0.subject == .district }
      .sorted { $0.period.end < $1.period.end }
  }

  private func commitment(_ commitment: Dataset.Commitment) -> Pipeline.Commitment? {
    guard let target = figures.first(where: { $0.indicator == commitment.indicator && $0.kind == .target })
    else { return nil }
    var named: [Int: Int] = [:]
    for status in projects {
      let first = status.milestones.first {
        !$0.isExpected && dataset.rung(of: $0.stage) == commitment.stage
          && [.day, .month, .year].contains($0.date.precision)
      }
      if let first { named[first.date.latest.year, default: 0] += 1 }
    }
    return Pipeline.Commitment(
      target: target, rung: commitment.stage,
      reported: dataset.info.reported[commitment.stage].map(reported) ?? [], named: named)
  }
}
