/// A unit of measurement.
package struct Unit: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var dimension: String
  /// Its size in base units of its dimension.
  package var scale: Double
  /// The English form of amounts; nil if the number is printed unscaled before `name`.
  package var english: EnglishForm? = nil

  package init(id: String, name: Name, dimension: String, scale: Double, english: EnglishForm? = nil) {
    (self.id, self.name, self.dimension, self.scale, self.english) = (id, name, dimension, scale, english)
  }

  /// A form with a different scale than the printed one: 144.54亿元 is `¥14.45bn`.
  package struct EnglishForm: Hashable, Sendable {
    package var prefix: String
    package var suffix: String
    /// The factor from a value in the unit to the number shown.
    package var factor: Double
    /// The maximum number of decimals shown.
    package var digits: Int

    package init(prefix: String, suffix: String, factor: Double, digits: Int) {
      (self.prefix, self.suffix, self.factor, self.digits) = (prefix, suffix, factor, digits)
    }
  }
}

/// A vocabulary entry that only has a name: a scope, a category or a rule.
package struct Term: Hashable, Sendable {
  package var id: String
  package var name: Name

  package init(id: String, name: Name) {
    self.id = id
    self.name = name
  }
}

/// The vocabulary of a dataset.
package struct Vocabulary: Hashable, Sendable {
  /// The lower bounds of statuses, as fractions.
  package struct Thresholds: Hashable, Sendable {
    /// The schedule ratio from which a target is only slightly behind.
    package var slightlyBehind = 0.8
    /// The schedule ratio from which a target is behind; below it, far behind.
    package var behind = 0.6
    /// The attainment from which a missed target counts as basically reached.
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
