/// A record that is found by its id.
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

/// A record with other names beside its own.
public protocol Named: Identified {
  var name: Name { get }
  var aliases: [SourcedName] { get }
}

extension Named {
  public var otherNames: [Name] { aliases.map(\.name) }
  /// Its name, then the others.
  public var names: [Name] { [name] + otherNames }
}

extension Cluster: Named {}
extension Enterprise: Named {}
extension Project: Named {}
extension Organisation: Named {}
extension Park: Named {}

/// Records in the order of their files, also found by id in constant time.
public struct Table<Element: Identified>: Sendable, RandomAccessCollection {
  private let elements: [Element]
  private let positions: [String: Int32]

  /// Of two records with one id the first is found; the loader refuses such data.
  public init(_ elements: [Element]) {
    self.elements = elements
    var positions: [String: Int32] = [:]
    positions.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated().reversed() { positions[element.id] = Int32(position) }
    self.positions = positions
  }

  public var startIndex: Int { elements.startIndex }
  public var endIndex: Int { elements.endIndex }
  public subscript(position: Int) -> Element { elements[position] }

  public subscript(id: String) -> Element? { positions[id].map { elements[Int($0)] } }

  private init(_ elements: [Element], _ positions: [String: Int32]) {
    (self.elements, self.positions) = (elements, positions)
  }

  /// The same records, each as `change` returns it, which keeps its id.
  func changed(_ change: (Element) -> Element) -> Table {
    Table(elements.map(change), positions)
  }

  /// The position of a record in the order of the files.
  public func position(of id: String) -> Int? { positions[id].map(Int.init) }
}

/// Everything that a directory of files says about a district, exactly as written; nothing is derived here.
public struct Dataset: Sendable {
  /// A yearly commitment: the target that sets it, and what tells whether it was met.
  public struct Commitment: Hashable, Sendable {
    /// The indicator whose target is the commitment.
    public var indicator: String
    /// The stage that listed projects must reach to be identified; nil where none is meant.
    public var stage: Rung?
    /// The indicator of what is reported for each year; nil where no document reports it.
    public var reported: String?
    /// Why what is reported is not of the definition of the commitment; nil where it is.
    public var differs: Name?
  }

  /// A finding of a rule that whoever keeps the dataset has looked at and leaves as it is.
  public struct Acceptance: Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// The id of the record that the finding is about.
    public var about: String
    public var reason: Name
    public var origin: Origin
  }

  /// What the dataset says of itself.
  public struct Info: Hashable, Sendable {
    public var id = ""
    public var name = Name(both: "")
    public var short = Name(both: "")
    /// The classification that is shown first.
    public var classification = ""
    /// The indicator whose clusters add up to the district.
    public var total = ""
    /// The indicators of the first page, in order.
    public var headlines: [String] = []
    /// The indicators that report how many projects stand on a rung.
    public var reported: [Rung: String] = [:]
    public var commitments: [Commitment] = []
    /// What decides which of several statements of a target is shown: the first that tells them apart.
    public var precedence = PrecedenceCriterion.allCases
    public var accepted: [Acceptance] = []
  }

  public var info = Info()
  public var vocabulary = Vocabulary()
  public var units = Table<Unit>([])
  public var stages = Table<Stage>([])
  public var sources = Table<Source>([])
  public var plans = Table<Plan>([])
  public var classifications = Table<Classification>([])
  public var clusters = Table<Cluster>([])
  public var indicators = Table<Indicator>([])
  public var figures = Table<Figure>([])
  public var enterprises = Table<Enterprise>([])
  public var projects = Table<Project>([])
  public var organisations = Table<Organisation>([])
  public var programmes = Table<Programme>([])
  public var parks = Table<Park>([])
  public var strengths = Table<Strength>([])
  public var conflicts = Table<Conflict>([])
  /// Paths of the files it was read from, as `Origin.file` counts them.
  public var files: [String] = []

  /// A dataset that says nothing.
  public init() {}
}
