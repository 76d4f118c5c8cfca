import Domain

/// Computes the summaries of the clusters of one classification.
struct ClusterBoard {
  let dataset: Dataset
  let classification: String?
  let projects: [ProjectStatus]
  private let precedence: Precedence
  /// The targets shown for clusters, by cluster.
  private let outputTargets: [String: [TargetProgress]]
  /// The figures of the indicator whose cluster values add up, by cluster.
  private let outputs: [String: [Figure]]
  /// The positions of the sub-industries of each cluster.
  private let children: [String: [Int]]
  /// The ids of the clusters that name each cluster in `sameAs`.
  private let namesakes: [String: [String]]

  init(
    dataset: Dataset, classification: String?, figures: [Figure], targets: [TargetProgress],
    projects: [ProjectStatus], precedence: Precedence
  ) {
    self.dataset = dataset
    self.precedence = precedence
    self.classification = classification
    self.projects = projects
    outputs = Dictionary(
      grouping: figures.filter { $0.indicator == dataset.info.total && $0.subject.kind == .cluster },
      by: \.subject.id)
    let rows = targets.indices.filter {
      targets[$0].indicator.id == dataset.info.total && targets[$0].target.kind == .target
        && !targets[$0].isSecondary && targets[$0].target.subject.kind == .cluster
    }
    outputTargets = Dictionary(grouping: rows.map { targets[$0] }, by: \.target.subject.id)
    var children: [String: [Int]] = [:]
    var namesakes: [String: [String]] = [:]
    for (position, cluster) in dataset.clusters.enumerated() {
      if let parent = cluster.parent { children[parent, default: []].append(position) }
      for other in cluster.sameAs { namesakes[other, default: []].append(cluster.id) }
    }
    (self.children, self.namesakes) = (children, namesakes)
  }

  /// Returns the summaries, worst first by the schedule ratio of their targets; clusters without a target come last.
  func summaries() -> [ClusterSummary] {
    let clusters = dataset.clusters.filter {
      $0.classification == classification && $0.parent == nil && $0.kind == .cluster
    }
    let rungs = rungs()
    var summaries = clusters.map { summary($0, rungs[$0.id] ?? [:]) }
    addShares(&summaries)
    return summaries.sorted(byKey: { $0.target.map(TargetOrder.init) }, ClusterBoard.isWorse)
  }

  /// Clusters without a target come last.
  private static func isWorse(_ left: TargetOrder?, _ right: TargetOrder?) -> Bool {
    guard let left, let right else { return left != nil && right == nil }
    return left < right
  }

  private func summary(_ cluster: Cluster, _ rungs: [Rung: Int]) -> ClusterSummary {
    let own = outputs[cluster.id] ?? []
    let isFlow = dataset.indicators[dataset.info.total]?.measure == .flow
    let years = own.filter { $0.kind == .actual && (!isFlow || $0.period.isYear) }
      .sorted { $0.period.end < $1.period.end }
    let output = years.last
    // Levels of another scope or unit do not belong to this history.
    let history = years.filter { $0.scope == output?.scope && $0.unit == output?.unit }
    let before = history.last { $0.period.year == (output?.period.year ?? 0) - 1 }
    let newer = own.filter {
      $0.plan == nil && !$0.period.isYear && $0.period.start.year == $0.period.end.year
        && $0.period.end > (output?.period.end ?? .distantPast)
    }
    // Of a cluster without a sum since January the newest month is shown.
    let partial =
      newer.filter { $0.kind == .cumulative }.max { $0.period.end < $1.period.end }
      ?? (output == nil ? newer.filter { $0.kind == .actual }.max { $0.period.end < $1.period.end } : nil)
    return ClusterSummary(
      cluster: cluster, history: history, output: output,
      partial: partial,
      publishedGrowth: own.last {
        $0.kind == .growth && $0.plan == nil && $0.period == (output?.period ?? partial?.period)
      },
      computedGrowth: output.flatMap { now in
        before.flatMap { Formula.averageGrowth(from: $0.value, to: now.value, years: 1) }
      },
      target: target(of: cluster),
      equivalentTargets: equivalents(of: cluster).subtracting([cluster.id]).sorted().compactMap { id in
        dataset.clusters[id].flatMap { $0.parent == nil && $0.kind == .cluster ? target(of: $0) : nil }
      }, parts: parts(of: cluster), projects: rungs)
  }

  private func target(of cluster: Cluster) -> TargetProgress? {
    // The output of a cluster is that of a whole year: the task of one year is compared with the months of that year, in the dispatch
    // view, and here only where no plan looks further.
    let rows = outputTargets[cluster.id] ?? []
    let longer = rows.filter { $0.plan.start.year < $0.plan.end.year }
    return (longer.isEmpty ? rows.filter { !$0.isPastYear } : longer).min {
      Board.comesFirst($0, $1, precedence)
    }
      ?? rows.max { $0.target.period.end < $1.target.period.end }
  }

  /// Returns the sub-industries of the cluster and of clusters with about the same meaning in other classifications.
  private func parts(of cluster: Cluster) -> [ClusterSummary.Part] {
    equivalents(of: cluster).flatMap { children[$0] ?? [] }.sorted().map {
      let part = dataset.clusters[$0]
      return ClusterSummary.Part(cluster: part, target: target(of: part))
    }
  }

  /// Returns the cluster's id and the ids of clusters with about the same meaning, in either direction.
  private func equivalents(of cluster: Cluster) -> Set<String> {
    Set([cluster.id] + cluster.sameAs + (namesakes[cluster.id] ?? []))
  }

  /// Returns the number of construction projects on each rung by cluster, of all if there are no others. A project belongs to a cluster if any of its parts does.
  private func rungs() -> [String: [Rung: Int]] {
    var counts: [String: [Rung: Int]] = [:]
    let hasBuilt = projects.contains { $0.project.isBuilt }
    projects.eachFamily { members in
      let root = projects[members[0]]
      guard let rung = root.rung, root.project.isBuilt || !hasBuilt else { return }
      for cluster in projects.clusters(of: members) {
        counts[cluster.id, default: [:]][rung, default: 0] += 1
      }
    }
    return counts
  }

  /// Adds the shares of one year's sum, and the contributions if every cluster's previous level follows from its
  /// published growth.
  private func addShares(_ summaries: inout [ClusterSummary]) {
    let outputs = summaries.compactMap(\.output)
    guard outputs.count == summaries.count, let period = outputs.first?.period,
      outputs.allSatisfy({
        $0.period == period && $0.unit == outputs[0].unit && $0.scope == outputs[0].scope
      })
    else { return }
    let whole = outputs.reduce(0) { $0 + $1.value }
    let before = summaries.map { summary in
      summary.output.flatMap { output in
        summary.publishedGrowth.flatMap {
          Formula.previousLevel(actual: output.value, growthPercent: $0.value)
        }
      }
    }
    let wholeBefore = before.contains { $0 == nil } ? 0 : before.reduce(0) { $0 + ($1 ?? 0) }
    for index in summaries.indices {
      summaries[index].share = whole > 0 ? outputs[index].value / whole : nil
      if let level = before[index] {
        summaries[index].contribution = Formula.contribution(
          part: outputs[index].value, partBefore: level, wholeBefore: wholeBefore)
      }
    }
  }
}
