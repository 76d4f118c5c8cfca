/// A unit of measurement.
package struct Unit: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var dimension: String
  /// How many base units of its dimension it is.
  package var scale: Double
  /// How amounts are written in English; nil where the number stands as it is before `name`.
  package var english: EnglishForm? = nil

  package init(id: String, name: Name, dimension: String, scale: Double, english: EnglishForm? = nil) {
    (self.id, self.name, self.dimension, self.scale, self.english) = (id, name, dimension, scale, english)
  }

  /// Another scale than the printed one: 144.54亿元 is `¥14.45bn`.
  package struct EnglishForm: Hashable, Sendable {
    package var prefix: String
    package var suffix: String
    /// What a value in the unit is multiplied by.
    package var factor: Double
    /// At most so many decimals are shown.
    package var digits: Int

    package init(prefix: String, suffix: String, factor: Double, digits: Int) {
      (self.prefix, self.suffix, self.factor, self.digits) = (prefix, suffix, factor, digits)
    }
  }
}

/// A word of the vocabulary that only has a name: a scope, a category, a rule.
package struct Term: Hashable, Sendable {
  package var id: String
  package var name: Name

  package init(id: String, name: Name) {
    self.id = id
    self.name = name
  }
}

/// The words of a dataset.
package struct Vocabulary: Hashable, Sendable {
  /// Where a status begins, as fractions.
  package struct Thresholds: Hashable, Sendable {
    /// The schedule ratio from which a target is only slightly behind.
    package var slightlyBehind = 0.8
    /// The schedule ratio from which it is behind; below, far behind.
    package var behind = 0.6
    /// The attainment from which a target that was missed counts as basically reached.
    package var basicallyReached = 0.9

    package init() {}
  }

  package var units: [Unit] = []
  package var scopes: [Term] = []
  package var categories: [Term] = []
  package var stages: [Stage] = []
  package var rules: [Term] = []
  package var thresholds = Thresholds()

  package init(
    units: [Unit] = [], scopes: [Term] = [], categories: [Term] = [], stages: [Stage] = [],
    rules: [Term] = [], thresholds: Thresholds = Thresholds()
  ) {
    (self.units, self.scopes, self.categories, self.stages, self.rules, self.thresholds) = (
      units, scopes, categories, stages, rules, thresholds
    )
  }
}
