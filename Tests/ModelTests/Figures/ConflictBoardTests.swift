import Figures
import Store
import Testing

struct ConflictBoardTests {
  @Test func `a conflict is shown once all its sides are known`() throws {
    let dataset = try Fixture("small").dataset()
    #expect(try Board(dataset, on: "2023-07-30").conflicts.isEmpty)
    let conflict = try #require(try Board(dataset, on: "2023-07-31").conflicts.first)
    #expect(
      conflict.id == "east-area" && conflict.foundBy == .both && conflict.preferred == "east-area-briefing")
    #expect(try Board(dataset, on: "2023-07-31").conflicts.count == 1)
  }

  @Test func `a contradiction is known with its values, without those who repeat one later`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    func statements(on day: String) throws -> Int? {
      try Board(dataset, on: day).conflicts.first { $0.id == "c-output-target-2025" }?.statements.count
    }
    #expect(try statements(on: "2021-12-31") == nil, "350 alone contradicts nothing")
    #expect(try statements(on: "2022-12-31") == 2, "350 and 400 do")
    #expect(try statements(on: "2023-12-31") == 3)
  }

  /// 5 and 7 are known with the report; that the briefing repeats 7, and is preferred, is not.
  @Test func `an earlier day prefers only figures known then`() throws {
    func area(_ id: String, _ source: String) -> String {
      figureText(
        id, 7, "2022", subject: "park/east", indicator: "area", unit: "平方公里", scope: "park", source: source)
    }
    let conflict = """
      {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "面积", "en": "Area"},
      "statements": [{"figure": "east-area-report"}, {"figure": "seven"}, {"figure": "seven-again"}],
      "rule": "later-document", "prefer": "seven-again"}
      """
    let dataset = try Fixture("small").inserting(area("seven", "report"), in: "figures.json")
      .inserting(area("seven-again", "briefing"), in: "figures.json")
      .inserting(conflict, in: "conflicts.json").dataset()
    let early = try #require(try Board(dataset, on: "2023-01-31").conflicts.first { $0.id == "c" })
    #expect(early.figures == ["east-area-report", "seven"] && early.preferred == nil)
    let late = try #require(try Board(dataset, on: "2023-07-31").conflicts.first { $0.id == "c" })
    #expect(late.figures.count == 3 && late.preferred == "seven-again")
  }

  @Test func `the worst is first, and a misleading contradiction marks both sides`() throws {
    let entry = """
      {"id": "worst", "kind": "contradiction", "severity": "misleads", "title": {"zh": "产值", "en": "Output"},
      "statements": [{"figure": "district-output-2021"}, {"figure": "district-output-2022"}], "rule": "later-document"}
      """
    let fixture = try Fixture("small")
    let last = try fixture.text(of: "conflicts.json")
    let end = try #require(last.range(of: "\n ]"))
    let board = try Board(
      fixture.setting("conflicts.json", to: last.replacingSubrange(end, with: ",\n\(entry)\n ]")).dataset(),
      on: "2023-07-31")
    #expect(board.conflicts.map(\.id) == ["worst", "east-area"])
    #expect(board.conflicts.map(\.foundBy) == [.person, .both])
    #expect(
      board.disputed.isSuperset(of: ["district-output-2021", "district-output-2022", "east-area-report"]))
    #expect(!board.disputed.contains("district-output-2020"))
    let figure = try #require(board.figures.first { $0.id == "district-output-2022" })
    #expect(board.conflicts(about: figure).map(\.id) == ["worst"])
  }

  @Test func `every conflict of the built-in data has its sides and a rule`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let board = Board(dataset, asOf: .distantFuture)
    #expect(board.conflicts.count >= dataset.conflicts.count)
    #expect(!board.conflicts.contains { $0.foundBy == .rule }, "a finding is not recorded")
    for conflict in dataset.conflicts {
      #expect(dataset.ruleName(conflict.rule).zh != conflict.rule, "\(conflict.id)")
    }
    #expect(board.conflicts.map(\.severity) == board.conflicts.map(\.severity).sorted())
  }

  @Test func `every figure of a conflict that casts doubt is marked`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let known = Set(board.figures.map(\.id))
    for conflict in board.conflicts where conflict.castsDoubt {
      #expect(board.disputed.isSuperset(of: known.intersection(conflict.figures)), "\(conflict.id)")
    }
    #expect(board.disputed.contains("plan2021-emerging-share-2020"))
    let notes = board.conflicts.filter { $0.severity == .note }
    #expect(!notes.isEmpty && notes.allSatisfy { !$0.castsDoubt })
  }
}
