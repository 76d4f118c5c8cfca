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

  /// Its place among all cases.
  public var order: Int {
    switch self {
    case .planned: 0
    case .reserve: 1
    case .signed: 2
    case .started: 3
    case .underConstruction: 4
    case .commissioned: 5
    case .fullOutput: 6
    case .stalled: 7
    case .cancelled: 8
    }
  }

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

/// What the documents say about a project.
///
/// A class, because a dataset has very many, and lists of them are made, filtered and sorted; as nothing of it can be
/// changed, it is a value all the same.
public final class Project: Sendable {
  public let id: String
  public let name: Name
  public let aliases: [SourcedName]
  /// The project that this one is a phase of.
  public let parent: String?
  public let clusters: [String]
  public let enterprise: String?
  public let owner: Name?
  public let park: String?
  /// The box of a plan that lists it.
  public let box: Name?
  public let milestones: [Milestone]
  public let note: SourcedName?
  public let citations: [Citation]
  public let origin: Origin

  public init(
    id: String, name: Name, aliases: [SourcedName], parent: String? = nil, clusters: [String],
    enterprise: String? = nil, owner: Name? = nil, park: String? = nil, box: Name? = nil,
    milestones: [Milestone], note: SourcedName? = nil, citations: [Citation], origin: Origin
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.parent = parent
    self.clusters = clusters
    self.enterprise = enterprise
    self.owner = owner
    self.park = park
    self.box = box
    self.milestones = milestones
    self.note = note
    self.citations = citations
    self.origin = origin
  }
}

extension Project: Hashable {
  public static func == (left: Project, right: Project) -> Bool {
    left === right
      || left.id == right.id && left.name == right.name && left.aliases == right.aliases
        && left.parent == right.parent && left.clusters == right.clusters
        && left.enterprise == right.enterprise && left.owner == right.owner && left.park == right.park
        && left.box == right.box && left.milestones == right.milestones && left.note == right.note
        && left.citations == right.citations && left.origin == right.origin
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
