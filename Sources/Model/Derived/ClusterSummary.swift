/// What is known and computed about one cluster, as of a day.
public struct ClusterSummary: Sendable {
  public var cluster: Cluster
  /// The indicator that clusters add up to, kind actual, oldest first: whole years of a flow, all levels of others.
  public var history: [Figure]
  /// The newest of the history.
  public var output: Figure?
  /// A newer figure over less than a year, shown but never compared.
  public var partial: Figure?
  /// The growth that a document prints for the newest year.
  public var publishedGrowth: Figure?
  /// Growth from the year before, a fraction; nil, where only one year is known.
  public var computedGrowth: Double?
  /// Its target, shown by rank, with progress and pace; nil without one.
  public var target: TargetProgress?
  /// What other plans want of clusters in other classifications that mean about the same; never compared with this
  /// cluster's output.
  public var kinTargets: [TargetProgress]
  /// Part of the sum of the clusters' outputs of the same year, a fraction.
  public var share: Double?
  /// Contribution to the growth of that sum in percentage points; see `Formula.contribution`.
  public var contribution: Double?
  /// Its sub-industries, those of clusters in other classifications that mean the same included.
  public var parts: [Part]
  /// Numbers of projects by rung.
  public var projects: [Rung: Int]

  /// A sub-industry with its own target.
  public struct Part: Sendable {
    public var cluster: Cluster
    public var target: TargetProgress?
  }
}
