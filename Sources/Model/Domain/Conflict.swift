/// Statements that disagree, or arithmetic that does not add up.
package struct Conflict: Hashable, Sendable {
  /// The way in which statements disagree.
  package enum Kind: String, CaseIterable, Sendable {
    case contradiction
    case arithmetic
    case scope
    case timeline
    case nameVariant = "name-variant"
    case damagedText = "damaged-text"
    case implausible
  }

  /// The weight of a conflict for a reader, the most severe first.
  package enum Severity: String, CaseIterable, Sendable, Comparable {
    /// A reader would draw a false conclusion (critical).
    case critical = "misleads"
    /// Correct once its scope is named (caution).
    case caution = "needs-label"
    case note

    /// The sort order, 0 for the worst.
    package var order: Int {
      switch self {
      case .critical: 0
      case .caution: 1
      case .note: 2
      }
    }

    /// Whether the left severity is the worse one.
    package static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
  }

  /// One side of a conflict: a figure of the data, or a claim in words.
  package enum Statement: Hashable, Sendable {
    case figure(String)
    case claim(Name, [Citation])
  }

  /// Who found the conflict.
  package enum Finder: String, CaseIterable, Sendable {
    case person
    case rule
    case both
  }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The way in which the statements disagree.
  package var kind: Kind
  /// Its weight for a reader.
  package var severity: Severity
  /// Its subject, in a few words.
  package var title: Name
  /// What each document says: two or more, or one for damaged text.
  package var statements: [Statement]
  /// Ids of further figures that a rule found. They are counted and marked, but not listed.
  package var unlisted: [String] = []
  /// The arithmetic, written out.
  package var computed: Name?
  /// The id of the rule that chose the shown value.
  package var rule: String
  /// The statement that is shown, in a few words; nil if the data do not name it.
  package var shown: Name?
  /// The id of the figure to show where the statements compete for one place.
  package var preferred: String?
  /// Who found it: a person, a rule, or both.
  package var foundBy: Finder = .person
  /// The location in the file that it was read from.
  package var origin = Origin.unknown

  /// Creates a recorded conflict, or one that a rule found.
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

  /// Whether its figures are marked wherever they appear: the conflict is critical, or it is a caution about a value.
  /// Name variants, damaged text and scope differences do not cast doubt on a value. Notes appear only in the list.
  package var castsDoubt: Bool {
    switch (severity, kind) {
    case (.critical, _): true
    case (.caution, .contradiction), (.caution, .arithmetic), (.caution, .timeline),
      (.caution, .implausible):
      true
    default: false
    }
  }

  /// Returns the figures among its statements that stand against a different value for the same indicator, subject, kind
  /// and period. Only a contradiction that casts doubt has any: a figure that is merely doubtful has no second value to be
  /// shown beside it.
  package func opposed(in dataset: Dataset) -> [Figure] {
    guard kind == .contradiction, castsDoubt else { return [] }
    let figures = figures.compactMap { dataset.figures[$0] }
    return figures.filter { figure in
      figures.contains {
        $0.indicator == figure.indicator && $0.kind == figure.kind && $0.unit == figure.unit
          && $0.period.end == figure.period.end && dataset.areSame($0.subject, figure.subject)
          && ($0.value != figure.value || $0.upper != figure.upper)
      }
    }
  }

  /// Ids of the figures among its statements.
  package var figures: [String] {
    statements.compactMap { if case .figure(let id) = $0 { id } else { nil } }
  }
}
