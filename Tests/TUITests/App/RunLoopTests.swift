import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Store

struct RunLoopTests {
  private struct Outcome {
    var state: AppState
    var terminal: MemoryTerminal
    var reason: EndReason?
    var suspensions = 0
  }

  /// Events that come without a pause are one burst; `.timeout` stands for the pause.
  private func run(
    _ events: [TerminalEvent], width: Int = 80, height: Int = 24, today: () -> Day = { Fixture.today },
    news: (() -> Event?)? = nil
  ) throws -> Outcome {
    var outcome = Outcome(
      state: try Fixture.smallState("overview"),
      terminal: MemoryTerminal(width: width, height: height, events: events))
    var suspensions = 0
    outcome.reason = withoutActuallyEscaping(today) { today in
      RunLoop(today: today, feed: news.map { ($0, { 250 }) }).run(
        &outcome.state, on: &outcome.terminal, suspend: { _ in suspensions += 1 })
    }
    outcome.suspensions = suspensions
    return outcome
  }

  @Test func `what became of a file is said on the screen`() throws {
    var state = try Fixture.smallState("targets")
    var terminal = MemoryTerminal(events: [.key(.character("e")), .key(.character("1")), .timeout])
    let loop = RunLoop(
      time: { Moment(monotonic: 0, day: Fixture.today, minute: 720) },
      write: { .notWritten(name: $0, reason: Name(both: "the disk is full \($1.count > 100)")) })
    _ = loop.run(&state, on: &terminal)
    let lines = terminal.frames.last?.buffer.lines ?? []
    #expect(lines.contains { $0.contains("the disk is full true") }, "\(lines)")
  }

  @Test func `the first frame has the size of the terminal`() throws {
    let outcome = try run([], width: 60, height: 20)
    #expect(outcome.terminal.frames.count == 1)
    #expect(outcome.terminal.frames[0].buffer == Frame.render(outcome.state))
    #expect((outcome.state.width, outcome.state.height) == (60, 20))
    #expect(outcome.terminal.frames[0].theme == .dark)
  }

  @Test func `a burst of events is painted once`() throws {
    let burst = Array(repeating: TerminalEvent.key(.down), count: 3)
    let outcome = try run(burst + [.timeout, .key(.character("L")), .timeout])
    #expect(outcome.terminal.frames.count == 3)
    #expect(outcome.terminal.timeouts == [nil, 0, 0, 0, nil, 0, nil])
    #expect(outcome.state.viewState().selection == "cluster/machinery")
    #expect(outcome.terminal.frames[1].buffer.cursorRows != outcome.terminal.frames[0].buffer.cursorRows)
    #expect(outcome.terminal.frames[2].buffer == Frame.render(outcome.state))
  }

  @Test func `q ends without a reason and without a frame`() throws {
    let outcome = try run([.key(.character("q")), .key(.down)])
    #expect(outcome.reason == nil)
    #expect(outcome.terminal.frames.count == 1)
    #expect(outcome.state.viewState().selection == nil)
  }

  @Test(arguments: [EndReason.hangup, .signal(15), .inputClosed])
  func `the end of the terminal is the end, with its reason`(reason: EndReason) throws {
    #expect(try run([.key(.down), .end(reason), .key(.down)]).reason == reason)
    #expect(try run([.key(.down), .timeout, .end(reason)]).reason == reason)
  }

  @Test func `a storm of resizes costs one frame of the last size`() throws {
    let storm = (1...30).map { TerminalEvent.resize(width: $0 * 5, height: $0 * 2) }
    let outcome = try run(storm + [.timeout])
    #expect(outcome.terminal.frames.count == 2)
    #expect(outcome.terminal.frames[1].buffer.width == 150)
    #expect(outcome.terminal.frames[1].buffer.height == 60)
  }

  @Test func `going on after a stop paints anew`() throws {
    let outcome = try run([.resumed, .timeout])
    #expect(outcome.terminal.frames.count == 2)
  }

