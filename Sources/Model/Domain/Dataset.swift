/// A record with an id.
public protocol Identified: Sendable {
  var id: String { get }
}

extension Source: Identified {}
extension Plan: Identified {}
extension Classification: Identified {}
extension Cluster: Identified {}
extension Indicator: Identified {}
extension Figure: Identified {}
extension Firm: Identified {}
extension Project: Identified {}
extension Organisation: Identified {}
extension Programme: Identified {}
extension Park: Identified {}
extension Strength: Identified {}
extension Measure: Identified {}
extension Conflict: Identified {}
extension Unit: Identified {}
extension Term: Identified {}
extension Stage: Identified {}

/// A record with a name and aliases.
package protocol Named: Identified {
  var name: Name { get }
  var aliases: [SourcedName] { get }
}

extension Named {
  /// The other names, without their documents.
  package var otherNames: [Name] { aliases.map(\.name) }
  /// The name, followed by the aliases.
  package var names: [Name] { [name] + otherNames }
}

extension Cluster: Named {}
extension Firm: Named {}
extension Project: Named {}
extension Organisation: Named {}
extension Park: Named {}

/// Records in file order, with lookup by id in constant time.
public struct Records<Element: Identified>: Sendable, RandomAccessCollection {
  @usableFromInline var elements: [Element]
  @usableFromInline var positions: [String: Int32]

  // The members below are inlinable and public, so that other targets specialise them.

  /// Indexes the records by id. If two records share an id, lookup finds the first; the loader rejects such data.
  @inlinable
  public init(_ elements: [Element]) {
    (self.elements, positions) = ([], [:])
    append(elements)
  }

  /// Adds records at the end; a record whose id is already taken is not found by it.
  @inlinable
  public mutating func append(_ more: [Element]) {
    positions.reserveCapacity(positions.count + more.count)
    var position = Int32(elements.count)
    for element in more {
      // One look-up: sets it where there is none.
      positions[element.id, default: position] += 0
      position += 1
    }
    if elements.isEmpty { elements = more } else { elements += more }
  }

  /// Returns the records in file order.
  @inlinable
  public func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
  /// The next position; not checked against the end.
  @inlinable
  public func index(after position: Int) -> Int { position + 1 }
  /// The previous position; not checked against the start.
  @inlinable
  public func index(before position: Int) -> Int { position - 1 }
  /// The positions of all records, from 0.
  @inlinable
  public var indices: Range<Int> { elements.indices }
  /// The number of records.
  @inlinable
  public var count: Int { elements.count }
  /// Always 0.
  @inlinable
  public var startIndex: Int { elements.startIndex }
  /// The position after the last record.
  @inlinable
  public var endIndex: Int { elements.endIndex }
  /// The record at a position, which must be among `indices`.
  @inlinable
  public subscript(position: Int) -> Element { elements[position] }

  /// The record with this id; nil if there is none.
  @inlinable
  public subscript(id: String) -> Element? { positions[id].map { elements[Int($0)] } }

  @inlinable
  init(_ elements: [Element], _ positions: [String: Int32]) {
    (self.elements, self.positions) = (elements, positions)
  }

  /// Returns the records, each replaced by the result of `change`, which must keep the id.
  @inlinable
  public func changed(_ change: (Element) -> Element) -> Records {
    Records(elements.map(change), positions)
  }

  /// Returns the position of a record in file order; nil if no record has the id.
  @inlinable
  public func position(of id: String) -> Int? { positions[id].map(Int.init) }
}

