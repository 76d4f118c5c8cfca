extension Sequence {
  /// Returns the elements sorted by key; each key is computed once.
  ///
  /// Records are large: sorting moves positions, and each record moves only once.
  @inlinable
  package func sorted<Key>(byKey key: (Element) -> Key, _ precedes: (Key, Key) -> Bool) -> [Element] {
    let elements = Array(self)
    if elements.count < 2 { return elements }
    let keys = elements.map(key)
    return elements.indices.sorted { precedes(keys[$0], keys[$1]) }.map { elements[$0] }
  }
}
