import Domain

/// Finds contradictions between statements and arithmetic errors from the figures alone.
///
/// The rules compare groups. For n figures they take O(n log n) time.
package struct ArithmeticRules {
  /// The finding of a rule. It becomes a conflict unless the dataset already records it.
  package struct Finding: Hashable, Sendable {
    /// A rule that finds conflicts among figures.
    package enum Rule: String, CaseIterable, Sendable {
      /// Parts do not add up to the printed total.
      case sumMismatch = "sum-mismatch"
      /// A published growth does not follow from the levels.
      case growthMismatch = "growth-mismatch"
      /// Two statements of one figure differ.
      case differentValues = "different-values"
      /// Two plans, or one plan twice, set different levels for the same year.
      case differentTargets = "different-targets"
      /// The level passed the target long before the target's year.
      case targetAlreadyPassed = "target-already-passed"
      /// The target is worse than the level before its plan began.
      case targetBelowBaseline = "target-below-baseline"
    }

    /// The rule that found it.
    package var rule: Rule
    /// Ids of the listed figures: at most ``most``, the main figure first.
    package var figures: [String]
    /// Ids of figures that are counted but not listed.
    package var unlisted: [String] = []
    /// The arithmetic, written out.
    package var computed: Name

    /// The maximum number of figures that a finding lists. Any number may be involved, and nobody reads thousands.
    package static let most = 12

    /// Ids of the figures that the finding casts doubt on: a total but not its parts, a growth but not its levels.
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
  /// Called for each comparison of two figures; tests use it to measure the cost of the rules.
  var countComparison: () -> Void = {}

  /// Creates the rules for figures of a dataset, all known on the day of the board.
  package init(dataset: Dataset, figures: [Figure]) {
    self.dataset = dataset
    self.figures = figures.filter { !$0.isInWords }
  }

  /// Returns the findings of all rules: sums, growths, differences, passed targets.
  package func findings() -> [Finding] {
    sums() + growths() + differences() + passedTargets()
  }
}

extension ArithmeticRules.Finding {
  /// Returns the finding as a conflict, for a dataset that does not record it.
  func conflict(in dataset: Dataset) -> Conflict {
    let about = figures.first.flatMap { dataset.figures[$0] }
    let subject = about.map { dataset.name(of: $0.subject) } ?? Name(both: "")
    let indicator = about.flatMap { dataset.indicators[$0.indicator]?.name } ?? Name(both: "")
    return Conflict(
      id: "\(rule.rawValue)-\(figures.first ?? "")", kind: rule.kind, severity: .caution,
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

  /// The title of the rule.
  package var name: Name {
    switch self {
    case .sumMismatch: Name(zh: "分项之和不等于合计", en: "parts do not add up")
    case .growthMismatch: Name(zh: "增速与数值不符", en: "growth does not match the levels")
    case .differentValues: Name(zh: "数值不一致", en: "values differ")
    case .differentTargets: Name(zh: "目标不一致", en: "targets differ")
    case .targetAlreadyPassed: Name(zh: "目标早已超过", en: "target already passed")
    case .targetBelowBaseline: Name(zh: "目标不如基期", en: "target below its base")
    }
  }
}

extension Name {
  /// Returns a note on the number of omitted list entries; empty if there are none.
  static func rest(_ count: Int) -> Name {
    guard count > 0 else { return Name(both: "") }
    return Name(zh: "；另有\(count)项", en: "; and \(Decimal.grouped(count)) more")
  }
}
