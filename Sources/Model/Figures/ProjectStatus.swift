import Domain

/// A project and where it stands as of a day.
///
/// It names its milestones by their positions and keeps little else, because a board holds one for every project.
package struct ProjectStatus: Sendable {
  /// The project, with all records that are the same as it.
  package let project: Project
  /// Its own stage; where no document gives it one, that of the furthest of its parts, see ``stagePart``.
  package private(set) var rung: Rung?
  /// The day it got there, or the day it became known where no date is printed.
  package private(set) var since: Day?
  /// Milestones that are known on the day, oldest first.
  package let milestones: [Milestone]
  /// What is known of the next expected milestone where its printed date has passed; nil before, and without a date.
  package let lateness: Lateness?
  /// Printed investment; nil when none is.
  package let investment: Figure?
  /// The project that it is a part of; nil for one that counts by itself. A project that is not known on the day has no
  /// parts.
  package private(set) var parent: Project?
  /// Where the project that it counts with stands in ``Board/projects``: its own place unless it is a part.
  package private(set) var root = 0
  private let reachedPosition: Position
  /// That of the newest record, which may say the same again, or name as an intention what had begun.
  private let lastPosition: Position
  private let expectedPosition: Position
  private let signingPosition: Position
  private var borrowed: Box<Borrowed>?
  /// A bit for each rung of the ladder, by its order, that a document says it to have stood on.
  private var places: UInt16
  /// Those of them from which it came further up; see ``advanced(from:)``.
  private var advanced: UInt16
  private var mention: Mention
  /// Whether a part of it is past its date.
  private var hasLatePart = false
  /// The last day that is looked at.
  private let last: Day

  /// The position of a milestone; none is negative.
  private typealias Position = Int32

  /// What a project without a stage of its own has from its parts.
  private struct Borrowed {
    var milestone: Milestone
    var part: Project
    var records: [Milestone]
  }

  /// The newest document that says anything of a project.
  struct Mention {
    /// The day it became known.
    var day = Day.distantPast
    /// The position of its plan where that is over; nil where it belongs to none or to one that is not over.
    var plan: Int32?

    mutating func add(_ other: Mention) {
      if other.day > day { self = other } else if other.day == day, other.plan == nil { plan = nil }
    }
  }

  /// - Parameters:
  ///   - milestones: those that are known, oldest first; the other milestones are positions in them.
  ///   - places: the rungs that it was recorded on, a bit each by their order.
  ///   - advanced: those of them from which it came further up.
  ///   - last: the last day that is looked at.
  init(
    _ project: Project, milestones: [Milestone], reached: Int?, newest: Int?, rung: Rung?, since: Day?,
    expected: Int?,
    lateness: Lateness?, signing: Int?, places: UInt16, advanced: UInt16,
    investment: Figure?, mention: Mention, last: Day
  ) {
    self.project = project
    self.rung = rung
    self.since = since
    self.milestones = milestones
    self.lateness = lateness
    reachedPosition = reached.map { Position($0) } ?? -1
    lastPosition = newest.map { Position($0) } ?? -1
    expectedPosition = expected.map { Position($0) } ?? -1
    signingPosition = signing.map { Position($0) } ?? -1
    self.places = places
    self.advanced = advanced
    self.investment = investment
    self.mention = mention
    self.last = last
  }

  private func milestone(_ position: Position) -> Milestone? {
    position < 0 ? nil : milestones[Int(position)]
  }

  /// The milestone by which it came to its stage, its own or that of a part: the first of those that say the same since; nil
  /// when none was reached.
  package var reached: Milestone? { milestone(reachedPosition) ?? borrowed?.value.milestone }

  /// The next expected milestone that was not reached.
  package var expected: Milestone? { milestone(expectedPosition) }

  /// How long it has been signed without being started; nil for all others.
  package var waiting: Waiting? { milestone(signingPosition).map { Waiting(since: $0, asOf: last) } }

  /// Whether it is signed and not started.
  package var isWaiting: Bool { signingPosition >= 0 }

  /// Whether it is a part of another project, and counted with it.
  package var isPart: Bool { parent != nil }

  /// The part that its stage is taken from, because no document gives the whole a stage; nil where it has its own.
  package var stagePart: Project? { borrowed?.value.part }

  /// What was reached up to the last day that is looked at, by itself or, without a stage of its own, by its parts.
  package var records: [Milestone] {
    if let borrowed { return borrowed.value.records }
    guard hasOwnStage else { return [] }
    return milestones[...Int(lastPosition)].filter { !$0.isExpected }
  }

  /// Whether a document says that it stood on a rung of the ladder, now or before.
  package func wasRecorded(on rung: Rung) -> Bool { places & (1 << rung.order) != 0 }

  /// Whether it came further up after a document has it on a rung: on a later day, or from a state without a date.
  package func advanced(from rung: Rung) -> Bool { advanced & (1 << rung.order) != 0 }

  /// The highest rung of the ladder that a document says it to have stood on, also when it is halted since.
  package var furthest: Rung? { Rung.ladder.last(where: wasRecorded) }

  /// The position, among the plans of the dataset, of the plan that listed it last, where that is over and nothing was
  /// reported since; nil for a part, for what is in operation or cancelled, and for what is past a date of its own.
  package var lapsedPlan: Int? {
    guard !isPart, lateness == nil, !hasLatePart, !isSettled else { return nil }
    return mention.plan.map(Int.init)
  }

  /// Whether nothing more is to be expected of it.
  private var isSettled: Bool {
    rung.map { [.commissioned, .fullOutput, .cancelled].contains($0) } ?? false
  }
}

// What it has to do with its parts.
extension ProjectStatus {
  var hasOwnStage: Bool { reachedPosition >= 0 }

  mutating func place(root: Int, parent: Project? = nil) {
    self.root = root
    self.parent = parent
  }

  /// That a document says something of a part says it of the whole.
  mutating func add(part: ProjectStatus) {
    mention.add(part.mention)
    if part.lateness != nil { hasLatePart = true }
  }

  /// Takes the stage of the furthest of some parts. One that is beside the ladder counts for less than any on it; of
  /// equal ones the first counts.
  mutating func takeStage(of parts: [ProjectStatus]) {
    func height(_ part: ProjectStatus) -> Int {
      part.rung.map { $0 < .stalled ? $0.order + 1 : 0 } ?? -1
    }
    guard !hasOwnStage, let most = parts.map(height).max(),
      let part = parts.first(where: { height($0) == most }), let milestone = part.reached
    else { return }
    (rung, since) = (part.rung, part.since)
    places = parts.reduce(0) { $0 | $1.places }
    advanced = parts.reduce(0) { $0 | $1.advanced }
    borrowed = Box(
      Borrowed(milestone: milestone, part: part.project, records: parts.flatMap(\.records)))
  }
}
