/// Derives where every project stands on a day from its milestones.
///
/// What it looks up for each of perhaps a million projects is laid ready in small tables.
struct ProjectBoard {
  private let dataset: Dataset
  private let known: KnownRecords
  /// The last day that a stage can have been reached on to count.
  private let last: Day
  private let isLookedBackAt: Bool
  /// The day of the newest document: what lies between it and today is unknown.
  private let newest: Day
  private let rungs: [String: Rung]
  /// The day that each document became known.
  private let days: [String: Day]
  private var investments: [String: Figure] = [:]

  init(dataset: Dataset, figures: [Figure], asOf: Day, known: KnownRecords) {
    self.dataset = dataset
    self.known = known
    last = min(known.through ?? asOf, asOf)
    isLookedBackAt = last < asOf
    newest = min(known.sources.last?.knownOn ?? asOf, last)
    rungs = dataset.rungs
    days = Dictionary(dataset.sources.map { ($0.id, $0.knownOn) }, uniquingKeysWith: { first, _ in first })
    for figure in figures where figure.subject.kind == .project && isMoney(figure) {
      if investments[figure.subject.id] == nil { investments[figure.subject.id] = figure }
    }
  }

  /// The last day of a period that is looked back at is over, today is not.
  private func isOver(_ day: Day) -> Bool { day < last || (day == last && isLookedBackAt) }

  /// The projects known on the day, in the order of the files.
  func statuses() -> [ProjectStatus] {
    var statuses: [ProjectStatus] = []
    statuses.reserveCapacity(dataset.projects.count)
    for project in dataset.projects where known.isKnown(project.citations) {
      statuses.append(status(of: project))
    }
    return statuses
  }

  /// Nil when the project is not known on the day.
  func known(_ project: Project) -> ProjectStatus? {
    known.isKnown(project.citations) ? status(of: known.asKnown(project)) : nil
  }

  private func isMoney(_ figure: Figure) -> Bool {
    dataset.indicators[figure.indicator]?.category == "investment"
      && dataset.units[figure.unit]?.dimension == "money"
  }

  /// What counts of a milestone.
  private struct Step {
    var index: Int
    var day: Day
    var isExpected: Bool
    var rung: Rung

    /// Milestones of one day are ordered by their rung, those of one rung as in the file.
    static func precedes(_ left: Step, _ right: Step) -> Bool {
      if left.day != right.day { return left.day < right.day }
      if left.isExpected != right.isExpected { return right.isExpected }
      return (left.rung.order, left.index) < (right.rung.order, right.index)
    }
  }

  private func status(of project: Project) -> ProjectStatus {
    var milestones = project.milestones
    if !milestones.allSatisfy({ known.isKnown($0.citations) }) {
      milestones = milestones.filter { known.isKnown($0.citations) }
    }
    var steps: [Step] = []
    steps.reserveCapacity(milestones.count)
    for index in milestones.indices { steps.append(step(index, among: milestones)) }
    if zip(steps, steps.dropFirst()).contains(where: { Step.precedes($1, $0) }) {
      steps.sort(by: Step.precedes)
      milestones = steps.map { milestones[$0.index] }
    }
    let reached = steps.lastIndex { !$0.isExpected && $0.day <= last }
    let rung = reached.map { steps[$0].rung }
    let climbed = rung.map { $0 < .stalled ? $0 : .planned }
    let open = steps.indices.filter { index in
      steps[index].isExpected && (climbed.map { steps[index].rung > $0 } ?? true)
    }
    let expected = open.min { steps[$0].day < steps[$1].day }
    return ProjectStatus(
      project, milestones: milestones, reached: reached, rung: rung, since: reached.map { steps[$0].day },
      expected: expected,
      lateness: expected.flatMap {
        Lateness(due: steps[$0].day, newest: newest, isOver: isOver(steps[$0].day))
      },
      // How long a project has been signed that has come no further.
      signing: rung == .signed ? steps.firstIndex { !$0.isExpected && $0.rung == .signed } : nil,
      investment: investments.isEmpty ? nil : investments[project.id], last: last)
  }

  private func step(_ index: Int, among all: [Milestone]) -> Step {
    // In its place: a copy of each milestone is most of what this costs.
    Step(
      index: index, day: day(of: all[index], among: all), isExpected: all[index].isExpected,
      rung: rung(of: all[index].stage))
  }

  private func rung(of stage: String) -> Rung { rungs[stage] ?? .planned }

  /// The last day a milestone can mean. Where no date is printed: the day its document became known, or the earliest
  /// dated milestone further up the ladder in the same document, which it must have come before.
  private func day(of milestone: Milestone, among all: [Milestone]) -> Day {
    if milestone.isExpected { return milestone.date.latest }
    var known = Day.distantFuture
    for citation in milestone.citations { known = min(known, days[citation.source] ?? .distantFuture) }
    guard milestone.date.precision == .unknown else { return min(milestone.date.latest, known) }
    let documents = Set(milestone.citations.map(\.source))
    let rung = rung(of: milestone.stage)
    for later in all
    where !later.isExpected && later.date.precision != .unknown && self.rung(of: later.stage) > rung
      && !documents.isDisjoint(with: later.citations.map(\.source))
    {
      known = min(known, later.date.latest)
    }
    return known
  }
}

extension Dataset {
  /// The rung of each stage.
  var rungs: [String: Rung] {
    Dictionary(stages.map { ($0.id, $0.ladder) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Counts the projects rung by rung, beside what documents report.
struct PipelineBoard {
  let dataset: Dataset
  let figures: [Figure]
  let projects: [ProjectStatus]

  func pipeline() -> Pipeline {
    var standing = [Int](repeating: 0, count: Rung.allCases.count)
    for status in projects { if let rung = status.rung { standing[rung.order] += 1 } }
    // A rung that the dataset has no word for, and that nothing stands on, is none of its own.
    let named = Set(dataset.vocabulary.stages.map(\.ladder))
    let steps = Rung.allCases.map { step($0, standing) }
    return Pipeline(
      steps: steps.filter { named.contains($0.rung) || $0.named > 0 || $0.reported != nil },
      commitments: dataset.info.commitments.compactMap(commitment), funnel: Funnel(projects, in: dataset))
  }

  /// - Parameter standing: the number of projects on each rung.
  private func step(_ rung: Rung, _ standing: [Int]) -> Pipeline.Step {
    let further = rung < .stalled ? Rung.ladder.filter { $0 >= rung } : [rung]
    return Pipeline.Step(
      rung: rung, named: standing[rung.order], cumulative: further.reduce(0) { $0 + standing[$1.order] },
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
    let rungs = dataset.rungs
    for status in projects {
      let first = status.milestones.first {
        !$0.isExpected && rungs[$0.stage] ?? .planned == commitment.stage
          && [.day, .month, .year].contains($0.date.precision)
      }
      if let first { named[first.date.latest.year, default: 0] += 1 }
    }
    return Pipeline.Commitment(
      target: target, rung: commitment.stage,
      reported: dataset.info.reported[commitment.stage].map(reported) ?? [], named: named)
  }
}
