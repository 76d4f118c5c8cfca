import Domain

/// A project and its stage as of a day.
///
/// It refers to its milestones by position and stores little else, because a board holds one for every project.
package struct ProjectStatus: Sendable {
  /// The project, merged from all its records.
  package let project: Project
  /// The rung of its own stage; if that is at most an intention, that of its furthest part, see ``stagePart``. Nil if
  /// no stage is known.
  package private(set) var rung: Rung?
  /// The last possible day on which it reached that stage, or the day on which this became known if no date is printed.
  package private(set) var since: Day?
  /// Milestones known on the day, oldest first.
  package let milestones: [Milestone]
  /// The state of the next expected milestone if its printed date has passed; nil before that, and without a date.
  package let lateness: Lateness?
  /// The printed investment; nil if there is none.
  package let investment: Figure?
  /// The project that it is a part of; nil for a project that counts by itself. Parts of a project that is not known on
  /// the day have no parent.
  package private(set) var parent: Project?
  /// The position in ``Board/projects`` of the project that it counts with: its own position unless it is a part.
  package private(set) var root = 0
  private let reachedPosition: Position
  /// The position of the newest record, which may repeat the same stage, or name as an intention what had already
  /// begun.
  private let lastPosition: Position
  private let expectedPosition: Position
  private let signingPosition: Position
  private var borrowed: Box<Borrowed>?
  /// The rungs of the ladder on which a document records it, as one bit each by `Rung.order`.
  private var places: UInt16
  /// The rungs of `places` from which it advanced further; see ``advanced(from:)``.
  private var advanced: UInt16
  private var mention: Mention
  /// Whether one of its parts is past an expected date.
  private var hasLatePart = false
  /// The last day considered.
  private let last: Day

  /// The position of a milestone; -1 for none.
  private typealias Position = Int32

  /// The data that a project without its own stage takes from its parts.
  private struct Borrowed {
    var milestone: Milestone
    var part: Project
    var records: [Milestone]
  }

  /// The newest document that mentions a project.
  struct Mention {
    /// The day on which it became known.
    var day = Day.distantPast
    /// The position of its plan if that is over; nil if the document sets no plan, or one that is not over.
    var plan: Int32?

    mutating func add(_ other: Mention) {
      if other.day > day { self = other } else if other.day == day, other.plan == nil { plan = nil }
    }
  }

  /// - Parameters:
  ///   - milestones: the known milestones, oldest first; `reached`, `newest`, `expected` and `signing` are positions in
  ///     them.
  ///   - places: the rungs on which it was recorded, as one bit each by `Rung.order`.
  ///   - advanced: the rungs of `places` from which it advanced further.
  ///   - last: the last day considered.
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

  /// The milestone by which it reached its stage, its own or that of a part: the first of consecutive records of that
  /// stage; nil if no stage was reached.
  package var reached: Milestone? { borrowed?.value.milestone ?? milestone(reachedPosition) }

  /// The newest later record of the same stage, which confirms that it still stood there; nil if there is none.
  package var confirmed: Milestone? {
    guard borrowed == nil, let reached, lastPosition > reachedPosition, let last = milestone(lastPosition),
      last.stage == reached.stage, !last.isExpected
    else { return nil }
    return last
  }

  /// The next expected milestone that was not reached; nil if there is none.
  package var expected: Milestone? { milestone(expectedPosition) }

  /// The time since its signing if it has not started; otherwise nil.
  package var waiting: Waiting? { milestone(signingPosition).map { Waiting(since: $0, asOf: last) } }

  /// Whether it is signed but not started.
  package var isWaiting: Bool { signingPosition >= 0 }

  /// Whether it is a part of another project and counted with it.
  package var isPart: Bool { parent != nil }

  /// The part from which its stage is taken, because no document reports the whole beyond an intention; nil if it has
  /// its own.
  package var stagePart: Project? { borrowed?.value.part }

  /// The milestones reached up to the last day considered: its own, and those of its parts if it takes its stage from
  /// one.
  package var records: [Milestone] { ownRecords + (borrowed?.value.records ?? []) }

  private var ownRecords: [Milestone] {
    guard hasOwnStage else { return [] }
    return milestones[...Int(lastPosition)].filter { !$0.isExpected }
  }

  /// Whether a document records it on a rung of the ladder, now or before. `rung` must be on the ladder.
  package func wasRecorded(on rung: Rung) -> Bool { places & (1 << rung.order) != 0 }

  /// Whether it advanced further after a document recorded it on a rung: on a later day, or from a stage without a
  /// date.
  package func advanced(from rung: Rung) -> Bool { advanced & (1 << rung.order) != 0 }

  /// The highest rung of the ladder on which a document records it, even if it is halted since; nil if there is none.
  package var furthest: Rung? { Rung.ladder.last(where: wasRecorded) }

  /// The position in `Dataset.plans` of the plan that listed it last, if that plan is over and nothing was reported
  /// since. Nil for a part, for a project in operation or cancelled, and for one that is past an expected date itself
  /// or in one of its parts.
  package var lapsedPlan: Int? {
    guard !isPart, lateness == nil, !hasLatePart, !isSettled else { return nil }
    return mention.plan.map(Int.init)
  }

  /// Whether its stage is inferred from the wording of a document, and no other document reports it; see
  /// `Milestone.isInferred`.
  package var isInferred: Bool {
    stagePart == nil && reached?.isInferred == true && confirmed?.isInferred != false
  }

  /// The day on which the newest document that mentions it, or one of its parts, became known.
  package var lastMentioned: Day { mention.day }

  /// Whether it stood on its present rung before a day, such as the first day of a plan.
  package func stood(before day: Day) -> Bool { since.map { $0 < day } ?? false }

  /// Whether it advanced further after a document recorded it as planned or in reserve.
  package var outgrewIntention: Bool { advanced(from: .planned) || advanced(from: .reserve) }

  /// Whether no further stage is expected.
  private var isSettled: Bool {
    rung.map { [.commissioned, .fullOutput, .cancelled].contains($0) } ?? false
  }
}

