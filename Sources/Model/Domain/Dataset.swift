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
extension Enterprise: Identified {}
extension Project: Identified {}
extension Organisation: Identified {}
extension Programme: Identified {}
extension Park: Identified {}
extension Strength: Identified {}
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
  package var otherNames: [Name] { aliases.map(\.name) }
  /// The name, followed by the aliases.
  package var names: [Name] { [name] + otherNames }
}

extension Cluster: Named {}
extension Enterprise: Named {}
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

  @inlinable
  public func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
  @inlinable
  public func index(after position: Int) -> Int { position + 1 }
  @inlinable
  public func index(before position: Int) -> Int { position - 1 }
  @inlinable
  public var indices: Range<Int> { elements.indices }
  @inlinable
  public var count: Int { elements.count }
  @inlinable
  public var startIndex: Int { elements.startIndex }
  @inlinable
  public var endIndex: Int { elements.endIndex }
  @inlinable
  public subscript(position: Int) -> Element { elements[position] }

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

    package init(indicator: String, stage: Rung? = nil, reported: String? = nil, differs: Name? = nil) {
      (self.indicator, self.stage, self.reported, self.differs) = (indicator, stage, reported, differs)
    }
  }

  /// A finding of a rule that the maintainer of the dataset has reviewed and accepted.
  package struct Acceptance: Hashable, Sendable {
    /// The id of the rule.
    package var rule: String
    /// The id of the record that the finding is about.
    package var about: String
    package var reason: Name
    package var origin: Origin

    package init(rule: String, about: String, reason: Name, origin: Origin) {
      (self.rule, self.about, self.reason, self.origin) = (rule, about, reason, origin)
    }
  }

  /// The dataset's own metadata.
  package struct Info: Hashable, Sendable {
    package var id = ""
    package var name = Name(both: "")
    package var short = Name(both: "")
    /// The id of the classification shown first.
    package var classification = ""
    /// The id of the indicator whose cluster values add up to the district.
    package var total = ""
    /// Ids of the indicators on the first page, in order.
    package var headlines: [String] = []
    /// The indicator that reports the number of projects on each rung.
    package var reported: [Rung: String] = [:]
    package var commitments: [Commitment] = []
    /// The criteria that choose among competing statements of a target, in order; the first that distinguishes them
    /// decides.
    package var precedence = PrecedenceCriterion.allCases
    package var accepted: [Acceptance] = []

    package init() {}
  }

  package var info = Info()
  package var vocabulary = Vocabulary()
  package var units = Records<Unit>([])
  package var stages = Records<Stage>([])
  package var sources = Records<Source>([])
  package var plans = Records<Plan>([])
  package var classifications = Records<Classification>([])
  package var clusters = Records<Cluster>([])
  package var indicators = Records<Indicator>([])
  package var figures = Records<Figure>([])
  package var enterprises = Records<Enterprise>([])
  package var projects = Records<Project>([])
  package var organisations = Records<Organisation>([])
  package var programmes = Records<Programme>([])
  package var parks = Records<Park>([])
  package var strengths = Records<Strength>([])
  package var conflicts = Records<Conflict>([])
  /// Paths of the files that the dataset was read from; `Origin.file` is an index into them.
  package var files: [String] = []

  /// Creates an empty dataset.
  package init() {}
}
