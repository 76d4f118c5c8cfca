/// A unit of measurement.
public struct Unit: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var dimension: String
  /// How many base units of its dimension it is.
  public var scale: Double
  /// How amounts are written in English; nil where the number stands as it is before `name`.
  public var english: EnglishForm? = nil

  /// Another scale than the printed one: 144.54亿元 is `¥14.45bn`.
  public struct EnglishForm: Hashable, Sendable {
    public var prefix: String
    public var suffix: String
    /// What a value in the unit is multiplied by.
    public var factor: Double
    /// At most so many decimals are shown.
    public var digits: Int

    public init(prefix: String, suffix: String, factor: Double, digits: Int) {
      (self.prefix, self.suffix, self.factor, self.digits) = (prefix, suffix, factor, digits)
    }
  }
}

/// A word of the vocabulary that only has a name: a scope, a category, a rule.
public struct Term: Hashable, Sendable {
  public var id: String
  public var name: Name
}

/// The words of a dataset.
public struct Vocabulary: Hashable, Sendable {
  /// Where a status begins, as fractions.
  public struct Thresholds: Hashable, Sendable {
    /// The schedule ratio from which a target is only slightly behind.
    public var slightlyBehind = 0.8
    /// The schedule ratio from which it is behind; below, far behind.
    public var behind = 0.6
    /// The attainment from which a target that was missed counts as basically reached.
    public var basicallyReached = 0.9
  }

  public var units: [Unit] = []
  public var scopes: [Term] = []
  public var categories: [Term] = []
  public var stages: [Stage] = []
  public var rules: [Term] = []
  public var thresholds = Thresholds()
}
