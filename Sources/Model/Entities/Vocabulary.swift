/// A unit of measurement.
public struct Unit: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var dimension: String
  /// How many base units of its dimension it is.
  public var scale: Double
}

/// A word of the vocabulary that only has a name: a scope, a category, a rule.
public struct Term: Hashable, Sendable {
  public var id: String
  public var name: Name
}

/// The words of a dataset.
public struct Vocabulary: Hashable, Sendable {
  /// Gaps in percentage points behind pace at which a status begins.
  public struct Thresholds: Hashable, Sendable {
    public var behind: Double = 10
    public var farBehind: Double = 30
  }

  public var units: [Unit] = []
  public var scopes: [Term] = []
  public var categories: [Term] = []
  public var stages: [Stage] = []
  public var rules: [Term] = []
  public var thresholds = Thresholds()
}
