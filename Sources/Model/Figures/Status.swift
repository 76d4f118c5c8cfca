import Domain

/// Where a target stands: against its path while its time runs, against itself when its final figure is known.
package enum Status: String, CaseIterable, Sendable {
  /// The target's level was reached.
  case reached
  /// The final figure missed the target by little; see `Vocabulary.Thresholds.basicallyReached`.
  case basicallyReached = "basically-reached"
  /// Ahead of the path or on it.
  case onPace = "on-pace"
  case slightlyBehind = "slightly-behind"
  case behind
  case farBehind = "far-behind"
  /// The figure is on the other side of its base.
  case movedAway = "moved-away"
  /// The final figure missed the target.
  case notReached = "not-reached"
  /// The newest figure is the base itself, or older.
  case noDataSinceBase = "no-data-since-base"
  /// There is a figure, and none to measure its progress from.
  case noBase = "no-base"
  /// What is reported is of another definition, scope or unit.
  case notComparable = "not-comparable"
  /// There is no figure that compares with the target.
  case noData = "no-data"

  /// The status for a schedule ratio, while the time of the target runs.
  ///
  /// - Parameter ratio: earned / elapsed; see `Formula.scheduleRatio`. Rounding in the twelfth digit does not decide.
  package init(scheduleRatio ratio: Double, thresholds: Vocabulary.Thresholds) {
    switch ratio + 1e-12 {
    case 1...: self = .onPace
    case thresholds.slightlyBehind...: self = .slightlyBehind
    case thresholds.behind...: self = .behind
    case 0...: self = .farBehind
    default: self = .movedAway
    }
  }

  /// The status of a target that its final figure missed.
  ///
  /// - Parameter attainment: the part of the target that was attained, below 1; where lower is better, target / actual.
  init(missedWith attainment: Double, thresholds: Vocabulary.Thresholds) {
    self = attainment + 1e-12 >= thresholds.basicallyReached ? .basicallyReached : .notReached
  }

  package var name: Name {
    switch self {
    case .reached: Name(zh: "已完成", en: "reached")
    case .basicallyReached: Name(zh: "基本完成", en: "basically reached")
    case .onPace: Name(zh: "达到序时", en: "on pace")
    case .slightlyBehind: Name(zh: "略低于序时", en: "slightly behind")
    case .behind: Name(zh: "未达序时", en: "behind")
    case .farBehind: Name(zh: "严重滞后", en: "far behind")
    case .movedAway: Name(zh: "背离目标", en: "moved away")
    case .notReached: Name(zh: "未完成", en: "not reached")
    case .noDataSinceBase: Name(zh: "基期后无新数据", en: "no data since the base")
    case .noBase: Name(zh: "无基期数据", en: "no base")
    case .notComparable: Name(zh: "不可比", en: "not comparable")
    case .noData: Name(zh: "无数据", en: "no data")
    }
  }

  /// The order in which they are listed everywhere: the worst first, then what is well, last what nothing is known of.
  package static let worstFirst: [Status] = [
    .movedAway, .farBehind, .notReached, .behind, .slightlyBehind, .basicallyReached, .onPace, .reached,
    .noDataSinceBase, .noBase, .notComparable, .noData,
  ]

  /// Whether it says nothing about the target: no figure that compares, none newer than the base, or no base.
  package var isUnknown: Bool { Status.unknown.contains(self) }

  private static let unknown: Set<Status> = [.noDataSinceBase, .noBase, .notComparable, .noData]

  /// Worse is higher: from 2 on a target is behind.
  package var severity: Int {
    switch self {
    case .farBehind, .movedAway, .notReached: 4
    case .behind: 3
    case .slightlyBehind: 2
    case .basicallyReached, .noDataSinceBase, .noBase, .notComparable, .noData: 1
    case .onPace, .reached: 0
    }
  }
}
