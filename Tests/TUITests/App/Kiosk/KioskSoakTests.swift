import CSignals
import Glibc
import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Store

/// A life of the kiosk in fast motion: pages, visitors, resizes, data that is replaced, good and bad.
@Suite(.serialized) struct KioskSoakTests {
  private static let minutesPerDay = 1440

  private final class World {
    var now = 0
    var random = SplitMix(seed: 7)
    var frames = 0
    var slowest = 0
    var late = 0
    var reloads = 0
    var refusals = 0
    var visits = 0
    var resizes = 0
    /// Memory by day, in kilobytes.
    var memory: [Int] = []
    var started = World.real

    static var real: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
  }

  /// Every wait takes at least a minute, so that a minute of life costs one frame.
  private struct FastTerminal: Terminal, ~Copyable {
    var size = (width: 120, height: 36)
    let world: World
    let end: Int

    init(_ world: World, end: Int) {
      (self.world, self.end) = (world, end)
    }

    mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) {
      world.frames += 1
      let took = World.real - world.started
      world.slowest = max(world.slowest, took)
      if took >= 1000 { world.late += 1 }
    }

    mutating func copy(_ text: String) {}

    mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
      defer { world.started = World.real }
      if timeoutMilliseconds == 0 { return .timeout }
      world.now += max(60_000, timeoutMilliseconds ?? 0)
      if world.now >= end { return .end(.signal(15)) }
      switch UInt8.random(in: 0..<100, using: &world.random) {
      case 0..<5:
        world.visits += 1
        let keys: [Key] = [.right, .left, .up, .down, .character("3"), .control("c"), .function(10), .escape]
        return .key(keys.randomElement(using: &world.random) ?? .right)
      case 5:
        world.resizes += 1
        let sizes = [(120, 36), (80, 24), (240, 70), (40, 12), (1, 1)]
        let (width, height) = sizes.randomElement(using: &world.random) ?? (120, 36)
        size = (width, height)
        return .resize(width: width, height: height)
      default: return .timeout
      }
    }
  }

  @Test func `it shows a page a minute until it is ended`() throws {
    let (world, kiosk, reason) = try live(days: 2)
    #expect(reason == .signal(15))
    #expect(kiosk.turns >= world.frames / 2)
    #expect(world.visits > 0 && world.resizes > 0)
  }

  @Test(.enabled(if: TestSize.isFull, "a year takes minutes in a process of its own: set QJBOARD_FULL"))
  func `memory, descriptors and frames stay as they are for a year`() throws {
    let files = Self.descriptors
    let (world, kiosk, _) = try live(days: 365)
    // The first day settles what is made once.
    let settled = world.memory.dropFirst()
    let (first, last) = (try #require(settled.first), try #require(settled.last))
    print(
      "soak: 365 days, \(kiosk.turns) pages, \(world.frames) frames, \(world.reloads) reloads, "
        + "\(world.refusals) refusals, \(world.visits) visits, \(world.resizes) resizes")
    print(
      "soak: slowest round \(world.slowest) ms, late frames \(world.late), descriptors \(files) and "
        + "\(Self.descriptors), memory \(first) to \(last) kB")
    #expect(Double(last - first) / Double(first) < 0.01)
    #expect(Self.descriptors == files)
    #expect(world.late == 0)
  }

  private func live(days: Int) throws -> (World, KioskState, EndReason?) {
    let world = World()
    let good = [try Fixture.small(), try Fixture.builtIn()]
    let bad = Refusal(
      fault: Diagnostic(path: "/srv/data", line: nil, column: nil, fault: .directoryMissing), count: 1,
      since: "12:00")
    var kiosk = KioskState.of(good[1])
    var terminal = FastTerminal(world, end: days * Self.minutesPerDay * 60_000)
    var nextMark = 0
    let news = { () -> Event? in
      if world.now >= nextMark {
        nextMark += Self.minutesPerDay * 60_000
        qj_memory_trim()
        world.memory.append(Self.memory)
      }
      // Data changes twice a day or so; every fourth time it is wrong.
      guard Int.random(in: 0..<700, using: &world.random) == 0 else { return nil }
      if Int.random(in: 0..<4, using: &world.random) == 0 {
        world.refusals += 1
        return .refused(bad)
      }
      world.reloads += 1
      return .loaded(good[Int.random(in: 0..<4, using: &world.random) == 0 ? 0 : 1])
    }
    let time = {
      let minutes = world.now / 60_000
      return Moment(
        monotonic: world.now, day: Self.day(minutes / Self.minutesPerDay),
        minute: minutes % Self.minutesPerDay)
    }
    let reason = RunLoop(time: time, feed: (news, { 60_000 })).run(&kiosk, on: &terminal)
    return (world, kiosk, reason)
  }

  private static func day(_ number: Int) -> Day {
    let start = Day.first(ofYear: 2025)
    let year = 2025 + number / 365
    let rest = number % 365
    var month = 1
    var left = rest
    while month < 12, left >= Day.daysIn(month: month, year: year) {
      left -= Day.daysIn(month: month, year: year)
      month += 1
    }
    return Day(year: year, month: month, day: left + 1) ?? start
  }

  private static var descriptors: Int { TextFile.names(in: "/proc/self/fd").count }

  /// What the process holds, in kilobytes.
  private static var memory: Int {
    let line = TextFile.read("/proc/self/status")?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
