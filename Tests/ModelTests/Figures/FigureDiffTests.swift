import Figures
import Testing

/// Which statements take another one's place.
struct FigureDiffTests {
  private func diff(_ old: Fixture, _ new: Fixture) throws -> BoardDiff {
    BoardDiff(
      from: try Board(old.dataset(), on: "2023-08-01"), to: try Board(new.dataset(), on: "2023-08-01"))
  }

  @Test func `equal datasets do not differ`() throws {
    #expect(try diff(Fixture("small"), Fixture("small")).isEmpty)
  }

  @Test func `a changed value under one id is a correction`() throws {
    let new = try Fixture("small").replacing("\"value\": 120,", in: "figures.json", with: "\"value\": 121,")
    let diff = try diff(Fixture("small"), new)
    #expect(diff.corrected.map(\.before.value) == [120] && diff.corrected.map(\.after.value) == [121])
    #expect(diff.added.isEmpty && diff.removed.isEmpty && diff.superseded.isEmpty)
  }

  @Test func `a bound in the place of a value is a correction`() throws {
    let level = figureText("level", 100, "2023-06")
    let bound = figureText("level", 100, "2023-06", comparator: "≥")
    let diff = try diff(
      Fixture("small").inserting(level, in: "figures.json"),
      Fixture("small").inserting(bound, in: "figures.json"))
    #expect(diff.corrected.map(\.before.comparator) == [.equal])
    #expect(diff.corrected.map(\.after.comparator) == [.atLeast])
  }

  /// Neither of two documents of one day is the newer.
  @Test(arguments: [("2023-07-31", false), ("2023-08-01", true)])
  func `only a newer document takes the place of another's statement`(day: String, isNewer: Bool) throws {
    let other = """
      {"id": "other", "title": {"zh": "公告", "en": "Notice"}, "short": {"zh": "公告", "en": "Notice"},
      "issuer": {"zh": "测试日报", "en": "Testshire Daily"}, "date": "\(day)", "kind": "newspaper", "file": "n.txt"}
      """
    let old = try Fixture("small").inserting(other, in: "sources.json").inserting(
      figureText("first", 7, "2023-06", source: "briefing"), in: "figures.json")
    let instead = try Fixture("small").inserting(other, in: "sources.json").inserting(
      figureText("second", 8, "2023-06", source: "other"), in: "figures.json")
    let replaced = try self.diff(old, instead)
    #expect(replaced.superseded.map(\.after.id) == (isNewer ? ["second"] : []))
    #expect(replaced.added.map(\.id) == (isNewer ? [] : ["second"]))
  }

  @Test func `another id of the same document is a correction too`() throws {
    let old = try Fixture("small").inserting(
      figureText("first", 7, "2023-06", source: "briefing"), in: "figures.json")
    let new = try Fixture("small").inserting(
      figureText("second", 8, "2023-06", source: "briefing"), in: "figures.json")
    let diff = try diff(old, new)
    #expect(diff.corrected.map(\.before.id) == ["first"] && diff.corrected.map(\.after.id) == ["second"])
    #expect(diff.added.isEmpty && diff.removed.isEmpty)
  }

  @Test func `a newer document about the same supersedes`() throws {
    let old = try Fixture("small").inserting(
      figureText("first", 7, "2022-06", source: "report"), in: "figures.json")
    let more = try old.inserting(figureText("second", 8, "2022-06", source: "briefing"), in: "figures.json")
    let diff = try diff(old, more)
    #expect(diff.superseded.map(\.before.id) == ["first"] && diff.superseded.map(\.after.id) == ["second"])
    #expect(diff.added.isEmpty && diff.corrected.isEmpty)
  }

  @Test func `a figure supersedes the one that it names`() throws {
    let old = try Fixture("small").inserting(
      figureText("first", 7, "2023-06", source: "briefing"), in: "figures.json")
    let new = try old.inserting(
      figureText("second", 8, "2023-06", supersedes: "first", source: "briefing"), in: "figures.json")
    let diff = try diff(old, new)
    #expect(diff.superseded.map(\.before.id) == ["first"] && diff.corrected.isEmpty && diff.removed.isEmpty)
  }