// Links to its parts.
extension ProjectStatus {
  var hasOwnStage: Bool { reachedPosition >= 0 }

  /// Whether it takes the stage of a part that is further: documents report no stage of its own, or an intention.
  var yieldsToParts: Bool { milestone(reachedPosition) == nil || rung.map { $0 <= .reserve } == true }

  mutating func place(root: Int, parent: Project? = nil) {
    self.root = root
    self.parent = parent
  }

  /// Adds the mentions of a part: a document that mentions a part mentions the whole.
  mutating func add(part: ProjectStatus) {
    mention.add(part.mention)
    if part.lateness != nil { hasLatePart = true }
  }

  /// Takes the stage of the furthest of some parts, if that is further than its own intention. A part off the ladder
  /// ranks below any on it; the first of equal ones counts. A part in operation puts the whole no further than
  /// under construction, unless documents report nothing of the whole itself and all its parts are as far.
  mutating func takeStage(of parts: [ProjectStatus]) {
    func height(_ part: ProjectStatus) -> Int {
      part.rung.map { $0 < .stalled ? $0.order + 1 : 0 } ?? -1
    }
    let heights = parts.map(height)
    guard yieldsToParts, let most = heights.max(), let least = heights.min(),
      !hasOwnStage || most > Rung.reserve.order + 1,
      let part = parts.first(where: { height($0) == most }), let milestone = part.reached
    else { return }
    // A document must report that a whole of its own record runs.
    let isCapped = most > Rung.underConstruction.order + 1 && (hasOwnStage || least < most)
    let cap = hasOwnStage ? Rung.underConstruction.order : max(Rung.underConstruction.order, least - 1)
    let own = since
    (rung, since) = (isCapped ? Rung.ladder[cap] : part.rung, part.since)
    if hasOwnStage, let own, let day = since {
      // A document that names the intention and the beginning together records no bare intention.
      if own < day {
        advanced |= places
      } else {
        places &= ~(1 << Rung.planned.order | 1 << Rung.reserve.order)
      }
    }
    places = parts.reduce(places) { $0 | $1.places }
    advanced = parts.reduce(advanced) { $0 | $1.advanced }
    borrowed = Box(
      Borrowed(milestone: milestone, part: part.project, records: parts.flatMap(\.records)))
  }
}
