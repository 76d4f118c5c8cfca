import Domain

/// Derives the status of every project on a day from its milestones.
///
/// Small tables hold the values looked up for each of perhaps a million projects.
package struct ProjectBoard {
  private let dataset: Dataset
  private let known: KnownRecords
  /// The last day on which a stage counts as reached.
  private let last: Day
  private let isInPast: Bool
  /// The day of the newest known document; events between it and today are unknown.
  private let newest: Day
  private let rungs: [String: Rung]
  /// The positions of the stages in the vocabulary.
  private let places: [String: Int]
  /// The day on which each document became known.
  private let days: [String: Day]
  private var investments: [String: Figure] = [:]
  /// The ids of the indicators of investment.
  private let indicators: Set<String>
  /// The mention of a project by each document; documents not known on the day are absent.
  private var documents: [String: ProjectStatus.Mention] = [:]
  /// The newest document with a figure about each project, by project id.
  private var figures: [String: ProjectStatus.Mention] = [:]

  /// Creates the statuses of the projects in `known`, as of a day.
  package init(dataset: Dataset, figures: [Figure], asOf: Day, known: KnownRecords) {
    self.dataset = dataset
    self.known = known
    last = min(known.through ?? asOf, asOf)
    isInPast = last < asOf
    newest = known.sources.last?.knownOn ?? last
    rungs = dataset.rungs
    indicators = dataset.investments
    places = Dictionary(
      dataset.vocabulary.stages.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    days = Dictionary(dataset.sources.map { ($0.id, $0.knownOn) }, uniquingKeysWith: { first, _ in first })
    for source in known.sources {
      documents[source.id] = .init(day: source.knownOn, plan: lapsedPlan(of: source))
    }
    for figure in figures where figure.subject.kind == .project { add(figure) }
  }

  private mutating func add(_ figure: Figure) {
    let id = figure.subject.id
    if indicators.contains(figure.indicator), dataset.isMoney(figure.unit), investments[id] == nil {
      investments[id] = figure
    }
    figures[id, default: .init()].add(mention(figure.citations))
  }

  /// Returns the position of the last plan that a document sets, if that plan is over.
  private func lapsedPlan(of source: Source) -> Int32? {
    let plans = dataset.plans.indices.filter { dataset.plans[$0].source == source.id }
    guard let last = plans.max(by: { dataset.plans[$0].end < dataset.plans[$1].end }),
      isOver(dataset.plans[last].end)
    else { return nil }
    return Int32(clamping: last)
  }

  /// Whether a day is over. The last day of a past period is over, today is not.
  private func isOver(_ day: Day) -> Bool { day < last || (day == last && isInPast) }

  /// Returns the projects known on the day, in file order.
  func statuses() -> [ProjectStatus] { statuses(of: dataset.projects) }

  /// Returns the known ones of some projects, in their order: each project once, with the records of the same project
  /// and with the project that it is a part of.
  package func statuses(of projects: Records<Project>) -> [ProjectStatus] {
    var statuses: [ProjectStatus] = []
    statuses.reserveCapacity(projects.count)
    let duplicates = projects.duplicates
    for project in projects where project.sameAs == nil {
      let records = duplicates.isEmpty ? nil : duplicates[project.id]
      guard let project = known(project, records ?? []) else { continue }
      let status = status(of: project)
      if !isLater(status) { statuses.append(status) }
    }
    ProjectFamilies(projects).link(&statuses)
    return statuses
  }

  /// Returns the status of a project without relations (not a part, without parts, without duplicates); nil if it is not
  /// known on the day.
  package func status(ofUnrelated project: Project) -> ProjectStatus? {
    known(project, []).map { status(of: $0) }
  }

  /// Whether only documents after the last day considered name it, and nothing happened to it before.
  private func isLater(_ status: ProjectStatus) -> Bool {
    guard isInPast, status.rung == nil else { return false }
    return status.project.citations.allSatisfy { days[$0.source] ?? .distantFuture > last }
  }

  /// Returns the project merged from its known records; nil if none of them is known on the day.
  private func known(_ project: Project, _ duplicates: [Project]) -> Project? {
    guard !duplicates.isEmpty else { return known.isKnown(project.citations) ? known.asKnown(project) : nil }
    return Project.merged(
      project, ([project] + duplicates).filter { known.isKnown($0.citations) }.map { known.asKnown($0) })
  }

  /// The relevant properties of a milestone.
  private struct Step {
    var index: Int
    var day: Day
    var isExpected: Bool
    var rung: Rung
    /// The position of its stage in the vocabulary.
    var place: Int
    /// Whether its day is only the last possible one.
    var isUndated: Bool

    /// Orders milestones by day, then reached before expected, then by rung; those of one rung are in file order.
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
    let newest = steps.lastIndex { !$0.isExpected && $0.day <= last }
    let reached = standing(of: steps).map { arrival(at: $0, among: steps, milestones) }
    let rung = reached.map { steps[$0].rung }
    let expected = expected(among: steps, beyond: reached)
    var mention = mention(of: project, milestones)
    // A project that a plan only mentions in retrospect is not on its list.
    if let plan = mention.plan, expected == nil, let rung, rung > .reserve, let reached,
      steps[reached].day < dataset.plans[Int(plan)].start
    {
      mention.plan = nil
    }
    let places = places(steps, milestones, upTo: newest)
    return ProjectStatus(
      project, milestones: milestones, reached: reached, newest: newest, rung: rung,
      since: reached.map { steps[$0].day },
      expected: expected,
      lateness: expected.flatMap {
        Lateness(due: steps[$0].day, newest: self.newest, isOver: isOver(steps[$0].day))
      },
      // The signing of a project that has not advanced further since.
      signing: rung == .signed ? steps.firstIndex { !$0.isExpected && $0.rung == .signed } : nil,
      places: places, advanced: places & advanced(steps, upTo: newest),
      investment: investment(of: project),
      mention: mention, last: last)
  }

  /// Returns the position of the earliest expected step that is further than the reached one; nil if there is none.
  private func expected(among steps: [Step], beyond reached: Int?) -> Int? {
    let rung = reached.map { steps[$0].rung }
    let climbed = rung.map { $0 < .stalled ? $0 : .planned }
    // Of two stages on one rung, the later one in the vocabulary is further.
    let place = reached.map { steps[$0].place } ?? 0
    let open = steps.indices.filter { index in
      guard steps[index].isExpected, let climbed else { return steps[index].isExpected }
      return steps[index].rung > climbed
        || (steps[index].rung == climbed && climbed == rung && steps[index].place > place)
    }
    return open.min { steps[$0].day < steps[$1].day }
  }

  /// Returns the position of the current step: the newest one reached, unless it only repeats an intention. A plan that
  /// lists a project already under construction does not set it back, and does not restart a halted one.
  private func standing(of steps: [Step]) -> Int? {
    var newest: Int?
    for (index, step) in steps.enumerated() where !step.isExpected && step.day <= last {
      if let current = newest, step.rung <= .reserve, steps[current].rung > step.rung,
        steps[current].rung != .cancelled
      {
        continue
      }
      newest = index
    }
    return newest
  }

  /// Returns the first of the consecutive steps with the same stage up to `place`: the project reached the stage then,
  /// and has been there since.
  private func arrival(at place: Int, among steps: [Step], _ milestones: [Milestone]) -> Int {
    var first = place
    for index in steps[..<place].indices.reversed() where !steps[index].isExpected {
      if milestones[index].stage == milestones[place].stage {
        first = index
      } else if steps[index].rung > .reserve || steps[place].rung <= .reserve {
        break
      }
    }
    return first
  }

  /// Returns the recorded rungs from which it advanced further on a later day, as one bit each by `Rung.order`.
  ///
  /// A stage without a date counts as earlier than dated ones on its last possible day. O(n) in the number of steps.
  private func advanced(_ steps: [Step], upTo reached: Int?) -> UInt16 {
    guard let reached, reached > 0 else { return 0 }
    var first = [Day](repeating: .distantFuture, count: Rung.ladder.count)
    var (firstUndated, last) = (first, [Day](repeating: .distantPast, count: Rung.ladder.count))
    for step in steps[...reached] where !step.isExpected && step.rung < .stalled {
      let place = step.rung.order
      first[place] = min(first[place], step.day)
      if step.isUndated { firstUndated[place] = min(firstUndated[place], step.day) }
      last[place] = max(last[place], step.day)
    }
    return first.indices.reduce(0) { advanced, place in
      let isFollowed = last[(place + 1)...].contains { $0 > first[place] || $0 >= firstUndated[place] }
      return isFollowed ? advanced | 1 << place : advanced
    }
  }

  /// Returns the rungs of the ladder on which it was recorded up to its newest stage, as one bit each by `Rung.order`.
  /// A plan that lists what was known to have begun before is no record of an intention; a beginning that only a later
  /// document reports does not undo one.
  private func places(_ steps: [Step], _ milestones: [Milestone], upTo reached: Int?) -> UInt16 {
    guard let reached else { return 0 }
    var begun: [Int] = []
    return steps[...reached].indices.reduce(0) { places, place in
      let step = steps[place]
      guard !step.isExpected, step.rung < .stalled else { return places }
      if step.rung > .reserve {
        begun.append(place)
      } else if !begun.isEmpty {
        let day = knownDay(of: milestones[place])
        if begun.contains(where: { knownDay(of: milestones[$0]) <= day }) { return places }
      }
      return places | 1 << step.rung.order
    }
  }

  /// Returns the day on which the first document that prints a milestone became known.
  private func knownDay(of milestone: Milestone) -> Day {
    milestone.citations.compactMap { days[$0.source] }.min() ?? .distantFuture
  }

  private func mention(of project: Project, _ milestones: [Milestone]) -> ProjectStatus.Mention {
    var newest = mention(project.citations)
    for milestone in milestones { newest.add(mention(milestone.citations)) }
    guard !figures.isEmpty else { return newest }
    if let figure = figures[project.id] { newest.add(figure) }
    for twin in project.duplicates { if let figure = figures[twin.id] { newest.add(figure) } }
    return newest
  }

  /// Returns the newest of the cited documents that are known on the day.
  private func mention(_ citations: [Citation]) -> ProjectStatus.Mention {
    var newest = ProjectStatus.Mention()
    for citation in citations { if let document = documents[citation.source] { newest.add(document) } }
    return newest
  }

  private func investment(of project: Project) -> Figure? {
    guard !investments.isEmpty else { return nil }
    if let own = investments[project.id] { return own }
    // A closure would copy the whole of self.
    for duplicate in project.duplicates {
      if let found = investments[duplicate.id] { return found }
    }
    return nil
  }

  private func step(_ index: Int, among all: [Milestone]) -> Step {
    // Passes an index: copying each milestone would be most of the cost.
    Step(
      index: index, day: day(of: all[index], among: all), isExpected: all[index].isExpected,
      rung: rung(of: all[index].stage), place: places[all[index].stage] ?? 0,
      isUndated: all[index].date.precision == .unknown)
  }

  private func rung(of stage: String) -> Rung { rungs[stage] ?? .planned }

  /// Returns the last possible day of a milestone. If no date is printed, it is the day on which its document became
  /// known, or the earliest dated milestone further up the ladder in the same document, which it must precede.
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
  /// The rung of each stage, by stage id.
  var rungs: [String: Rung] {
    Dictionary(stages.map { ($0.id, $0.ladder) }, uniquingKeysWith: { first, _ in first })
  }
}
