import Testing

@testable import Domain
@testable import Figures
@testable import Store

/// Problems, decisions, reports and ranking as of a day.
struct DispatchBoardTests {
  private func board(_ day: String) throws -> DispatchBoard {
    DispatchBoard(try Board(try Fixture("month").dataset(), on: day))
  }

  private func problem(_ id: String, _ board: DispatchBoard) throws -> ProblemStanding {
    try #require(board.problems.first { $0.problem.id == id })
  }

  @Test func `a problem has the state of the day, and nothing is overwritten`() throws {
    #expect(try board("2024-03-10").problems.map(\.problem.id) == ["power-cost"])
    #expect(try problem("no-land", board("2024-04-27")).supervision.state == .extensionAsked)
    #expect(try problem("no-land", board("2024-07-12")).supervision.state == .extensionGranted)
    #expect(try problem("power-cost", board("2024-04-10")).supervision.state == .closed)
    let reopened = try problem("power-cost", board("2024-06-12")).supervision
    #expect(reopened.state == .reopened && reopened.reopened == 1 && reopened.due == Day("2024-07-31"))
  }

  @Test func `an extension counts once it is granted`() throws {
    let asked = try problem("no-land", board("2024-04-27")).supervision
    #expect(asked.due == Day("2024-04-30") && asked.extensions == 0)
    let granted = try problem("no-land", board("2024-05-20")).supervision
    #expect(granted.due == Day("2024-05-31") && granted.extensions == 1 && !granted.isOverdue)
    #expect(try problem("no-land", board("2024-06-03")).supervision.overdueDays == 3)
  }

  @Test func `overdue, new and settled problems are told apart`() throws {
    let july = try board("2024-07-10")
    #expect(july.overdueProblems.map(\.problem.id) == ["no-land"])
    #expect(july.since == Day("2024-06-11"))
    #expect(july.newProblems.map(\.problem.id) == ["loan"])
    #expect(july.settledProblems.map(\.problem.id) == ["food-orders"])
    #expect(july.openDecisions.map(\.decision.id) == ["d-textile", "d-land"], "the overdue one first")
  }

  @Test func `reports are in time, late, missing or not yet due`() throws {
    let july = try board("2024-07-10")
    func states(_ id: String) throws -> [ReportState] {
      try #require(july.duties.first { $0.duty.id == id }).cells.suffix(6).map { $0 }
    }
    #expect(try states("monthly-machinery").allSatisfy { if case .inTime = $0 { true } else { false } })
    let food = try states("monthly-food")
    #expect(food[1] == .late(received: try day("2024-03-08"), days: 3))
    let textile = try states("monthly-textile")
    #expect(textile[4] == .missing(due: try day("2024-06-05"), days: 35))
    #expect(textile[5] == .missing(due: try day("2024-07-05"), days: 5))
    #expect(july.missingReports.map(\.duty.id) == ["monthly-textile"])
    #expect(july.duties.first { $0.duty.id == "monthly-textile" }?.missedInRow == 3)
    // A quarter is in the cell of its last month, and its report is due on the 10th: today.
    let quarter = try states("quarterly-machinery")
    #expect(quarter[2] == .inTime(received: try day("2024-04-10")) && quarter[1] == .none)
    #expect(quarter[5] == .pending(due: try day("2024-07-10")))
  }

  @Test func `clusters and units are ranked, with their movement`() throws {
    let july = try board("2024-07-10")
    #expect(july.clusters.map(\.id) == ["machinery", "food", "textile"])
    let march = try board("2024-04-10")
    let food = try #require(march.clusters.first { $0.id == "food" })
    #expect(food.place == 3 && food.rise == -1)
    #expect(july.units.map(\.id) == ["economy-office", "farming-office", "investment-office"])
  }

  @Test func `rules of the data say what goes up, and to whom`() throws {
    let july = try board("2024-07-10")
    let matters = july.escalated.map(\.matter)
    #expect(matters.contains(.light("cluster/textile output")))
    #expect(matters.contains(.problem("no-land")) && matters.contains(.decision("d-textile")))
    #expect(matters.contains(.duty("monthly-textile")) && !matters.contains(.duty("monthly-machinery")))
    #expect(july.escalated.allSatisfy { $0.rule.unit == "county-office" })
    #expect(!matters.contains(.light("cluster/machinery output")))
  }

  @Test func `an earlier period is as it was when its lights were fixed`() throws {
    let data = try Fixture("month").dataset()
    let now = try Board(data, on: "2024-07-12")
    let may = DispatchBoard(now, period: ReportingPeriod(.month, containing: try day("2024-05-01")))
    #expect(may.asOf == Day("2024-06-10") && may.period.text == "2024-05")
    #expect(may.problems.contains { $0.problem.id == "loan" } == false)
  }

  @Test func `after a month without records the clock stops`() throws {
    let board = try board("2026-12-01")
    #expect(board.asOf == Day("2024-07-12"))
    #expect(try problem("no-land", board).supervision.overdueDays == 42)
  }

  @Test func `changes between two days are listed`() throws {
    let data = try Fixture("month").dataset()
    let diff = BoardDiff(from: try Board(data, on: "2024-06-12"), to: try Board(data, on: "2024-07-12")).month
    #expect(diff.lights.map(\.history.subject.id) == ["food"])
    #expect(diff.lights.first?.before == .yellow)
    #expect(Set(diff.problems.map(\.id)) == ["loan", "food-orders"])
    #expect(diff.reports.map(\.id) == ["r-monthly-machinery-2024-06", "r-monthly-food-2024-06"])
  }
}
