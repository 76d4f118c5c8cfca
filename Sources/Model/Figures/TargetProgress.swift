import Domain

/// Why a figure cannot be computed.
package enum Obstacle: Hashable, Sendable {
  case noObservation
  /// The newest observation is the base itself, or older.
  case onlyBase
  case noBase
  /// The figures are of other times: nine months are not divided by a year, nor does the growth of one year stand for that of
  /// another.
  case otherPeriod
  /// There are figures, but of another scope.
  case otherScope
  case otherUnit
  /// What is reported is of another definition, and how it differs.
  case differs(Name)
  /// The target has no number.
  case noNumber
  /// A sum over several years lacks some of them.
  case missingYears([Int])
  /// A sum that must stay below its target is judged when its time is over.
  case ceiling
  /// The compound path of the indicator leads through zero or below.
  case noPath

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
    case .ceiling: Name(zh: "累计上限，期满方可评价", en: "a ceiling on a sum, judged when its time is over")
    case .noPath: Name(zh: "数值不大于零，不能按复合增长计算", en: "a compound path cannot pass through zero")
    }
  }

  private func missingYears(_ years: [Int]) -> Name {
    Name(
      zh: "缺\(years.map { "\($0)年" }.joined(separator: "、"))数据",
      en: "no figure for \(years.map(String.init).joined(separator: ", "))")
  }
}

/// How far a target has come on its path, by the newest figure that compares with it.
package struct TargetMeasure: Hashable, Sendable {
  package var path: Indicator.Path
  /// The part of the time from base to target that was gone at the end of the figure's period τ, a fraction.
  package var elapsed: Double
  /// The level that the path asks for at that time, in the unit of the target; nil where the target asks for nothing.
  package var expected: Double?
  /// The time that the figure has earned, a fraction; see `Formula.earned`.
  package var earned: Double?
  /// See `Formula.scheduleRatio`.
  package var scheduleRatio: Double?
  /// Months behind; negative when ahead. See `Formula.lag`.
  package var lagMonths: Double?
  /// A fraction; see `Formula.linearProgress`.
  package var linearProgress: Double?
  /// R; see `Formula.growthRatio`.
  package var growthRatio: Double?
  /// Whether linear progress or R would give another light.
  package var isMethodSensitive = false
  /// Fraction a year since the base; nil on a linear path.
  package var observedGrowth: Double?
  /// Units of the target a year since the base; nil on a compound path.
  package var observedChange: Double?
}

/// When a target is reached if the figure goes on as it has since the base.
package enum Projection: Hashable, Sendable {
  /// The first year whose level reaches it.
  case year(Int)
  /// Not within ten years after the target's own year, or never.
  case notWithinTenYears
  /// Fewer than two intervals are known; one says nothing about a trend.
  case tooFewFigures
}

/// Sums that fill up within a year, against the task of that year by months.
package struct YearLight: Hashable, Sendable {
  /// What the year's own plan wants.
  package var target: Figure
  /// The newest sum since January.
  package var actual: Figure
  /// Months gone / 12.
  package var elapsed: Double
  /// Sum / task, a fraction.
  package var progress: Double
  /// progress / elapsed.
  package var ratio: Double
  package var status: Status
}

/// What the sum of a part of a year says of the whole: of a flow, the whole is no less.
package struct Floor: Hashable, Sendable {
  package var year: Int
  /// The schedule ratio that the sum alone has at the end of its year; the year's is at least that.
  package var scheduleRatio: Double
}

/// A target with all that is known and computed about it, as of a day.
package struct TargetProgress: Sendable {
  package var indicator: Indicator
  package var plan: Plan
  package var target: Figure
  /// What other plans want of the same indicator, in the order of precedence.
  package var alternatives: [Figure]
  /// Whether another statement of a target for the same comes before it; see `Precedence`.
  package var isSecondary: Bool
  /// Whether only a draft for comments prints it; see `Precedence.isAdopted`.
  package var isDraft = false
  /// The rule that chose between it and its strongest rival of the same time; nil without one.
  package var decision: Precedence.Decision?
  /// All observations that compare with the target, by the end of their period.
  package var history: [Figure]
  /// The newest comparable level, in the unit of the target; of a sum over several years the sum of those known.
  package var actual: Double?
  /// A newer figure over another length of time, shown but not compared.
  @Boxed package var partial: Figure? = nil
  /// The least that `partial` leaves for the whole of its year.
  @Boxed package var floor: Floor? = nil
  @Boxed package var base: Base? = nil
  @Boxed package var measure: TargetMeasure? = nil
  /// The year's own light beside that of the plan; nil where no plan of one year sets a task.
  @Boxed package var yearLight: YearLight? = nil
  /// Fraction; see `Formula.attainment`.
  package var attainment: Double?
  /// Of a growth target: the published growth minus the one wanted, in the target's unit.
  package var shortfall: Double?
  package var status: Status
  /// Whether an earlier figure than the final one had reached it.
  package var isEarly = false
  /// Whether the target is at or below its base (where lower is better, at or above): it asked for nothing.
  package var asksForNothing = false
  /// Whether the newest figure is older than the indicator's cadence allows.
  package var isStale: Bool
  /// Whether another target is shown in its place that wants the same number.
  package var isRestated = false
  /// Whether its time is over on the last day that is looked at.
  package var isDue = false
  /// Whether it is promised anew for every year: then the newest reported year is held against it, not a path.
  package var isYearly = false
  /// Fraction a year from the newest figure to the target, on a compound path; see `Formula.requiredGrowth`.
  package var requiredGrowth: Double?
  /// Units a year, on a linear path; see `Formula.requiredChange`.
  package var requiredChange: Double?
  /// Years from the newest figure to the end of the target's period: whole ones for figures of years.
  package var yearsLeft: Double?
  package var projection: Projection?
  package var obstacle: Obstacle?

  /// What stands in the place of a status where `isSecondary`: it is measured, but another target is shown.
  package static let superseded = (id: "superseded", name: Name(zh: "另有目标", en: "other target"))
  /// The same where `isRestated`: the target that is shown has the same number.
  package static let restated = (id: "restated", name: Name(zh: "同数另载", en: "same number, printed again"))

  /// The id and the name of what stands in the place of its status; nil where the status does.
  package var standIn: (id: String, name: Name)? {
    guard isSecondary else { return nil }
    return isRestated ? Self.restated : Self.superseded
  }

  /// The short name of its plan; where only a draft prints the target, it says so.
  package var planName: Name {
    isDraft ? plan.shortAsDraft : plan.short
  }

  /// The newest of the history; nil when there is none.
  package var observation: Figure? { history.last }

  /// Whether its time is over and no figure is known for its end: what the status says is of an earlier day. What is
  /// promised for every year has a figure or none year by year.
  package var isUnreported: Bool {
    isDue && !isYearly && (observation?.period.end ?? .distantPast) < target.period.end
  }

  package var scheduleRatio: Double? { measure?.scheduleRatio }

  /// Whether its time counts from a base older than its plan's, so that it is ranked apart.
  package var isRankedApart: Bool { base?.method == .earlier && measure != nil }

  /// A target whose own time is not published was reached in an earlier year, and nobody knows what came after.
  private var reachedText: Name {
    let year = observation?.period.end.year ?? target.period.year
    return Name(zh: "\(year)年已达到", en: "reached in \(year)")
  }

  /// The word for its status: that of an evaluation once the final figure is known, that of the light before.
  package var word: Name {
    switch status {
    case .reached where isEarly: Name(zh: "提前完成", en: "reached early")
    case .reached where isUnreported || isYearly: reachedText
    default: status.name
    }
  }
}
