/// A project and where it stands as of a day.
public struct ProjectStatus: Sendable {
  /// The table that it is in, and where: a copy of each would double what every session holds.
  let projects: Table<Project>
  let index: Int
  /// Index of `reached` among `milestones`.
  let position: Int?
  public var rung: Rung?
  /// The day it got there, or the day it became known where no date is printed.
  public var since: Day?
  /// Milestones that are known on the day, oldest first.
  public var milestones: [Milestone]
  /// The next expected milestone that was not reached.
  @Boxed public var expected: Milestone?
  /// What is known of that expectation where its date has passed; nil before.
  public var lateness: Lateness?
  /// Printed investment; nil when none is.
  @Boxed public var investment: Figure?
  /// How long it has been signed without being started; nil for all others.
  @Boxed public var waiting: Waiting?

  public var project: Project { projects[index] }
  /// The milestone that its stage comes from; nil when none was reached.
  public var reached: Milestone? { position.map { milestones[$0] } }
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
  }

  public var steps: [Step]
  public var commitments: [Commitment]
  /// The conversion from rung to rung of the named projects.
  public var funnel: Funnel
}
