import Domain

/// The status of a target: against its path while its time runs, against its own level once the final figure is known.
package enum Status: String, CaseIterable, Sendable {
  /// The target's level was reached.
  case reached
  /// A yearly commitment that was met in the newest reported year, while another year that is over has no figure.
  case keptInPart = "kept-in-part"
  /// The final figure narrowly missed the target; see `Vocabulary.Thresholds.basicallyReached`.
  case basicallyReached = "basically-reached"
  /// Ahead of the path or on it.
  case onPace = "on-pace"
  /// Behind by the newest comparable figure, but the sum of a part of a later year already proves a better light for
  /// that year, which cannot be judged yet.
  case improved
  case slightlyBehind = "slightly-behind"
  case behind
  case farBehind = "far-behind"
  /// The figure moved from the base in the wrong direction.
  case movedAway = "moved-away"
  /// The final figure missed the target.
  case notReached = "not-reached"
  /// The newest figure is the base itself, or older.
  case noDataSinceBase = "no-data-since-base"
  /// There is a figure, but no base to measure its progress from.
  case noBase = "no-base"
  /// The reported figure has another definition, scope or unit.
  case notComparable = "not-comparable"
  /// No figure is comparable with the target.
  case noData = "no-data"

  /// Creates the status for a schedule ratio, while the time of the target runs.
  ///
  /// - Parameters:
  ///   - thresholds: the limits between statuses, as schedule ratios.
  ///   - ratio: earned / elapsed; see `Formula.scheduleRatio`. Differences below 1e-12 are ignored.
  package init(scheduleRatio ratio: Double, thresholds: Vocabulary.Thresholds) {
    switch ratio + 1e-12 {
    case 1...: self = .onPace
    case thresholds.slightlyBehind...: self = .slightlyBehind
    case thresholds.behind...: self = .behind
    case 0...: self = .farBehind
    default: self = .movedAway
    }
  }

  /// Creates the status of a target that its final figure missed.
  ///
  /// - Parameter attainment: the attained share of the target, below 1; where lower is better, target / actual.
  init(missedWith attainment: Double, thresholds: Vocabulary.Thresholds) {
    self = attainment + 1e-12 >= thresholds.basicallyReached ? .basicallyReached : .notReached
  }

  /// The name on the screen, in both languages.
  package var name: Name {
    switch self {
    case .reached: Name(zh: "已完成", en: "reached")
    case .basicallyReached: Name(zh: "基本完成", en: "basically reached")
    case .onPace: Name(zh: "达到序时", en: "on pace")
    case .slightlyBehind: Name(zh: "略低于序时", en: "slightly behind")
    case .behind: Name(zh: "未达序时", en: "behind")
    case .farBehind: Name(zh: "严重滞后", en: "far behind")
    case .improved: Name(zh: "较前好转", en: "improved since")
    case .movedAway: Name(zh: "背离目标", en: "moved away")
    case .notReached: Name(zh: "未完成", en: "not reached")
    case .keptInPart: Name(zh: "部分年份完成", en: "met in part")
    case .noDataSinceBase: Name(zh: "基期后无新数据", en: "no data since the base")
    case .noBase: Name(zh: "无基期数据", en: "no base")
    case .notComparable: Name(zh: "不可比", en: "not comparable")
    case .noData: Name(zh: "无数据", en: "no data")
    }
  }

  /// The list order of statuses: worst first, then those that are fine, and unknown ones last.
  package static let worstFirst: [Status] = [
    .movedAway, .farBehind, .notReached, .behind, .slightlyBehind, .improved, .basicallyReached, .onPace,
    .reached, .keptInPart, .noDataSinceBase, .noBase, .notComparable, .noData,
  ]

  /// Whether progress is unknown: no comparable figure, none newer than the base, or no base.
  package var isUnknown: Bool { Status.unknown.contains(self) }

  private static let unknown: Set<Status> = [.noDataSinceBase, .noBase, .notComparable, .noData]

  /// The severity, 0...4, higher is worse; from 2 on a target is behind.
  package var severity: Int {
    switch self {
    case .farBehind, .movedAway, .notReached: 4
    case .behind: 3
    case .slightlyBehind: 2
    case .basicallyReached, .improved, .keptInPart, .noDataSinceBase, .noBase, .notComparable, .noData: 1
    case .onPace, .reached: 0
    }
  }
}
