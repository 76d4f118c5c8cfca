import Glibc
import Testing

/// A restricted session in a real terminal.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct RestrictionTests {
  @Test func `it shows the board, whatever the environment says`() throws {
    let terminal = try Program.start(
      ["--restricted"],
      environment: [
        "QJBOARD_DATA": "/nonexistent", "HOME": "/proc/self", "TZ": ":/etc/passwd", "TERMINFO": "/tmp",
        "LOCPATH": "/tmp", "TERM": "../../etc/passwd", "LINES": "5",
      ])
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `the system refuses what the program does not do`() throws {
    let terminal = try Program.start(["--restricted"])
    let status = try PseudoTerminal.contents(of: "/proc/\(terminal.process)/status")
    #expect(status.contains("Seccomp:\t2\n"))
    #expect(status.contains("NoNewPrivs:\t1\n"))
    let limits = try PseudoTerminal.contents(of: "/proc/\(terminal.process)/limits")
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
    #expect(core?.split(separator: " ").suffix(3) == ["0", "0", "bytes"])
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  /// As on any board: over a network the bytes of an arrow come apart, and must not be Esc and a step back in time.
  @Test(arguments: [[], ["--restricted"]]) func `over SSH a key may come in two packets`(mode: [String])
    throws
  {
    // The second packet has to come within 150 ms. On a busy machine it may be late once, hardly five times.
    for _ in 0..<5 {
      let terminal = try Program.start(
        mode + ["--lang", "en", "--view", "targets"],
        environment: ["SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"])
      #expect(terminal.wait(for: "Indicator") && terminal.settle())
      let head = terminal.screen.lines[0]
      func cursor(_ lines: [String]) -> Int? { lines.firstIndex { $0.hasPrefix("▌") } }
      let row = try #require(cursor(terminal.screen.lines))
      terminal.type("\u{1B}")
      terminal.wait(seconds: 0.06) { _ in false }
      terminal.type("[B")
      func isMoved(_ lines: [String]) -> Bool { cursor(lines) == row + 1 }
      #expect(terminal.wait { $0[0] != head || isMoved($0) })
      let isArrow = terminal.screen.lines[0] == head
      terminal.type("q")
      #expect(terminal.end() == .exited(0))
      if isArrow { return }
    }
    Issue.record("the arrow was taken for Esc and a step back in time")
  }

  @Test func `it cannot be stopped`() throws {
    let terminal = try Program.start(["--restricted"])
    terminal.type("\u{1A}")
    terminal.signal(SIGTSTP)
    #expect(terminal.end(within: 0.5) == nil)
    #expect(Program.isShown(in: terminal.screen.lines) && terminal.screen.isAlternate)
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGTERM, SIGHUP])
  func `it restores the terminal as other programs do`(number: Int32) throws {
    let terminal = try Program.start(["--restricted"])
    terminal.signal(number)
    #expect(terminal.end() != nil)
    #expect(terminal.isRestored)
  }

  @Test func `without a key it ends by itself with the reason`() throws {
    let terminal = try Program.start(["--idle-limit", "1s", "--lang", "en"])
    #expect(terminal.end(within: 20) == .exited(0))
    #expect(terminal.isRestored)
    #expect(terminal.screen.lines.contains { $0.contains("no key for 1s") })
  }

  @Test func `a key starts the time anew`() throws {
    let terminal = try Program.start(["--idle-limit", "3s"])
    for _ in 0..<8 {
      #expect(terminal.end(within: 0.5) == nil)
      terminal.type("j")
    }
    #expect(terminal.end(within: 20) == .exited(0))
  }

  /// Blocked in its output, it does not come to look at the time itself.
  @Test func `it ends without a key also while the client is frozen`() throws {
    let terminal = try Program.start(["--idle-limit", "4s"])
    for step in 0..<40 where terminal.end(within: 0.05, isReading: false) == nil {
      terminal.resize(columns: 200 - step % 2, rows: 60 - step % 2)
    }
    #expect(terminal.end(within: 20, isReading: false) == .exited(0))
    #expect(terminal.isRestored)
  }
}
