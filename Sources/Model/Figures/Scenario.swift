import Domain

/// A projection with assumed growth rates of clusters: an illustration, never a figure of the data.
package struct Scenario: Sendable {
  /// A cluster with its assumed growth.
  package struct Row: Sendable {
    /// The cluster.
    package var cluster: Cluster
    /// Output of the base year, in the unit of the target.
    package var output: Double
    /// The yearly growth in percent: the user's assumption, otherwise the published growth, otherwise 0.
    package var growth: Double
    /// Whether the user set the growth.
    package var isAssumed: Bool
    /// Output in the target year: output · (1 + growth/100)^years.
    package var level: Double
    /// The target in the unit of the level; nil if there is none.
    package var target: Double?
  }

  /// The clusters, in the order of the board.
  package var rows: [Row]
  /// The year of the levels.
  package var baseYear: Int
  /// The year of the targets.
  package var targetYear: Int
  /// The sum of the levels in the target year.
  package var total: Double
  /// The district's target shown first.
  package var target: Double?
  /// The first year in which the sum reaches the target, at most 100 years after the base year; nil if there is none.
  package var yearReached: Int?

  /// - Parameters:
  ///   - board: the board with the clusters and the target.
  ///   - growth: assumed yearly growth by cluster id, in percent, above −100; lower values count as −99.
  /// - Returns: nil unless all clusters have an output for the same year and the district has a target for a later one,
  ///   all in the same unit and scope.
  package init?(_ board: Board, growth: [String: Double]) {
    let outputs = board.clusters.compactMap(\.output)
    guard let headline = board.headline(board.dataset.info.total), let year = outputs.first?.period.year,
      outputs.count == board.clusters.count,
      outputs.allSatisfy({
        $0.period.year == year && $0.unit == headline.target.unit && $0.scope == headline.target.scope
      }),
      headline.target.period.year > year
    else { return nil }
    let targetYear = headline.target.period.year
    let wanted = headline.target.value
    let rows = board.clusters.map { summary in
      let id = summary.cluster.id
      let rate = growth[id] ?? summary.publishedGrowth?.value ?? 0
      let output = summary.output?.value ?? 0
      return Row(
        cluster: summary.cluster, output: output, growth: rate, isAssumed: growth[id] != nil,
        level: Scenario.level(output, growth: rate, years: targetYear - year),
        target: summary.target.flatMap { $0.target.period.year == targetYear ? $0.target.value : nil })
    }
    self.rows = rows
    baseYear = year
    self.targetYear = targetYear
    total = rows.reduce(0) { $0 + $1.level }
    target = wanted
    yearReached = (year...(year + 100)).first { candidate in
      let sum = rows.reduce(0) { $0 + Scenario.level($1.output, growth: $1.growth, years: candidate - year) }
      return sum >= wanted
    }
  }

  private static func level(_ output: Double, growth: Double, years: Int) -> Double {
    output * power(1 + max(growth, -99) / 100, Double(years))
  }
}
