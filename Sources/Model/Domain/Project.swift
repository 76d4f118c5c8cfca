/// The common ladder that the stages of every dataset map to, in the order of a project's progress.
package enum Rung: String, CaseIterable, Sendable, Comparable {
  case planned
  case reserve
  case signed
  case started
  case underConstruction = "under-construction"
  case commissioned
  case fullOutput = "full-output"
  // Off the ladder:
  case stalled
  case cancelled

  /// The rungs on the ladder, in order; excludes those off it.
  package static let ladder: [Rung] = allCases.filter { $0 < .stalled }

  /// The name on the screen, in both languages.
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

  /// The position among all cases, from 0.
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

  /// Whether the left rung comes first in ``order``, where stalled and cancelled are last.
  package static func < (left: Rung, right: Rung) -> Bool { left.order < right.order }
}

/// A stage of the dataset's vocabulary, mapped to a rung.
package struct Stage: Hashable, Sendable {
  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String
  /// The name of the stage in this dataset.
  package var name: Name
  /// The rung of the common ladder.
  package var ladder: Rung

  /// Creates a stage of the data's vocabulary on a rung of the common ladder.
  package init(id: String, name: Name, ladder: Rung) {
    (self.id, self.name, self.ladder) = (id, name, ladder)
  }
}

/// One dated statement about a project: a stage, a date and the citations.
package struct Milestone: Hashable, Sendable {
  /// The id of the stage.
  package var stage: String
  /// The date as printed; unknown if none is printed.
  package var date: PartialDate
  /// Whether the stage is a plan's intention; an intention never counts as reached by itself.
  package var isExpected: Bool
  /// Whether the stage is inferred from the wording, because no document reports it in so many words.
  package var isInferred: Bool
  /// A remark for readers; nil if there is none.
  package var note: Name?
  /// The places where documents print it, in file order.
  package var citations: [Citation]
  /// The location in the file that it was read from.
  package var origin = Origin.unknown

  /// Creates a milestone; `date` may be unknown, `isExpected` marks an intention, `isInferred` a stage read from the
  /// wording.
  package init(
    stage: String, date: PartialDate, isExpected: Bool, isInferred: Bool = false, note: Name? = nil,
    citations: [Citation], origin: Origin = Origin.unknown
  ) {
    (self.stage, self.date, self.isExpected, self.isInferred, self.note, self.citations, self.origin) = (
      stage, date, isExpected, isInferred, note, citations, origin
    )
  }

  /// Returns the date for display, worded differently for a reached and an expected stage.
  package func dateLabel(_ language: Language) -> String {
    isExpected ? date.label(language) : date.pastLabel(language)
  }
}

