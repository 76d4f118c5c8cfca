import Domain
import Figures
import Output
import Store
import Testing

/// What a record says on a day: the small dataset's documents are of 2021-03-01, 2023-01-31 and 2023-07-31.
struct KnownRecordsTests {
  private let beforeReport = "2023-01-30"
  private let onReport = "2023-01-31"

  /// The economy office with another name that the report gives it, and an everyday one.
  private func office() throws -> Fixture {
    try Fixture("small").replacing(
      "\"name\": {\"zh\": \"经信局\", \"en\": \"Economy Office\"},", in: "organisations.json",
      with: """
        "name": {"zh": "经信局", "en": "Economy Office"},
        "aliases": [{"zh": "产业局", "en": "Industry Office", "source": "report"}, {"zh": "工信办", "en": "Office"}],
        """)
  }

  private func names(of dataset: Dataset, on day: String) throws -> [String] {
    try #require(try Board(dataset, on: day).dataset.organisations["economy-office"]).names.map(\.zh)
  }

  // MARK: Names

  @Test func `another name is shown from the day its document is known, an everyday one always`() throws {
    let dataset = try office().dataset()
    #expect(try names(of: dataset, on: beforeReport) == ["经信局", "工信办"])
    #expect(try names(of: dataset, on: onReport) == ["经信局", "产业局", "工信办"])
  }

  @Test func `it is found by a search from that day`() throws {
    let dataset = try office().dataset()
    func found(_ query: String, on day: String) throws -> [String] {
      SearchIndex(try Board(dataset, on: day)).hits(for: query, limit: 9).filter { $0.kind == .organisation }
        .map(\.id)
    }
    #expect(try found("产业局", on: beforeReport) == [])
    #expect(try found("cyj", on: beforeReport) == [])
    #expect(try found("产业局", on: onReport) == ["economy-office"])
    #expect(try found("cyj", on: onReport) == ["economy-office"])
    #expect(try found("gxb", on: beforeReport) == ["economy-office"])
  }