  @Test func `a statement about something else is new, and one that is gone is removed`() throws {
    let more = try Fixture("small").inserting(
      figureText("first", 7, "2023-06", source: "briefing"), in: "figures.json")
    let forth = try diff(Fixture("small"), more)
    #expect(forth.added.map(\.id) == ["first"] && forth.removed.isEmpty && forth.superseded.isEmpty)
    let back = try diff(more, Fixture("small"))
    #expect(back.removed.map(\.id) == ["first"] && back.added.isEmpty)
  }

  @Test func `a range in the place of a value is a correction, another line of the same is none`() throws {
    let level = figureText("level", 100, "2023-06")
    let range = level.replacing("\"value\": 100.0", with: "\"value\": 100.0, \"upper\": 110")
    let moved = figureText("level", 100, "2023-06", line: 2)
    func corrected(_ figure: String) throws -> Int {
      try diff(
        Fixture("small").inserting(level, in: "figures.json"),
        Fixture("small").inserting(figure, in: "figures.json")
      ).corrected.count
    }
    #expect(try corrected(range) == 1)
    #expect(try corrected(figureText("level", 100, "2023-07")) == 1)
    #expect(try corrected(figureText("level", 100, "2023-06", kind: "cumulative")) == 1)
    #expect(try corrected(moved) == 0)
  }

  @Test func `a part that moves is a move of the part, not of its whole`() throws {
    let works = projectText("works", expected: [("commissioned", "2024", "plan")])
    let hall = projectText(
      "hall", [("planned", "2021-01", "plan"), ("started", "2022", "report")], parent: "works")
    let dataset = try Fixture.small(projects: [works, hall]).dataset()
    let diff = BoardDiff(from: try Board(dataset, on: "2021-12-31"), to: try Board(dataset, on: "2023-08-01"))
    let moves = diff.moved.filter { ["works", "hall"].contains($0.project.id) }
    #expect(moves.map(\.project.id) == ["hall"])
    #expect(
      moves.first?.from == .planned && moves.first?.to == .started && moves.first?.parent?.id == "works")
  }

  @Test func `an expectation that came to pass is a move and no other change`() throws {
    let project = projectText(
      "works", [("planned", "2021-01", "plan"), ("started", "2022", "report")],
      expected: [("started", "2022", "plan")])
    let dataset = try Fixture.small(projects: [project]).dataset()
    let diff = BoardDiff(from: try Board(dataset, on: "2021-12-31"), to: try Board(dataset, on: "2023-08-01"))
    #expect(diff.moved.contains { $0.project.id == "works" })
    #expect(!diff.changed.contains { $0.project.id == "works" })
  }

  @Test func `a target that another one hides is not a change of the target`() throws {
    let second = figureText("second", 250, "2025", kind: "target", plan: "plan-2", source: "report")
    let old = try Fixture("small").inserting(secondPlan, in: "plans.json")
    let hidden = try old.inserting(
      figureText("hidden", 150, "2025", kind: "target", plan: "plan-2025", source: "briefing"),
      in: "figures.json")
    #expect(try diff(old, hidden).targets.isEmpty)
    let changed = try diff(old, old.inserting(second, in: "figures.json")).targets
    #expect(changed.map(\.before.value) == [200] && changed.map(\.after.value) == [250])
  }

  @Test func `what else changed about a project is reported, an expectation that came to pass is not`() throws
  {
    let fixture = try Fixture("small")
      .replacing("\"date\": \"by 2024\"", in: "projects.json", with: "\"date\": \"by 2026\"")
    let slipped = try diff(Fixture("small"), fixture)
    #expect(slipped.changed.map(\.property) == [.expected] && !slipped.isEmpty)
    #expect(slipped.changed.first?.before?.zh.contains("2024") == true)
    #expect(slipped.changed.first?.after?.zh.contains("2026") == true)
    let dataset = try Fixture("small").dataset()
    let later = BoardDiff(
      from: try Board(dataset, on: "2021-12-31"), to: try Board(dataset, on: "2023-08-01"))
    let moved = Set(later.moved.map(\.project.id))
    #expect(later.changed.allSatisfy { !moved.contains($0.project.id) || $0.after != nil })
  }
}
