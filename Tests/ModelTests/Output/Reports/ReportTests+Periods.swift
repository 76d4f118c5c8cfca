import Domain
import Figures
import Output
import Store
import Testing

/// What belongs to the period of a report.
extension ReportTests {
  @Test func `a target due on the last day of a period is due in its report`() throws {
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

  @Test func `plans that begin later are not in the report and hide no other`() throws {
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

  @Test func `targets of later documents are marked`() throws {
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
  func `milestones expected up to the last day of the next period are due`(
    period: String, projects: [String]
  ) throws {
    let report = try report(period, on: "2025-06-01")
    #expect(report.due.map(\.project.id) == projects)
  }

  @Test func `moves are projects on another rung than at the end of the previous period`() throws {
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
}
