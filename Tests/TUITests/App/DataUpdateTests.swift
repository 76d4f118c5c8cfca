import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels
@testable import Store

/// What new data, and data that is refused, change.
struct DataUpdateTests {
  private func refusal(_ since: String, count: Int = 1) -> Refusal {
    let fault = Diagnostic(path: "figures.json", line: 3, column: 4, fault: .empty(key: "x"))
    return Refusal(fault: fault, count: count, since: since)
  }

  // MARK: Days

  @Test func `new data is shown as of the day that is looked at`() throws {
    let (small, other) = (try Fixture.small(), try Fixture.builtIn())
    var state = try Fixture.smallState("targets")
    _ = update(&state, .loaded(other))
    #expect(state.board.asOf == Fixture.today && state.steps == Board.steps(of: other))
    _ = update(&state, .loaded(small))
    state.press(.character("["), .character("["))
    let day = state.board.asOf
    #expect(state.isPast)
    _ = update(&state, .loaded(small))
    #expect(state.board.asOf == day && state.isPast && state.steps == Board.steps(of: small))
    // The next day does not lead back to today either.
    _ = update(&state, .day(Day.first(ofYear: 2025)))
    #expect(state.board.asOf == day)
  }

  // MARK: Refusals

  @Test func `refused data keep the time of the first refusal until data are accepted`() throws {
    let data = try Fixture.small()
    var state = try Fixture.smallState("targets")
    _ = update(&state, .refused(refusal("14:05")))
    _ = update(&state, .refused(refusal("14:06", count: 3)))
    #expect(state.refusal == refusal("14:05", count: 3))
    _ = update(&state, .loaded(data))
    #expect(state.refusal == nil)
    _ = update(&state, .refused(refusal("15:00")))
    #expect(state.refusal?.since == "15:00")
  }

  @Test func `only the first refusal clears what was said`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.character("T"))
    _ = update(&state, .refused(refusal("14:05")))
    #expect(state.notice == nil)
    state.press(.character("T"))
    _ = update(&state, .refused(refusal("14:06")))
    #expect(state.notice != nil)
  }

  /// A frozen screen takes what came at the end, not all of what came.
  @Test(arguments: [true, false])
  func `resuming shows the last of refused and accepted data`(isAccepted: Bool) throws {
    let (data, refused) = (try Fixture.builtIn(), Event.refused(refusal("14:05")))
    let events = isAccepted ? [refused, .loaded(data)] : [.loaded(data), refused]
    var state = try Fixture.smallState("overview")
    state.press(.character("p"))
    for event in events { _ = update(&state, event) }
    #expect(state.refusal == nil && state.dataset.info.id == "testshire")
    state.press(.character("p"))
    #expect(state.freeze == nil && state.dataset.info.id == data.info.id)
    #expect((state.refusal == nil) == isAccepted)
  }

  @Test func `resuming reports whether anything arrived`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("p"), .character("p"))
    #expect(state.notice?.text.en == "goes on")
    state.press(.character("p"))
    _ = update(&state, .loaded(try Fixture.small()))
    state.press(.character("p"))
    #expect(state.notice?.text.en == "resumes and applies updates")
  }

  // MARK: Search

  @Test func `the chosen hit stays inside the list when new data has fewer`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("/"))
    state.type("food")
    let before = Overlays.choices(state).count
    state.press(.end)
    #expect(state.choice == before - 1 && before > 2)
    var fewer = try Fixture.small()
    fewer.figures = Records([])
    _ = update(&state, .loaded(fewer))
    let after = Overlays.choices(state).count
    #expect((1..<before).contains(after) && state.choice == after - 1 && state.query == "food")
    state.press(.enter)
    #expect(state.overlay == nil && state.lastSearch?.place == after - 1)
  }

  @Test func `a choice further up stays when data comes`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("/"))
    state.type("food")
    state.press(.down)
    _ = update(&state, .loaded(try Fixture.small()))
    #expect(state.choice == 1)
  }
}
