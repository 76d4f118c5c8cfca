/// One statement of a figure in a document, with unit, period, scope and citations.
///
/// A class, because boards, targets and histories hold many copies of a figure. It is immutable, and therefore still a
/// value, as ``Project`` is.
package final class Figure: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A level that was reached.
    case actual
    /// A level that a plan sets.
    case target
    /// A published rate of change.
    case growth
    /// A sum over several years or since the start of a year.
    case cumulative
    /// A part of a whole.
    case share
  }

  package enum Comparator: String, CaseIterable, Sendable {
    case equal = "="
    case atLeast = "≥"
    case atMost = "≤"
    case over = ">"
    case under = "<"
    case about = "≈"
  }

  package let id: String
  package let subject: Subject
  package let indicator: String
  package let value: Double
  /// The upper end of a printed range; nil for a single value.
  package let upper: Double?
  /// The id of the unit of `value`.
  package let unit: String
  package let period: Period
  package let kind: Kind
  package let comparator: Comparator
  package let scope: String
  /// The id of the plan that sets it; nil for an actual figure.
  package let plan: String?
  package let citations: [Citation]
  /// The id of the statement that this one supersedes.
  package let supersedes: String?
  package let note: Name?
  /// The wording of a target without a number, such as "as the city assigns"; nil for a numeric figure. A worded target
  /// has a meaningless `value` of 0.
  package let words: Name?
  /// Whether the year of the period is inferred, because the document does not print it.
  package let isPeriodInferred: Bool
  package let origin: Origin

  package init(
    id: String, subject: Subject, indicator: String, value: Double, upper: Double? = nil, unit: String,
    period: Period, kind: Kind, comparator: Comparator, scope: String, plan: String? = nil,
    citations: [Citation], supersedes: String? = nil, note: Name? = nil, words: Name? = nil,
    isPeriodInferred: Bool = false, origin: Origin
  ) {
    (self.id, self.subject, self.indicator) = (id, subject, indicator)
    (self.value, self.upper, self.unit, self.period) = (value, upper, unit, period)
    (self.kind, self.comparator, self.scope, self.plan) = (kind, comparator, scope, plan)
    (self.citations, self.supersedes, self.note, self.words) = (citations, supersedes, note, words)
    (self.isPeriodInferred, self.origin) = (isPeriodInferred, origin)
  }

  /// Returns the figure with the properties given; the others are unchanged.
  package func replacing(
    id: String? = nil, subject: Subject? = nil, value: Double? = nil, upper: Double? = nil,
    unit: String? = nil,
    citations: [Citation]? = nil, note: Name? = nil
  ) -> Figure {
    Figure(
      id: id ?? self.id, subject: subject ?? self.subject, indicator: indicator, value: value ?? self.value,
      upper: upper ?? self.upper, unit: unit ?? self.unit, period: period, kind: kind, comparator: comparator,
      scope: scope, plan: plan, citations: citations ?? self.citations, supersedes: supersedes,
      note: note ?? self.note, words: words, isPeriodInferred: isPeriodInferred, origin: origin)
  }

  package var isWorded: Bool { words != nil }

  /// Whether both print the same number, comparator and unit (or the same words).
  package func hasSameNumber(as other: Figure) -> Bool {
    (value, upper, unit, comparator, words) == (
      other.value, other.upper, other.unit, other.comparator, other.words
    )
  }

  /// Returns the period for display, marked if the document does not print the year.
  package func periodLabel(_ language: Language) -> String {
    let label = period.label(language)
    guard isPeriodInferred else { return label }
    return language == .zh ? "\(label)（年份未写明）" : "\(label) (year not printed)"
  }
}

extension Figure: Hashable {
  package static func == (left: Figure, right: Figure) -> Bool {
    left === right
      || left.id == right.id && left.subject == right.subject && left.indicator == right.indicator
        && left.hasSameNumber(as: right) && left.period == right.period && left.kind == right.kind
        && left.scope == right.scope && left.plan == right.plan && left.citations == right.citations
        && left.supersedes == right.supersedes && left.note == right.note
        && left.isPeriodInferred == right.isPeriodInferred && left.origin == right.origin
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
