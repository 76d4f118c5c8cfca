import Domain

extension Dataset {
  /// Returns the groups of clusters that make up each subject: for a cluster its sub-industries; for the district one
  /// group per classification, the one shown first at the front.
  func partGroups() -> [Subject: [[Subject]]] {
    var groups: [Subject: [[Subject]]] = [:]
    for (parent, parts) in Dictionary(grouping: clusters, by: \.parent) {
      if let parent { groups[.cluster(parent)] = [parts.map { .cluster($0.id) }] }
    }
    let shown = info.classification
    let ordered =
      classifications.filter { $0.id == shown } + classifications.filter { $0.id != shown }
    groups[.district] = ordered.map { classification in
      clusters.filter {
        $0.classification == classification.id && $0.parent == nil && $0.kind == .cluster
      }.map { .cluster($0.id) }
    }
    return groups
  }

  /// Returns the value of a figure in another unit of the same dimension; nil if the dimensions differ.
  package func value(of figure: Figure, in unit: String) -> Double? {
    if figure.unit == unit { return figure.value }
    guard let from = units[figure.unit], let to = units[unit], from.dimension == to.dimension, to.scale != 0
    else { return nil }
    return figure.value * from.scale / to.scale
  }
}
