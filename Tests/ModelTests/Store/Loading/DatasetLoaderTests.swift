import Domain
import Store
import Testing

struct DatasetLoaderTests {
  @Test(arguments: ["small", "gas-conversion", "qianjiang"])
  func `the datasets load without a warning`(name: String) throws {
    let loaded = try DatasetLoader.load(directory: Repository.path("fixtures/\(name)"))
    #expect(loaded.warnings.map { $0.message(.en) } == [])
    #expect(!loaded.dataset.figures.isEmpty && !loaded.dataset.projects.isEmpty)
  }

  @Test func `records are counted and found by id`() throws {
    let dataset = try Fixture("small").dataset()
    #expect(dataset.info.id == "testshire")
    #expect(dataset.figures.count == 27)
    #expect(dataset.projects.map(\.id) == ["gear-works", "engine-works", "bakery", "dairy", "cannery"])
    #expect(dataset.sources["report"]?.date.text == "2023-01")
    #expect(dataset.sources["nobody"] == nil)
    #expect(dataset.info.reported == [.started: "projects-started"])
    #expect(dataset.info.commitments.map(\.indicator) == ["commitment-starts"])
  }

  @Test func `every value of a figure is read`() throws {
    let figure = try #require(try Fixture("small").dataset().figures["energy-2025"])
    #expect(figure.subject == .district)
    #expect(figure.value == 0.5 && figure.upper == nil && figure.unit == "吨标煤/万元")
    #expect(figure.period.text == "2025" && figure.kind == .target && figure.comparator == .atMost)
    #expect(figure.scope == "district" && figure.plan == "plan-2025" && figure.supersedes == nil)
    #expect(
      figure.citations == [Citation(source: "plan", section: "一", line: 5, printed: "0.5吨标煤/万元以下")])
    #expect(figure.origin.line == 222 && figure.origin.column == 3)
  }

  @Test func `a kind may be in several files`() throws {
    let fixture = try Fixture("small")
    let entry = """
      {"figures": [{"id": "more", "subject": "district", "indicator": "distance", "value": 1, "unit": "公里",
      "period": "2023", "kind": "cumulative", "comparator": "≈", "scope": "district",
      "citations": [{"source": "briefing", "line": 6, "printed": "10公里"}]}]}
      """
    let dataset = try fixture.setting("figures-2023-01.json", to: entry).dataset()
    #expect(dataset.figures.count == 28)
    #expect(dataset.figures["more"]?.comparator == .about)
    #expect(dataset.figures["district-output-2020"] != nil)
  }

  @Test func `a file of an unknown kind is left out with a warning`() throws {
    let fixture = try Fixture("small").setting("figure.json", to: "no JSON at all")
    let loaded = try fixture.load()
    #expect(loaded.warnings.map(\.severity) == [.warning])
    #expect(
      fixture.messages.first?.hasPrefix("figure.json: warning: unknown kind of file 'figure', not read")
        == true)
  }

  @Test(arguments: ["dataset.json", "vocabulary.json", "sources.json"])
  func `a missing required value is one fault`(file: String) throws {
    #expect(try Fixture("small").removing(file).messages == ["data: error: \(file) is missing"])
  }

  @Test(
    arguments: [
      "sources.json", "plans.json", "classifications.json", "clusters.json", "indicators.json",
      "figures.json",
      "enterprises.json", "projects.json", "organisations.json", "programmes.json", "parks.json",
      "vocabulary.json",
    ])
  func `references to an unreadable file are not additional faults`(file: String) throws {
    let kind = file.prefix { $0 != "." }
    #expect(
      try Fixture("small").setting(file, to: "{").messages
        == [
          "\(file):1:2: error: not valid JSON: found the end of the file; expected a key in quotation marks"
        ])
    #expect(
      try Fixture("small").setting(file, to: "{}").messages
        == ["\(file):1:1: error: '\(kind)' is missing in this entry of \(kind)"])
    #expect(
      try Fixture("small").setting(file, to: "[]").messages
        == ["\(file):1:1: error: '\(kind)' is an array; expected an object"])
    #expect(
      try Fixture("small").setting(file, to: "{\"\(kind)\": 1}").messages.first
        == "\(file):1:\(kind.count + 6): error: '\(kind)' is a number; "
        + (kind == "vocabulary" ? "expected an object" : "expected an array"))
  }

  @Test func `faults are in the order of files and lines`() throws {
    let fixture = try Fixture("small")
      .replacing("\"district-output-2021\"", in: "figures.json", with: "\"District\"")
      .replacing("\"value\": 100", in: "figures.json", with: "\"value\": \"100\"")
      .replacing("\"start\": \"2021-01-01\"", in: "plans.json", with: "\"start\": \"2021\"")
      .replacing("\"south-group\"", in: "projects.json", with: "\"south-grop\"")
    #expect(
      fixture.messages == [
        "figures.json:7:13: error: 'value' is a string; expected a number",
        "figures.json:16:10: error: invalid id 'District'; use small letters, digits and -",
        "plans.json:8:13: error: 'start' is '2021'; expected a date such as 2022-06-27",
        "projects.json:60:12: error: no 'south-grop' among the parks; did you mean 'south-group'?",
      ])
  }

  @Test func `an unknown key is not a fault`() throws {
    let fixture = try Fixture("small").replacing(
      "\"baseline\": \"2020\"", in: "plans.json", with: "\"baseline\": \"2020\", \"nots\": {}")
    #expect(try fixture.load().warnings.count == 1)
    #expect(
      fixture.messages == [
        "plans.json:10:24: warning: unknown key 'nots' in plans is ignored; did you mean 'note'?"
      ])
  }

  @Test func `a repeated key is one fault, in a large object too`() throws {
    let many = (0..<200).map { "\"k\($0)\": 0" }.joined(separator: ", ")
    let fixture = try Fixture("small").replacing(
      "\"baseline\": \"2020\"", in: "plans.json", with: "\"baseline\": \"2020\", \"baseline\": \"2021\"")
    #expect(fixture.messages == ["plans.json:10:24: error: duplicate key 'baseline'"])
    let large = try Fixture("small")
      .replacing(
        "\"baseline\": \"2020\"", in: "plans.json",
        with: "\"baseline\": \"2020\", \(many), \"k199\": 1, \"baseline\": \"2021\"")
    let errors = large.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.fault) == [.duplicateKey("k199"), .duplicateKey("baseline")])
    #expect(large.diagnostics.count == 202)
  }

  @Test func `a file of invalid JSON reports no other fault`() throws {
    let fixture = try Fixture("small").setting(
      "projects-a.json",
      to: """
        {"projects": [
        {"id": "bakery", "name": {}, "nots": 1, "parent": "nobody", "milestones": [], "citations": 5},
        {"name": {"zh": "厂", "en": "works"}},
        {"id": }
        """)
    #expect(
      fixture.messages == [
        "projects-a.json:4:8: error: not valid JSON: found '}'; expected a value"
      ])
  }
}
