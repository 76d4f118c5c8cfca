/// Finds the conflicts that name certain figures, in time independent of the total number of conflicts.
package struct ConflictIndex {
  private let named: [Set<String>]
  private var positions: [String: [Int]] = [:]

  /// - Parameter figures: the figure ids that each conflict names.
  package init(_ figures: some Sequence<[String]>) {
    named = figures.map { Set($0) }
    for (position, figures) in named.enumerated() {
      for figure in figures { positions[figure, default: []].append(position) }
    }
  }

  /// Returns the positions of the conflicts that name all of the figures, in ascending order; empty for no figures.
  package func positions(namingAll figures: [String]) -> [Int] {
    let rarest = figures.map { positions[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return rarest.filter { named[$0].isSuperset(of: figures) }
  }

  func positions(naming figure: String) -> [Int] { positions[figure] ?? [] }
}
