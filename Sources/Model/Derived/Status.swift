/// Where a target stands against its pace.
public enum Status: String, CaseIterable, Sendable {
  case reached
  /// Ahead of pace or on it.
  case onPace = "on-pace"
  /// Behind by less than the threshold `behind`.
  case slightlyBehind = "slightly-behind"
  case behind
  case farBehind = "far-behind"
  /// The newest figure is the baseline itself.
  case nothingNew = "nothing-new"
  /// There is no figure that compares with the target.
  case noData = "no-data"

  /// The status for a gap.
  /// - Parameter gap: progress minus pace in percentage points; negative is behind.
  public init(gap: Double, thresholds: Vocabulary.Thresholds) {
    switch -gap {
    case ...0: self = .onPace
    case ..<thresholds.behind: self = .slightlyBehind
    case ...thresholds.farBehind: self = .behind
    default: self = .farBehind
    }
  }

  public var name: Name {
    switch self {
    case .reached: Name(zh: "已达到", en: "reached")
    case .onPace: Name(zh: "达序时", en: "on pace")
    case .slightlyBehind: Name(zh: "略滞后", en: "slightly behind")
    case .behind: Name(zh: "滞后", en: "behind")
    case .farBehind: Name(zh: "严重滞后", en: "far behind")
    case .nothingNew: Name(zh: "尚无新数据", en: "nothing new")
    case .noData: Name(zh: "无数据", en: "no data")
    }
  }

  /// The order in which they are listed everywhere: the worst first, then what is well, last what nothing is known of.
  public static let worstFirst: [Status] = [
    .farBehind, .behind, .slightlyBehind, .onPace, .reached, .nothingNew, .noData,
  ]

  /// Whether it says nothing about the target: no figure, or none newer than the baseline.
  public var isUnknown: Bool { self == .noData || self == .nothingNew }

  /// Worse is higher; a target without data is no worse than a reached one.
  public var severity: Int {
    switch self {
    case .farBehind: 4
    case .behind: 3
    case .slightlyBehind: 2
    case .nothingNew, .noData: 1
    case .onPace, .reached: 0
    }
  }
}
