import Figures
import Output
import Testing

struct DiffReportTests {
  private func report(_ from: String, _ to: String) throws -> DiffReport {
    let dataset = try Fixture("small").dataset()
    return DiffReport(from: try Board(dataset, on: from), to: try Board(dataset, on: to))
  }

  @Test func `two days of one dataset`() throws {
    let lines = try report("2021-03-01", "2023-08-01").lines(.en)
    #expect(lines.first == "What changed")
    #expect(lines.contains("New documents (2)"))
    #expect(lines.contains("  Engine works  Planned → Signed"))
    #expect(lines.contains { $0.hasPrefix("New projects (3)") })
  }

  @Test func `a dataset without changes is one line`() throws {
    #expect(try report("2023-08-01", "2023-08-01").lines(.zh).last == "没有变化。")
    #expect(try report("2023-08-01", "2023-08-01").json.text.contains("\"changed\": false"))
  }

  @Test func `a figure that became a range has its upper end`() throws {
    let old = try Fixture("small")
    let new = try old.replacing(
      "\"value\": 120,", in: "figures.json", with: "\"value\": 120, \"upper\": 130,")
    let report = DiffReport(
      from: try Board(old.dataset(), on: "2023-08-01"), to: try Board(new.dataset(), on: "2023-08-01"))
    let text = report.json.text
    #expect(text.contains("\"upper\": 130") && text.contains("\"upper\": null"))
  }

  @Test func `a target keeps its original beside it`() throws {
    let old = try Fixture("small")
    let new = try old.inserting(secondPlan, in: "plans.json").inserting(
      figureText("new-target", 250, "2025", kind: "target", plan: "plan-2"), in: "figures.json")
    let report = DiffReport(
      from: try Board(old.dataset(), on: "2023-08-01"), to: try Board(new.dataset(), on: "2023-08-01"))
    #expect(
      report.diff.targets.map(\.before.value) == [200] && report.diff.targets.map(\.after.value) == [250])
    #expect(report.lines(.zh).contains { $0.contains("200亿元 (规划) → 250亿元 (新)") })
    #expect(MarkdownWriter.text(report.page(.zh)).contains("目标变动 (1)"))
  }

  @Test func `records that are one project now are reported as a change`() throws {
    let apart = projectText("mill", [("planned", "2021", "plan")], zh: "磨坊")
    let same = projectText("mill", [("planned", "2021", "plan")], zh: "磨坊", sameAs: "dairy")
    let report = DiffReport(
      from: try Board(Fixture.small(projects: [apart]).dataset(), on: "2023-08-01"),
      to: try Board(Fixture.small(projects: [same]).dataset(), on: "2023-08-01"))
    #expect(report.lines(.en).suffix(2) == ["Other project changes (1)", "  Dairy: same as  - → 磨坊"])
  }

  @Test(
    .enabled(
      if: Shell.hasValidator, "no jsonschema for python3: install the Debian package python3-jsonschema"))
  func `the JSON follows its schema`() throws {
    let directory = try TemporaryDirectory()
    let texts = [
      try report("2021-03-01", "2023-08-01").json.text, try report("2023-08-01", "2021-03-01").json.text,
    ]
    for (index, text) in texts.enumerated() {
      try directory.write(Array(text.utf8), to: "diff-\(index).json")
    }
    let (status, output) = Shell.run("'\(Repository.path("script/validate"))' \(directory.path)")
    #expect(status == 0 && output.contains("2 files valid"), "\(output)")
  }
}
