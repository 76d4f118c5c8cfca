import Testing

@testable import Domain
@testable import Figures
@testable import Store

struct TaskBoardTests {
  private static let package = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  private func board(_ fixture: String = "small", asOf: String = "2023-08-01") throws -> Board {
    let dataset = try DatasetLoader.load(directory: "\(TaskBoardTests.package)/fixtures/\(fixture)").dataset
    return Board(dataset, asOf: Day(asOf) ?? .distantFuture)
  }

  @Test func `a task is held against the target of its plan`() throws {
    let tasks = try TaskBoard(board()).programmes.flatMap(\.tasks)
    #expect(tasks.map(\.task.id) == ["raise-machinery", "attract-food"])
    let standing = try #require(tasks.first?.indicators.first)
    #expect(standing.target?.target.id == "district-output-2025")
    #expect(standing.status == .behind)
    // ln 1.2 / ln 2 / 0.4
    #expect(standing.target?.scheduleRatio.map { ($0 * 1000).rounded() } == 658)
  }

  @Test func `an indicator of several tasks counts once for their programme`() throws {
    let programme = try #require(TaskBoard(board()).programmes.first)
    #expect(programme.indicators.map(\.indicator.id) == ["output"])
  }

  @Test func `units count what they lead and support`() throws {
    let units = try TaskBoard(board()).units
    #expect(units.map(\.organisation.id) == ["investment-office", "economy-office"])
    #expect(units.map(\.led.count) == [1, 1])
    #expect(units.map(\.supported.count) == [1, 0])
    // What it leads and supports alike is counted where it leads.
    #expect(units.first?.supportedIndicators.isEmpty == true)
  }

  @Test(arguments: [("2020-12-31", 0), ("2021-01-01", 1), ("2021-01-02", 1)])
  func `a programme counts from the day that its plan begins`(day: String, count: Int) throws {
    let board = try TaskBoard(board(), begunBy: Day(day))
    #expect(board.programmes.count == count && board.units.allSatisfy { $0.led.isEmpty == (count == 0) })
  }

  @Test func `nothing is known before its document`() throws {
    let before = try TaskBoard(board(asOf: "2021-02-28"))
    #expect(before.programmes.isEmpty)
    #expect(before.units.isEmpty)
    #expect(before.plans.isEmpty)
  }

  @Test func `projects of a task are in the order of the board`() throws {
    let board = try board()
    let tasks = TaskBoard(board)
    let task = try #require(tasks.programmes.first?.tasks.first?.task)
    #expect(tasks.projects(of: task).map(\.project.id) == ["gear-works", "engine-works"])
    #expect(tasks.projects(of: task).map(\.rung) == [.reserve, .signed])
  }

  @Test func `plans with programmes come first and a plan alone can be counted`() throws {
    let board = try board("qianjiang", asOf: "2024-11-15")
    let all = TaskBoard(board)
    #expect(all.programmes.first?.programme.kind == .programme)
    let last = try #require(all.plans.last?.id)
    #expect(all.plans.count > 1)
    #expect(TaskBoard(board, plan: last).programmes.allSatisfy { $0.programme.plan == last })
    for standing in all.units {
      let ranks = standing.indicators.map(\.badness.0)
      #expect(ranks == ranks.sorted())
    }
  }

  @Test func `a yearly commitment is judged by its newest reported year`() throws {
    let programmes = try TaskBoard(board("qianjiang", asOf: "2024-11-15")).programmes
    let standings = programmes.flatMap(\.tasks).flatMap(\.indicators).filter { $0.reported != nil }
    #expect(!standings.isEmpty)
    for standing in standings {
      let isMet = (standing.reported?.value ?? 0) >= (standing.commitment?.target.value ?? 0)
      // Of 2022 to 2025 one year is reported.
      #expect(standing.status == (isMet ? .keptInPart : .notReached))
    }
  }
}
