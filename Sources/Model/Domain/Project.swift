/// The common ladder that every dataset's own stages stand on, in the order a project climbs it.
package enum Rung: String, CaseIterable, Sendable, Comparable {
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
  package static let ladder: [Rung] = allCases.filter { $0 < .stalled }

  package var name: Name {
    switch self {
    case .planned: Name(zh: "谋划", en: "Planned")
    case .reserve: Name(zh: "储备", en: "In reserve")
    case .signed: Name(zh: "签约", en: "Signed")
    case .started: Name(zh: "开工", en: "Started")
    case .underConstruction: Name(zh: "在建", en: "Under construction")
    case .commissioned: Name(zh: "投产", en: "In operation")
    case .fullOutput: Name(zh: "达产", en: "At full output")
    case .stalled: Name(zh: "停工停产", en: "Halted")
    case .cancelled: Name(zh: "取消", en: "Cancelled")
    }
  }

  /// Its place among all cases.
  package var order: Int {
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

  package static func < (left: Rung, right: Rung) -> Bool { left.order < right.order }
}

/// A stage of a dataset's own vocabulary.
package struct Stage: Hashable, Sendable {
  package var id: String
  package var name: Name
  package var ladder: Rung

  package init(id: String, name: Name, ladder: Rung) {
    (self.id, self.name, self.ladder) = (id, name, ladder)
  }
}

/// One statement about a project over time: a stage, when, and who says so.
package struct Milestone: Hashable, Sendable {
  package var stage: String
  package var date: PartialDate
  /// A plan's intention, never reached by itself.
  package var isExpected: Bool
  package var note: Name?
  package var citations: [Citation]
  package var origin = Origin.unknown

  package init(
    stage: String, date: PartialDate, isExpected: Bool, note: Name? = nil, citations: [Citation],
    origin: Origin = Origin.unknown
  ) {
    (self.stage, self.date, self.isExpected, self.note, self.citations, self.origin) = (
      stage, date, isExpected, note, citations, origin
    )
  }

  /// Its date for people: of what was reached and of what is expected in different words.
  package func dateLabel(_ language: Language) -> String {
    isExpected ? date.label(language) : date.pastLabel(language)
  }
}

/// What the documents say about a project.
///
/// A class, because a dataset has very many, and lists of them are made, filtered and sorted; as nothing of it can be
/// changed, it is a value all the same.
package final class Project: Sendable {
  /// What an entry of a plan is: not every one is something that gets built.
  package enum Nature: String, CaseIterable, Sendable {
    /// A named undertaking at a place or of a builder that can be completed.
    case project
    /// Products that a plan wants to attract or to have made.
    case productLine = "product-line"
    /// A scheme or mechanism of a plan.
    case programme
  }

  /// How it is related to others. Few projects are: the others hold one empty word for it.
  private struct Relation: Hashable {
    var parent: String?
    var sameAs: String?
    var reason: Name?
    var twins: [Project] = []

    var isEmpty: Bool { self == Relation() }
  }

  package let id: String
  package let name: Name
  package let aliases: [SourcedName]
  package let nature: Nature
  package let clusters: [String]
  package let enterprise: String?
  package let owner: Name?
  package let park: String?
  /// The box of a plan that lists it.
  package let box: Name?
  package let milestones: [Milestone]
  package let note: SourcedName?
  package let citations: [Citation]
  package let origin: Origin
  private let relation: Box<Relation>?

  /// The project that this one is a phase or a part of: it is counted with it and not beside it.
  package var parent: String? { relation?.value.parent }
  /// The project that this one is, under another name: it is never listed or counted by itself.
  package var sameAs: String? { relation?.value.sameAs }
  /// Why it is a part of another project, or the same.
  package var reason: Name? { relation?.value.reason }
  /// The records that are the same project, as far as they were taken into this one; see ``merged(id:_:)``.
  package var twins: [Project] { relation?.value.twins ?? [] }
  /// Its id, then those of the records that are the same.
  package var ids: [String] { [id] + twins.map(\.id) }

  package convenience init(
    id: String, name: Name, aliases: [SourcedName], parent: String? = nil, sameAs: String? = nil,
    reason: Name? = nil,
    nature: Nature = .project, clusters: [String], enterprise: String? = nil, owner: Name? = nil,
    park: String? = nil, box: Name? = nil, milestones: [Milestone], note: SourcedName? = nil,
    citations: [Citation],
    origin: Origin
  ) {
    self.init(
      id, name, aliases, Relation(parent: parent, sameAs: sameAs, reason: reason), nature, clusters,
      enterprise,
      owner, park, box, milestones, note, citations, origin)
  }

  private init(
    _ id: String, _ name: Name, _ aliases: [SourcedName], _ relation: Relation, _ nature: Nature,
    _ clusters: [String],
    _ enterprise: String?, _ owner: Name?, _ park: String?, _ box: Name?, _ milestones: [Milestone],
    _ note: SourcedName?, _ citations: [Citation], _ origin: Origin
  ) {
    (self.id, self.name, self.aliases, self.nature) = (id, name, aliases, nature)
    (self.clusters, self.enterprise, self.owner, self.park) = (clusters, enterprise, owner, park)
    (self.box, self.milestones, self.note) = (box, milestones, note)
    (self.citations, self.origin) = (citations, origin)
    self.relation = relation.isEmpty ? nil : Box(relation)
  }

  /// The same project with other tags and texts; its relations to other projects stay, but for `twins`.
  package func replacing(
    aliases: [SourcedName], clusters: [String], enterprise: String?, park: String?, milestones: [Milestone],
    note: SourcedName?, citations: [Citation], twins: [Project]
  ) -> Project {
    var relation = relation?.value ?? Relation()
    relation.twins = twins
    return Project(
      id, name, aliases, relation, nature, clusters, enterprise, owner, park, box, milestones, note,
      citations,
      origin)
  }

  /// One project of all records that are the same.
  ///
  /// Names of the other records are aliases of it; milestones, clusters, notes and citations are those of all. Of what a
  /// project has once, the first record that has it counts.
  ///
  /// - Parameters:
  ///   - target: the record that the others name as `same_as`; the result has its id and place.
  ///   - records: those that are known, the target first if it is; nil is returned for none.
  package static func merged(_ target: Project, _ records: [Project]) -> Project? {
    guard let first = records.first else { return nil }
    if records.count == 1, first.id == target.id { return first }
    let names = records.flatMap { [SourcedName($0.name)] + $0.aliases }.dropFirst()
    let parent = records.lazy.compactMap(\.parent).first
    let relation = Relation(
      parent: parent, reason: target.parent == nil ? nil : target.reason,
      twins: records.filter { $0.id != target.id })
    return Project(
      target.id, first.name, distinct(names.filter { $0.name != first.name }), relation, first.nature,
      distinct(records.flatMap(\.clusters)), records.lazy.compactMap(\.enterprise).first,
      records.lazy.compactMap(\.owner).first, records.lazy.compactMap(\.park).first,
      records.lazy.compactMap(\.box).first, records.flatMap(\.milestones),
      joined(distinct(records.compactMap(\.note))), distinct(records.flatMap(\.citations)), target.origin)
  }

  private static func joined(_ notes: [SourcedName]) -> SourcedName? {
    guard notes.count > 1 else { return notes.first }
    let names = notes.map(\.name)
    return SourcedName(
      Name(
        zh: names.map(\.zh).joined(separator: "；"), en: names.map(\.en).joined(separator: "; ")))
  }

  private static func distinct<Element: Hashable>(_ elements: some Sequence<Element>) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}

extension Project: Hashable {
  package static func == (left: Project, right: Project) -> Bool {
    left === right
      || left.id == right.id && left.name == right.name && left.aliases == right.aliases
        && left.relation?.value == right.relation?.value && left.nature == right.nature
        && left.clusters == right.clusters && left.enterprise == right.enterprise && left.owner == right.owner
        && left.park == right.park && left.box == right.box && left.milestones == right.milestones
        && left.note == right.note && left.citations == right.citations && left.origin == right.origin
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
