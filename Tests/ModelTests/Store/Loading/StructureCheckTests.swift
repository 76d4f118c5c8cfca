import Domain
import Testing

struct StructureCheckTests {
  private func park(_ id: String, parent: String) -> String {
    """
    {"id": "\(id)", "name": {"zh": "园", "en": "Park"}, "kind": "zone", "parent": "\(parent)",
    "citations": [{"source": "plan", "line": 1, "printed": "园"}]}
    """
  }

  private func cycles(_ parks: [(String, String)]) throws -> [String] {
    let text = parks.map { park($0.0, parent: $0.1) }.joined(separator: ",\n")
    return try Fixture("small").setting("parks-more.json", to: "{\"parks\": [\n\(text)\n]}").messages
  }

  @Test func `every member of a cycle is reported once, in its place`() throws {
    #expect(
      try cycles([("a", "b"), ("b", "c"), ("c", "a")]) == [
        "parks-more.json:2:1: error: cycle in 'parent' or 'supersedes' of parks 'a'",
        "parks-more.json:4:1: error: cycle in 'parent' or 'supersedes' of parks 'b'",
        "parks-more.json:6:1: error: cycle in 'parent' or 'supersedes' of parks 'c'",
      ])
    #expect(
      try cycles([("a", "a")]) == [
        "parks-more.json:2:1: error: cycle in 'parent' or 'supersedes' of parks 'a'"
      ])
  }

  @Test func `what only leads to a cycle is not reported`() throws {
    #expect(
      try cycles([("x", "y"), ("y", "a"), ("a", "b"), ("b", "a"), ("z", "b")]) == [
        "parks-more.json:6:1: error: cycle in 'parent' or 'supersedes' of parks 'a'",
        "parks-more.json:8:1: error: cycle in 'parent' or 'supersedes' of parks 'b'",
      ])
  }

  @Test func `two cycles are two`() throws {
    #expect(try cycles([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "east")]).count == 4)
  }

  @Test func `a parent of a parent is not a cycle`() throws {
    #expect(try cycles([("a", "b"), ("b", "east")]) == [])
  }

  @Test func `clusters and figures too`() throws {
    let fixture = try Fixture("small")
      .replacing(
        "\"kind\": \"cluster\",", in: "clusters.json",
        with: "\"kind\": \"cluster\", \"parent\": \"machinery\","
      )
      .replacing(
        "\"plan\": \"plan-2025\",", in: "figures.json",
        with: "\"plan\": \"plan-2025\", \"supersedes\": \"district-output-2025\",")
    #expect(
      fixture.messages == [
        "clusters.json:3:3: error: cycle in 'parent' or 'supersedes' of clusters 'machinery'",
        "figures.json:39:3: error: cycle in 'parent' or 'supersedes' of figures 'district-output-2025'",
      ])
  }

  /// The plan is of 2021-03-01, the briefing of 2023-07-31.
  @Test(
    arguments: [
      ("2021-03-01", ["plan"], true), ("2021-03-02", ["plan"], false),
      ("2021-03-02", ["plan", "briefing"], true),
      ("2021-03-02", ["briefing", "plan"], true), ("2023-08-01", ["plan", "briefing"], false),
    ] as [(String, [String], Bool)])
  func `a figure and a milestone are not after the newest of their documents`(
    date: String, sources: [String], isAllowed: Bool
  ) throws {
    let citations = sources.map { "{\"source\": \"\($0)\", \"line\": 1, \"printed\": \"7\"}" }.joined(
      separator: ", ")
    let figure = figureText("new", 7, date, source: "plan", printed: "7").replacing(
      "{\"source\": \"plan\", \"line\": 1, \"printed\": \"7\"}", with: citations)
    let figures = try Fixture("small").inserting(figure, in: "figures.json").diagnostics
    let project = projectText("new", [("started", date, "plan")], zh: "7").replacing(
      "{\"source\": \"plan\", \"line\": 1, \"printed\": \"7\"}", with: citations)
    let projects = try Fixture.small(projects: [project]).diagnostics
    #expect(figures.isEmpty == isAllowed && projects.isEmpty == isAllowed)
    #expect(
      isAllowed || figures.first?.path == "figures.json" && projects.first?.path == "projects.more.json")
  }

  @Test func `an intention may be later than its document`() throws {
    let project = projectText("new", expected: [("started", "2024", "plan")])
    let target = figureText("new", 7, "2024", kind: "target", plan: "plan-2025", source: "plan")
    #expect(try Fixture.small(projects: [project], figures: [target]).diagnostics.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long line of parents is walked once`() throws {
    let count = 20_000
    let text = (0..<count).map { park("p\($0)", parent: $0 == 0 ? "east" : "p\($0 - 1)") }.joined(
      separator: ",")
    let fixture = try Fixture("small").setting("parks-more.json", to: "{\"parks\": [\(text)]}")
    #expect(fixture.messages == [])
  }
}
