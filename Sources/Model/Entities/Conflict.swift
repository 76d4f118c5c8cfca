/// Statements that do not agree, or arithmetic that does not work out.
public struct Conflict: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case contradiction
    case arithmetic
    case scope
    case timeline
    case nameVariant = "name-variant"
    case damagedText = "damaged-text"
    case implausible
  }

  public enum Severity: String, CaseIterable, Sendable, Comparable {
    /// A reader would draw a false conclusion.
    case misleads
    /// True once its scope is named.
    case needsLabel = "needs-label"
    case note

    /// 0 for the worst.
    var order: Int {
      switch self {
      case .misleads: 0
      case .needsLabel: 1
      case .note: 2
      }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
  }

  /// One side: a figure of the data, or a claim in words.
  public enum Statement: Hashable, Sendable {
    case figure(String)
    case claim(Name, [Citation])
  }

  /// Who saw it.
  public enum Finder: String, CaseIterable, Sendable {
    case person
    case rule
    case both
  }

  public var id: String
  public var kind: Kind
  public var severity: Severity
  public var title: Name
  public var statements: [Statement]
  /// Ids of figures that a rule found beside those it lists: they are counted and marked, not written out.
  public var unlisted: [String] = []
  /// The arithmetic, written out.
  public var computed: Name?
  /// The rule that chose what is shown.
  public var rule: String
  public var shown: Name?
  /// Id of the figure that is shown where the statements compete for one place.
  public var preferred: String?
  public var foundBy: Finder = .person
  public var origin = Origin.unknown

  /// Whether its figures carry a mark wherever they stand: it misleads, or it doubts a value that needs a label. Names,
  /// damaged text and scopes that are named doubt no value, and notes are only for the list.
  public var castsDoubt: Bool {
    switch (severity, kind) {
    case (.misleads, _): true
    case (.needsLabel, .contradiction), (.needsLabel, .arithmetic), (.needsLabel, .timeline),
      (.needsLabel, .implausible):
      true
    default: false
    }
  }

  /// Ids of the figures it is about.
  public var figures: [String] {
    statements.compactMap { if case .figure(let id) = $0 { id } else { nil } }
  }
}
