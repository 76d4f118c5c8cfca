import Domain

/// The parks known on a day: those on the schematic map, the others, and a summary of each.
package struct ParkBoard: Sendable {
  private let board: Board
  private let known: KnownRecords
  /// Parks that a known document names, in file order.
  package let parks: [Park]
  /// Parks with their own place on the map, row by row. If two share a place, the first has it.
  package let placed: [Park]
  /// The nearest park that contains all placed ones and has no place itself; nil if there is none.
  package let frame: Park?
  /// The parks that are neither placed nor the frame, by kind and in file order.
  package let others: [Park]

  /// Summarises the parks of a board, which takes a pass over its projects.
  package init(_ board: Board) {
    self.board = board
    let known = KnownRecords(dataset: board.dataset, asOf: board.asOf)
    self.known = known
    let parks = board.dataset.parks.filter { known.isKnown($0.citations) }
    self.parks = parks
    var taken: Set<Park.Place> = []
    placed = parks.filter { park in park.place.map { taken.insert($0).inserted } ?? false }
      .sorted { ParkBoard.position($0) < ParkBoard.position($1) }
    frame = ParkBoard.frame(of: placed, in: board.dataset, parks)
    let drawn = Set(placed.map(\.id) + [frame?.id].compactMap { $0 })
    others = ParkBoard.byKind(parks.filter { !drawn.contains($0.id) })
  }

  /// Returns the row and column; a park without a place comes last.
  private static func position(_ park: Park) -> (Int, Int) {
    park.place.map { ($0.row, $0.column) } ?? (.max, .max)
  }

  private static func frame(of placed: [Park], in dataset: Dataset, _ parks: [Park]) -> Park? {
    guard let first = placed.first else { return nil }
    let drawn = Set(placed.map(\.id))
    let above = placed.map { Set(ancestors(of: $0, in: dataset).map(\.id)) }
    return ancestors(of: first, in: dataset).first { park in
      !drawn.contains(park.id) && parks.contains { $0.id == park.id }
        && above.allSatisfy { $0.contains(park.id) }
    }
  }

  /// Returns the parks that contain it, the nearest first.
  private static func ancestors(of park: Park, in dataset: Dataset) -> [Park] {
    var result: [Park] = []
    var next = park.parent
    // The loader rejects cycles; other data must not hang the program.
    while let id = next, result.count < 20, let parent = dataset.parks[id] {
      result.append(parent)
      next = parent.parent
    }
    return result
  }

  /// Sorts parks by kind, parks first, concepts last. Within a kind the order stays.
  package static func byKind(_ parks: [Park]) -> [Park] {
    Park.Kind.allCases.flatMap { kind in parks.filter { $0.kind == kind } }
  }

  /// Indexes the projects of the day by location, together with other records by park: one pass for all parks.
  package func projects() -> ParkProjects {
    ParkProjects(board.projects, ParkIndex(board, parks, known))
  }

  /// Returns the number of projects that placed parks count by cluster: `distinct` counts each project once, `counted`
  /// adds up the parks and is larger if several parks share a cluster.
  package func industryMatchTotal(_ projects: ParkProjects) -> (distinct: Int, counted: Int) {
    let all = placed.compactMap { summary(of: $0.id, projects) }.map(\.industryMatches)
    return (Set(all.joined().map(\.root)).count, all.reduce(0) { $0 + $1.count })
  }

  /// Returns the number of projects that a document places in a park of the map, each counted once.
  package func placedProjects(_ projects: ParkProjects) -> Int {
    Set(placed.flatMap { projects.located(in: $0.id) }.map(\.root)).count
  }

  /// Returns the number of projects that a document places in the park around the map but in none of the places on it,
  /// each counted once; 0 without such a park.
  package func framedProjects(_ projects: ParkProjects) -> Int {
    guard let frame else { return 0 }
    let drawn = Set(placed.map(\.id))
    func isInside(_ park: Park) -> Bool {
      let chain = [park] + ParkBoard.ancestors(of: park, in: board.dataset)
      return chain.contains { $0.id == frame.id } && !chain.contains { drawn.contains($0.id) }
    }
    let onMap = Set(placed.flatMap { projects.located(in: $0.id) }.map(\.root))
    let inside = Set(parks.filter(isInside).flatMap { projects.located(in: $0.id) }.map(\.root))
    return inside.subtracting(onMap).count
  }

  /// Returns everything known about a park; nil if it is not known on the day.
  package func summary(of id: String, _ projects: ParkProjects) -> ParkSummary? {
    let index = projects.index
    guard let park = index.parks[id] else { return nil }
    let naming = (index.naming[id] ?? []).filter { !park.clusters.contains($0.id) }
    let clusters = clusters(of: park, naming, index)
    let figures = index.figures[id] ?? []
    let disputes = Set(figures.flatMap { board.conflicts(about: $0) }.map(\.id))
    return ParkSummary(
      park: park, parent: park.parent.flatMap { index.parks[$0] }, parts: index.parts[id] ?? [],
      clusters: clusters, firms: index.firms[id] ?? [], figures: figures,
      projects: projects.located(in: id),
      industryMatches: projects.industryMatches(
        to: clusters.map(\.cluster.id) + naming.map(\.id), emphases: emphases(of: clusters)),
      conflicts: disputes.isEmpty ? [] : board.conflicts.filter { disputes.contains($0.id) },
      citations: park.citations.filter { known.isKnown([$0]) })
  }

  /// Returns the sub-industries that a park names of a cluster, and those that it does not, by the id of the cluster.
  private func emphases(of placements: [ParkSummary.Placement]) -> [String: ParkProjects.Emphasis] {
    var emphases: [String: ParkProjects.Emphasis] = [:]
    for part in placements where part.isPart {
      guard let whole = part.cluster.parent else { continue }
      emphases[whole, default: .init()].named.insert(part.cluster.id)
    }
    for cluster in board.dataset.clusters {
      guard let whole = cluster.parent, emphases[whole]?.named.contains(cluster.id) == false else { continue }
      emphases[whole]?.others.insert(cluster.id)
    }
    return emphases
  }

  /// Returns the park's clusters. Sub-industries follow their cluster. Of two clusters with about the same meaning, the
  /// park's own is kept.
  private func clusters(of park: Park, _ naming: [Cluster], _ index: ParkIndex) -> [ParkSummary.Placement] {
    let own = park.clusters.compactMap { board.dataset.clusters[$0] }.filter { known.isKnown($0.citations) }
    let (ids, same) = (Set(own.map(\.id)), Set(own.flatMap(\.sameAs)))
    let added = naming.filter { !same.contains($0.id) && ids.isDisjoint(with: $0.sameAs) }
    let all = own + added
    let drawn = ids.union(added.map(\.id))
    let parts = Dictionary(grouping: all) { $0.parent ?? "" }
    let heads = all.filter { cluster in !(cluster.parent.map(drawn.contains) ?? false) }
    return heads.flatMap { head in
      [placement(head, index, isPart: false)]
        + (parts[head.id] ?? []).map { placement($0, index, isPart: true) }
    }
  }

  private func placement(_ cluster: Cluster, _ index: ParkIndex, isPart: Bool) -> ParkSummary.Placement {
    let target = index.targets[cluster.id]
    let hasData = target.map { !$0.status.isUnknown } ?? false
    let equivalent = hasData ? nil : equivalents(of: cluster, index)
    return ParkSummary.Placement(
      cluster: cluster, isPart: isPart, target: target, equivalent: equivalent?.cluster,
      equivalentTarget: equivalent?.target)
  }

  /// Returns the first cluster of the board that has a target and about the same meaning.
  private func equivalents(of cluster: Cluster, _ index: ParkIndex) -> ClusterSummary? {
    let places = cluster.sameAs.compactMap { index.measured[$0] } + (index.namesakes[cluster.id] ?? [])
    return places.min().map { board.clusters[$0] }
  }
}

