import Domain

/// What is known about one park, as of a day.
package struct ParkSummary: Sendable {
  /// A cluster that a document places in the park.
  package struct Placement: Sendable {
    package var cluster: Cluster
    /// Whether it is a part of the placement before it.
    package var isPart: Bool
    /// The target of the cluster itself; nil without one.
    package var target: TargetProgress?
    /// The cluster of the classification shown first that means about the same; only where the cluster's own target
    /// has no data.
    package var kin: Cluster?
    package var kinTarget: TargetProgress?

    /// The one target that it is shown by, sign and number alike: its own, or its kin's where it has none; nil without
    /// any. Another cluster's figures say nothing of its own target.
    package var shown: TargetProgress? { target ?? kinTarget }

    /// Whether it is shown by the target of its kin.
    package var isShownByKin: Bool { shown.map { $0.target.id != target?.target.id } ?? false }

    /// The status of the target that it is shown by; nil without one.
    package var status: Status? { shown?.status }
  }

  package var park: Park
  package var parent: Park?
  /// The parks that lie in it.
  package var parts: [Park]
  package var clusters: [Placement]
  package var enterprises: [Enterprise]
  /// Figures about the park, in the order of the files.
  package var figures: [Figure]
  /// Projects that a document puts into this very park.
  package var projects: [ProjectStatus]
  /// Projects of its clusters whose park no document prints.
  package var kindred: [ProjectStatus]
  package var conflicts: [Conflict]
  /// The places that name it in documents known on the day.
  package var citations: [Citation]

  /// Its area as printed, nil without: of several kinds of area the largest, of several statements the one that a
  /// conflict's rule prefers, or the newest.
  package func area(in dataset: Dataset) -> Figure? {
    func size(_ figure: Figure) -> Double { figure.value * (dataset.units[figure.unit]?.scale ?? 1) }
    let areas = figures.filter { dataset.units[$0.unit]?.dimension == "area" && $0.kind == .actual }
    guard let largest = areas.max(by: { size($0) < size($1) }) else { return nil }
    let rivals = areas.filter { $0.indicator == largest.indicator }
    let preferred = Set(conflicts.compactMap(\.preferred))
    func rank(_ figure: Figure) -> (Int, Day, Day) {
      let known = figure.citations.compactMap { dataset.sources[$0.source]?.knownOn }.max()
      return (preferred.contains(figure.id) ? 1 : 0, figure.period.end, known ?? .distantPast)
    }
    return rivals.max { rank($0) < rank($1) }
  }

  /// Numbers of projects by rung, the furthest first; those without a stage are left out.
  package static func counts(_ projects: [ProjectStatus]) -> [(rung: Rung, count: Int)] {
    Rung.allCases.reversed().compactMap { rung in
      let count = projects.count { $0.rung == rung }
      return count > 0 ? (rung, count) : nil
    }
  }
}
