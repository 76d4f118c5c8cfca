/// Statements that do not agree, or arithmetic that does not work out.
package struct Conflict: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case contradiction
    case arithmetic
    case scope
    case timeline
    case nameVariant = "name-variant"
    case damagedText = "damaged-text"
    case implausible
  }

  package enum Severity: String, CaseIterable, Sendable, Comparable {
    /// A reader would draw a false conclusion.
    case misleads
    /// True once its scope is named.
    case needsLabel = "needs-label"
    case note

    /// 0 for the worst.
    package var order: Int {
      switch self {
      case .misleads: 0
      case .needsLabel: 1
      case .note: 2
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
  }

  /// One side: a figure of the data, or a claim in words.
  package enum Statement: Hashable, Sendable {
    case figure(String)
    case claim(Name, [Citation])
  }

  /// Who saw it.
  package enum Finder: String, CaseIterable, Sendable {
    case person
    case rule
    case both
  }

  package var id: String
  package var kind: Kind
  package var severity: Severity
  package var title: Name
  package var statements: [Statement]
  /// Ids of figures that a rule found beside those it lists: they are counted and marked, not written out.
  package var unlisted: [String] = []
  /// The arithmetic, written out.
  package var computed: Name?
  /// The rule that chose what is shown.
  package var rule: String
  package var shown: Name?
  /// Id of the figure that is shown where the statements compete for one place.
  package var preferred: String?
  package var foundBy: Finder = .person
  package var origin = Origin.unknown

  package init(
    id: String, kind: Kind, severity: Severity, title: Name, statements: [Statement], unlisted: [String] = [],
    computed: Name? = nil, rule: String, shown: Name? = nil, preferred: String? = nil,
    foundBy: Finder = .person, origin: Origin = Origin.unknown
  ) {
    (
      self.id, self.kind, self.severity, self.title, self.statements, self.unlisted, self.computed, self.rule,
      self.shown, self.preferred, self.foundBy, self.origin
    ) = (id, kind, severity, title, statements, unlisted, computed, rule, shown, preferred, foundBy, origin)
  }

  /// Whether its figures carry a mark wherever they stand: it misleads, or it doubts a value that needs a label. Names,
  /// damaged text and scopes that are named doubt no value, and notes are only for the list.
  package var castsDoubt: Bool {
    switch (severity, kind) {
    case (.misleads, _): true
    case (.needsLabel, .contradiction), (.needsLabel, .arithmetic), (.needsLabel, .timeline),
      (.needsLabel, .implausible):
      true
    default: false
    }
  }

  /// Ids of the figures it is about.
  package var figures: [String] {
    statements.compactMap { if case .figure(let id) = $0 { id } else { nil } }
  }
}
