@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// Small boards to search in.
enum SearchSamples {
  static let citations = [Citation(source: "paper", section: "", line: 1, printed: "")]
  private static let origin = Origin(file: 0, line: 1, column: 1)

  static func project(
    _ id: String, _ name: Name, aliases: [Name] = [], code: String? = nil, owner: Name? = nil,
    citations: [Citation] = citations
  )
    -> Project
  {
    Project(
      id: id, name: name, aliases: aliases.map { SourcedName($0) }, code: code, clusters: [], owner: owner,
      milestones: [], citations: citations,
      origin: origin)
  }

  static func firm(_ id: String, _ name: Name) -> Firm {
    Firm(
      id: id, name: name, aliases: [], clusters: [], products: [], parks: [], citations: citations)
  }

  static func organisation(_ id: String, _ name: Name) -> Organisation {
    Organisation(id: id, name: name, aliases: [], citations: citations)
  }

  static func park(_ id: String, _ name: Name) -> Park {
    Park(id: id, name: name, aliases: [], kind: .park, clusters: [], citations: citations)
  }

  static func cluster(_ id: String, _ name: Name) -> Cluster {
    Cluster(
      id: id, classification: "", kind: .cluster, name: name, aliases: [], sameAs: [], products: [],
      directions: [], chain: [], firms: [], parks: [], isDamaged: false, citations: citations)
  }

  /// A dataset with one document, which all of the records above cite.
  static func dataset(_ projects: [Project] = []) -> Dataset {
    var dataset = Dataset()
    dataset.sources = Records([
      Source(
        id: "paper", title: Name(both: "-"), short: Name(both: "-"), issuer: Name(both: ""), number: "",
        date: PartialDate(.first(ofYear: 2022)), kind: .plan, file: "paper.txt")
    ])
    dataset.projects = Records(projects)
    return dataset
  }

  static func index(_ dataset: Dataset) -> SearchIndex {
    SearchIndex(Board(dataset, asOf: .first(ofYear: 2023)))
  }

  /// The Chinese names as projects, each its own id.
  static func index(named names: [String]) -> SearchIndex {
    index(dataset(names.map { project($0, Name(zh: $0, en: "")) }))
  }

  static func builtIn(asOf day: Day = .distantFuture) throws -> SearchIndex {
    SearchIndex(Board(try DatasetLoader.builtIn().dataset, asOf: day))
  }
}

extension SearchIndex {
  func ids(_ query: String) -> [String] { hits(for: query, limit: 1000).map(\.id) }
}
