import Domain

/// The reason why a figure cannot be computed.
package enum Obstacle: Hashable, Sendable {
  case noObservation
  /// The newest observation is the base itself, or older.
  case onlyBase
  case noBase
  /// The figures are for other periods: nine months are not divided by a year, and the growth of one year does not
  /// stand in for another's.
  case otherPeriod
  /// The figures have another scope.
  case otherScope
  case otherUnit
  /// The reported figure has another definition, with the difference.
  case differs(Name)
  /// The target has no number.
  case noNumber
  /// A sum over several years, with the years that have no figure.
  case missingYears([Int])
  /// A sum that must stay below its target is only judged when its time is over.
  case ceiling
  /// The compound path of the indicator leads through zero or below.
  case noPath
  /// A count of those above a level, which has no path in time.
  case countsAbove

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .noObservation: Name(zh: "未公布实际值", en: "no figure published")
    case .onlyBase: Name(zh: "基期后无新数据", en: "no data since the base")
    case .noBase: Name(zh: "无基期数据", en: "no base")
    case .otherPeriod: Name(zh: "时期不同，不可比", en: "another period, not comparable")
    case .otherScope: Name(zh: "口径不同，不可比", en: "another scope, not comparable")
    case .otherUnit: Name(zh: "单位不同，不可比", en: "another unit, not comparable")
    case .differs(let reason): reason
    case .noNumber: Name(zh: "目标无数值", en: "the target has no number")
    case .missingYears(let years): missingYears(years)
    case .ceiling: Name(zh: "累计上限，期满方可评价", en: "a ceiling on a sum, evaluated at the end of its period")
    case .countsAbove: Name(zh: "达标个数，不按时间进度评价", en: "a count of those above a level; not measured by time")
    case .noPath: Name(zh: "数值不大于零，不能按复合增长计算", en: "a compound path cannot pass through zero")
    }
  }

  private func missingYears(_ years: [Int]) -> Name {
    Name(
      zh: "缺\(years.map { "\($0)年" }.joined(separator: "、"))数据",
      en: "no figure for \(years.map(String.init).joined(separator: ", "))")
  }
}

/// The position of a target on its path, by the newest comparable figure.
package struct TargetMeasure: Hashable, Sendable {
  /// The path from base to target: compound or linear.
  package var path: Indicator.Path
  /// The share of the time from base to target gone at the end of the figure's period τ, a fraction.
  package var elapsed: Double
  /// The level expected at that time, in the unit of the target; nil if the target asks for nothing.
  package var expected: Double?
  /// The share of the path travelled by the figure, a fraction; see `Formula.earned`.
  package var earned: Double?
  /// A fraction; see `Formula.scheduleRatio`.
  package var scheduleRatio: Double?
  /// Months behind; negative when ahead. See `Formula.lag`.
  package var lagMonths: Double?
  /// The months gone from the base to the end of the figure's period.
  package var monthsGone: Double
  /// A fraction; see `Formula.linearProgress`.
  package var linearProgress: Double?
  /// R; see `Formula.growthRatio`.
  package var growthRatio: Double?
  /// Whether linear progress or R would result in another status.
  package var isMethodSensitive = false
  /// Yearly growth since the base, a fraction; nil on a linear path.
  package var observedGrowth: Double?
  /// Yearly change since the base, in the unit of the target; nil on a compound path.
  package var observedChange: Double?
}

/// The year in which a target is reached if the figure continues as since the base.
package enum Projection: Hashable, Sendable {
  /// The first year whose level reaches it.
  case year(Int)
  /// Not within ten years after the target's own year, or never.
  case notWithinTenYears
  /// Fewer than two intervals are known; one is not a trend.
  case tooFewFigures
}

/// A sum within a year, compared with the year's target by months.
package struct YearLight: Hashable, Sendable {
  /// The target of the one-year plan.
  package var target: Figure
  /// The newest sum since January.
  package var actual: Figure
  /// Months gone / 12.
  package var elapsed: Double
  /// Sum / task, a fraction.
  package var progress: Double
  /// progress / elapsed.
  package var ratio: Double
  /// The status by schedule ratio, or by the final figure.
  package var status: Status
}

/// A lower bound from the sum of a part of a year: the whole of a flow is at least as large.
package struct Floor: Hashable, Sendable {
  /// The year of the sum.
  package var year: Int
  /// The schedule ratio of that sum at the end of its year, a fraction; the year's own ratio is at least that.
  package var scheduleRatio: Double
}

