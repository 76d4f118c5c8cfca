/// Finds, from the figures alone, where statements contradict each other or arithmetic does not work out.
public struct ArithmeticRules {
  /// What a rule found. It becomes a conflict, unless the dataset records the same one.
  public struct Finding: Hashable, Sendable {
    public enum Rule: String, CaseIterable, Sendable {
      /// Parts do not add up to the printed total.
      case sumMismatch = "sum-mismatch"
      /// A published growth does not follow from the levels.
      case growthMismatch = "growth-mismatch"
      /// Two statements of one figure differ.
      case differentValues = "different-values"
      /// Two plans, or one plan twice, want different levels by the same year.
      case differentTargets = "different-targets"
      /// The level was beyond its target long before the target's year.
      case targetAlreadyPassed = "target-already-passed"
      /// The target is worse than the level before its plan began.
      case targetBelowBaseline = "target-below-baseline"
    }

    public var rule: Rule
    public var figures: [String]
    /// The arithmetic, written out.
    public var computed: Name

    /// The figures that the finding makes doubtful: a total and not its parts, a growth and not its levels.
    public var doubtful: [String] {
      switch rule {
      case .sumMismatch, .growthMismatch, .targetAlreadyPassed, .targetBelowBaseline:
        Array(figures.prefix(1))
      case .differentValues, .differentTargets: figures
      }
    }
  }

  let dataset: Dataset
  let figures: [Figure]

  public init(dataset: Dataset, figures: [Figure]) {
    self.dataset = dataset
    self.figures = figures.filter { !$0.isWorded }
  }

  public func findings() -> [Finding] {
    sums() + growths() + differences() + passedTargets()
  }

  // MARK: Sums

  /// What whole and parts have in common.
  private struct Level: Hashable {
    let subject: Subject
    let period: Period
    let kind: Figure.Kind
    let plan: String?
    let unit: String

    init(_ subject: Subject, like figure: Figure) {
      self.subject = subject
      (period, kind, plan, unit) = (figure.period, figure.kind, figure.plan, figure.unit)
    }
  }

  /// Clusters of one classification against the district, and sub-industries against their cluster, for the indicator
  /// that clusters add up to. A sum is only checked when every part has a figure.
  private func sums() -> [Finding] {
    let total = figures.filter { $0.indicator == dataset.info.total && [.actual, .target].contains($0.kind) }
    let levels = Dictionary(grouping: total) { Level($0.subject, like: $0) }
    let statements = Dictionary(grouping: total, by: \.subject)
    let groups = dataset.partGroups()
    var findings: [Finding] = []
    for whole in total {
      for parts in groups[whole.subject] ?? [] where parts.count > 1 {
        let addends = parts.compactMap { part in
          levels[Level(part, like: whole)]?.first { isSameDocument($0, whole, statements) }
        }
        guard addends.count == parts.count else { continue }
        let sum = addends.reduce(0) { $0 + $1.value }
        guard !Formula.isSum(sum, whole.value) else { continue }
        let terms = addends.map(\.valueText).joined(separator: " + ")
        findings.append(
          Finding(
            rule: .sumMismatch, figures: [whole.id] + addends.map(\.id),
            computed: Name(both: "\(terms) = \(Decimal.text(sum)); \(whole.valueText)")))
      }
    }
    return findings
  }

  /// Parts and whole are compared inside one document, or where a total's classification stands in another than its
  /// parts only because of the dataset's own choice of statements.
  ///
  /// - Parameter statements: those of the indicator, by subject.
  private func isSameDocument(_ part: Figure, _ whole: Figure, _ statements: [Subject: [Figure]]) -> Bool {
    let sources = Set(part.citations.map(\.source))
    if whole.plan != nil || !sources.isDisjoint(with: whole.citations.map(\.source)) { return true }
    // No statement like the whole stands in the documents of the part.
    return statements[whole.subject]?.contains {
      $0.kind == whole.kind && $0.period == whole.period
        && !sources.isDisjoint(with: $0.citations.map(\.source))
    } != true
  }

  // MARK: Growth

