import Domain
import Figures
import Output
import Store
import Testing

// Reports at their bounds.

extension ReportTests {
  @Test func `a document that prints a side twice is named once`() throws {
    let first = "{\"source\": \"briefing\", \"line\": 5, \"printed\": \"6平方公里\"}"
    let dataset = try Fixture("small").replacing("needs-label", in: "conflicts.json", with: "misleads")
      .replacing("[\(first)]", in: "figures.json", with: "[\(first), \(first)]").dataset()
    let text = markdown(Report(dataset, asOf: try day("2023-08-01"), period: ReportPeriod("2022")), .en)
    #expect(text.contains("(Briefing 2023)") && !text.contains("Briefing 2023, Briefing 2023"))
  }

  @Test(arguments: ["2021", "2025"]) func `a yearly commitment holds for its first and its last year`(
    year: String
  ) throws {
    let dataset = try Fixture("small").replacing(
      "\"value\": 2,\n   \"unit\": \"个\",\n   \"period\": \"2023\"", in: "figures.json",
      with: "\"value\": 2,\n   \"unit\": \"个\",\n   \"period\": \"2021/2025\""
    ).dataset()
    let report = Report(dataset, asOf: try day("2026-02-01"), period: ReportPeriod(year))
    let commitment = try #require(report.board.pipeline.commitments.first)
    #expect(commitment.target.period.text == "2021/2025")
    let name = try #require(report.board.dataset.indicators[commitment.target.indicator]).name.en
    let rows = markdown(report, .en).split(separator: "\n").filter { $0.hasPrefix("| \(name) |") }
    #expect(rows.contains { $0.contains("| \(year) |") }, "\(rows)")
  }

  /// Output grew by 20 % in 2022.
  @Test func `a growth that missed its target is short by points`() throws {
    let wanted = figureText(
      "wanted", 30, "2022", kind: "growth", unit: "%", plan: "plan-2025", source: "plan")
    let report = Report(
      try Fixture("small").inserting(wanted, in: "figures.json").dataset(), asOf: try day("2023-08-01"))
    let rows = markdown(report, .en).split(separator: "\n").filter { $0.contains(" growth |") }
    #expect(rows.contains { $0.contains("| 10 points short |") }, "\(rows)")
  }

  @Test func `a project that moved wants nothing any more`() throws {
    let sheet = try report("2022").records(.en)
    let target = try #require(sheet.columns.firstIndex { $0.name == "target" })
    let moved = sheet.rows.filter { $0[0].text == "moved" }
    #expect(!moved.isEmpty && moved.allSatisfy { $0[target].text.isEmpty })
    let due = try report("2022-Q3", on: "2025-06-01").records(.en).rows.filter { $0[0].text == "due next" }
    #expect(!due.isEmpty && !due.contains { $0[target].text.isEmpty })
  }

  @Test func `a target of growth is titled as one`() throws {
    let wanted = figureText(
      "wanted", 30, "2025", kind: "growth", unit: "%", plan: "plan-2025", source: "plan")
    let report = Report(
      try Fixture("small").inserting(wanted, in: "figures.json").dataset(), asOf: try day("2023-08-01"))
    let row = try #require(report.targets.first { $0.target.id == "wanted" })
    #expect(markdown(report).contains("| \(row.indicator.name.zh)增速 |"))
    #expect(markdown(report, .en).contains("| \(row.indicator.name.en) growth |"))
  }
}