/// A target with all that is known and computed about it, as of a day.
package struct TargetProgress: Sendable {
  /// The indicator of the target.
  package var indicator: Indicator
  /// The plan that sets the target.
  package var plan: Plan
  /// The statement of the target.
  package var target: Figure
  /// Targets of other plans for the same indicator, in the order of precedence.
  package var alternatives: [Figure]
  /// Whether another statement of the same target takes precedence; see `Precedence`.
  package var isSecondary: Bool
  /// Whether only a draft for comments prints it; see `Precedence.isAdopted`.
  package var isDraft = false
  /// The rule that chose between it and its strongest rival for the same year; nil without a rival.
  package var decision: Precedence.Decision?
  /// All observations comparable with the target, ordered by the end of their period.
  package var history: [Figure]
  /// The newest comparable level, in the unit of the target; for a sum over several years the sum of the known ones.
  package var actual: Double?
  /// A newer figure for a different length of time, shown but not compared.
  package var partial: Figure?
  /// The lower bound that `partial` sets for its whole year.
  @Boxed package var floor: Floor? = nil
  /// The status by the newest comparable figure, if `floor` shows that it holds no longer; then `status` is
  /// `improved`.
  package var formerStatus: Status?
  @Boxed package var base: Base? = nil
  @Boxed package var measure: TargetMeasure? = nil
  /// The status for the year beside that of the plan; nil if no one-year plan sets a target.
  @Boxed package var yearLight: YearLight? = nil
  /// A fraction; see `Formula.attainment`.
  package var attainment: Double?
  /// For a growth target: the published growth minus the target, in the target's unit.
  package var shortfall: Double?
  /// The status by schedule ratio, or by the final figure.
  package var status: Status
  /// Whether an earlier figure than the final one already reached it.
  package var isEarly = false
  /// Whether the target is at or below its base (where lower is better, at or above): it asks for nothing.
  package var asksForNothing = false
  /// Whether the newest figure is older than the indicator's cadence allows.
  package var isStale: Bool
  /// Whether the target shown in its place has the same number.
  package var isRestated = false
  /// Whether its time is over on the last day considered.
  package var isDue = false
  /// Whether it is a yearly commitment: the newest reported year is compared with it, not a path.
  package var isYearly = false
  /// Whether its plan is for one year, and that year is over: targets of later years are shown first then.
  package var isPastYear = false
  /// Whether it is measured by the sum since January, the last of `history`, against the target of its year.
  package var isYearToDate = false
  /// The comparable figures, oldest first, without the sum of a year that is not over.
  package var levels: [Figure] { isYearToDate && history.count > 1 ? Array(history.dropLast()) : history }
  /// Yearly growth required from the newest figure to the target, a fraction; nil on a linear path. See
  /// `Formula.requiredGrowth`.
  package var requiredGrowth: Double?
  /// Yearly change required, in the unit of the target; nil on a compound path. See `Formula.requiredChange`.
  package var requiredChange: Double?
  /// Years from the newest figure to the end of the target's period; whole numbers between year ends.
  package var yearsLeft: Double?
  /// The extrapolation at the rate since the base; nil if it cannot be computed.
  package var projection: Projection?
  /// The reason why progress is not measured; nil if it is.
  package var obstacle: Obstacle?

  /// The replacement for the status if `isSecondary`: it is measured, but another target is shown.
  package static let otherTarget = (id: "superseded", name: Name(zh: "另有目标", en: "other target"))
  /// The replacement if `isRestated`: the target shown has the same number.
  package static let restated = (id: "restated", name: Name(zh: "同数另载", en: "same number, printed again"))

  /// What is said of a reached target that asked for no more than its base.
  package static let equal = Name(zh: "目标≈基期", en: "target ≈ base")

  /// The id and the name shown instead of its status; nil if the status is shown.
  package var secondaryStatus: (id: String, name: Name)? {
    guard isSecondary else { return nil }
    return isRestated ? Self.restated : Self.otherTarget
  }

  /// The short name of its plan, marked as a draft if only a draft prints the target.
  package var planName: Name {
    isDraft ? plan.shortAsDraft : plan.short
  }

  /// The newest observation; nil if there is none.
  package var observation: Figure? { history.last }

  /// Whether its time is over and its final figure is not known: the status is that of an earlier day. False for a
  /// yearly commitment, whose years have a figure each or none, and for a target in words, which no figure can settle.
  package var isUnreported: Bool {
    isDue && !isYearly && !target.isInWords && (observation?.period.end ?? .distantPast) < target.period.end
  }

  /// Earned time / time gone; nil if progress is not measured.
  package var scheduleRatio: Double? { measure?.scheduleRatio }

  /// The schedule ratio that it is ordered by; the lower bound of a later year where that replaces the light of an
  /// earlier one.
  var orderRatio: Double? { status == .improved ? floor?.scheduleRatio : scheduleRatio }

  /// Whether it is measured from a base older than its plan's, and therefore ranked apart.
  package var isRankedApart: Bool { base?.method == .earlier && measure != nil }

  /// A reached target without a final figure was reached in an earlier year; the later level is unknown.
  private var reachedText: Name {
    let year = observation?.period.end.year ?? target.period.year
    return Name(zh: "\(year)年已达到", en: "reached in \(year)")
  }

  /// A yearly commitment is met in a year, not reached.
  private var metText: Name {
    let year = observation?.period.end.year ?? target.period.year
    return Name(zh: "\(year)年完成", en: "met in \(year)")
  }

  /// The status of the year of the newest figure, and the lower bound of a later one.
  private var improvedText: Name {
    guard let floor, let former = formerStatus, let observation else { return status.name }
    let ratio = Decimal.fixed(floor.scheduleRatio, digits: 2)
    let year = observation.period.end.year
    return Name(
      zh: "\(year)年\(former.name.zh)，\(floor.year)年至少\(ratio)",
      en: "\(former.name.en) in \(year), at least \(ratio) in \(floor.year)")
  }

  /// Whether its newest figure is of a time before its base, which is computed from figures of another kind or of its
  /// parts.
  package var isOlderThanBase: Bool {
    guard let base, let observation else { return false }
    return observation.period.end < base.day
  }

  /// The name of its status, or of the evaluation if it was reached early or in an earlier year.
  package var word: Name {
    switch status {
    case .reached where asksForNothing: Self.equal
    case .reached where isEarly: Name(zh: "提前完成", en: "reached early")
    case .reached where isYearly, .keptInPart: metText
    case .reached where isUnreported: reachedText
    case .improved: improvedText
    case .noDataSinceBase where isOlderThanBase: Name(zh: "数据早于基期", en: "older than the base")
    default: status.name
    }
  }
}
