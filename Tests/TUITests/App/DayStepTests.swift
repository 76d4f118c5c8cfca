import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The day of the board, and what changed since an earlier one.
struct DayStepTests {
  @Test func `brackets step through the days on which something became known`() throws {
    var state = try Fixture.smallState("overview")
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    let (first, second) = try (day("2021-03-01"), day("2023-01-31"))
    let data = try Fixture.small()
    // What is known today became known on the third day; the step before it is the second.
    state.expect(.character("[")) { $0.board = Board(data, asOf: second) }
    state.expect(.character("【")) { $0.board = Board(data, asOf: first) }
    state.expect(.character("[")) { $0.sayNothingEarlier() }
    state.expect(.character("]")) {
      $0.board = Board(data, asOf: second)
      $0.notice = nil
    }
    // What is known on the last of the days is all that is known today.
    state.expect(.character("】")) { $0.board = Board(data, asOf: Fixture.today) }
    state.expect(.character("]")) { $0.say("已是最新", "this is the latest day") }
  }

  @Test func `the head marks an earlier day`() throws {
    var state = try Fixture.smallState("overview", width: 150)
    #expect(state.screen[0].hasSuffix("data to 2023-07-31, 15 months ago ◷stale"))
    state.press(.character("["))
    #expect(state.screen[0].hasSuffix("AS OF 2023-01-31 Esc latest"))
    #expect(!state.screen[0].contains("data to"))
    state.press(.character("L"))
    #expect(state.screen[0].hasSuffix("历史时点：只看截至2023-01-31的资料 Esc 回最新"))
    let last = Frame.render(state)
    #expect(last.style(117, 0) == Style(.banner, on: .banner, .bold))
    state.press(.character("]"))
    #expect(state.screen[0].hasSuffix("资料至 2023-07-31 15个月前 ◷资料较旧"))
    #expect(!state.screen[0].contains("历史时点"))
    state.width = 40
    state.height = 12
    state.press(.character("["))
    #expect(state.screen[0].contains("2023-01-31"))
  }

  @Test func `a new day is followed from today only`() throws {
    let (data, tomorrow) = (try Fixture.small(), Day.first(ofYear: 2024, month: 12))
    var state = try Fixture.smallState("overview")
    state.expect(.day(tomorrow)) {
      $0.today = tomorrow
      $0.board = Board(data, asOf: tomorrow)
    }
    state.press(.character("["))
    state.expect(.day(Fixture.today)) { $0.today = Fixture.today }
  }

  @Test func `changes since the day before, and since earlier days`() throws {
    var state = try Fixture.smallState("overview")
    let (first, second) = (try #require(state.steps.first), state.steps[1])
    state.expect(.character("d")) { $0.overlay = .changes(since: second) }
    #expect(state.screen.contains { $0.contains("Changes since 2023-01-31") })
    state.expect(.character("[")) { $0.overlay = .changes(since: first) }
    state.expect(.character("["))
    state.expect(.character("d")) { $0.overlay = nil }
    state.press(.character("["), .character("["))
    state.expect(.character("d")) { $0.sayNothingEarlier() }
  }

  @Test func `changes are since a day before the one that is shown`() throws {
    var state = try Fixture.smallState("overview")
    let first = try #require(state.steps.first)
    state.press(.character("["))
    #expect(state.steps.contains(state.board.asOf))
    state.expect(.character("d")) { $0.overlay = .changes(since: first) }
    for key in [Key.character("]"), .character("[")] { state.expect(key) }
  }
}
