/// A project and where it stands as of a day.
///
/// It names its milestones by their positions and keeps little else, because a board holds one for every project.
public struct ProjectStatus: Sendable {
  public let project: Project
  public let rung: Rung?
  /// The day it got there, or the day it became known where no date is printed.
  public let since: Day?
  /// Milestones that are known on the day, oldest first.
  public let milestones: [Milestone]
  /// What is known of the next expected milestone where its date has passed; nil before.
  public let lateness: Lateness?
  /// Printed investment; nil when none is.
  public let investment: Figure?
  private let reachedPosition: Position
  private let expectedPosition: Position
  private let signingPosition: Position
  /// The last day that is looked at.
  private let last: Day

  /// The position of a milestone; none is negative.
  private typealias Position = Int32

  /// - Parameters:
  ///   - milestones: those that are known, oldest first; the other milestones are positions in them.
  ///   - last: the last day that is looked at.
  init(
    _ project: Project, milestones: [Milestone], reached: Int?, rung: Rung?, since: Day?, expected: Int?,
    lateness: Lateness?, signing: Int?, investment: Figure?, last: Day
  ) {
    self.project = project
    self.rung = rung
    self.since = since
    self.milestones = milestones
    self.lateness = lateness
    reachedPosition = reached.map { Position($0) } ?? -1
    expectedPosition = expected.map { Position($0) } ?? -1
    signingPosition = signing.map { Position($0) } ?? -1
    self.investment = investment
    self.last = last
  }

  private func milestone(_ position: Position) -> Milestone? {
    position < 0 ? nil : milestones[Int(position)]
  }

  /// The milestone that its stage comes from; nil when none was reached.
  public var reached: Milestone? { milestone(reachedPosition) }

  /// The next expected milestone that was not reached.
  public var expected: Milestone? { milestone(expectedPosition) }

  /// How long it has been signed without being started; nil for all others.
  public var waiting: Waiting? { milestone(signingPosition).map { Waiting(since: $0, asOf: last) } }

  /// Whether it is signed and not started.
  public var isWaiting: Bool { signingPosition >= 0 }
}

/// How many projects stand where.
public struct Pipeline: Sendable {
  /// One rung: named projects are counted, reported totals are printed; the two are never mixed.
  public struct Step: Sendable {
    public var rung: Rung
    /// Named projects that stand on the rung.
    public var named: Int
    /// Named projects that have come as far as this or further; those beside the ladder are left out.
    public var cumulative: Int
    /// The total that a document reports, newest first known.
    public var reported: Figure?
  }

  /// A yearly commitment against what was reached.
  public struct Commitment: Sendable {
    public var target: Figure
    public var rung: Rung
    /// What was reported, by year.
    public var reported: [Figure]
    /// Named projects that reached the rung, by year.
    public var named: [Int: Int]

    /// Whether what was reported for a year is as much as was promised for every year.
    public func isKept(_ reported: Figure) -> Bool { reported.value >= target.value }

    /// What is said of a year: kept or not.
    public func word(_ reported: Figure) -> Name {
      isKept(reported) ? Name(zh: "做到", en: "kept") : Name(zh: "未做到", en: "not kept")
    }
  }

  public var steps: [Step]
  public var commitments: [Commitment]
  /// The conversion from rung to rung of the named projects.
  public var funnel: Funnel
}
