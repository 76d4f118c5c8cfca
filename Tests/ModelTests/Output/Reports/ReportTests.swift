import Domain
import Figures
import Output
import Store
import Testing

struct ReportTests {
  func report(_ period: String? = nil, on text: String = "2023-08-01") throws -> Report {
    Report(
      try Fixture("small").dataset(), asOf: try day(text), period: period.flatMap { ReportPeriod($0) })
  }

  func markdown(_ report: Report, _ language: Language = .zh) -> String {
    MarkdownWriter.text(ReportBuilder(report, language: language).build())
  }

  @Test func `without a period it is about the year of the newest figure`() throws {
    let report = try report()
    #expect(report.period.text == "2023" && report.board.through == report.board.asOf)
  }

  @Test func `the head shows the age of the figures`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"), period: nil)
    let head = try #require(markdown(report).split(separator: "##").first)
    let due = report.board.unreportedTargets.count
    #expect(due > 0 && report.stale.count > 0)
    #expect(head.contains("主要指标为2020至2022年的数"))
    #expect(head.contains("至2026-01-01目标年已过而数据未公布\(due)个，有\(report.stale.count)个目标的数据未更新"))
    let fresh = markdown(try self.report("2022", on: "2023-01-01"), .en)
    #expect(fresh.contains("- Age of the figures: headline figures of 202"))
  }

  @Test(arguments: [(Language.zh, "时期", "实际时期"), (.en, "Period", "Actual period")])
  func `the period of a figure is not headed as that of its target`(
    language: Language, other: String, title: String
  ) throws {
    let page = ReportBuilder(try report("2022"), language: language).build()
    let heads = page.blocks.compactMap { block -> [String]? in
      guard case .table(let sheet) = block else { return nil }
      return sheet.columns.map(\.name)
    }
    let ofTargets = heads.filter {
      $0.contains(RecordCatalogue.targets["plan"].field.name[language]) || $0.contains(title)
    }
    #expect(ofTargets.contains { $0.contains(title) } && !ofTargets.contains { $0.contains(other) })
  }

  /// The report of 2023 prints 100 for 2021, the later briefing 101.
  @Test func `a year that was stated twice is charted by its later statement`() throws {
    let dataset = try Fixture("small").inserting(figureText("new", 101, "2021"), in: "figures.json").dataset()
    let page = ReportBuilder(Report(dataset, asOf: try day("2023-08-01")), language: .en).build()
    let columns = page.blocks.flatMap { block -> [Chart.Column] in
      if case .chart(let chart) = block, case .columns(let columns) = chart.marks { columns } else { [] }
    }
    #expect(columns.filter { $0.label == "2021" }.map(\.value) == [101])
    #expect(columns.contains { $0.label == "2022" && $0.value == 120 })
  }

  @Test func `red and yellow, the worst first`() throws {
    let report = try report("2022")
    #expect(report.alerts.map(\.row.target.id) == ["food-output-2025", "district-output-2025"])
    #expect(report.alerts.map(\.row.status) == [.movedAway, .behind])
    #expect(report.alerts.last?.clusters.map(\.target.id) == ["food-output-2025"])
  }

  @Test func `the reason is made of the figures`() throws {
    let text = markdown(try report("2022"))
    #expect(text.contains("自基期100亿元（2020年）起，应达131.95亿元，序时进度完成0.66，滞后8个月；换用其他方法，灯色不同"))
    #expect(text.contains("后3年需年均增长18.6%；2020年以来年均增长9.5%；照此速度：2028年。"))
    #expect(text.contains("分领域看，食品滞后115个月。"))
    let english = markdown(try report("2022"), .en)
    #expect(english.contains("from a base of 100 x100M yuan (2020), 131.95 x100M yuan was expected"))
    #expect(english.contains("schedule ratio 0.66, 8 months behind"))
  }

  @Test func `clusters are ranked by growth`() throws {
    let report = try report("2022")
    #expect(report.clusters.map(\.cluster.id) == ["machinery", "food"])
    let growth = try report.clusters.map { try #require(Report.growth(of: $0)) }
    #expect(growth == growth.sorted(by: >))
  }

  @Test func `clusters without growth come last, the larger one first`() throws {
    var fixture = try Fixture("small")
    for (id, value) in [("steel", 7.0), ("wood", 5.0)] {
      let cluster = """
        {"id": "\(id)", "classification": "industries", "kind": "cluster", "name": {"zh": "\(id)", "en": "\(id)"},
        "citations": [{"source": "plan", "line": 8, "printed": "产业"}]}
        """
      fixture = try fixture.inserting(cluster, in: "clusters.json").inserting(
        figureText(id, value, "2022", subject: "cluster/\(id)", source: "report"), in: "figures.json")
    }
    let report = Report(try fixture.dataset(), asOf: try day("2023-08-01"), period: ReportPeriod("2022"))
    #expect(report.clusters.map(\.cluster.id) == ["machinery", "food", "steel", "wood"])
  }

  @Test(arguments: [("misleads", ["east-area"]), ("needs-label", []), ("note", [])] as [(String, [String])])
  func `only a conflict that misleads is in the report`(severity: String, conflicts: [String]) throws {
    let dataset = try Fixture("small").replacing(
      "needs-label", in: "conflicts.json", with: severity
    ).dataset()
    let report = Report(dataset, asOf: try day("2023-08-01"), period: ReportPeriod("2022"))
    #expect(report.conflicts.map(\.id) == conflicts)
  }

  @Test func `a stale target shows what it is measured by, and beside it what is newer`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let rows = markdown(report).split(separator: "\n").filter { $0.hasPrefix("| 新材料规上工业总产值 | 35.75亿元") }
    // No document gives another value for the nine months: no ≠.
    #expect(rows.contains { $0.contains("| 2022年 | 54.8亿元（2024年1-9月）") && $0.hasSuffix("| 工业强城 |") })
  }

  @Test func `no section is empty, also without data`() throws {
    let empty = Report(try Fixture("small").dataset(), asOf: try day("2020-01-01"))
    for language in Language.allCases {
      let blocks = ReportBuilder(empty, language: language).build().blocks
      for (block, next) in zip(blocks, blocks.dropFirst()) {
        guard case .heading(let title, let level) = block, case .heading(_, let nextLevel) = next else {
          continue
        }
        #expect(level < nextLevel, "\(title) is empty")
      }
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    let (first, second) = (try report("2022"), try report("2022"))
    #expect(markdown(first) == markdown(second))
    let pages = [first, second].map { HTMLWriter(.en).text(ReportBuilder($0, language: .en).build()) }
    #expect(pages[0] == pages[1])
    #expect(first.records(.zh) == second.records(.zh))
  }
}