  /// A growth of one year or several against the levels at both ends, and a plan's growth against its baseline and
  /// target. Tolerance: half a percentage point.
  private func growths() -> [Finding] {
    let series = Dictionary(grouping: figures.filter(\.period.isYear), by: Series.init)
    return figures.filter {
      $0.kind == .growth && $0.unit == "%" && ($0.period.isYear || $0.period.start.year < $0.period.end.year)
    }
    .compactMap { growth in
      guard let (earlier, later, years) = levels(around: growth, in: series[Series(growth)] ?? []),
        let computed = Formula.averageGrowth(from: earlier.value, to: later.value, years: years),
        abs(computed * 100 - growth.value) > 0.5
      else { return nil }
      let root = years == 1 ? "" : "^(1/\(Decimal.text(years)))"
      let sum =
        "(\(later.valueText) / \(earlier.valueText))\(root) - 1 = \(Decimal.percent(computed)); "
        + growth.valueText + growth.unit
      return Finding(
        rule: .growthMismatch, figures: [growth.id, earlier.id, later.id], computed: Name(both: sum))
    }
  }

  /// What the levels at both ends of a growth have in common with it.
  private struct Series: Hashable {
    let subject: Subject
    let indicator: String
    let scope: String

    init(_ figure: Figure) {
      (subject, indicator, scope) = (figure.subject, figure.indicator, figure.scope)
    }
  }

  private func levels(around growth: Figure, in same: [Figure]) -> (Figure, Figure, Double)? {
    // "2020 to 2022" counts from the end of 2020; a plan of 2021 to 2025 and the year 2021 from the end of 2020 as well.
    let isFromBefore = growth.plan != nil || growth.period.isYear
    let firstYear = growth.period.start.year - (isFromBefore ? 1 : 0)
    guard let earlier = same.first(where: { $0.kind == .actual && $0.period.year == firstYear }),
      let later = same.first(where: {
        $0.period.year == growth.period.year && $0.plan == growth.plan
          && $0.kind == (growth.plan == nil ? .actual : .target) && $0.unit == earlier.unit
      })
    else { return nil }
    return (earlier, later, Double(later.period.year - earlier.period.year))
  }

  // MARK: Differences

  private struct Topic: Hashable {
    let subject: Subject
    let indicator: String
    let period: String
    let kind: Figure.Kind
    let scope: String
    /// Whether a plan wants it: what is wanted does not contradict what happened.
    let isPlanned: Bool

    init(_ figure: Figure) {
      (subject, indicator, period) = (figure.subject, figure.indicator, figure.period.text)
      (kind, scope, isPlanned) = (figure.kind, figure.scope, figure.plan != nil)
    }
  }

  /// Statements about one thing that differ in value.
  private func differences() -> [Finding] {
    let groups = Dictionary(
      grouping: figures.filter { [.actual, .target, .growth].contains($0.kind) }, by: Topic.init)
    var findings: [Finding] = []
    for figure in figures {
      // One finding a group, made at its first figure, keeps the order of the files.
      guard let group = groups[Topic(figure)], group.first?.id == figure.id, group.count > 1 else { continue }
      var distinct: [Figure] = []
      for other in group where !distinct.contains(where: { agrees($0, other) }) { distinct.append(other) }
      guard distinct.count > 1 else { continue }
      let values = distinct.map { dataset.label($0, .zh) }.joined(separator: " ≠ ")
      let english = distinct.map { dataset.label($0, .en) }.joined(separator: " ≠ ")
      findings.append(
        Finding(
          rule: figure.plan == nil ? .differentValues : .differentTargets, figures: distinct.map(\.id),
          computed: Name(zh: values, en: english)))
    }
    return findings
  }

  /// Whether two statements do not contradict each other: the same value in the same unit, whatever the comparator; and
  /// inside one plan a bound that the other statement keeps.
  private func agrees(_ left: Figure, _ right: Figure) -> Bool {
    if left.plan == right.plan, keeps(left, right) || keeps(right, left) { return true }
    guard let a = dataset.units[left.unit], let b = dataset.units[right.unit], a.dimension == b.dimension
    else { return left.value == right.value && left.upper == right.upper }
    return abs(left.value * a.scale - right.value * b.scale) <= 1e-9 * abs(left.value * a.scale)
      && left.upper == right.upper
  }

