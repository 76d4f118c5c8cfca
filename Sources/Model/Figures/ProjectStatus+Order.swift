extension [ProjectStatus] {
  /// Returns the statuses with a key, the least key first; ties keep their order.
  ///
  /// Each key is computed once, and only numbers are sorted: O(n log n).
  package func ordered(by key: (ProjectStatus) -> Int?) -> [ProjectStatus] {
    var places: [(key: Int, index: Int)] = []
    for (index, status) in enumerated() {
      if let key = key(status) { places.append((key, index)) }
    }
    places.sort { $0 < $1 }
    return places.map { self[$0.index] }
  }
}
