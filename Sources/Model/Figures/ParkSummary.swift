import Domain

/// The known records and figures of one park, as of a day.
package struct ParkSummary: Sendable {
  /// A cluster that a document places in the park.
  package struct Placement: Sendable {
    /// The cluster.
    package var cluster: Cluster
    /// Whether it is a sub-industry of the preceding placement.
    package var isPart: Bool
    /// The target of the cluster itself; nil if there is none.
    package var target: TargetProgress?
    /// The cluster with about the same meaning in the classification shown; only if the cluster's own target has no
    /// data.
    package var equivalent: Cluster?
    /// The target of the equivalent cluster; nil if there is none.
    package var equivalentTarget: TargetProgress?

    /// The one target shown, for sign and number alike: its own, or its equivalent's if it has none; nil without either.
    /// Another cluster's figures are not evidence for its own target.
    package var shown: TargetProgress? { target ?? equivalentTarget }

    /// Whether the target shown is that of its equivalent.
    package var isShownByEquivalent: Bool { shown.map { $0.target.id != target?.target.id } ?? false }

    /// The status of the target shown; nil if there is none.
    package var status: Status? { shown?.status }
  }

  /// The park.
  package var park: Park
  /// The park that it is a part of; nil at the top.
  package var parent: Park?
  /// The parks inside it.
  package var parts: [Park]
  /// The clusters located there.
  package var clusters: [Placement]
  /// The firms located there.
  package var firms: [Firm]
  /// Figures about the park, in file order.
  package var figures: [Figure]
  /// Projects that a document places in this very park.
  package var projects: [ProjectStatus]
  /// Projects of its clusters for which no document prints a park.
  package var industryMatches: [ProjectStatus]
  /// The conflicts about the park and its figures.
  package var conflicts: [Conflict]
  /// Its citations in documents known on the day.
  package var citations: [Citation]

  /// Returns its printed area; nil if there is none. Of several kinds of area the largest is used; of several
  /// statements the one that a conflict prefers, otherwise the newest.
  package func area(in dataset: Dataset) -> Figure? {
    func size(_ figure: Figure) -> Double { figure.value * (dataset.units[figure.unit]?.scale ?? 1) }
    let areas = figures.filter { dataset.units[$0.unit]?.role == .area && $0.kind == .actual }
    guard let largest = areas.max(by: { size($0) < size($1) }) else { return nil }
    let rivals = areas.filter { $0.indicator == largest.indicator }
    let preferred = Set(conflicts.compactMap(\.preferred))
    func rank(_ figure: Figure) -> (Int, Day, Day) {
      let known = figure.citations.compactMap { dataset.sources[$0.source]?.knownOn }.max()
      return (preferred.contains(figure.id) ? 1 : 0, figure.period.end, known ?? .distantPast)
    }
    return rivals.max { rank($0) < rank($1) }
  }

  /// Returns the number of projects by rung, the furthest first; projects without a stage are left out.
  package static func counts(_ projects: [ProjectStatus]) -> [(rung: Rung, count: Int)] {
    Rung.allCases.reversed().compactMap { rung in
      let count = projects.count { $0.rung == rung }
      return count > 0 ? (rung, count) : nil
    }
  }
}
