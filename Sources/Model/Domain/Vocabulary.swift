/// A unit of measurement.
package struct Unit: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the unit; the English may be empty.
  package var name: Name
  /// Its dimension, such as money; only units of one dimension are compared.
  package var dimension: String
  /// What its dimension measures, where a figure of it is treated in its own way; nil for any other.
  package var role: Role?
  /// Its size in base units of its dimension.
  package var scale: Double
  /// The English form of amounts; nil if the number is printed unscaled before `name`.
  package var english: EnglishForm? = nil

  /// Creates a unit; `scale` is its size in the base unit of the dimension. Without a role it takes that which the
  /// dimension is named after, if any.
  package init(
    id: String, name: Name, dimension: String, scale: Double, english: EnglishForm? = nil, role: Role? = nil
  ) {
    (self.id, self.name, self.dimension, self.scale, self.english) = (id, name, dimension, scale, english)
    self.role = role ?? Role(rawValue: dimension)
  }

  /// What a dimension measures.
  package enum Role: String, CaseIterable, Sendable {
    /// Amounts grow by percent; those of projects are investments.
    case money
    /// The size of parks.
    case area
    /// Fractions, such as percent: growth and shares are in such units.
    case share
    /// Differences of two percentages.
    case points
    /// Multiples of another number.
    case ratio
  }

  /// A form with a different scale than the printed one: 144.54亿元 is `¥14.45bn`.
  package struct EnglishForm: Hashable, Sendable {
    /// The text before the number, such as ¥.
    package var prefix: String
    /// The text after the number, with a space if needed.
    package var suffix: String
    /// The factor from a value in the unit to the number shown.
    package var factor: Double
    /// The maximum number of decimals shown.
    package var digits: Int

    /// Creates the English form of a unit: value x `factor` between `prefix` and `suffix`, with up to `digits`
    /// decimals.
    package init(prefix: String, suffix: String, factor: Double, digits: Int) {
      (self.prefix, self.suffix, self.factor, self.digits) = (prefix, suffix, factor, digits)
    }
  }
}

/// A vocabulary entry that only has a name: a scope, a category or a rule.
package struct Term: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name on the screen, in both languages.
  package var name: Name
  /// The records whose figures have this scope where a table names none; nil for other terms.
  package var subject: Subject.Kind?

  /// Creates a word of the vocabulary.
  package init(id: String, name: Name, subject: Subject.Kind? = nil) {
    self.id = id
    self.name = name
    self.subject = subject
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

    /// Creates the limits that apply where a dataset sets none.
    package init() {}
  }

  /// The units, in file order.
  package var units: [Unit] = []
  /// The scopes, in file order.
  package var scopes: [Term] = []
  /// The categories of indicators, in file order.
  package var categories: [Term] = []
  /// The stages of projects, in file order.
  package var stages: [Stage] = []
  /// The rules that choose which of several statements is shown.
  package var rules: [Term] = []
  /// The causes of problems, in file order.
  package var causes: [Term] = []
  /// The topics of measures, in the order of the screen.
  package var topics: [Term] = []
  /// The rungs that firms climb, the lowest first: micro, small, above the reporting threshold, listed.
  package var firmLadder: [Term] = []
  /// The limits between statuses.
  package var thresholds = Thresholds()

  /// Creates a vocabulary from its lists, each in file order.
  package init(
    units: [Unit] = [], scopes: [Term] = [], categories: [Term] = [], stages: [Stage] = [],
    rules: [Term] = [], causes: [Term] = [], topics: [Term] = [], firmLadder: [Term] = [],
    thresholds: Thresholds = Thresholds()
  ) {
    (
      self.units, self.scopes, self.categories, self.stages, self.rules, self.causes, self.topics,
      self.firmLadder, self.thresholds
    ) = (units, scopes, categories, stages, rules, causes, topics, firmLadder, thresholds)
  }
}
