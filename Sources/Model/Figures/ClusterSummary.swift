import Domain

/// What is known and computed about one cluster, as of a day.
package struct ClusterSummary: Sendable {
  package var cluster: Cluster
  /// The indicator that clusters add up to, kind actual, oldest first: whole years of a flow, all levels of others.
  package var history: [Figure]
  /// The newest of the history.
  package var output: Figure?
  /// A newer figure over less than a year, shown but never compared.
  package var partial: Figure?
  /// The growth that a document prints for the newest year.
  package var publishedGrowth: Figure?
  /// Growth from the year before, a fraction; nil, where only one year is known.
  package var computedGrowth: Double?
  /// Its target, shown by rank, with progress and pace; nil without one.
  package var target: TargetProgress?
  /// What other plans want of clusters in other classifications that mean about the same; never compared with this
  /// cluster's output.
  package var kinTargets: [TargetProgress]
  /// Part of the sum of the clusters' outputs of the same year, a fraction.
  package var share: Double?
  /// Contribution to the growth of that sum in percentage points; see `Formula.contribution`.
  package var contribution: Double?
  /// Its sub-industries, those of clusters in other classifications that mean the same included.
  package var parts: [Part]
  /// Numbers of projects by rung.
  package var projects: [Rung: Int]

  /// A sub-industry with its own target.
  package struct Part: Sendable {
    package var cluster: Cluster
    package var target: TargetProgress?
  }
}
