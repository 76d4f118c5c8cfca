import Domain

extension Board {
  /// Returns projects and parts that progressed beyond planned and in reserve, the latest first. Projects without a
  /// date for the move come last, and those of one day are in file order. If a project takes its stage from a part, the
  /// part is returned.
  ///
  /// - Parameter limit: the maximum number of results. O(n) in the number of projects while it is small.
  package func moves(atMost limit: Int) -> [ProjectStatus] {
    var latest = LatestProjects(atMost: limit)
    for (index, status) in projects.enumerated() where status.hasMoved { latest.add(status, at: index) }
    return latest.positions.map { projects[$0] }
  }

  /// The publication day before that of the newest document; nil if all documents are of one day.
  package var previousPublication: Day? {
    guard let newest = newestSource?.knownOn else { return nil }
    return sources.last { $0.knownOn < newest }?.knownOn
  }
}

/// The projects whose present stages are the latest, found in one pass. Those without a date for it come last, and equal
/// ones keep their order.
package struct LatestProjects: Sendable {
  private let limit: Int
  private var latest: [(day: Day, position: Int)] = []

  /// - Parameter limit: how many to keep. O(n) in the number of projects while it is small.
  package init(atMost limit: Int) { self.limit = limit }

  /// The positions with which the projects were added, the latest first.
  package var positions: [Int] { latest.map(\.position) }

  package mutating func add(_ status: ProjectStatus, at position: Int) {
    guard limit > 0 else { return }
    let day = status.stageDay
    if latest.count == limit, let last = latest.last, day <= last.day { return }
    latest.insert((day, position), at: latest.firstIndex { $0.day < day } ?? latest.count)
    if latest.count > limit { latest.removeLast() }
  }
}

extension ProjectStatus {
  /// The last possible day of its present stage; the distant past if no document dates it.
  package var stageDay: Day {
    reached?.date.precision == .unknown ? .distantPast : since ?? .distantPast
  }

  /// Whether the document dates the event itself. For a stage reached "by" the day of a report, or without a date, the
  /// time of the event is unknown.
  package var hasDatedStage: Bool {
    reached.map { [.day, .month, .year].contains($0.date.precision) } ?? false
  }

  /// Whether it is itself beyond planned and in reserve, on the ladder or halted since.
  package var hasMoved: Bool { stagePart == nil && rung.map { $0 > .reserve } ?? false }
}
