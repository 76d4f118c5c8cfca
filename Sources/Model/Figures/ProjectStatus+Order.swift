extension [ProjectStatus] {
  /// Those that have a key, the least key first; of equal ones in the order given.
  ///
  /// The key of each is asked for once, and only numbers are sorted: O(n log n) for n of them.
  package func ordered(by key: (ProjectStatus) -> Int?) -> [ProjectStatus] {
    var places: [(key: Int, index: Int)] = []
    for (index, status) in enumerated() {
      if let key = key(status) { places.append((key, index)) }
    }
    places.sort { $0 < $1 }
    return places.map { self[$0.index] }
  }
}
