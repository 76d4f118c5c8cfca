import Domain

extension Board {
  /// Those that came further than being planned or held in reserve, and parts that did, the latest first, last those whose
  /// move has no date at all; of one day in the order of the files. Of a project whose stage is that of a part, the part.
  ///
  /// - Parameter limit: as many are looked for: O(n) in the number of projects while it is small.
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
  /// Whether the document dates the event itself. What is so "by" the day of a report, or without a date, came about at a
  /// time that nobody knows.
  package var hasDatedStage: Bool {
    reached.map { [.day, .month, .year].contains($0.date.precision) } ?? false
  }

  fileprivate var hasMoved: Bool { stagePart == nil && rung.map { $0 > .reserve } ?? false }
}
