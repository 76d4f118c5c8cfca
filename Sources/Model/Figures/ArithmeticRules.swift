import Domain

/// Finds, from the figures alone, where statements contradict each other or arithmetic does not work out.
///
/// The rules compare groups: the time that they take is in proportion to the figures, times the logarithm of their number.
package struct ArithmeticRules {
  /// What a rule found. It becomes a conflict, unless the dataset records the same one.
  package struct Finding: Hashable, Sendable {
    package enum Rule: String, CaseIterable, Sendable {
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

    package var rule: Rule
    /// What is listed of it: at most ``most`` figures, the one that it is about first.
    package var figures: [String]
    /// Those that are counted only.
    package var unlisted: [String] = []
    /// The arithmetic, written out.
    package var computed: Name

    /// How many figures a finding lists. Any number may be concerned, and nobody reads thousands.
    package static let most = 12

    /// The figures that the finding makes doubtful: a total and not its parts, a growth and not its levels.
    package var doubtful: [String] {
      switch rule {
      case .sumMismatch, .growthMismatch, .targetAlreadyPassed, .targetBelowBaseline:
        Array(figures.prefix(1))
      case .differentValues, .differentTargets: figures + unlisted
      }
    }
  }

  let dataset: Dataset
  let figures: [Figure]
  /// Counts comparisons of two figures; for tests of the time that the rules take.
  var countComparison: () -> Void = {}

  package init(dataset: Dataset, figures: [Figure]) {
    self.dataset = dataset
    self.figures = figures.filter { !$0.isWorded }
  }

  package func findings() -> [Finding] {
    sums() + growths() + differences() + passedTargets()
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
      statements: figures.map { .figure($0) }, unlisted: unlisted, computed: computed, rule: "",
      preferred: nil, foundBy: .rule)
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

  package var name: Name {
    switch self {
    case .sumMismatch: Name(zh: "分项之和不等于合计", en: "parts do not add up")
    case .growthMismatch: Name(zh: "增速与数值不符", en: "growth does not follow")
    case .differentValues: Name(zh: "数值不一致", en: "values differ")
    case .differentTargets: Name(zh: "目标不一致", en: "targets differ")
    case .targetAlreadyPassed: Name(zh: "目标早已超过", en: "target already passed")
    case .targetBelowBaseline: Name(zh: "目标不如基期", en: "target below its base")
    }
  }
}

extension Name {
  /// What of a list is left out; empty where nothing is.
  static func rest(_ count: Int) -> Name {
    guard count > 0 else { return Name(both: "") }
    return Name(zh: "；另有\(count)项", en: "; and \(Decimal.grouped(count)) more")
  }
}
