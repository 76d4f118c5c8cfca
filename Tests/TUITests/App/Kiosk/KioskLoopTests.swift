import Testing

@testable import App
@testable import Canvas

struct KioskLoopTests {
  /// A terminal whose waits pass at once, by a clock of its own.
  private final class Clock {
    var now = 0
  }

  private struct FastTerminal: Terminal, ~Copyable {
    var size = (width: 120, height: 36)
    let clock: Clock
    let end: Int
    /// What comes at a time.
    var events: [(at: Int, event: TerminalEvent)] = []
    var frames: [Int] = []
    /// Whether a key comes every millisecond.
    var isFlooded = false

    mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) { frames.append(clock.now) }

    mutating func copy(_ text: String) {}

    mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
      if isFlooded {
        clock.now += 1
        return clock.now >= end ? .end(.signal(15)) : .key(.character("x"))
      }
      let wait = timeoutMilliseconds ?? 0
      if let first = events.first, first.at <= clock.now + wait {
        events.removeFirst()
        clock.now = max(clock.now, first.at)
        return first.event
      }
      clock.now += wait
      return clock.now >= end ? .end(.signal(15)) : .timeout
    }
  }

  private func run(
    _ kiosk: inout KioskState, until end: Int, events: [(at: Int, event: TerminalEvent)] = [],
    heartbeatInterval: Int? = nil, isFlooded: Bool = false,
    news: @escaping (Int) -> Event? = { _ in nil }
  ) -> (frames: [Int], beats: [Int], reason: EndReason?) {
    let clock = Clock()
    var terminal = FastTerminal(clock: clock, end: end, events: events, isFlooded: isFlooded)
    var beats: [Int] = []
    let loop = RunLoop(
      time: { Moment(monotonic: clock.now, day: Fixture.today, minute: 720 + clock.now / 60_000) },
      feed: ({ news(clock.now) }, { 60_000 }), heartbeatInterval: heartbeatInterval)
    let reason = loop.run(&kiosk, on: &terminal, heartbeat: { _ in beats.append(clock.now) })
    return (terminal.frames, beats, reason)
  }

  @Test func `it paints once a second, and turns the pages`() throws {
    var kiosk = try KioskState.small()
    let (frames, _, reason) = run(&kiosk, until: 60_500)
    #expect(frames == Array(stride(from: 0, through: 60_000, by: 1000)))
    #expect(kiosk.turns == 4)
    #expect(reason == .signal(15))
  }

  @Test func `keys and resizes are seen at once`() throws {
    var kiosk = try KioskState.small()
    let (frames, _, _) = run(
      &kiosk, until: 3000, events: [(1500, .key(.right)), (1700, .resize(width: 100, height: 30))])
    #expect(frames == [0, 1000, 1500, 1700, 2500])
  }

  /// Somebody leans on the keyboard: frames and heartbeats go on.
  @Test func `keys without end do not stop it`() throws {
    var kiosk = try KioskState.small()
    let (frames, beats, _) = run(&kiosk, until: 20_000, heartbeatInterval: 1000, isFlooded: true)
    #expect(frames.count >= 19)
    #expect(kiosk.turns == 1)
    #expect(zip(beats, beats.dropFirst()).allSatisfy { $1 - $0 <= 2 * RunLoop.patience })
  }

  @Test func `it shows that it is alive as often as it should`() throws {
    var kiosk = KioskState.of(nil)
    let (_, beats, _) = run(&kiosk, until: 10_000, heartbeatInterval: 300)
    #expect(beats.count > 30)
    #expect(zip(beats, beats.dropFirst()).allSatisfy { $1 - $0 <= 300 })
  }

  @Test func `news is shown when it comes`() throws {
    var kiosk = KioskState.of(nil)
    let small = try Fixture.small()
    var isTold = false
    let news = { (now: Int) -> Event? in
      guard now >= 2000, !isTold else { return nil }
      isTold = true
      return .loaded(small)
    }
    let (frames, _, _) = run(&kiosk, until: 4500, events: [(2200, .woken)], news: news)
    #expect(kiosk.hasData)
    #expect(frames.contains(2000))
  }

  @Test func `the keeper's key ends it without a reason`() throws {
    var options = KioskOptions()
    options.exit = [.function(12)]
    var kiosk = try KioskState.small(options)
    let (_, _, reason) = run(&kiosk, until: 9000, events: [(100, .key(.function(12)))])
    #expect(reason == nil)
  }
}
