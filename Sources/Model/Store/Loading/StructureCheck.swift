import Domain

/// What can only be seen once all files are read: loops of parents, dates that contradict each other.
struct StructureCheck {
  let dataset: Dataset
  let loading: Loading
  /// The day that each document became known.
  private let known: [String: Day]

  init(dataset: Dataset, loading: Loading) {
    self.dataset = dataset
    self.loading = loading
    known = Dictionary(dataset.sources.map { ($0.id, $0.knownOn) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter changed: the kinds of the files that are not as they were when this was last run; nil for all.
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
  }

  func check(_ project: Project) {
    for milestone in project.milestones { check(milestone) }
  }

  /// A record that has another of its kind above it: all that a loop is found by.
  struct Link: Identified {
    let id: String
    fileprivate let above: String?
    /// The project that it is another record of.
    fileprivate let sameAs: String?
    fileprivate let origin: Origin

    /// Nil where nothing is above it.
    init?(_ id: String, above: String?, sameAs: String? = nil, _ origin: Origin) {
      if above == nil, sameAs == nil { return nil }
      (self.id, self.above, self.sameAs, self.origin) = (id, above, sameAs, origin)
    }

    init?(_ project: Project) {
      self.init(project.id, above: project.parent, sameAs: project.sameAs, project.origin)
    }
  }

  /// Finds projects whose relations make no sense: one that is the same as a record which is itself only another name, and
  /// one that is a part of itself, by way of what is the same as well.
  func check(_ projects: [Link]) {
    let twins = Dictionary(
      projects.compactMap { link in link.sameAs.map { (link.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for link in projects {
      guard let target = link.sameAs, let other = twins[target] else { continue }
      loading.report(.chain(id: link.id, target: target, end: other), at: link.origin)
    }
    // Of several records of one project the one that is kept says first what it is a part of.
    var seen: Set<String> = []
    let kept = projects.filter { $0.sameAs == nil } + projects.filter { $0.sameAs != nil }
    let parts = kept.compactMap { link -> Part? in
      let id = twins[link.id] ?? link.id
      guard let above = link.above, seen.insert(id).inserted else { return nil }
      return Part(link: link, id: id, above: twins[above] ?? above)
    }
    checkCycles(Records(parts), kind: "projects", { $0.above }, { $0.link.origin }, name: { $0.link.id })
  }

  /// A project that is a part of another, both by the records that they are shown by.
  private struct Part: Identified {
    let link: Link
    let id: String
    let above: String
  }

  /// Finds loops among records that are not in the dataset.
  func check(_ links: [Link], kind: String) {
    if kind == "projects" { return check(links) }
    checkCycles(Records(links), kind: kind, { $0.above }, { $0.origin })
  }

  /// The day on which the last of the documents became known; nil when none of them is in the data.
  private func knownOn(_ citations: [Citation]) -> Day? {
    var last: Day?
    for citation in citations {
      if let day = known[citation.source] { last = max(last ?? day, day) }
    }
    return last
  }

  /// A figure of what happened cannot be about a time after the document that reports it.
  func check(_ figure: Figure) {
    guard figure.plan == nil, figure.kind != .target, let known = knownOn(figure.citations),
      figure.period.start > known
    else { return }
    loading.report(
      .futurePeriod(period: figure.period.text, source: known.description), at: figure.origin)
  }

  /// A milestone that is said to be reached cannot lie after the document that says so.
  private func check(_ milestone: Milestone) {
    guard !milestone.isExpected, milestone.date.precision != .unknown,
      let known = knownOn(milestone.citations), milestone.date.earliest > known
    else { return }
    loading.report(
      .futureMilestone(date: milestone.date.text, source: known.description), at: milestone.origin)
  }

  /// Reports every record that is its own ancestor, in time linear in the number of records.
  private func checkCycles<Element>(
    _ table: Records<Element>, kind: String, _ parent: (Element) -> String?, _ origin: (Element) -> Origin,
    name: (Element) -> String = { $0.id }
  ) {
    let parents = table.map { parent($0).flatMap { table.position(of: $0) } }
    guard parents.contains(where: { $0 != nil }) else { return }
    /// The walk that first came by; 0 for none yet.
    var walks = [Int](repeating: 0, count: parents.count)
    for start in parents.indices where walks[start] == 0 {
      var next: Int? = start
      while let position = next, walks[position] == 0 {
        walks[position] = start + 1
        next = parents[position]
      }
      // Only a walk that meets itself has found a cycle, and none that was found before.
      guard let first = next, walks[first] == start + 1 else { continue }
      var member = first
      repeat {
        loading.report(.cycle(of: kind, id: name(table[member])), at: origin(table[member]))
        member = parents[member] ?? first
      } while member != first
    }
  }
}
