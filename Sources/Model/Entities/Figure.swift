/// Whom a figure is about.
public struct Subject: Hashable, Sendable {
  /// The kind of record, or nil for the district as a whole.
  public enum Kind: String, CaseIterable, Sendable {
    case cluster
    case enterprise
    case project
    case park
    case programme
    case organisation
  }

  public let kind: Kind?
  /// Empty for the district.
  public let id: String

  public static let district = Subject(kind: nil, id: "")

  public init(kind: Kind?, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Reads `district` or `cluster/new-materials`; nil for an unknown kind.
  public init?(_ text: String) {
    if text == "district" {
      self = .district
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let kind = Kind(rawValue: String(parts[0])) else { return nil }
    self.init(kind: kind, id: String(parts[1]))
  }

  public static func cluster(_ id: String) -> Subject { Subject(kind: .cluster, id: id) }
  public static func project(_ id: String) -> Subject { Subject(kind: .project, id: id) }

  /// As written in the files.
  public var text: String { kind.map { "\($0.rawValue)/\(id)" } ?? "district" }
}

/// One statement of a figure in a document: never a bare number.
public struct Figure: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// A level that was reached.
    case actual
    /// A level that a plan sets.
    case target
    /// A published rate of change.
    case growth
    /// A sum over several years or since the beginning of a year.
    case cumulative
    /// A part of a whole.
    case share
  }

  public enum Comparator: String, CaseIterable, Sendable {
    case equal = "="
    case atLeast = "≥"
    case atMost = "≤"
    case over = ">"
    case under = "<"
    case about = "≈"
  }

  public var id: String
  public var subject: Subject
  public var indicator: String
  public var value: Double
  /// The end of a printed range; nil for a single figure.
  public var upper: Double?
  /// Id of the unit that `value` is in.
  public var unit: String
  public var period: Period
  public var kind: Kind
  public var comparator: Comparator
  public var scope: String
  /// The plan that wants it; nil for what happened.
  public var plan: String?
  public var citations: [Citation]
  /// Id of the statement that this one corrects.
  public var supersedes: String?
  public var note: Name?
  public var origin: Origin
}