/// The documents' statements about a project.
///
/// A class, because a dataset has very many projects, and lists of them are created, filtered and sorted. It is
/// immutable, and therefore still a value.
package final class Project: Sendable {
  /// The nature of a plan's entry: not every entry is something to build.
  package enum Nature: String, CaseIterable, Sendable {
    /// A named undertaking that can be completed, with a place or a builder.
    case project
    /// Products that a plan wants to attract or have made.
    case productLine = "product-line"
    /// A scheme or mechanism of a plan.
    case programme
  }

  /// Relations to other projects. Few projects have any; the others store one empty word.
  private struct Relation: Equatable {
    var parent: String?
    var sameAs: String?
    var reason: Name?
    var duplicates: [Project] = []
  }

  private struct Contents: Equatable {
    var id: String
    var name: Name
    var aliases: [SourcedName]
    var code: String?
    var nature: Nature
    var clusters: [String]
    var firm: String?
    var owner: Name?
    var park: String?
    var box: Name?
    var milestones: [Milestone]
    var note: SourcedName?
    var citations: [Citation]
    var origin: Origin
    @Boxed var relation: Relation?

    mutating func relate(_ change: (inout Relation) -> Void) {
      var relation = relation ?? Relation()
      change(&relation)
      self.relation = relation == Relation() ? nil : relation
    }
  }

  private let contents: Contents

  /// Creates a project as a file has it, without duplicates; ids of other records are not resolved.
  package init(
    id: String, name: Name, aliases: [SourcedName], code: String? = nil, parent: String? = nil,
    sameAs: String? = nil, reason: Name? = nil, nature: Nature = .project, clusters: [String],
    firm: String? = nil, owner: Name? = nil, park: String? = nil, box: Name? = nil,
    milestones: [Milestone], note: SourcedName? = nil, citations: [Citation], origin: Origin
  ) {
    var contents = Contents(
      id: id, name: name, aliases: aliases, code: code, nature: nature, clusters: clusters,
      firm: firm, owner: owner, park: park, box: box, milestones: milestones, note: note,
      citations: citations, origin: origin, relation: nil)
    contents.relate { ($0.parent, $0.sameAs, $0.reason) = (parent, sameAs, reason) }
    self.contents = contents
  }

  private init(_ contents: Contents) { self.contents = contents }

  /// The id: lowercase letters, digits and hyphens, unique within its kind.
  package var id: String { contents.id }
  /// The name in the document that first names it.
  package var name: Name { contents.name }
  /// Other names, each optionally with the document that prints it.
  package var aliases: [SourcedName] { contents.aliases }
  /// Its number in the register of an authority; nil if no document prints one.
  package var code: String? { contents.code }
  /// Whether it is a project, a product line or a programme of a plan.
  package var nature: Nature { contents.nature }
  /// The ids of the clusters that it belongs to.
  package var clusters: [String] { contents.clusters }
  /// The id of the firm that carries it out; nil if it is unknown or not a firm of the data.
  package var firm: String? { contents.firm }
  /// The owner, if that is not a firm of the data.
  package var owner: Name? { contents.owner }
  /// The id of its park; nil if its location is unknown.
  package var park: String? { contents.park }
  /// The box of the plan in which it is listed.
  package var box: Name? { contents.box }
  /// The reported and expected stages, in file order.
  package var milestones: [Milestone] { contents.milestones }
  /// A remark for readers; nil if there is none.
  package var note: SourcedName? { contents.note }
  /// The places where documents print it, in file order.
  package var citations: [Citation] { contents.citations }
  /// The location in the file that it was read from.
  package var origin: Origin { contents.origin }
  /// The id of the project that this one is a phase or part of. It is counted with that project, not separately.
  package var parent: String? { contents.relation?.parent }
  /// The id of the project that this record names differently. Such a record is never listed or counted by itself.
  package var sameAs: String? { contents.relation?.sameAs }
  /// Why it is a part of another project, or the same project.
  package var reason: Name? { contents.relation?.reason }
  /// The records of the same project that were merged into this one; see ``merged(_:_:)``.
  package var duplicates: [Project] { contents.relation?.duplicates ?? [] }
  /// Its id, followed by the ids of its duplicates.
  package var ids: [String] { [id] + duplicates.map(\.id) }

  /// Returns the project with other tags and texts. Its relations to other projects are unchanged, except `duplicates`.
  package func replacing(
    aliases: [SourcedName], clusters: [String], firm: String?, park: String?, milestones: [Milestone],
    note: SourcedName?, citations: [Citation], duplicates: [Project]
  ) -> Project {
    var contents = contents
    (contents.aliases, contents.clusters, contents.firm) = (aliases, clusters, firm)
    (contents.park, contents.milestones, contents.note) = (park, milestones, note)
    contents.citations = citations
    contents.relate { $0.duplicates = duplicates }
    return Project(contents)
  }

  /// Merges all records of the same project into one.
  ///
  /// The names of the other records become aliases. Milestones, clusters, notes and citations are those of all records.
  /// A property with a single value comes from the first record that has it.
  ///
  /// - Parameters:
  ///   - target: the record that the others name in `same_as`; the result has its id and position.
  ///   - records: the known records, the target first if it is known; nil is returned if there are none.
  package static func merged(_ target: Project, _ records: [Project]) -> Project? {
    guard let first = records.first else { return nil }
    if records.count == 1, first.id == target.id { return first }
    let names = records.flatMap { [SourcedName($0.name)] + $0.aliases }.dropFirst()
    var contents = first.contents
    contents.id = target.id
    contents.aliases = distinct(names.filter { $0.name != first.name })
    contents.code = records.lazy.compactMap(\.code).first
    contents.clusters = distinct(records.flatMap(\.clusters))
    contents.firm = records.lazy.compactMap(\.firm).first
    contents.owner = records.lazy.compactMap(\.owner).first
    contents.park = records.lazy.compactMap(\.park).first
    contents.box = records.lazy.compactMap(\.box).first
    contents.milestones = records.flatMap(\.milestones)
    contents.note = joined(distinct(records.compactMap(\.note)))
    contents.citations = distinct(records.flatMap(\.citations))
    contents.origin = target.origin
    let part = records.first { $0.parent != nil }
    contents.relate {
      $0.parent = part?.parent
      $0.sameAs = nil
      $0.reason = part?.reason
      $0.duplicates = records.filter { $0.id != target.id }
    }
    return Project(contents)
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
  /// Compares all properties, also of the merged records.
  package static func == (left: Project, right: Project) -> Bool {
    left === right || left.contents == right.contents
  }

  /// Hashes the id, which is unique in a dataset.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
