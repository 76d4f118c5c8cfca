import Domain

extension Board {
  /// Returns projects and parts that progressed beyond planned and in reserve, the latest first. Projects without a
  /// date for the move come last, and those of one day are in file order. If a project takes its stage from a part, the
  /// part is returned.
  ///
  /// - Parameter limit: the maximum number of results. O(n) in the number of projects while it is small.
  package func moves(atMost limit: Int) -> [ProjectStatus] {
    guard limit > 0 else { return [] }
    var latest: [(day: Day, index: Int)] = []
    for (index, status) in projects.enumerated() where status.hasMoved {
      let day = status.reached?.date.precision == .unknown ? .distantPast : status.since ?? .distantPast
      if latest.count == limit, let last = latest.last, day <= last.day { continue }
      let place = latest.firstIndex { $0.day < day } ?? latest.count
      latest.insert((day, index), at: place)
      if latest.count > limit { latest.removeLast() }
    }
    return latest.map { projects[$0.index] }
  }
}

extension ProjectStatus {
  /// Whether the document dates the event itself. For a stage reached "by" the day of a report, or without a date, the
  /// time of the event is unknown.
  package var hasDatedStage: Bool {
    reached.map { [.day, .month, .year].contains($0.date.precision) } ?? false
  }

  fileprivate var hasMoved: Bool { stagePart == nil && rung.map { $0 > .reserve } ?? false }
}
