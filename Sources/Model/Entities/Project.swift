/// The common ladder that every dataset's own stages stand on, in the order a project climbs it.
public enum Rung: String, CaseIterable, Sendable, Comparable {
  case planned
  case reserve
  case signed
  case started
  case underConstruction = "under-construction"
  case commissioned
  case fullOutput = "full-output"
  // Beside the ladder:
  case stalled
  case cancelled

  /// The rungs that are climbed, without those beside the ladder.
  public static let ladder: [Rung] = allCases.filter { $0 < .stalled }

  public var order: Int { Rung.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Rung, right: Rung) -> Bool { left.order < right.order }
}

/// A stage of a dataset's own vocabulary.
public struct Stage: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var ladder: Rung
}

/// One statement about a project over time: a stage, when, and who says so.
public struct Milestone: Hashable, Sendable {
  public var stage: String
  public var date: PartialDate
  /// A plan's intention, never reached by itself.
  public var isExpected: Bool
  public var note: Name?
  public var citations: [Citation]
  public var origin = Origin.unknown

  /// Its date for people: of what was reached and of what is expected in different words.
  public func dateLabel(_ language: Language) -> String {
    isExpected ? date.label(language) : date.pastLabel(language)
  }
}

public struct Project: Hashable, Sendable {
  public var id: String
  public var name: Name
  public var aliases: [Name]
  /// The project that this one is a phase of.
  public var parent: String?
  public var clusters: [String]
  public var enterprise: String?
  public var owner: Name?
  public var park: String?
  /// The box of a plan that lists it.
  public var box: Name?
  public var milestones: [Milestone]
  public var note: Name?
  public var citations: [Citation]
  public var origin: Origin
}
