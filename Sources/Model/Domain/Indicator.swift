/// Something that is measured.
package struct Indicator: Hashable, Sendable {
  package enum Measure: String, CaseIterable, Sendable {
    /// Counted over a period.
    case flow
    /// Counted at the end of a period.
    case stock
    case ratio
  }

  /// The path from the base to a target.
  package enum Path: String, CaseIterable, Sendable {
    /// By the same percentage every year: money and what else grows by percent.
    case compound
    /// By the same amount every year: shares, rates, intensities and counts.
    case linear
  }

  package enum Direction: String, CaseIterable, Sendable {
    case higher
    case lower
  }

  /// How often a new figure is due.
  package enum Cadence: String, CaseIterable, Sendable {
    case month
    case quarter
    case year
    case once

    /// Days after the end of the last period until the next figure is overdue: one period and half of one to publish
    /// it; nil when none is due.
    package var allowedAge: Int? {
      switch self {
      case .month: 46
      case .quarter: 137
      case .year: 548
      case .once: nil
      }
    }
  }

  /// The name of an indicator for figures of one scope.
  package struct ScopeName: Hashable, Sendable {
    package var scope: String
    package var name: Name

    package init(scope: String, name: Name) {
      self.scope = scope
      self.name = name
    }
  }

  /// The same with the name that its figures of a scope have.
  package func named(for scope: String) -> Indicator {
    guard let other = scopeNames.first(where: { $0.scope == scope }) else { return self }
    var indicator = self
    (indicator.name, indicator.short) = (other.name, other.name)
    return indicator
  }

  package var id: String
  package var name: Name
  /// A shorter name for narrow places; the name when the file gives none.
  package var short: Name
  /// What it is called where its figures have another scope than its name says.
  package var scopeNames: [ScopeName] = []
  package var category: String
  package var unit: String
  package var measure: Measure
  package var better: Direction
  package var cadence: Cadence
  /// Whether it describes, such as the number of groups of a park, and is never a goal to be reached.
  package var isDescriptive: Bool
  /// The path that targets of it ask for, as the file says; nil leaves it to `Dataset.path(of:)`.
  package var path: Path?
  /// What it counts, in English; nil where the unit says it.
  package var noun: Noun?
  package var note: Name?

  package init(
    id: String, name: Name, short: Name, scopeNames: [ScopeName] = [], category: String, unit: String,
    measure: Measure, better: Direction, cadence: Cadence, isDescriptive: Bool, path: Path? = nil,
    noun: Noun? = nil, note: Name? = nil
  ) {
    (
      self.id, self.name, self.short, self.scopeNames, self.category, self.unit, self.measure, self.better,
      self.cadence, self.isDescriptive, self.path, self.noun, self.note
    ) = (
      id, name, short, scopeNames, category, unit, measure, better, cadence, isDescriptive, path, noun, note
    )
  }

  /// `1 firm`, `44 firms`.
  package struct Noun: Hashable, Sendable {
    package var one: String
    package var other: String

    package init(one: String, other: String) {
      self.one = one
      self.other = other
    }
  }
}

extension Dataset {
  /// The path that targets of an indicator ask for: the one that its file names; otherwise compound for money that is
  /// counted over a period, and linear for everything else.
  package func path(of indicator: Indicator) -> Indicator.Path {
    if let path = indicator.path { return path }
    return indicator.measure == .flow && units[indicator.unit]?.dimension == "money" ? .compound : .linear
  }
}
