/// One statement of a figure in a document, with unit, period, scope and citations.
///
/// A class, because boards, targets and histories hold many copies of a figure. It is immutable, and therefore still a
/// value, as ``Project`` is.
package final class Figure: Sendable {
  /// What a figure states.
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

    /// Hashes nothing: the name of the case, which would be hashed otherwise, costs more than it separates.
    package func hash(into hasher: inout Hasher) {}
  }

  /// The relation between the figure and its value.
  package enum Comparator: String, CaseIterable, Sendable {
    case equal = "="
    case atLeast = "≥"
    case atMost = "≤"
    case over = ">"
    case under = "<"
    case about = "≈"
  }

  private struct Contents: Equatable {
    var id: String
    var subject: Subject
    var indicator: String
    var value: Double
    var upper: Double?
    var unit: String
    var period: Period
    var kind: Kind
    var comparator: Comparator
    var scope: String
    var plan: String?
    var citations: [Citation]
    var supersedes: String?
    var note: Name?
    var words: Name?
    var isPeriodInferred: Bool
    var origin: Origin
    @Boxed var definition: Definition? = nil
    @Boxed var derivation: Derivation? = nil
  }

  private let contents: Contents

  /// Creates a statement of a figure; its unit, scope and plan are ids that are not resolved.
  package init(
    id: String, subject: Subject, indicator: String, value: Double, upper: Double? = nil, unit: String,
    period: Period, kind: Kind, comparator: Comparator, scope: String, plan: String? = nil,
    citations: [Citation], supersedes: String? = nil, note: Name? = nil, words: Name? = nil,
    isPeriodInferred: Bool = false, definition: Definition? = nil, derivation: Derivation? = nil,
    origin: Origin
  ) {
    contents = Contents(
      id: id, subject: subject, indicator: indicator, value: value, upper: upper, unit: unit,
      period: period, kind: kind, comparator: comparator, scope: scope, plan: plan, citations: citations,
      supersedes: supersedes, note: note, words: words, isPeriodInferred: isPeriodInferred, origin: origin,
      definition: definition, derivation: derivation)
  }

  private init(_ contents: Contents) { self.contents = contents }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String { contents.id }
  /// The thing that the figure describes.
  package var subject: Subject { contents.subject }
  /// The id of its indicator.
  package var indicator: String { contents.indicator }
  /// The printed number, in `unit`; 0 for a target in words.
  package var value: Double { contents.value }
  /// The upper end of a printed range; nil for a single value.
  package var upper: Double? { contents.upper }
  /// The id of the unit of `value`.
  package var unit: String { contents.unit }
  /// The time of the figure; for a target, the time by whose end it is to be reached.
  package var period: Period { contents.period }
  /// What it states: a level, a target, a growth, a sum or a share.
  package var kind: Kind { contents.kind }
  /// The relation between the figure and its value, such as at least.
  package var comparator: Comparator { contents.comparator }
  /// The id of its scope; figures of different scope are never divided.
  package var scope: String { contents.scope }
  /// The id of the plan that sets it; nil for an actual figure.
  package var plan: String? { contents.plan }
  /// The places where documents print it, in file order.
  package var citations: [Citation] { contents.citations }
  /// The id of the statement that this one supersedes.
  package var supersedes: String? { contents.supersedes }
  /// A remark for readers; nil if there is none.
  package var note: Name? { contents.note }
  /// The wording of a target without a number, such as "as the city assigns"; nil for a numeric figure. A worded target
  /// has a meaningless `value` of 0.
  package var words: Name? { contents.words }
  /// Whether the year of the period is inferred, because the document does not print it.
  package var isPeriodInferred: Bool { contents.isPeriodInferred }
  /// For a target whose document defines it by figures of clusters, this definition; nil for all others.
  package var definition: Definition? { contents.definition }
  /// The printed figures that it is computed from; nil for a figure that a document prints.
  package var derivation: Derivation? { contents.derivation }
  /// Whether no document prints it.
  package var isComputed: Bool { contents.derivation != nil }
  /// The location in the file that it was read from.
  package var origin: Origin { contents.origin }

  /// Returns the figure with the properties given; the others are unchanged.
  package func replacing(
    id: String? = nil, subject: Subject? = nil, value: Double? = nil, upper: Double? = nil,
    unit: String? = nil, citations: [Citation]? = nil, note: Name? = nil
  ) -> Figure {
    var contents = contents
    contents.id = id ?? contents.id
    contents.subject = subject ?? contents.subject
    contents.value = value ?? contents.value
    contents.upper = upper ?? contents.upper
    contents.unit = unit ?? contents.unit
    contents.citations = citations ?? contents.citations
    contents.note = note ?? contents.note
    return Figure(contents)
  }

  /// Whether it is a target without a number.
  package var isInWords: Bool { words != nil }

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

extension Figure {
  /// How the document of a target defines its indicator by figures of clusters, such as the share of two of them.
  package struct Definition: Hashable, Sendable {
    /// The computation of a level by a definition.
    package enum Method: String, CaseIterable, Sendable {
      /// The clusters' part of the district's total, in percent.
      case share
      /// The number of the clusters above a level.
      case count
    }

    /// The computation.
    package var method: Method
    /// The id of the clusters' indicator.
    package var indicator: String
    /// The id of the scope of the clusters' figures.
    package var scope: String
    /// The ids of the clusters.
    package var clusters: [String]
    /// For a count the level that a cluster must exceed, in `unit`.
    package var over: Double?
    /// The id of the unit of `over`; nil without it.
    package var unit: String?

    /// Creates a definition as a file has it; ids of other records are not resolved.
    package init(
      method: Method, indicator: String, scope: String, clusters: [String], over: Double? = nil,
      unit: String? = nil
    ) {
      (self.method, self.indicator, self.scope, self.clusters, self.over, self.unit) = (
        method, indicator, scope, clusters, over, unit
      )
    }
  }

  /// The printed figures from which a level is computed that no document prints.
  package struct Derivation: Hashable, Sendable {
    /// The computation from the figures.
    package enum Method: String, Sendable {
      case sum
      case share
      case count
    }

    /// The computation.
    package var method: Method
    /// The figures of the parts: of the clusters that are added or counted, or of those whose share it is.
    package var parts: [Figure]
    /// For a share the figures that make up the whole; empty otherwise.
    package var whole: [Figure]

    /// Creates a derivation from printed figures.
    package init(_ method: Method, of parts: [Figure], whole: [Figure] = []) {
      (self.method, self.parts, self.whole) = (method, parts, whole)
    }

    /// All figures of the computation, each once.
    package var figures: [Figure] {
      parts + whole.filter { other in !parts.contains { $0.id == other.id } }
    }
  }
}

extension Figure: Hashable {
  /// Compares all properties.
  package static func == (left: Figure, right: Figure) -> Bool {
    left === right || left.contents == right.contents
  }

  /// Hashes the id, which is unique in a dataset.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