/// The content of a data directory for one district, exactly as written. Nothing is derived here.
package struct Dataset: Sendable {
  /// A yearly commitment: the target that sets it, and the data that shows whether it was met.
  package struct Commitment: Hashable, Sendable {
    /// The id of the indicator whose target is the commitment.
    package var indicator: String
    /// The stage that a listed project must reach to count; nil if the commitment names no stage.
    package var stage: Rung?
    /// The id of the indicator with the reported value of each year; nil if no document reports it.
    package var reported: String?
    /// How the reported value differs in definition from the commitment; nil if it does not.
    package var differs: Name?
    /// What has to be assumed for the reported value to have the definition of the commitment; nil if nothing.
    package var assumes: Name?

    /// Creates a commitment; without a stage or a reported indicator it cannot be compared with projects or reports.
    package init(
      indicator: String, stage: Rung? = nil, reported: String? = nil, differs: Name? = nil,
      assumes: Name? = nil
    ) {
      (self.indicator, self.stage, self.reported, self.differs, self.assumes) = (
        indicator, stage, reported, differs, assumes
      )
    }
  }

  /// A finding of a rule that the maintainer of the dataset has reviewed and accepted.
  package struct Acceptance: Hashable, Sendable {
    /// The id of the rule.
    package var rule: String
    /// The id of the record that the finding is about.
    package var about: String
    /// Why the data are correct, in both languages.
    package var reason: Name
    /// The location of the entry in `dataset.json`.
    package var origin: Origin

    /// Creates an acceptance of one finding.
    package init(rule: String, about: String, reason: Name, origin: Origin) {
      (self.rule, self.about, self.reason, self.origin) = (rule, about, reason, origin)
    }
  }

  /// The dataset's own metadata.
  package struct Info: Hashable, Sendable {
    /// The id of the dataset.
    package var id = ""
    /// The name of the dataset.
    package var name = Name(both: "")
    /// A name of a few characters, for narrow places.
    package var short = Name(both: "")
    /// Whether the district is invented, so that every screen names it.
    package var isInvented = false
    /// The id of the classification shown first.
    package var classification = ""
    /// The id of the indicator whose cluster values add up to the district.
    package var total = ""
    /// Ids of the indicators on the first page, in order.
    package var headlines: [String] = []
    /// The indicator that reports the number of projects on each rung.
    package var reported: [Rung: String] = [:]
    /// The yearly commitments, in file order.
    package var commitments: [Commitment] = []
    /// The criteria that choose among competing statements of a target, in order; the first that distinguishes them
    /// decides.
    package var precedence = PrecedenceCriterion.allCases
    /// The accepted findings of rules, in file order.
    package var accepted: [Acceptance] = []
    /// How the office of the district runs its month; nil if the dataset does not say, and then there are no lights.
    package var dispatch: DispatchRules?

    /// Creates the metadata of a dataset without a name, headlines or commitments.
    package init() {}
  }

  /// The name of the dataset and the content of the first page.
  package var info = Info()
  /// Units, scopes, categories, stages, rules and thresholds.
  package var vocabulary = Vocabulary()
  /// The units, in file order.
  package var units = Records<Unit>([])
  /// The stages of projects, in file order; a later one on a rung is further.
  package var stages = Records<Stage>([])
  /// The documents, in file order.
  package var sources = Records<Source>([])
  /// The plans, in file order.
  package var plans = Records<Plan>([])
  /// The classifications, in file order.
  package var classifications = Records<Classification>([])
  /// The clusters of all classifications, in file order.
  package var clusters = Records<Cluster>([])
  /// The indicators, in file order.
  package var indicators = Records<Indicator>([])
  /// All statements of figures, in file order.
  package var figures = Records<Figure>([])
  /// The firms, in file order.
  package var firms = Records<Firm>([])
  /// The projects and their parts, in file order.
  package var projects = Records<Project>([])
  /// The government units, in file order.
  package var organisations = Records<Organisation>([])
  /// The programmes of plans, in file order.
  package var programmes = Records<Programme>([])
  /// The parks, zones and facilities, in file order.
  package var parks = Records<Park>([])
  /// The strengths of the district, in file order.
  package var strengths = Records<Strength>([])
  /// The measures and mechanisms, in file order.
  package var measures = Records<Measure>([])
  /// The recorded conflicts, in file order.
  package var conflicts = Records<Conflict>([])
  /// The problems, in file order.
  package var problems = Records<Problem>([])
  /// The duties to report, in file order.
  package var duties = Records<Duty>([])
  /// The reports received, in file order.
  package var reports = Records<ReceivedReport>([])
  /// The statements about tasks and lights, in file order.
  package var statuses = Records<StatusEntry>([])
  /// The decisions of meetings, in file order.
  package var decisions = Records<Decision>([])
  /// Paths of the files that the dataset was read from; `Origin.file` is an index into them.
  package var files: [String] = []

  /// Creates an empty dataset.
  package init() {}
}

extension Dataset {
  /// Returns the names of the owner of a project, the shown one first: those of its firm, then its `owner`, which the
  /// data give for an owner that is not a firm. Empty if no document names one.
  package func ownerNames(of project: Project) -> [Name] {
    (project.firm.flatMap { firms[$0] }?.names ?? []) + [project.owner].compactMap(\.self)
  }
}

extension Dataset {
  /// Whether two subjects are one thing: the same record, or clusters that mean about the same in two classifications.
  package func areSame(_ one: Subject, _ other: Subject) -> Bool {
    guard one != other else { return true }
    guard one.kind == .cluster, other.kind == .cluster else { return false }
    return clusters[one.id]?.sameAs.contains(other.id) == true
      || clusters[other.id]?.sameAs.contains(one.id) == true
  }
}
