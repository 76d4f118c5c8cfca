/// How many projects stand where.
public struct Pipeline: Sendable {
  /// One rung: listed projects are counted, official totals are printed; the two are never mixed.
  public struct Step: Sendable {
    public var rung: Rung
    /// Listed projects that stand on the rung.
    public var listed: Int
    /// Listed projects that ever came as far as this or further, whether or not a document says so of this rung; of a rung
    /// beside the ladder those that stand on it.
    public var everReached: Int
    /// The total that a document reports, newest first known.
    public var reported: Figure?
  }

  /// A yearly commitment against what was reached.
  public struct Commitment: Sendable {
    public var target: Figure
    /// The stage by which listed projects are identified; nil where none is meant.
    public var rung: Rung?
    /// What was reported for the years of the commitment, oldest first.
    public var reported: [Figure]
    /// What became of each year that something was reported for.
    public var outcomes: [Int: Outcome]
    /// Listed projects that reached the stage, by year; a date such as "by 2024" gives no year.
    public var identified: [Int: Int]
  }

  public var steps: [Step]
  public var commitments: [Commitment]
  /// How many listed projects stand on each rung, and what became of those once recorded there.
  public var funnel: Funnel
}

extension Pipeline.Commitment {
  /// What became of a commitment in a year.
  public enum Outcome: Equatable, Sendable {
    case met
    case missed
    /// What is reported is of another definition, scope or unit, and why.
    case notComparable(Name)
    /// No document reports a figure for the year.
    case noFigure

    public var name: Name {
      switch self {
      case .met: Name(zh: "完成", en: "met")
      case .missed: Name(zh: "未完成", en: "missed")
      case .notComparable: Name(zh: "不可比", en: "not comparable")
      case .noFigure: Name(zh: "未公布", en: "not published")
      }
    }

    /// Why it cannot be told; nil where it can.
    public var reason: Name? { if case .notComparable(let reason) = self { reason } else { nil } }
  }

  /// What was reported for a year; nil without.
  public func reported(for year: Int) -> Figure? { reported.last { $0.period.year == year } }

  /// Whether a year kept what is promised for every year.
  public func outcome(of year: Int) -> Outcome { outcomes[year] ?? .noFigure }
}
