/// Something that is measured.
public struct Indicator: Hashable, Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    /// Counted over a period.
    case flow
    /// Counted at the end of a period.
    case stock
    case ratio
  }

  /// The path from the base to a target.
  public enum Path: String, CaseIterable, Sendable {
    /// By the same percentage every year: money and what else grows by percent.
    case compound
    /// By the same amount every year: shares, rates, intensities and counts.
    case linear
  }

  public enum Direction: String, CaseIterable, Sendable {
    case higher
    case lower
  }

  /// How often a new figure is due.
  public enum Cadence: String, CaseIterable, Sendable {
    case month
    case quarter
    case year
    case once

    /// Days after the end of the last period until the next figure is overdue: one period and half of one to publish
    /// it; nil when none is due.
    public var allowedAge: Int? {
      switch self {
      case .month: 46
      case .quarter: 137
      case .year: 548
      case .once: nil
      }
    }
  }

  /// The name of an indicator for figures of one scope.
  public struct ScopeName: Hashable, Sendable {
    public var scope: String
    public var name: Name
  }

  /// The same with the name that its figures of a scope have.
  func named(for scope: String) -> Indicator {
    guard let other = scopeNames.first(where: { $0.scope == scope }) else { return self }
    var indicator = self
    (indicator.name, indicator.short) = (other.name, other.name)
    return indicator
  }

  public var id: String
  public var name: Name
  /// A shorter name for narrow places; the name when the file gives none.
  public var short: Name
  /// What it is called where its figures have another scope than its name says.
  public var scopeNames: [ScopeName] = []
  public var category: String
  public var unit: String
  public var measure: Measure
  public var better: Direction
  public var cadence: Cadence
  /// Whether it describes, such as the number of groups of a park, and is never a goal to be reached.
  public var isDescriptive: Bool
  /// The path that targets of it ask for, as the file says; nil leaves it to `Dataset.path(of:)`.
  public var path: Path?
  /// What it counts, in English; nil where the unit says it.
  public var noun: Noun?
  public var note: Name?

  /// `1 firm`, `44 firms`.
  public struct Noun: Hashable, Sendable {
    public var one: String
    public var other: String
  }
}

extension Dataset {
  /// The path that targets of an indicator ask for: the one that its file names; otherwise compound for money that is
  /// counted over a period, and linear for everything else.
  public func path(of indicator: Indicator) -> Indicator.Path {
    if let path = indicator.path { return path }
    return indicator.measure == .flow && units[indicator.unit]?.dimension == "money" ? .compound : .linear
  }
}