  /// Whether `value` lies within the bound that `bound` prints, both in one unit.
  private func keeps(_ value: Figure, _ bound: Figure) -> Bool {
    guard value.unit == bound.unit else { return false }
    return switch bound.comparator {
    case .over, .atLeast:
      value.value >= bound.value && value.comparator != .atMost && value.comparator != .under
    case .under, .atMost:
      value.value <= bound.value && value.comparator != .atLeast && value.comparator != .over
    case .equal, .about: false
    }
  }

  // MARK: Targets that are no targets

  /// Targets that a level was beyond a year or more before they are due. A level from before the plan makes the target
  /// one below its baseline.
  private func passedTargets() -> [Finding] {
    let levels = Dictionary(grouping: figures.filter { $0.kind == .actual }) {
      TargetBoard.Topic($0)
    }
    return figures.filter { $0.kind == .target && $0.plan != nil }.compactMap { target in
      guard let indicator = dataset.indicators[target.indicator],
        let plan = target.plan.flatMap({ dataset.plans[$0] })
      else { return nil }
      let early = (levels[TargetBoard.Topic(target)] ?? []).filter { level in
        level.scope == target.scope && level.period.year < target.period.year
          && (indicator.measure != .flow || level.period.isYear)
          && dataset.value(of: level, in: target.unit).map { isBeyond($0, target.value, indicator.better) }
            == true
      }
      let before = early.last { $0.period == plan.baseline || $0.period.end < plan.start }
      guard let level = before ?? early.first else { return nil }
      let sign = indicator.better == .higher ? ">" : "<"
      return Finding(
        rule: before == nil ? .targetAlreadyPassed : .targetBelowBaseline, figures: [target.id, level.id],
        computed: Name(
          both:
            "\(level.valueText) (\(level.period.text)) \(sign) \(target.valueText) (\(target.period.text))"))
    }
  }

  private func isBeyond(_ value: Double, _ target: Double, _ better: Indicator.Direction) -> Bool {
    better == .higher ? value > target : value < target
  }
}

extension ArithmeticRules.Finding {
  /// The finding as a conflict, for a dataset that does not record it.
  func conflict(in dataset: Dataset) -> Conflict {
    let about = figures.first.flatMap { dataset.figures[$0] }
    let subject = about.map { dataset.name(of: $0.subject) } ?? Name(both: "")
    let indicator = about.flatMap { dataset.indicators[$0.indicator]?.name } ?? Name(both: "")
    return Conflict(
      id: "\(rule.rawValue)-\(figures.first ?? "")", kind: rule.kind, severity: .needsLabel,
      title: Name(
        zh: "\(subject.zh)\(indicator.zh)：\(rule.name.zh)",
        en: "\(subject.en), \(indicator.en): \(rule.name.en)"),
      statements: figures.map { .figure($0) }, computed: computed, rule: "", preferred: nil, foundBy: .rule)
  }
}

extension ArithmeticRules.Finding.Rule {
  var kind: Conflict.Kind {
    switch self {
    case .sumMismatch, .growthMismatch: .arithmetic
    case .differentValues, .differentTargets: .contradiction
    case .targetAlreadyPassed, .targetBelowBaseline: .implausible
    }
  }

  public var name: Name {
    switch self {
    case .sumMismatch: Name(zh: "分项之和不等于合计", en: "parts do not add up")
    case .growthMismatch: Name(zh: "增速与数值不符", en: "growth does not follow")
    case .differentValues: Name(zh: "数值不一致", en: "values differ")
    case .differentTargets: Name(zh: "目标不一致", en: "targets differ")
    case .targetAlreadyPassed: Name(zh: "目标早已超过", en: "target already passed")
    case .targetBelowBaseline: Name(zh: "目标不如基期", en: "target below its baseline")
    }
  }
}
