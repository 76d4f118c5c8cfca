/// A level that progress is measured from.
public struct Baseline: Hashable, Sendable {
  /// In the unit of the target.
  public var value: Double
  /// The day that the level belongs to: the end of its period.
  public var day: Day
  /// The statement it comes from. When `isComputed`, the growth that it was computed from.
  public var figure: Figure
  public var isComputed: Bool
}

/// Why a figure cannot be computed.
public enum Obstacle: Hashable, Sendable {
  case noObservation
  /// The only observation is the baseline itself.
  case onlyBaseline
  case noBaseline
  /// The newest figure covers another length of time: nine months are not divided by a year.
  case otherPeriod
  /// There are figures, but of another scope.
  case otherScope
  case otherUnit

  public var name: Name {
    switch self {
    case .noObservation: Name(zh: "尚无实际值", en: "no actual figure yet")
    case .onlyBaseline: Name(zh: "基期之后无新数据", en: "nothing newer than the baseline")
    case .noBaseline: Name(zh: "规划未印基期", en: "the plan prints no baseline")
    case .otherPeriod: Name(zh: "时期长度不同，不相除", en: "covers another length of time")
    case .otherScope: Name(zh: "口径不同，不相除", en: "another scope, not divided")
    case .otherUnit: Name(zh: "单位不同，不相除", en: "another unit, not divided")
    }
  }
}

/// A target with all that is known and computed about it, as of a day.
public struct TargetProgress: Sendable {
  public var indicator: Indicator
  public var plan: Plan
  public var target: Figure
  /// What other plans want of the same indicator, in the order of precedence.
  public var alternatives: [Figure]
  /// Whether another statement of a target for the same comes before it; see `Precedence`.
  public var isSecondary: Bool
  /// The rule that chose between it and its strongest rival of the same time; nil without one.
  public var decision: Precedence.Decision?
  /// All observations that compare with the target, by the end of their period.
  public var history: [Figure]
  /// A newer figure over another length of time, shown but not compared.
  @Boxed public var partial: Figure? = nil
  @Boxed public var baseline: Baseline? = nil
  /// Fraction; see `Formula.attainment`.
  public var attainment: Double?
  /// Fraction; see `Formula.progress`.
  public var progress: Double?
  /// Fraction in 0...1; see `Formula.pace`.
  public var pace: Double?
  /// Progress minus pace in percentage points.
  public var gap: Double?
  public var status: Status
  /// Whether the newest figure is older than the indicator's cadence allows.
  public var isStale: Bool
  /// Whether its time is over on the last day that is looked at.
  public var isDue = false
  /// Whether it is promised anew for every year: then the newest reported year is held against it, not the pace.
  public var isYearly = false
  /// Fraction a year; see `Formula.requiredGrowth`.
  public var requiredGrowth: Double?
  /// Years from the observation to the end of the target's period.
  public var yearsLeft: Double?
  /// The yearly rate at which the figure has moved since its baseline, a fraction.
  public var observedGrowth: Double?
  /// The year in which the target is reached at `observedGrowth`; nil when it never is, or not within a century.
  public var projectedYear: Int?
  public var obstacle: Obstacle?

  /// What stands in the place of a status where `isSecondary`: it is measured, but another target is shown.
  public static let superseded = (id: "superseded", name: Name(zh: "另有目标", en: "other target"))

  /// The newest of the history; nil when there is none.
  public var observation: Figure? { history.last }

  /// Whether its time is over and no figure is known for its end: what status and pace say is of an earlier day. What is
  /// promised for every year has a figure or none year by year.
  public var isUnreported: Bool {
    isDue && !isYearly && (observation?.period.end ?? .distantPast) < target.period.end
  }
}
