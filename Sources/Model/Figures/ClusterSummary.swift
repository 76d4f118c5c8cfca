import Domain

/// The known and computed figures of one cluster, as of a day.
package struct ClusterSummary: Sendable {
  /// The cluster.
  package var cluster: Cluster
  /// Actual figures of the indicator whose cluster values add up, oldest first: whole years of a flow, all levels
  /// otherwise.
  package var history: [Figure]
  /// The newest figure of the history.
  package var output: Figure?
  /// A newer figure for less than a year, shown but never compared: the sum since January, or the newest month of a cluster
  /// that has no other figure.
  package var partial: Figure?
  /// The printed growth for the year of `output`; for the period of `partial` without one.
  package var publishedGrowth: Figure?
  /// The growth from the previous year, a fraction; nil if that year is not in the history.
  package var computedGrowth: Double?
  /// The target shown first, with its progress; nil if there is none.
  package var target: TargetProgress?
  /// Targets of clusters with about the same meaning in other classifications; never compared with this cluster's
  /// output.
  package var equivalentTargets: [TargetProgress]
  /// The share of the clusters' total output in the same year, a fraction; nil if their outputs do not add up.
  package var share: Double?
  /// The contribution to the growth of that total in percentage points; see `Formula.contribution`.
  package var contribution: Double?
  /// Its sub-industries, including those of clusters with the same meaning in other classifications.
  package var parts: [Part]
  /// The number of projects by rung.
  package var projects: [Rung: Int]

  /// A sub-industry, with its target if it has one.
  package struct Part: Sendable {
    /// The cluster.
    package var cluster: Cluster
    /// The target; nil if there is none.
    package var target: TargetProgress?
  }
}
