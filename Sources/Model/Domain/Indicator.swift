/// A measured quantity.
package struct Indicator: Hashable, Sendable {
  /// How an indicator is counted.
  package enum Measure: String, CaseIterable, Sendable {
    /// Counted over a period.
    case flow
    /// Counted at the end of a period.
    case stock
    case ratio
  }

  /// The path from the base to a target.
  package enum Path: String, CaseIterable, Sendable {
    /// The same percentage every year: money, and other quantities that grow by percent.
    case compound
    /// The same amount every year: shares, rates, intensities and counts.
    case linear
  }

  /// The direction of an improvement.
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

    /// Days after the end of the last period until the next figure is overdue: one period plus half a period for
    /// publication; nil if none is due.
    package var allowedAge: Int? {
      switch self {
      case .month: 46
      case .quarter: 137
      case .year: 548
      case .once: nil
      }
    }
  }

  /// The use of an indicator by views, beside showing its figures.
  package enum Role: String, CaseIterable, Sendable {
    /// The total investment of a project.
    case investment
  }

  /// The name of an indicator for figures of a certain scope.
  package struct ScopeName: Hashable, Sendable {
    /// The id of the scope.
    package var scope: String
    /// The name of the indicator for figures of that scope.
    package var name: Name

    /// Creates the name that an indicator has for a scope.
    package init(scope: String, name: Name) {
      self.scope = scope
      self.name = name
    }
  }

  /// Returns the indicator under the name used for figures of a scope.
  package func named(for scope: String) -> Indicator {
    guard let other = scopeNames.first(where: { $0.scope == scope }) else { return self }
    var indicator = self
    (indicator.name, indicator.short) = (other.name, other.name)
    return indicator
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the indicator.
  package var name: Name
  /// A shorter name for narrow columns; equals the name if the file has none.
  package var short: Name
  /// Names used where the figures have a different scope than `name` implies.
  package var scopeNames: [ScopeName] = []
  /// The id of its category in the vocabulary.
  package var category: String
  /// The id of its usual unit in the vocabulary.
  package var unit: String
  /// How it is counted: a flow, a stock or a ratio.
  package var measure: Measure
  /// The direction of an improvement.
  package var better: Direction
  /// How often a new figure is due.
  package var cadence: Cadence
  /// Whether it only describes something, such as the number of zones of a park, and is never a goal.
  package var isDescriptive: Bool
  /// The path of its targets, as stated in the file; nil selects the default of `Dataset.path(of:)`.
  package var path: Path?
  /// The use of it by views; nil if it has none.
  package var role: Role?
  /// The counted noun in English; nil if the unit names it.
  package var noun: Noun?
  /// A remark for readers; nil if there is none.
  package var note: Name?

  /// Creates an indicator as a file has it; ids of other records are not resolved.
  package init(
    id: String, name: Name, short: Name, scopeNames: [ScopeName] = [], category: String, unit: String,
    measure: Measure, better: Direction, cadence: Cadence, isDescriptive: Bool, path: Path? = nil,
    role: Role? = nil, noun: Noun? = nil, note: Name? = nil
  ) {
    (
      self.id, self.name, self.short, self.scopeNames, self.category, self.unit, self.measure, self.better,
      self.cadence, self.isDescriptive, self.path, self.role, self.noun, self.note
    ) = (
      id, name, short, scopeNames, category, unit, measure, better, cadence, isDescriptive, path, role, noun,
      note
    )
  }

  /// The singular and plural of a counted noun: `1 firm`, `44 firms`.
  package struct Noun: Hashable, Sendable {
    /// The noun after the number 1, such as firm.
    package var one: String
    /// The noun after all other numbers, such as firms.
    package var other: String

    /// Creates the English count noun: `firm`, `firms`.
    package init(one: String, other: String) {
      self.one = one
      self.other = other
    }
  }
}

extension Dataset {
  /// Returns the path of an indicator's targets. If its file names none, the path is compound for monetary flows and
  /// linear for everything else.
  package func path(of indicator: Indicator) -> Indicator.Path {
    if let path = indicator.path { return path }
    return indicator.measure == .flow && isMoney(indicator.unit) ? .compound : .linear
  }

  /// The ids of the indicators of a project's total investment: those with the role, or, where none has it, those of
  /// money that are stated once.
  package var investments: Set<String> {
    let declared = indicators.filter { $0.role == .investment }
    let usual = { self.indicators.filter { $0.cadence == .once && self.isMoney($0.unit) } }
    return Set((declared.isEmpty ? usual() : declared).map(\.id))
  }

  /// Whether a unit is one of money.
  package func isMoney(_ unit: String) -> Bool { units[unit]?.role == .money }

  /// Returns a figure in percent; nil if it is in another unit than one of shares.
  package func percent(_ figure: Figure) -> Double? {
    guard let unit = units[figure.unit], unit.role == .share else { return nil }
    return unit.scale == 0.01 ? figure.value : figure.value * unit.scale * 100
  }
}
