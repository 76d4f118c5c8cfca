import Figures
import Store
import Testing

struct WaitingTests {
  /// The engine works of the small dataset, signed on `date` and looked at on 2023-07-31.
  private func waiting(signed date: String) throws -> Waiting? {
    let dataset = try Fixture("small")
      .replacing("\"date\": \"2022-04\"", in: "projects.json", with: "\"date\": \"\(date)\"").dataset()
    return try Board(dataset, on: "2023-07-31").projects.first { $0.project.id == "engine-works" }?.waiting
  }

  @Test(arguments: [
    ("2022-04-30", "457天", "457 days"), ("2022-04", "15个月", "15 months"), ("2022", "0至2年", "0 to 2 years"),
    ("2021", "1至3年", "1 to 3 years"), ("by 2021", "至少18个月", "at least 18 months"),
    ("before 2022", "至少18个月", "at least 18 months"), ("unknown", "日期未公布", "undated"),
  ])
  func `a wait is as exact as its date`(date: String, zh: String, en: String) throws {
    let waiting = try #require(try waiting(signed: date))
    #expect(waiting.label(.zh) == zh)
    #expect(waiting.label(.en) == en)
  }

  @Test func `only what is signed and not started waits`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    #expect(board.waiting.map(\.project.id) == ["engine-works"])
    #expect(board.projects.filter { $0.waiting != nil }.allSatisfy { $0.rung == .signed })
    #expect(try Board(DatasetLoader.builtIn().dataset, on: "2024-11-15").waiting.isEmpty)
  }

  @Test func `the longest wait comes first`() throws {
    let dataset = try Fixture("small")
      .replacing("\"stage\": \"reserve\"", in: "projects.json", with: "\"stage\": \"signed\"").replacing(
        "\"date\": \"unknown\"", in: "projects.json", with: "\"date\": \"2021-01\""
      ).dataset()
    #expect(
      try Board(dataset, on: "2023-07-31").waiting.map(\.project.id) == ["gear-works", "engine-works"])
  }
}
