import Domain

/// What would follow if clusters grew at assumed rates: an illustration, never a figure of the data.
package struct Scenario: Sendable {
  package struct Row: Sendable {
    package var cluster: Cluster
    /// Output of the base year.
    package var output: Double
    /// Assumed growth a year in percent: the reader's, or the published one, or 0 where none is.
    package var growth: Double
    /// Whether the reader changed it.
    package var isAssumed: Bool
    /// Output in the year of the target: output · (1 + growth/100)^years.
    package var level: Double
    package var target: Double?
  }

  package var rows: [Row]
  package var baseYear: Int
  package var targetYear: Int
  /// The sum of the levels in the year of the target.
  package var total: Double
  /// The target of the whole that is shown first; nil when there is none.
  package var target: Double?
  /// The first year in which the sum reaches the target, at most a century ahead; nil when it does not.
  package var yearReached: Int?

  /// - Parameter growth: assumed growth by cluster id, in percent, above −100.
  /// - Returns: nil unless all clusters have an output of one year and the whole has a target for a later one, all in
  ///   one unit and of one scope.
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