  @Test func `Ctrl-Z suspends, other keys do not`() throws {
    #expect(try run([.key(.down), .key(.character("z")), .timeout]).suspensions == 0)
    let outcome = try run([
      .key(.control("z")), .timeout, .key(.character("?")), .key(.control("z")), .timeout,
    ])
    #expect(outcome.suspensions == 2)
    #expect(outcome.terminal.frames.count == 3)
  }

  @Test func `a new day makes a new board`() throws {
    let tomorrow = Day.first(ofYear: 2025)
    var asked = 0
    let outcome = try run([.key(.down), .timeout, .key(.down), .timeout], width: 150) {
      asked += 1
      return asked > 2 ? tomorrow : Fixture.today
    }
    #expect(asked >= 2)
    #expect(outcome.state.today == tomorrow)
    #expect(outcome.state.board.asOf == tomorrow)
    let heads = outcome.terminal.frames.map { $0.buffer.lines[0] }
    #expect(heads[1].contains("15 months ago"))
    #expect(heads[2].contains("17 months ago"))
  }

  @Test func `the cursor is shown where text is typed`() throws {
    let outcome = try run([
      .key(.character("4")), .timeout, .key(.character(",")), .key(.character("a")), .timeout,
    ])
    #expect(outcome.terminal.frames.map(\.cursor) == [nil, nil, Frame.cursor(outcome.state)])
    #expect(outcome.terminal.frames[2].cursor != nil)
  }

  @Test func `new data is shown, the place kept, and nothing is painted while there is none`() throws {
    var waiting = [nil, Event.loaded(try Fixture.builtIn()), nil]
    let outcome = try run(
      [.key(.down), .timeout, .woken, .timeout, .timeout],
      news: { waiting.isEmpty ? nil : waiting.removeFirst() })
    #expect(outcome.state.dataset.info.id != "testshire")
    #expect(outcome.terminal.frames.count == 3)
    #expect(outcome.terminal.timeouts.first == 250)
  }

  /// Otherwise it would spin for ever when something changes just after it was looked at.
  @Test func `the feed is asked whenever it has woken the terminal`() throws {
    var asked = 0
    let outcome = try run(
      [.key(.down), .woken, .woken, .woken, .timeout],
      news: {
        asked += 1
        return nil
      })
    #expect(asked == 3)
    #expect(outcome.terminal.timeouts == [250, 0, 250, 0, 250, 0])
    #expect(outcome.terminal.frames.count == 2)
  }

  @Test func `refused data leave the last good data, with the time until they are fixed`() throws {
    func refusal(_ since: String) -> Event {
      let fault = Diagnostic(path: "figures.json", line: 3, column: 4, fault: .empty(key: "x"))
      return .refused(Refusal(fault: fault, count: 2, since: since))
    }
    var waiting = [refusal("14:05"), refusal("14:06")]
    let refused = try run(
      [.woken, .timeout, .woken, .timeout], news: { waiting.isEmpty ? nil : waiting.removeFirst() })
    #expect(refused.state.dataset.info.id == "testshire")
    #expect(refused.state.refusal?.since == "14:05")
    let foot = refused.state.news
    #expect(foot.contains("figures.json:3:4"))
    #expect(foot.contains("14:05"))

    waiting = [refusal("14:05"), .loaded(try Fixture.small())]
    let mended = try run(
      [.woken, .timeout, .woken, .timeout], news: { waiting.isEmpty ? nil : waiting.removeFirst() })
    #expect(mended.state.refusal == nil)
  }

  @Test func `the next day is waited for, and shown when it comes`() throws {
    var state = try Fixture.smallState("overview")
    var terminal = MemoryTerminal(events: [.timeout, .timeout])
    let tomorrow = try #require(Day("2024-11-16"))
    var days = [Fixture.today, tomorrow]
    let loop = RunLoop(
      today: { days.count > 1 ? days.removeFirst() : days[0] }, restOfDay: { 5000 },
      feed: ({ nil }, { 9000 }))
    _ = loop.run(&state, on: &terminal)
    #expect(terminal.timeouts.first == 5000)
    #expect(state.today == tomorrow)
  }
}
