/// The subject of a figure: the district or one record.
package struct Subject: Hashable, Sendable {
  /// The kind of record; nil for the district as a whole.
  package enum Kind: String, CaseIterable, Sendable {
    case cluster
    case enterprise
    case project
    case park
    case programme
    case organisation
  }

  package let kind: Kind?
  /// The id of the record; empty for the district.
  package let id: String

  package static let district = Subject(kind: nil, id: "")

  package init(kind: Kind?, id: String) {
    self.kind = kind
    self.id = id
  }

  @inlinable
  package static func == (left: Subject, right: Subject) -> Bool {
    left.kind == right.kind && left.id == right.id
  }

  @inlinable
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
  }

  /// Parses `district` or `cluster/new-materials`; returns nil for an unknown kind or an empty id.
  package init?(_ text: String) {
    if text == "district" {
      self = .district
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.init(kind: kind, id: String(parts[1]))
  }

  package static func cluster(_ id: String) -> Subject { Subject(kind: .cluster, id: id) }
  package static func project(_ id: String) -> Subject { Subject(kind: .project, id: id) }

  /// The text form used in the files.
  package var text: String { kind.map { "\($0.rawValue)/\(id)" } ?? "district" }
}

/// One statement of a figure in a document, with unit, period, scope and citations.
package struct Figure: Hashable, Sendable {
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

  private struct Contents: Hashable, Sendable {
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
  }

  // Boards, targets and histories hold many copies of a figure, so copies share its contents.
  private var box: Box<Contents>

  package init(
    id: String, subject: Subject, indicator: String, value: Double, upper: Double? = nil, unit: String,
    period: Period, kind: Kind, comparator: Comparator, scope: String, plan: String? = nil,
    citations: [Citation], supersedes: String? = nil, note: Name? = nil, words: Name? = nil,
    isPeriodInferred: Bool = false, origin: Origin
  ) {
    box = Box(
      Contents(
        id: id, subject: subject, indicator: indicator, value: value, upper: upper, unit: unit,
        period: period, kind: kind, comparator: comparator, scope: scope, plan: plan, citations: citations,
        supersedes: supersedes, note: note, words: words, isPeriodInferred: isPeriodInferred, origin: origin))
  }

  package var id: String {
    get { box.value.id }
    set { change(\.id, newValue) }
  }
  package var subject: Subject {
    get { box.value.subject }
    set { change(\.subject, newValue) }
  }
  package var indicator: String {
    get { box.value.indicator }
    set { change(\.indicator, newValue) }
  }
  package var value: Double {
    get { box.value.value }
    set { change(\.value, newValue) }
  }
  /// The upper end of a printed range; nil for a single value.
  package var upper: Double? {
    get { box.value.upper }
    set { change(\.upper, newValue) }
  }
  /// The id of the unit of `value`.
  package var unit: String {
    get { box.value.unit }
    set { change(\.unit, newValue) }
  }
  package var period: Period {
    get { box.value.period }
    set { change(\.period, newValue) }
  }
  package var kind: Kind {
    get { box.value.kind }
    set { change(\.kind, newValue) }
  }
  package var comparator: Comparator {
    get { box.value.comparator }
    set { change(\.comparator, newValue) }
  }
  package var scope: String {
    get { box.value.scope }
    set { change(\.scope, newValue) }
  }
  /// The id of the plan that sets it; nil for an actual figure.
  package var plan: String? {
    get { box.value.plan }
    set { change(\.plan, newValue) }
  }
  package var citations: [Citation] {
    get { box.value.citations }
    set { change(\.citations, newValue) }
  }
  /// The id of the statement that this one supersedes.
  package var supersedes: String? {
    get { box.value.supersedes }
    set { change(\.supersedes, newValue) }
  }
  package var note: Name? {
    get { box.value.note }
    set { change(\.note, newValue) }
  }
  /// The wording of a target without a number, such as "as the city assigns"; nil for a numeric figure. A worded target
  /// has a meaningless `value` of 0.
  package var words: Name? {
    get { box.value.words }
    set { change(\.words, newValue) }
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

  /// Whether the year of the period is inferred, because the document does not print it.
  package var isPeriodInferred: Bool {
    get { box.value.isPeriodInferred }
    set { change(\.isPeriodInferred, newValue) }
  }
  package var origin: Origin {
    get { box.value.origin }
    set { change(\.origin, newValue) }
  }

  private mutating func change<Value>(_ path: WritableKeyPath<Contents, Value>, _ value: Value) {
    var contents = box.value
    contents[keyPath: path] = value
    box = Box(contents)
  }

  package static func == (left: Figure, right: Figure) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(box.value) }
}
