import Domain

/// The number of projects on each rung.
package struct Pipeline: Sendable {
  /// One rung: listed projects are counted, official totals are printed. The two are never mixed.
  package struct Step: Sendable {
    /// The rung of the ladder.
    package var rung: Rung
    /// Listed projects currently on the rung.
    package var listed: Int
    /// Listed projects that ever reached this rung or a higher one, even if no document records them on this rung; off
    /// the ladder, those currently there.
    package var everReached: Int
    /// The newest official total; nil if none is reported.
    package var reported: Figure?
    /// Whether no document names a project on this rung, now or before: nobody knows how many there are.
    package var isUnknown = false
  }

  /// A yearly commitment and its outcomes.
  package struct Commitment: Sendable {
    /// The figure that sets the commitment.
    package var target: Figure
    /// The stage that a listed project must reach to count; nil if the commitment names no stage.
    package var rung: Rung?
    /// What an outcome takes for granted about definitions; nil if nothing. See `Dataset.Commitment.assumes`.
    package var assumption: Name?
    /// The figures reported for the years of the commitment, oldest first.
    package var reported: [Figure]
    /// The outcome of each year with a reported figure.
    package var outcomes: [Int: Outcome]
    /// The number of listed projects that reached the stage, by year; a date such as "by 2024" is not counted.
    package var identified: [Int: Int]
  }

  /// The rungs with their counts, from the lowest.
  package var steps: [Step]
  /// The yearly commitments, in file order.
  package var commitments: [Commitment]
  /// The number of listed projects on each rung, and the later progress of those once recorded there.
  package var funnel: Funnel
}

extension Pipeline.Commitment {
  /// The outcome of a commitment in one year.
  package enum Outcome: Equatable, Sendable {
    case met
    case missed
    /// The reported figure has another definition, scope or unit, with the reason.
    case notComparable(Name)
    /// No document reports a figure for the year.
    case noFigure

    /// The name on the screen, in both languages.
    package var name: Name {
      switch self {
      case .met: Name(zh: "完成", en: "met")
      case .missed: Name(zh: "未完成", en: "missed")
      case .notComparable: Name(zh: "不可比", en: "not comparable")
      case .noFigure: Name(zh: "未公布", en: "not published")
      }
    }

    /// Why the outcome cannot be determined; nil if it can.
    package var reason: Name? { if case .notComparable(let reason) = self { reason } else { nil } }
  }

  /// Returns the figure reported for a year; nil if there is none.
  package func reported(for year: Int) -> Figure? { reported.last { $0.period.year == year } }

  /// Returns the outcome of a year; `noFigure` if nothing was reported.
  package func outcome(of year: Int) -> Outcome { outcomes[year] ?? .noFigure }
}
