import Domain

extension Board {
  /// Returns construction projects and parts that progressed beyond planned and in reserve, the latest first; without
  /// those of an unknown time, see `ProjectStatus.isNews`. Those of one day are in file order. If a project takes its stage from a part, the
  /// part is returned.
  ///
  /// - Parameter limit: the maximum number of results. O(n) in the number of projects while it is small.
  package func moves(atMost limit: Int) -> [ProjectStatus] {
    var latest = LatestProjects(atMost: limit)
    for (index, status) in projects.enumerated() where status.hasMoved && status.isNews {
      guard projects[status.root].project.isBuilt || projectCounts.projects == 0 else { continue }
      latest.add(status, at: index)
    }
    return latest.positions.map { projects[$0] }
  }

  /// The publication day before that of the newest document; nil if all documents are of one day.
  package var previousPublication: Day? {
    guard let newest = newestSource?.knownOn else { return nil }
    return sources.last { $0.knownOn < newest }?.knownOn
  }
}

/// The changes of projects since an earlier day, by what was known then: the same as in a ``BoardDiff`` of the two
/// days, without the other board.
package struct ProjectNews {
  /// The way in which a project changed.
  package enum Change: Hashable, Sendable {
    /// No document known on the earlier day mentions it, whatever its stage is now.
    case listed
    /// It stood on another rung; nil if its stage was unknown.
    case moved(from: Rung?)
  }

  private let board: Board
  private let day: Day
  private let known: KnownRecords
  private let earlier: ProjectBoard

  /// - Parameters:
  ///   - board: the board of the later day.
  ///   - day: the earlier day, such as `Board.previousPublication`.
  package init(_ board: Board, since day: Day) {
    (self.board, self.day) = (board, day)
    known = KnownRecords(dataset: board.complete, asOf: day)
    earlier = ProjectBoard(dataset: board.complete, figures: [], asOf: day, known: known)
  }

  /// Returns the change of a project or part; nil if there is none. A project that takes its stage from a part does not
  /// move, the part does.
  package func change(of status: ProjectStatus) -> Change? {
    guard status.lastMentioned > day else { return nil }
    guard known.isKnown(status.project.citations) else { return .listed }
    // A stage that was known then is the one on which it stood.
    guard status.stagePart == nil, let reached = status.reached, !known.isKnown(reached.citations) else {
      return nil
    }
    let family = [status] + board.parts(of: status)
    let records = family.flatMap(\.project.ids).compactMap { board.complete.projects[$0] }
    let before = earlier.statuses(of: Records(records)).first { $0.project.id == status.project.id }?.rung
    return before == status.rung ? nil : .moved(from: before)
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

  /// Whether its present stage is news of a known time: a document dates the event, or reports that it is under way or
  /// halted on the day of the report. That something was completed some time before a report is only news where another
  /// document has it on an earlier rung.
  package var isNews: Bool {
    guard !hasDatedStage, let rung else { return hasDatedStage }
    guard stageDay > .distantPast else { return false }
    return rung < .commissioned || rung >= .stalled
      || Rung.ladder.contains { $0 < rung && wasRecorded(on: $0) }
  }

  /// Whether it is itself beyond planned and in reserve, on the ladder or halted since.
  package var hasMoved: Bool { stagePart == nil && rung.map { $0 > .reserve } ?? false }
}
