extension Board {
  /// Projects that came further than being planned or held in reserve, the latest first; of one day in the order of the
  /// files.
  public var moves: [ProjectStatus] {
    projects.ordered { status in
      (status.rung ?? .planned) > .reserve ? -(status.since ?? .distantPast).number : nil
    }
  }
}
