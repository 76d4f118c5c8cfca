import Domain
import Figures
import Output
import Store
import Testing

struct ReportTests {
  private func report(_ period: String? = nil, on text: String = "2023-08-01") throws -> Report {
    Report(
      try Fixture("small").dataset(), asOf: try day(text), period: period.flatMap { ReportPeriod($0) })
  }

  private func markdown(_ report: Report, _ language: Language = .zh) -> String {
    MarkdownWriter.text(ReportBuilder(report, language: language).build())
  }

  @Test func `without a period it is about the year of the newest figure`() throws {
    let report = try report()
    #expect(report.period.text == "2023" && report.board.through == report.board.asOf)
  }

  @Test func `the head says how old the figures are`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"), period: nil)
    let head = try #require(markdown(report).split(separator: "##").first)
    let due = report.board.unreportedTargets.count
    #expect(due > 0 && report.stale.count > 0)
    #expect(head.contains("主要指标为2020至2022年的数"))
    #expect(head.contains("至2026-01-01目标年已过而数据未公布\(due)个，至2026-01-01有\(report.stale.count)个目标的数据未更新"))
    let fresh = markdown(try self.report("2022", on: "2023-01-01"), .en)
    #expect(fresh.contains("- Age of the figures: headline figures of 202"))
  }

  @Test func `what is due on the last day of a period is due in its report`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let whole = Report(dataset, asOf: try day("2026-06-01"))
    let report = Report(dataset, asOf: try day("2026-06-01"), period: ReportPeriod("2025"))
    #expect(!report.board.unreportedTargets.isEmpty && !report.board.unreported.isEmpty)
    #expect(report.board.unreported.count == whole.board.unreported.count)
    // On that day itself it is not over.
    #expect(Board(dataset, asOf: try day("2025-12-31")).unreportedTargets.isEmpty)
    #expect(markdown(whole).hasPrefix("# 重庆市黔江区工业发展调度通报（截至2026-06-01）"))
    #expect(markdown(report).hasPrefix("# 重庆市黔江区工业发展2025年调度通报"))
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

  @Test func `plans that begin later neither stand in the report nor hide others`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let day = try day("2026-01-01")
    let report = Report(dataset, asOf: day, period: ReportPeriod("2021"))
    let rows = report.targets + report.totals + report.stale + report.clusters.compactMap(\.target)
    #expect(rows.count > 50)
    for row in rows {
      #expect(row.plan.start <= report.period.end, "\(row.target.id)")
      for other in row.alternatives {
        #expect(other.plan.flatMap { dataset.plans[$0] }.map { $0.start <= report.period.end } != false)
      }
    }
    // The total of the later plan does not stand in for that of the plan of the time.
    #expect(report.totals.first?.target.value == 350)
    #expect(Report(dataset, asOf: day, period: ReportPeriod("2022")).totals.first?.target.value == 400)
  }

  @Test func `targets of later documents are said to be such`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let report = Report(dataset, asOf: try day("2026-01-01"), period: ReportPeriod("2022-01"))
    let end = try day("2022-01-31")
    let known = Set(Board(dataset, asOf: end).targets.map(\.target.id))
    let later = report.targets.map(\.target.id).filter { !known.contains($0) }
    #expect(!later.isEmpty && later.count < report.targets.count)
    #expect(report.laterTargets.map(\.target.id) == later)
    #expect(markdown(report).contains("其中\(later.count)个目标出自通报期之后的文件（"))
    #expect(markdown(report, .en).contains("--as-of 2022-01-31 leaves them out"))
    let then = Report(dataset, asOf: end, period: ReportPeriod("2022-01"))
    #expect(then.laterTargets.isEmpty && !markdown(then).contains("通报期之后"))
  }

  @Test func `a target that an early document prints is not later because a later one repeats it`() throws {
    let printed = "{\"source\": \"plan\", \"section\": \"一\", \"line\": 4, \"printed\": \"200亿元\"}"
    let late = figureText("late", 210, "2024", kind: "target", plan: "plan-2025")
    let dataset = try Fixture("small").replacing(
      printed, in: "figures.json",
      with: printed + ", {\"source\": \"briefing\", \"line\": 2, \"printed\": \"200亿元\"}"
    ).inserting(late, in: "figures.json").dataset()
    func later(than period: String) throws -> [String] {
      Report(dataset, asOf: try day("2023-08-01"), period: ReportPeriod(period)).laterTargets.map(\.target.id)
    }
    #expect(try later(than: "2022") == ["late"] && later(than: "2023-06") == ["late"])
    #expect(try later(than: "2023-07") == [], "the briefing is of the last day of July")
  }

  @Test(arguments: [("2022", "12-31", true), ("2023", "01-01", false)])
  func `a plan counts from the day that it begins`(year: String, from: String, isThere: Bool) throws {
    let dataset = try Fixture("small").inserting(planText("new", year, "2025", from: from), in: "plans.json")
      .inserting(figureText("wanted", 210, "2024", kind: "target", plan: "new"), in: "figures.json").dataset()
    let report = Report(dataset, asOf: try day("2023-08-01"), period: ReportPeriod("2022"))
    #expect(report.targets.contains { $0.target.id == "wanted" } == isThere)
  }

  @Test(
    arguments: [
      ("2021-03", ["plan"]), ("2021-02", []), ("2023-01", ["report"]), ("2023-07", ["briefing"]),
      ("2023-06", []), ("2023", ["report", "briefing"]),
    ] as [(String, [String])])
  func `a document belongs to the period of its first and of its last day`(period: String, sources: [String])
    throws
  {
    #expect(try report(period).sources.map(\.id) == sources)
  }

  @Test(arguments: [("2022-04", true), ("2022-05", false), ("2022-Q2", true), ("2022-03", false)])
  func `a stage belongs to the period in which it was reached`(period: String, isThere: Bool) throws {
    #expect(try report(period).moves.contains { $0.project.id == "engine-works" } == isThere)
  }

  /// Expected by 2022, and by 2024.
  @Test(
    arguments: [
      ("2022-Q2", []), ("2022-Q3", ["gear-works"]), ("2022", []), ("2023", ["engine-works"]),
      ("2024-Q3", ["engine-works"]), ("2024", []),
    ] as [(String, [String])])
  func `what is expected up to the end of the next period is due, on the last day as well`(
    period: String, projects: [String]
  ) throws {
    let report = try report(period, on: "2025-06-01")
    #expect(report.due.map(\.project.id) == projects)
  }

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

  @Test func `every unit that leads a task is named`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let leading = TaskBoard(report.board).units.filter { !$0.led.isEmpty }.map(\.organisation.name.zh)
    #expect(Set(leading) == Set((report.duties.map(\.unit) + report.otherUnits).map(\.name.zh)))
    let section = markdown(report).split(separator: "\n").drop { !$0.hasSuffix("、责任单位") }
    let text = section.dropFirst().prefix { !$0.hasPrefix("## ") }.joined()
    for name in leading { #expect(text.contains(name), "\(name)") }
  }

  @Test func `a unit is named for a target only where a task of its own prints the indicator`() throws {
    for name in ["small", "qianjiang", "gas-conversion"] {
      let report = Report(try Fixture(name).dataset(), asOf: try day("2026-01-01"))
      for alert in report.alerts {
        let linking = TaskBoard(report.board).programmes.flatMap(\.tasks).filter { task in
          task.task.indicators.contains {
            $0.indicator == alert.row.indicator.id && $0.subject == alert.row.target.subject
          }
        }
        let leads = Set(linking.flatMap(\.task.lead))
        #expect(alert.responsibility.units.allSatisfy { leads.contains($0.id) }, "\(alert.row.target.id)")
        #expect(alert.responsibility.units.isEmpty || !alert.responsibility.citations.isEmpty)
      }
      #expect(
        report.unassigned.map(\.row.target.id)
          == report.alerts.filter { $0.responsibility.units.isEmpty }.map(\.row.target.id))
    }
  }

  @Test func `where no document names a unit the report reports it`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let row = try #require(report.alerts.first { $0.row.target.id == "sc2022-gross-output-2025" })
    #expect(row.responsibility.units.isEmpty && row.responsibility.tasks.isEmpty)
    #expect(
      report.duties.allSatisfy { duty in duty.targets.allSatisfy { $0.target.id != row.row.target.id } })
    let lines = markdown(report).split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("| ") && $0.contains("| 规上工业总产值 |")
          && $0.hasSuffix("| 没有文件指明责任单位 | 没有任务列出此指标 |")
      })
    let unnamed = lines.first { $0.contains("没有文件指明责任单位：") }
    #expect(unnamed?.contains("规上工业总产值") == true)
    #expect(markdown(report, .en).contains("no document names a responsible unit"))
  }

  @Test func `a stale target shows what it is measured by, and beside it what is newer`() throws {
    let report = Report(try DatasetLoader.builtIn().dataset, asOf: try day("2026-01-01"))
    let rows = markdown(report).split(separator: "\n").filter { $0.hasPrefix("| 新材料规上工业总产值 | 35.75亿元") }
    #expect(rows.contains { $0.contains("| 2022年 | 54.8亿元≠（2024年1-9月）") && $0.hasSuffix("| 工业强城 |") })
  }

  @Test func `what moved is what is on another rung than at the end of the period before`() throws {
    #expect(try report("2022").moves.map(\.project.id).contains("bakery"))
    #expect(try report("2022-Q2").moves.map(\.project.id) == ["engine-works", "dairy"])
    #expect(try report("2022-Q2").moves.map(\.from) == [.planned, .started])
    #expect(try report("2022-10").moves.isEmpty)
    #expect(markdown(try report("2022-10")).contains("与2022年9月相比，没有文件写明有项目在本期进入新的阶段。"))
  }

  @Test func `due is what is expected in the next period`() throws {
    #expect(try report("2023").due.map(\.project.id) == ["engine-works"])
    #expect(try report("2022-Q1").due.isEmpty)
    #expect(try report("2022-Q3").due.map(\.project.id) == ["gear-works"])
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
        ["total", "7"], ["of which product lines or programmes", "1"],
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
    #expect(page.notes.contains { $0.hasPrefix("“120") && $0.contains("测试区2022年工业总结") })
  }

  @Test func `every section says something, also without data`() throws {
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

  @Test func `the flat table has as many cells in each row as columns`() throws {
    let sheet = try report("2022").records(.zh)
    #expect(sheet.rows.count > 20)
    #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
  }
}
