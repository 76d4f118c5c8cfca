import Domain
import Figures
import Output
import Store
import Testing

/// The flat table, and the footnotes.
extension ReportTests {
  @Test func `the base of a headline has its footnote`() throws {
    let page = ReportBuilder(try report("2022"), language: .zh).build()
    let phrases = page.blocks.compactMap { block -> Phrase? in
      if case .paragraph(let phrase) = block, phrase.text.contains("自基期100亿元") { phrase } else { nil }
    }
    let notes = try #require(phrases.first).notes.map { page.notes[$0 - 1] }
    #expect(notes.contains { $0.hasPrefix("“100亿元”") }, "\(notes)")
  }

  @Test func `every section of the flat table has the rows of its list`() throws {
    let report = Report(try Fixture("small").dataset(), asOf: try day("2026-01-01"))
    let sections = Dictionary(grouping: report.records(.zh).rows, by: { $0[0].text }).mapValues(\.count)
    #expect(!report.board.unreported.isEmpty && !report.board.overdue.isEmpty && !report.alerts.isEmpty)
    #expect(sections[Lateness.unreported.name.zh] == report.board.unreported.count)
    #expect(sections[Lateness.overdue.name.zh] == report.board.overdue.count)
    #expect(sections["红灯", default: 0] + sections["黄灯", default: 0] == report.alerts.count)
    #expect(sections["总体"] == report.totals.count + report.levels.count)
    #expect(sections["全部目标"] == report.targets.count && sections["集群"] == report.clusters.count)
    #expect(sections["过期", default: 0] == report.stale.count)
  }

  @Test func `the flat table has a row for each project that the report shows of`() throws {
    let works = projectText(
      "works", [("started", "2022-02", "report"), ("stalled", "2022-12", "report")], sources: ["report"])
    let part = projectText("hall", [("planned", "2021", "plan")], parent: "works")
    let plain = projectText("quarry", [("planned", "2021", "plan")], parent: "dairy")
    let old = projectText("pit", [("planned", "2021", "plan")], nature: "programme")
    let report = Report(
      try Fixture.small(projects: [works, part, plain, old]).dataset(), asOf: try day("2026-01-01"),
      period: ReportPeriod("2025"))
    let rows = report.records(.en).rows.map { $0.map(\.text) }
    func items(_ section: String) -> [String] { rows.filter { $0[0] == section }.map { $0[1] } }
    #expect(items("halted") == ["works"])
    #expect(items(Lateness.overdue.name.en) == ["Gear works"])
    #expect(items(Lateness.unreported.name.en) == ["Engine works"])
    #expect(items(Plan.lapsed.en) == ["pit"])
    #expect(items("waiting") == ["Engine works"])
    let counts = rows.filter { $0[0] == "projects (listed)" }.prefix(3).map { [$0[1], $0[2]] }
    #expect(
      counts == [
        ["construction projects", "6"], ["beside: product lines or programmes", "1"],
        ["parts, counted with their projects", "2"],
      ])
    #expect(items("projects (official total)") == ["Started"])
    let due = Report(
      report.board.dataset, asOf: try day("2023-08-01"), period: ReportPeriod("2023")
    ).records(.en).rows.map { $0.map(\.text) }
    #expect(due.filter { $0[0] == "due next" }.map { $0[1] } == ["Engine works"])
    #expect(due.filter { $0[0] == "moved" }.map { $0[1] } == ["Cannery"])
    #expect(due.filter { $0[0] == "first reported, undated" }.map { $0[1] } == ["Bakery"])
  }

  @Test func `every figure leads to a footnote and every footnote is led to`() throws {
    let page = ReportBuilder(try report("2022"), language: .zh).build()
    var used: Set<Int> = []
    for block in page.blocks {
      switch block {
      case .paragraph(let phrase): used.formUnion(phrase.notes)
      case .fields(let fields): used.formUnion(fields.flatMap(\.value.notes))
      case .table(let sheet): used.formUnion(sheet.rows.flatMap(\.self).flatMap(\.notes))
      case .heading, .chart: continue
      }
    }
    #expect(used == Set(1...page.notes.count))
    // Notes have the short name of a document; the annex has its title.
    #expect(page.notes.contains { $0.hasPrefix("“120亿元”，2022总结") })
    let isInAnnex = page.blocks.contains { block in
      guard case .table(let sheet) = block else { return false }
      return sheet.rows.contains { row in
        row.first?.text == "2022总结" && row.contains { $0.text == "测试区2022年工业总结" }
      }
    }
    #expect(isInAnnex)
  }

  @Test func `the flat table has as many cells in each row as columns`() throws {
    let sheet = try report("2022").records(.zh)
    #expect(sheet.rows.count > 20)
    #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
  }
}
