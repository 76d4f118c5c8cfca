import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// The invented district over 24 months: what an office needs of its month is there, and lights and standings agree.
struct ExampleMonthTests {
  private static let data = Result { try Fixture("example").dataset() }
  private let data: Dataset

  init() throws { data = try ExampleMonthTests.data.get() }

  private func board(_ text: String) throws -> DispatchBoard { DispatchBoard(try Board(data, on: text)) }

  @Test func `its problems went through every state, and some are late`() throws {
    #expect(data.problems.count > 40 && data.decisions.count > 30 && data.duties.count == 9)
    let states = Set(data.problems.flatMap(\.history).map(\.state))
    #expect(states == Set(Step.State.allCases))
    let july = try board("2024-07-20")
    #expect(july.changedLights.map(\.subject.id) == ["machinery"])
    #expect(!july.newProblems.isEmpty && !july.overdueProblems.isEmpty && !july.settledProblems.isEmpty)
    #expect(july.missingReports.map(\.duty.unit) == ["science-office"])
    #expect(july.openDecisions.contains { $0.supervision.isOverdue })
  }

  @Test func `the whole year counts as its twelfth month`() throws {
    let january = try board("2025-01-20")
    #expect(january.period.text == "2024-12")
    let output = try #require(january.lights.first { $0.id == "district gross-output" })
    #expect(output.last.basis == .year && output.light == .yellow)
    let ratio = try #require(output.ratio)
    #expect(abs(ratio - 489.11 / 500) < 0.02, "the sum against the target of the year: \(ratio)")
    #expect(january.clusters.count == 4, "the ranking of December")
  }

  @Test func `a judgement made at the meeting belongs to the light that was fixed before it`() throws {
    let data = try Board(data, on: "2024-09-25")
    let june = DispatchBoard(data, period: ReportingPeriod(.month, containing: try day("2024-06-01")))
    #expect(june.asOf == Day("2024-07-20"))
    let machinery = try #require(june.lights.first { $0.subject.id == "machinery" })
    #expect(machinery.judgement?.date == Day("2024-07-22") && machinery.isDisputed)
    #expect(try board("2024-07-20").lights.allSatisfy { $0.judgement == nil }, "nobody had judged by then")
  }

  @Test func `a matter goes up once, to the highest level that it reached`() throws {
    let july = try board("2024-07-20")
    let matters = july.highestLevels.map(\.matter.matter)
    #expect(Set(matters).count == matters.count && july.escalated.count > matters.count)
    let share = try #require(
      july.highestLevels.first { $0.matter.matter == .light("district emerging-share") })
    #expect(share.units == ["leading-group", "group-office"] && share.matter.rule.unit == "leading-group")
  }

  @Test func `the sum since January is the standing of the year's target until the year is over`() throws {
    let june = try Board(data, on: "2024-07-20")
    let row = try #require(june.headline("gross-output"))
    #expect(row.target.id == "output-target-2024" && row.isYearToDate)
    let light = try #require(row.yearLight)
    #expect(row.measure?.scheduleRatio == light.ratio && row.status == light.status)
    #expect(row.observation?.period.text == "2024-01/2024-06" && row.levels.allSatisfy { $0.kind == .actual })
    let lights = DispatchBoard(june).lights
    #expect(
      lights.first { $0.id == "district gross-output" }?.ratio == light.ratio, "as the dispatch view has it")
    let before = try #require(june.target("output-target-2023"))
    #expect(before.isPastYear && !before.isYearToDate && before.status == .basicallyReached)
  }

  @Test func `what changed since a day counts new, settled and overdue matters`() throws {
    let diff = BoardDiff(from: try Board(data, on: "2024-06-20"), to: try Board(data, on: "2024-07-20")).month
    #expect(diff.problems.contains { $0.before == nil } && diff.problems.contains { $0.after == .closed })
    #expect(diff.problems.filter(\.hasFallenDue).map(\.id) == ["q32"], "its day was 15 July")
    #expect(diff.reports.count == 9 && diff.missing.map(\.duty.unit) == ["science-office"])
    #expect(
      diff.decisions.contains { $0.before == nil && $0.overdueDays == 5 && $0.units == ["science-office"] })
  }

  @Test func `a day, or the lights of a month, is the beginning of what changed`() throws {
    #expect(SinceReport.day("2024-06-03", data) == Day("2024-06-03"))
    #expect(SinceReport.day("2024-06", data) == Day("2024-07-20"))
    #expect(SinceReport.day("June", data) == nil)
    #expect(SinceReport.day("2024-06", Dataset()) == Day("2024-06-30"))
  }

  @Test func `problems, decisions, duties and statements are found`() throws {
    let index = SearchIndex(try Board(data, on: "2024-07-20"))
    func first(_ query: String, _ kind: SearchIndex.Kind) -> SearchIndex.Hit? {
      index.hits(for: query, limit: 500).first { $0.kind == kind }
    }
    let problem = try #require(first("蒸汽管网", .problem))
    #expect(problem.context.zh.contains("逾期") && problem.context.zh.contains("园区管委会"))
    #expect(
      first("jqgw", .problem) == nil && first("zqgw", .problem)?.id == problem.id, "by the initials of 蒸汽管网")
    #expect(first("capacity halves", .problem) == nil)
    #expect(
      first("medicine in the second half", .decision)?.context.en.contains("Dispatch meeting of June") == true
    )
    #expect(first("区商务局", .duty)?.id == "commerce-month")
    #expect(first("新签两家商超", .status)?.context.zh.contains("做优食品加工") == true)
    let early = SearchIndex(try Board(data, on: "2023-01-31"))
    #expect(
      early.hits(for: "蒸汽管网", limit: 500).allSatisfy { $0.kind != .problem }, "not before it was raised")
  }
}
