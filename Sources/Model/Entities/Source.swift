/// A document that figures come from.
public struct Source: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case plan
    case draft
    case newspaper
    case pressConference = "press-conference"
  }

  public var id: String
  public var title: Name
  public var short: Name
  public var issuer: Name
  /// Document number as printed; empty when there is none.
  public var number: String
  public var date: PartialDate
  /// How the date was inferred, where it is not printed.
  public var dateNote: Name?
  public var kind: Kind
  /// File name of the plain-text copy.
  public var file: String
  /// First and last line of the document in its copy; nil when it is the whole.
  public var lines: ClosedRange<Int>?

  /// The day from which its content counts as known: the last day its date can mean.
  public var knownOn: Day { date.latest }
}

/// What decides which of several statements of a target is shown.
public enum PrecedenceCriterion: String, CaseIterable, Sendable {
  /// A target that is adopted comes before one that only a draft for comments prints.
  case adoptedOverDraft = "adopted-over-draft"
  /// Of two plans the one whose document is newer.
  case newerDocument = "newer-document"
  /// Of two statements of one plan's target the one that its own document prints.
  case ownDocument = "own-document"
}

/// A plan that sets targets.
public struct Plan: Hashable, Sendable {
  /// When a plan is reported as adopted, and where.
  public struct Adoption: Hashable, Sendable {
    public var date: PartialDate
    public var citations: [Citation]
  }

  public var id: String
  public var name: Name
  public var short: Name
  public var source: String
  public var start: Day
  public var end: Day
  /// The year that progress is measured from; nil when the plan prints none.
  public var baseline: Period?
  /// Its short name beside a number that only its draft prints.
  var shortAsDraft: Name { Name(zh: short.zh + "（稿）", en: short.en + " (draft)") }

  /// Whether its document is a draft for comments.
  public var isDraft = false
  public var adopted: Adoption?
  public var note: Name?
}
