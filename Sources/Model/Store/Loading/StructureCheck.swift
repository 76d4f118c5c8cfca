import Domain

/// Checks that need all files: cycles of parents, dates that contradict each other.
struct StructureCheck {
  let dataset: Dataset
  let loading: Loading
  /// The day on which each document became known.
  private let known: [String: Day]

  init(dataset: Dataset, loading: Loading) {
    self.dataset = dataset
    self.loading = loading
    known = Dictionary(dataset.sources.map { ($0.id, $0.knownOn) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter changed: the kinds of the files that changed since the last run; nil for all.
  func run(changed: Set<String>? = nil) {
    func isNew(_ kinds: String...) -> Bool { changed?.isDisjoint(with: kinds) != true }
    if isNew("clusters") { checkCycles(dataset.clusters, kind: "clusters", { $0.parent }, { $0.origin }) }
    if isNew("parks") { checkCycles(dataset.parks, kind: "parks", { $0.parent }, { $0.origin }) }
    if isNew("projects") { check(dataset.projects.compactMap { Link($0) }) }
    if isNew("figures") { checkCycles(dataset.figures, kind: "figures", { $0.supersedes }, { $0.origin }) }
    if isNew("figures", "sources") {
      for figure in dataset.figures { check(figure) }
    }
    if isNew("projects", "sources") {
      for project in dataset.projects { check(project) }
    }
    if isNew("problems") {
      for problem in dataset.problems { check(problem.history, since: problem.raised, "raised") }
    }
    if isNew("decisions") {
      for decision in dataset.decisions { check(decision.history, since: decision.date, "date") }
    }
    if isNew("reports", "duties") {
      for report in dataset.reports { check(report) }
    }
  }

  func check(_ project: Project) {
    for milestone in project.milestones { check(milestone) }
  }

  /// Checks that a history begins on or after the day of its record, and goes on in order of time.
  private func check(_ history: [Step], since day: Day, _ name: String) {
    var (last, what) = (day, name)
    for step in history {
      if step.date < last {
        loading.report(
          .outOfOrder(first: "\(what) \(last)", second: "\(step.state.rawValue) \(step.date)"),
          at: step.origin)
      }
      (last, what) = (step.date, step.state.rawValue)
    }
  }

  /// Checks that a report is for a period of its duty.
  private func check(_ report: ReceivedReport) {
    guard let duty = dataset.duties[report.duty], !duty.includes(report.period) else { return }
    loading.report(.noSuchDuty(period: report.period.text, duty: duty.id), at: report.origin)
  }

  /// A record with another of its kind above it: all that is needed to find a cycle.
  struct Link: Identified {
    let id: String
    fileprivate let above: String?
    /// The id of the project that it duplicates.
    fileprivate let sameAs: String?
    fileprivate let origin: Origin

    /// Nil when there is no record above it.
    init?(_ id: String, above: String?, sameAs: String? = nil, _ origin: Origin) {
      if above == nil, sameAs == nil { return nil }
      (self.id, self.above, self.sameAs, self.origin) = (id, above, sameAs, origin)
    }

    init?(_ project: Project) {
      self.init(project.id, above: project.parent, sameAs: project.sameAs, project.origin)
    }
  }

  /// Reports contradictory relations of projects: one that is the same as a record which itself only duplicates
  /// another, and one that is part of itself, also by way of duplicates.
  func check(_ projects: [Link]) {
    let duplicates = Dictionary(
      projects.compactMap { link in link.sameAs.map { (link.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for link in projects {
      guard let target = link.sameAs, let other = duplicates[target] else { continue }
      loading.report(.chain(id: link.id, target: target, end: other), at: link.origin)
    }
    // Of several records of one project, the one that is kept decides what it is part of.
    var seen: Set<String> = []
    let kept = projects.filter { $0.sameAs == nil } + projects.filter { $0.sameAs != nil }
    let parts = kept.compactMap { link -> Part? in
      let id = duplicates[link.id] ?? link.id
      guard let above = link.above, seen.insert(id).inserted else { return nil }
      return Part(link: link, id: id, above: duplicates[above] ?? above)
    }
    checkCycles(Records(parts), kind: "projects", { $0.above }, { $0.link.origin }, name: { $0.link.id })
  }

  /// A project that is part of another; both by the ids of the records that are shown.
  private struct Part: Identified {
    let link: Link
    let id: String
    let above: String
  }

  /// Reports cycles among records that are not in the dataset.
  func check(_ links: [Link], kind: String) {
    if kind == "projects" { return check(links) }
    checkCycles(Records(links), kind: kind, { $0.above }, { $0.origin })
  }

  /// Returns the day on which the last of the documents became known; nil when none of them is in the data.
  private func knownOn(_ citations: [Citation]) -> Day? {
    var last: Day?
    for citation in citations {
      if let day = known[citation.source] { last = max(last ?? day, day) }
    }
    return last
  }

  /// Checks that a figure, unless a plan sets it or it is a target, is not about a time after its document.
  func check(_ figure: Figure) {
    guard figure.plan == nil, figure.kind != .target, let known = knownOn(figure.citations),
      figure.period.start > known
    else { return }
    loading.report(
      .futurePeriod(period: figure.period.text, source: known.description), at: figure.origin)
  }

  /// Checks that a milestone reported as reached is not later than its document.
  private func check(_ milestone: Milestone) {
    guard !milestone.isExpected, milestone.date.precision != .unknown,
      let known = knownOn(milestone.citations), milestone.date.earliest > known
    else { return }
    loading.report(
      .futureMilestone(date: milestone.date.text, source: known.description), at: milestone.origin)
  }

  /// Reports every record that is its own ancestor; O(n) in the number of records.
  private func checkCycles<Element>(
    _ table: Records<Element>, kind: String, _ parent: (Element) -> String?, _ origin: (Element) -> Origin,
    name: (Element) -> String = { $0.id }
  ) {
    let parents = table.map { parent($0).flatMap { table.position(of: $0) } }
    guard parents.contains(where: { $0 != nil }) else { return }
    /// The walk that first reached each record; 0 for none yet.
    var walks = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walks[start] == 0 {
      var next: Int? = start
      while let position = next, walks[position] == 0 {
        walks[position] = start + 1
        next = parents[position]
      }
      // A walk that meets itself has found a new cycle; one that meets an earlier walk has not.
      guard let first = next, walks[first] == start + 1 else { continue }
      var member = first
      repeat {
        loading.report(.cycle(of: kind, id: name(table[member])), at: origin(table[member]))
        member = parents[member] ?? first
      } while member != first
    }
  }
}
