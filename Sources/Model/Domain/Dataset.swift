/// A record that is found by its id.
package protocol Identified: Sendable {
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

/// A record with other names beside its own.
package protocol Named: Identified {
  var name: Name { get }
  var aliases: [SourcedName] { get }
}

extension Named {
  package var otherNames: [Name] { aliases.map(\.name) }
  /// Its name, then the others.
  package var names: [Name] { [name] + otherNames }
}

extension Cluster: Named {}
extension Enterprise: Named {}
extension Project: Named {}
extension Organisation: Named {}
extension Park: Named {}

/// Records in the order of their files, also found by id in constant time.
package struct Records<Element: Identified>: Sendable, RandomAccessCollection {
  @usableFromInline var elements: [Element]
  @usableFromInline var positions: [String: Int32]

  // What follows is inlinable so that other targets specialise it: iterating through witnesses is a tenth of a start.

  /// Of two records with one id the first is found; the loader refuses such data.
  @inlinable
  package init(_ elements: [Element]) {
    (self.elements, positions) = ([], [:])
    append(elements)
  }

  /// Adds records at the end; a record whose id is already taken is not found by it.
  @inlinable
  package mutating func append(_ more: [Element]) {
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
  package func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }
  @inlinable
  package func index(after position: Int) -> Int { position + 1 }
  @inlinable
  package func index(before position: Int) -> Int { position - 1 }
  @inlinable
  package var indices: Range<Int> { elements.indices }
  @inlinable
  package var count: Int { elements.count }
  @inlinable
  package var startIndex: Int { elements.startIndex }
  @inlinable
  package var endIndex: Int { elements.endIndex }
  @inlinable
  package subscript(position: Int) -> Element { elements[position] }

  @inlinable
  package subscript(id: String) -> Element? { positions[id].map { elements[Int($0)] } }

  @inlinable
  init(_ elements: [Element], _ positions: [String: Int32]) {
    (self.elements, self.positions) = (elements, positions)
  }

  /// The same records, each as `change` returns it, which keeps its id.
  @inlinable
  package func changed(_ change: (Element) -> Element) -> Records {
    Records(elements.map(change), positions)
  }

  /// The position of a record in the order of the files.
  @inlinable
  package func position(of id: String) -> Int? { positions[id].map(Int.init) }
}

/// Everything that a directory of files says about a district, exactly as written; nothing is derived here.
package struct Dataset: Sendable {
  /// A yearly commitment: the target that sets it, and what tells whether it was met.
  package struct Commitment: Hashable, Sendable {
    /// The indicator whose target is the commitment.
    package var indicator: String
    /// The stage that listed projects must reach to be identified; nil where none is meant.
    package var stage: Rung?
    /// The indicator of what is reported for each year; nil where no document reports it.
    package var reported: String?
    /// Why what is reported is not of the definition of the commitment; nil where it is.
    package var differs: Name?

    package init(indicator: String, stage: Rung? = nil, reported: String? = nil, differs: Name? = nil) {
      (self.indicator, self.stage, self.reported, self.differs) = (indicator, stage, reported, differs)
    }
  }

  /// A finding of a rule that whoever keeps the dataset has looked at and leaves as it is.
  package struct Acceptance: Hashable, Sendable {
    /// The rule's id.
    package var rule: String
    /// The id of the record that the finding is about.
    package var about: String
    package var reason: Name
    package var origin: Origin

    package init(rule: String, about: String, reason: Name, origin: Origin) {
      (self.rule, self.about, self.reason, self.origin) = (rule, about, reason, origin)
    }
  }

  /// What the dataset says of itself.
  package struct Info: Hashable, Sendable {
    package var id = ""
    package var name = Name(both: "")
    package var short = Name(both: "")
    /// The classification that is shown first.
    package var classification = ""
    /// The indicator whose clusters add up to the district.
    package var total = ""
    /// The indicators of the first page, in order.
    package var headlines: [String] = []
    /// The indicators that report how many projects stand on a rung.
    package var reported: [Rung: String] = [:]
    package var commitments: [Commitment] = []
    /// What decides which of several statements of a target is shown: the first that tells them apart.
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
  /// Paths of the files it was read from, as `Origin.file` counts them.
  package var files: [String] = []

  /// A dataset that says nothing.
  package init() {}
}
