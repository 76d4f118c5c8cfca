/// The parks known on a day: which of them are on the schematic map, and what is known about each.
public struct ParkBoard: Sendable {
  private let board: Board
  private let known: KnownRecords
  /// Parks that a known document names, in the order of the files.
  public let parks: [Park]
  /// Parks with a place of their own on the map, row by row. Of two with one place the first has it.
  public let placed: [Park]
  /// The nearest park that all placed ones lie in and that has no place itself; nil without one.
  public let frame: Park?
  /// The parks that are neither placed nor the frame, by kind and in the order of the files.
  public let others: [Park]

  public init(_ board: Board) {
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

  /// Row and column; a park without a place comes last.
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

  /// What it lies in, the nearest first.
  private static func ancestors(of park: Park, in dataset: Dataset) -> [Park] {
    var result: [Park] = []
    var next = park.parent
    // The loader refuses circles; data made in another way must not hang the screen.
    while let id = next, result.count < 20, let parent = dataset.parks[id] {
      result.append(parent)
      next = parent.parent
    }
    return result
  }

  /// Parks first, concepts last; of one kind in the order given.
  public static func byKind(_ parks: [Park]) -> [Park] {
    Park.Kind.allCases.flatMap { kind in parks.filter { $0.kind == kind } }
  }

  /// The projects of the day by where they are, read once for all parks.
  public func projects() -> ParkProjects { ParkProjects(board.projects) }

  /// The projects that are counted by cluster for any of the placed parks, each once; what the parks count of them adds
  /// up to more where a cluster is placed in several.
  public func kindredTotal(_ projects: ParkProjects) -> (distinct: Int, counted: Int) {
    let all = placed.compactMap { summary(of: $0.id, projects) }.map(\.kindred)
    return (Set(all.joined().map(\.root)).count, all.reduce(0) { $0 + $1.count })
  }

  /// Everything known about a park; nil when it is not known on the day.
  public func summary(of id: String, _ projects: ParkProjects) -> ParkSummary? {
    guard let park = parks.first(where: { $0.id == id }) else { return nil }
    let naming = naming(park)
    let clusters = clusters(of: park, naming)
    let figures = board.figures.filter { $0.subject == Subject(kind: .park, id: id) }
    let ids = Set(figures.map(\.id))
    return ParkSummary(
      park: park, parent: park.parent.flatMap { parent in parks.first { $0.id == parent } },
      parts: parks.filter { $0.parent == id }, clusters: clusters,
      enterprises: board.dataset.enterprises.filter { $0.parks.contains(id) && known.isKnown($0.citations) },
      figures: figures, projects: projects.located(in: id),
      kindred: projects.kindred(to: clusters.map(\.cluster.id) + naming.map(\.id)),
      conflicts: board.conflicts.filter { !ids.isDisjoint(with: $0.figures) },
      citations: park.citations.filter { known.isKnown([$0]) })
  }

  /// The clusters that name the park, beside those that it names itself.
  private func naming(_ park: Park) -> [Cluster] {
    board.dataset.clusters.filter {
      $0.parks.contains(park.id) && !park.clusters.contains($0.id) && known.isKnown($0.citations)
    }
  }

  /// Sub-industries come after the cluster that they are a part of; of two that mean about the same the park's own.
  private func clusters(of park: Park, _ naming: [Cluster]) -> [ParkSummary.Placement] {
    let own = park.clusters.compactMap { board.dataset.clusters[$0] }.filter { known.isKnown($0.citations) }
    let added = naming.filter { cluster in
      !own.contains { $0.sameAs.contains(cluster.id) || cluster.sameAs.contains($0.id) }
    }
    let all = own + added
    let ids = Set(all.map(\.id))
    let heads = all.filter { cluster in !(cluster.parent.map(ids.contains) ?? false) }
    return heads.flatMap { head in
      [placement(head, isPart: false)]
        + all.filter { $0.parent == head.id }.map { placement($0, isPart: true) }
    }
  }

  private func placement(_ cluster: Cluster, isPart: Bool) -> ParkSummary.Placement {
    let target = board.headline(board.dataset.info.total, of: .cluster(cluster.id))
    let hasData = target.map { !$0.status.isUnknown } ?? false
    let kin =
      hasData
      ? nil
      : board.clusters.first { summary in
        summary.target != nil
          && (summary.cluster.sameAs.contains(cluster.id) || cluster.sameAs.contains(summary.cluster.id))
      }
    return ParkSummary.Placement(
      cluster: cluster, isPart: isPart, target: target, kin: kin?.cluster, kinTarget: kin?.target)
  }
}

/// The projects of a day by the park that a document prints for them, and by cluster where none is printed. Of a project and
/// its parts one stands for all of them in a park: the project, or where only parts are there the first of these.
public struct ParkProjects: Sendable {
  private let projects: [ProjectStatus]
  private var byPark: [String: [Int32]] = [:]
  private var byCluster: [String: [Int32]] = [:]

  init(_ projects: [ProjectStatus]) {
    self.projects = projects
    projects.eachFamily { members in
      let parks = projects.parks(of: members)
      for park in parks { byPark[park.id, default: []].append(Int32(clamping: park.position)) }
      guard parks.isEmpty else { return }
      for cluster in projects.clusters(of: members) {
        byCluster[cluster.id, default: []].append(Int32(clamping: cluster.position))
      }
    }
  }

  /// Those that a document puts into this very park.
  public func located(in park: String) -> [ProjectStatus] { (byPark[park] ?? []).map { projects[Int($0)] } }

  /// Those of the clusters whose park no document prints: they may be there or elsewhere.
  public func kindred(to clusters: [String]) -> [ProjectStatus] {
    var seen: Set<Int> = []
    return Set(clusters.flatMap { byCluster[$0] ?? [] }).sorted().map { projects[Int($0)] }
      .filter { seen.insert($0.root).inserted }
  }
}
