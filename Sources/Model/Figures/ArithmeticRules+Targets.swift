import Domain

extension ArithmeticRules {
  /// The properties that a target shares with a level.
  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String

    init(_ figure: Figure) {
      (subject, indicator, scope) = (figure.subject, figure.indicator, figure.scope)
    }
  }

  private struct TopicInUnit: Hashable {
    let topic: Topic
    let unit: String
  }

  /// Finds targets that a level passed a year or more before they are due. If that level is the one before the plan
  /// began, the target is below its base.
  func passedTargets() -> [Finding] {
    let levels = Dictionary(grouping: figures.filter { $0.kind == .actual }, by: Topic.init)
    var histories: [TopicInUnit: LevelHistory] = [:]
    return figures.filter { $0.kind == .target && $0.plan != nil }.compactMap { target in
      guard let indicator = dataset.indicators[target.indicator],
        let plan = target.plan.flatMap({ dataset.plans[$0] }), let known = levels[Topic(target)]
      else { return nil }
      let key = TopicInUnit(topic: Topic(target), unit: target.unit)
      let history =
        histories[key] ?? LevelHistory(known, indicator, unit: target.unit, dataset, countComparison)
      histories[key] = history
      return passed(target, plan, history)
    }
  }

  private func passed(_ target: Figure, _ plan: Plan, _ history: LevelHistory) -> Finding? {
    let due = Day.first(ofYear: target.period.year)
    let base = history.base(of: plan, before: due)
    let below = base.flatMap { history.isBeyond($0, target.value) ? $0 : nil }
    guard let level = below ?? history.first(beyond: target.value, before: due) else { return nil }
    let sign = history.better == .higher ? ">" : "<"
    return Finding(
      rule: below == nil ? .targetAlreadyPassed : .targetBelowBaseline,
      figures: [target.id, level.figure.id],
      computed: Name(
        both:
          "\(level.figure.valueText) (\(level.figure.period.text)) \(sign) \(target.valueText) (\(target.period.text))"
      ))
  }
}

/// The levels of one topic over time; the best level of each period.
private struct LevelHistory {
  struct Level {
    var figure: Figure
    /// In the unit of the history.
    var value: Double
    var end: Day { figure.period.end }
  }

  let better: Indicator.Direction
  /// The best level of each end day, oldest first.
  private var ends: [Level] = []
  /// The levels better than all before them.
  private var records: [Level] = []
  private var periods: [Period: Level] = [:]
  private let countComparison: () -> Void

  init(
    _ figures: [Figure], _ indicator: Indicator, unit: String, _ dataset: Dataset,
    _ countComparison: @escaping () -> Void
  ) {
    better = indicator.better
    self.countComparison = countComparison
    let levels = figures.filter { indicator.measure != .flow || $0.period.isYear }.compactMap { figure in
      dataset.value(of: figure, in: unit).map { Level(figure: figure, value: $0) }
    }
    for level in levels.sorted(by: { $0.end < $1.end }) { add(level) }
  }

  private mutating func add(_ level: Level) {
    let known = periods[level.figure.period]
    if known.map({ isBeyond(level, $0.value) }) ?? true { periods[level.figure.period] = level }
    if ends.last?.end == level.end {
      if isBeyond(level, ends[ends.count - 1].value) { ends[ends.count - 1] = level }
    } else {
      ends.append(level)
    }
    if records.last.map({ isBeyond(level, $0.value) }) ?? true { records.append(level) }
  }

  func isBeyond(_ level: Level, _ value: Double) -> Bool {
    countComparison()
    return better == .higher ? level.value > value : level.value < value
  }

  /// Returns the level that a plan starts from: that of its base year, otherwise the newest before its first day.
  func base(of plan: Plan, before due: Day) -> Level? {
    if let level = plan.baseline.flatMap({ periods[$0] }), level.end < due { return level }
    let count = ends.partitioningIndex { $0.end >= min(plan.start, due) }
    return count > 0 ? ends[count - 1] : nil
  }

  /// Returns the oldest level beyond a value, if it ends before `due`.
  func first(beyond value: Double, before due: Day) -> Level? {
    let index = records.partitioningIndex { isBeyond($0, value) }
    return index < records.count && records[index].end < due ? records[index] : nil
  }
}

extension Array {
  /// Returns the first index whose element satisfies the predicate; the count if none does. The array must be
  /// partitioned: all elements that satisfy it come last. O(log n).
  package func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