/// Records about parks and clusters on a day, indexed by id in one pass for all parks.
private struct ParkIndex {
  var parks: [String: Park] = [:]
  var parts: [String: [Park]] = [:]
  var figures: [String: [Figure]] = [:]
  var firms: [String: [Firm]] = [:]
  /// The clusters that name each park.
  var naming: [String: [Cluster]] = [:]
  /// The targets shown for clusters.
  var targets: [String: TargetProgress] = [:]
  /// The positions of the board's clusters that have a target.
  var measured: [String: Int] = [:]
  /// The positions of those clusters by the cluster ids in their `sameAs`.
  var namesakes: [String: [Int]] = [:]

  init(_ board: Board, _ parks: [Park], _ known: KnownRecords) {
    self.parks = Dictionary(parks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for park in parks { if let parent = park.parent { parts[parent, default: []].append(park) } }
    for figure in board.figures where figure.subject.kind == .park {
      figures[figure.subject.id, default: []].append(figure)
    }
    for firm in board.dataset.firms where known.isKnown(firm.citations) {
      for park in Set(firm.parks) { firms[park, default: []].append(firm) }
    }
    for cluster in board.dataset.clusters where known.isKnown(cluster.citations) {
      for park in Set(cluster.parks) { naming[park, default: []].append(cluster) }
    }
    for row in board.targets
    where row.indicator.id == board.dataset.info.total && row.target.subject.kind == .cluster
      && row.target.kind != .growth && !row.isSecondary
    {
      let id = row.target.subject.id
      if let other = targets[id], !Board.comesFirst(row, other, board.precedence) { continue }
      targets[id] = row
    }
    for (position, summary) in board.clusters.enumerated() where summary.target != nil {
      measured[summary.cluster.id] = position
      for other in summary.cluster.sameAs { namesakes[other, default: []].append(position) }
    }
  }
}

/// The projects of a day by the park printed for them, or by cluster if none is printed. In each park a project and its
/// parts have one representative: the project itself, or the first part if only parts are there.
package struct ParkProjects: Sendable {
  private let projects: [ProjectStatus]
  fileprivate let index: ParkIndex
  private var byPark: [String: [Int32]] = [:]
  private var byCluster: [String: [Int32]] = [:]
  /// The number of projects that a document places in any park, each counted with its parts.
  package private(set) var locatedCount = 0

  fileprivate init(_ projects: [ProjectStatus], _ index: ParkIndex) {
    (self.projects, self.index) = (projects, index)
    let hasBuilt = projects.contains { $0.project.isBuilt }
    projects.eachFamily { members in
      // Product lines and programmes are not counted anywhere.
      guard let root = members.first, projects[root].project.isBuilt || !hasBuilt else { return }
      let parks = projects.parks(of: members)
      for park in parks { byPark[park.id, default: []].append(Int32(clamping: park.position)) }
      guard parks.isEmpty else {
        locatedCount += 1
        return
      }
      for cluster in projects.clusters(of: members) {
        byCluster[cluster.id, default: []].append(Int32(clamping: cluster.position))
      }
    }
  }

  /// Returns the projects that a document places in this very park.
  package func located(in park: String) -> [ProjectStatus] { (byPark[park] ?? []).map { projects[Int($0)] } }

  /// The sub-industries of a cluster that a park is for, where it names some of them.
  package struct Emphasis: Sendable {
    /// The ids of the sub-industries that the park names.
    var named: Set<String> = []
    /// The ids of the others of the cluster.
    var others: Set<String> = []

    /// Whether a project with these clusters may be there: it is of a named sub-industry, or of none of the others.
    func admits(_ clusters: [String]) -> Bool {
      others.isDisjoint(with: clusters) || !named.isDisjoint(with: clusters)
    }
  }

  /// Returns the projects of the clusters for which no document prints a park: they may be there or elsewhere.
  ///
  /// - Parameters:
  ///   - clusters: the ids of the clusters.
  ///   - emphases: the sub-industries that the park names, by the id of their cluster.
  package func industryMatches(to clusters: [String], emphases: [String: Emphasis] = [:]) -> [ProjectStatus] {
    var seen: Set<Int> = []
    let positions = clusters.flatMap { cluster in
      (byCluster[cluster] ?? []).filter {
        emphases[cluster]?.admits(projects[Int($0)].project.clusters) ?? true
      }
    }
    return Set(positions).sorted().map { projects[Int($0)] }.filter { seen.insert($0.root).inserted }
  }
}
