extension Board {
  /// Projects that came further than being planned or held in reserve, the latest first; of one day in the order of the
  /// files.
  public var moves: [ProjectStatus] {
    projects.enumerated().filter { ($0.element.rung ?? .planned) > .reserve }
      .sorted { left, right in
        let (a, b) = (left.element.since ?? .distantPast, right.element.since ?? .distantPast)
        return a == b ? left.offset < right.offset : a > b
      }.map(\.element)
  }
}
