/// Something that is measured.
public struct Indicator: Hashable, Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    /// Counted over a period.
    case flow
    /// Counted at the end of a period.
    case stock
    case ratio
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

  public var id: String
  public var name: Name
  /// A shorter name for narrow places; the name when the file gives none.
  public var short: Name
  public var category: String
  public var unit: String
  public var measure: Measure
  public var better: Direction
  public var cadence: Cadence
  /// Whether it describes, such as the number of groups of a park, and is never a goal to be reached.
  public var isDescriptive: Bool
  public var note: Name?
}
