import Domain

/// How many projects stand where.
package struct Pipeline: Sendable {
  /// One rung: listed projects are counted, official totals are printed; the two are never mixed.
  package struct Step: Sendable {
    package var rung: Rung
    /// Listed projects that stand on the rung.
    package var listed: Int
    /// Listed projects that ever came as far as this or further, whether or not a document says so of this rung; of a rung
    /// beside the ladder those that stand on it.
    package var everReached: Int
    /// The total that a document reports, newest first known.
    package var reported: Figure?
  }

  /// A yearly commitment against what was reached.
  package struct Commitment: Sendable {
    package var target: Figure
    /// The stage by which listed projects are identified; nil where none is meant.
    package var rung: Rung?
    /// What was reported for the years of the commitment, oldest first.
    package var reported: [Figure]
    /// What became of each year that something was reported for.
    package var outcomes: [Int: Outcome]
    /// Listed projects that reached the stage, by year; a date such as "by 2024" gives no year.
    package var identified: [Int: Int]
  }

  package var steps: [Step]
  package var commitments: [Commitment]
  /// How many listed projects stand on each rung, and what became of those once recorded there.
  package var funnel: Funnel
}

extension Pipeline.Commitment {
  /// What became of a commitment in a year.
  package enum Outcome: Equatable, Sendable {
    case met
    case missed
    /// What is reported is of another definition, scope or unit, and why.
    case notComparable(Name)
    /// No document reports a figure for the year.
    case noFigure

    package var name: Name {
      switch self {
      case .met: Name(zh: "完成", en: "met")
      case .missed: Name(zh: "未完成", en: "missed")
      case .notComparable: Name(zh: "不可比", en: "not comparable")
      case .noFigure: Name(zh: "未公布", en: "not published")
      }
    }

    /// Why it cannot be told; nil where it can.
    package var reason: Name? { if case .notComparable(let reason) = self { reason } else { nil } }
  }

  /// What was reported for a year; nil without.
  package func reported(for year: Int) -> Figure? { reported.last { $0.period.year == year } }

  /// Whether a year kept what is promised for every year.
  package func outcome(of year: Int) -> Outcome { outcomes[year] ?? .noFigure }
}
