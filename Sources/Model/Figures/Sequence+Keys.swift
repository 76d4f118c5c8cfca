extension Sequence {
  /// The elements in the order of what `key` makes of them, which is asked once for each; equal ones keep their order.
  ///
  /// Records are large: positions are moved while sorting, and each record once.
  @inlinable
  package func sorted<Key>(byKey key: (Element) -> Key, _ precedes: (Key, Key) -> Bool) -> [Element] {
    let elements = Array(self)
    if elements.count < 2 { return elements }
    let keys = elements.map(key)
    return elements.indices.sorted { precedes(keys[$0], keys[$1]) }.map { elements[$0] }
  }
}