  @Test func `a missing document is a fault`() throws {
    let fixture = try office().replacing(
      "\"source\": \"report\"}, {", in: "organisations.json", with: "\"source\": \"repor\"}, {")
    #expect(
      fixture.messages == [
        "organisations.json:6:68: error: no 'repor' among the sources; did you mean 'report'?"
      ])
  }

  @Test func `roles and remarks too`() throws {
    let dataset = try Fixture("small")
      .replacing(
        "{\"zh\": \"牵头企业\", \"en\": \"Lead firm\"}", in: "enterprises.json",
        with: "{\"zh\": \"牵头企业\", \"en\": \"Lead firm\", \"source\": \"report\"}"
      )
      .replacing(
        "\"kind\": \"park\",", in: "parks.json",
        with:
          "\"kind\": \"park\", \"note\": {\"zh\": \"扩建\", \"en\": \"enlarged\", \"source\": \"briefing\"},"
      )
      .dataset()
    func texts(on day: String) throws -> [String?] {
      let known = try Board(dataset, on: day).dataset
      return [known.firms["test-machinery"]?.role?.name.en, known.parks["east"]?.note?.name.en]
    }
    #expect(try texts(on: beforeReport) == [nil, nil])
    #expect(try texts(on: onReport) == ["Lead firm", nil])
    #expect(try texts(on: "2023-07-31") == ["Lead firm", "enlarged"])
  }

  // MARK: Citations

  /// The machinery cluster, which the report names once more, with a product that only the report prints.
  private func machinery() throws -> Dataset {
    try Fixture("small")
      .replacing(
        "\"citations\": [{\"source\": \"plan\", \"section\": \"二（一）\", \"line\": 8, \"printed\": \"机械产业\"}]",
        in: "clusters.json",
        with: """
          "citations": [{"source": "plan", "line": 8, "printed": "机械产业"},
          {"source": "report", "line": 3, "printed": "机械"}]
          """
      )
      .replacing(
        "\"products\": [\n", in: "clusters.json",
        with: """
          "products": [
          {"name": {"zh": "机床", "en": "Tools"}, "citations": [{"source": "report", "line": 3, "printed": "机床"}]},
          """
      )
      .dataset()
  }

  @Test func `a record cites the documents of the day only`() throws {
    let dataset = try machinery()
    func cluster(on day: String) throws -> Cluster {
      try #require(try Board(dataset, on: day).dataset.clusters["machinery"])
    }
    #expect(try cluster(on: beforeReport).citations.map(\.source) == ["plan"])
    #expect(try cluster(on: beforeReport).products.map(\.name.en) == ["Gears", "Engines"])
    #expect(try cluster(on: onReport).citations.map(\.source) == ["plan", "report"])
    #expect(try cluster(on: onReport).products.map(\.name.en) == ["Tools", "Gears", "Engines"])
  }

  @Test func `an adoption is known from the day of the first document that reports it`()
    throws
  {
    let adopted = """
      "baseline": "2020", "draft": true, "adopted": {"date": "2022-12", "citations": [
      {"source": "report", "line": 2, "printed": "印发"}, {"source": "briefing", "line": 1, "printed": "印发"}]}
      """
    let dataset = try Fixture("small").replacing("\"baseline\": \"2020\"", in: "plans.json", with: adopted)
      .dataset()
    func adoption(on day: String) throws -> Plan.Adoption? {
      try #require(try Board(dataset, on: day).dataset.plans["plan-2025"]).adopted
    }
    #expect(try adoption(on: beforeReport) == nil)
    #expect(try adoption(on: onReport)?.date.text == "2022-12")
    #expect(try adoption(on: onReport)?.citations.map(\.source) == ["report"])
    #expect(try adoption(on: "2023-07-31")?.citations.map(\.source) == ["report", "briefing"])
  }

  @Test func `lists cite and name what the day knows, also where they are read record by record`() throws {
    let dataset = try machinery()
    let rows = try RecordList(.clusters, of: Board(dataset, on: beforeReport)).objects.map(\.text)
    #expect(rows.contains { $0.range(of: "\"machinery\"") != nil })
    #expect(rows.allSatisfy { $0.range(of: "\"report\"") == nil && $0.range(of: "机床") == nil })
  }

  @Test func `no citation of the built-in data is shown before its day`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    for day in Board.steps(of: dataset).dropLast() {
      let board = Board(dataset, asOf: day)
      let known = Set(board.sources.map(\.id))
      let early = board.dataset.allCitations.filter { !known.contains($0.citation.source) }
      // What no document of the day names is not shown at all, and stays as it is.
      var unknown = Set(dataset.allCitations.filter { known.contains($0.citation.source) }.map(\.record))
      // A cluster is named by its own citations; that an item of it was printed before does not show it.
      unknown.subtract(dataset.clusters.filter { !board.isKnown($0.citations) }.map { "clusters \($0.id)" })
      #expect(
        early.filter { unknown.contains($0.record) && !$0.record.hasPrefix("conflicts ") }.map(\.record)
          == [],
        "\(day)")
      #expect(board.conflicts.flatMap(\.claimed).allSatisfy { known.contains($0.source) }, "\(day)")
      #expect(board.figures.allSatisfy { $0.citations.allSatisfy { known.contains($0.source) } })
      #expect(board.projects.allSatisfy { $0.project.citations.allSatisfy { known.contains($0.source) } })
    }
  }

  /// The place, the milestone and the name of a project of the report, which the briefing prints as well.
  @Test(arguments: ["2021年5月", "2022年6月27日", "牛奶厂"])
  func `what a later document prints again is cited from it only then`(printed: String) throws {
    let first = "{\"source\": \"report\", \"section\": \"二\", \"line\": 10, \"printed\": \"\(printed)\"}"
    let again = "{\"source\": \"briefing\", \"line\": 1, \"printed\": \"\(printed)\"}"
    let dataset = try Fixture("small").replacing(
      "[\(first)]", in: "projects.json", with: "[\(first), \(again)]"
    ).dataset()
    func sources(on day: String) throws -> [String] {
      try Board(dataset, on: day).dataset.allCitations
        .filter { $0.record == "projects dairy" && $0.citation.printed == printed }.map(\.citation.source)
    }
    #expect(try sources(on: onReport) == ["report"])
    #expect(try sources(on: "2023-07-31") == ["report", "briefing"])
  }

  @Test func `looking back to a day leaves out what is about a time that goes beyond it`() throws {
    let across = figureText("across", 90, "2022/2023", source: "briefing")
    let inside = figureText("inside", 90, "2021/2022", source: "briefing")
    let dataset = try Fixture("small").inserting(across, in: "figures.json")
      .inserting(inside, in: "figures.json").dataset()
    let board = Board(dataset, asOf: try day("2024-01-01"), through: try day("2022-12-31"))
    let ids = board.figures.map(\.id)
    #expect(!ids.contains("across") && ids.contains("inside") && ids.contains("district-output-2022"))
    #expect(ids.contains("district-output-2025"), "what a plan wants is never later")
  }

  // MARK: Tags

  @Test func `a cluster that a later document names is not a tag before`() throws {
    let later = """
      {"id": "machines", "classification": "industries", "kind": "cluster", "name": {"zh": "装备", "en": "Machines"},
      "citations": [{"source": "report", "line": 3, "printed": "机械"}]}
      """
    let dataset = try Fixture("small")
      .replacing(
        "\"kind\": \"cluster\",", in: "clusters.json",
        with: "\"kind\": \"cluster\", \"same_as\": [\"machines\"],"
      )
      .replacing(
        "\"clusters\": [\"machinery\"]", in: "projects.json",
        with: "\"clusters\": [\"machinery\", \"machines\"]"
      )
      .inserting(later, in: "clusters.json").dataset()
    func tags(on day: String) throws -> [[String]] {
      let board = try Board(dataset, on: day)
      let project = try #require(board.projects.first { $0.project.clusters.contains("machinery") })
      return [try #require(board.dataset.clusters["machinery"]).sameAs, project.project.clusters]
    }
    #expect(try tags(on: beforeReport) == [[], ["machinery"]])
    #expect(try tags(on: onReport) == [["machines"], ["machinery", "machines"]])
  }

  @Test func `a tag that a later document gives is not a change of the project`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let steps = Board.steps(of: dataset)
    let diff = BoardDiff(
      from: Board(dataset, asOf: try #require(steps.first)), to: Board(dataset, asOf: .distantFuture))
    // A base that a later document names anew has another name.
    let others = diff.changed.filter { $0.property != .expected && $0.property != .name }
    #expect(others.map(\.project.id) == [])
  }

  @Test func `a board of a later day is made of the complete data`() throws {
    let early = try Board(office().dataset(), on: beforeReport)
    #expect(try names(of: early.complete, on: onReport) == ["经信局", "产业局", "工信办"])
  }

  @Test func `with all documents known nothing is changed`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let board = Board(dataset, asOf: .distantFuture)
    #expect(Array(board.dataset.clusters) == Array(dataset.clusters))
    #expect(Array(board.dataset.figures) == Array(dataset.figures))
  }
}

extension Conflict {
  /// The citations of its claims.
  fileprivate var claimed: [Citation] {
    statements.flatMap { statement -> [Citation] in
      if case .claim(_, let citations) = statement { citations } else { [] }
    }
  }
}
