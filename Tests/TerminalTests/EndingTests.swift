import Glibc
import Testing

/// However the program ends, the terminal is given back, and nothing stays behind.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct EndingTests {
  @Test(arguments: ["q", "\u{3}"])
  func `by key`(key: String) throws {
    let terminal = try Program.start()
    #expect(terminal.screen.isAlternate)
    #expect(!terminal.screen.isCursorVisible)
    #expect(!terminal.isLineDisciplineRestored)
    terminal.type(key)
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `by a signal that asks for it`(number: Int32) throws {
    let terminal = try Program.start()
    terminal.signal(number)
    let ending = terminal.end()
    #expect(ending == .exited(128 + number) || ending == .killed(number))
    #expect(terminal.isRestored)
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGQUIT, SIGTRAP, SIGBUS, SIGFPE, SIGUSR1, SIGALRM])
  func `by a crash`(number: Int32) throws {
    let terminal = try Program.start()
    terminal.signal(number)
    #expect(terminal.end() == .killed(number))
    #expect(terminal.isRestored)
    #expect(!terminal.screen.lines.contains { $0.contains("Program crashed") || $0.contains("Backtrac") })
  }

  @Test func `by a closed window`() throws {
    let terminal = try Program.start()
    terminal.close()
    #expect(terminal.end() != nil)
  }

  /// Below nohup and some shells SIGHUP is ignored, and only the terminal tells that it is gone.
  @Test func `by a closed window when SIGHUP is ignored`() throws {
    let terminal = try PseudoTerminal(["/bin/sh", "-c", "trap '' HUP; exec \"$0\"", Program.path])
    #expect(terminal.wait { Program.isShown(in: $0) })
    terminal.close()
    #expect(terminal.end() != nil)
  }

  /// A client that does not read any more blocks the program in the middle of its output.
  @Test(arguments: [SIGTERM, SIGHUP])
  func `by a signal while the client is frozen`(number: Int32) throws {
    let terminal = try Program.start()
    try freeze(terminal)
    terminal.signal(number)
    let ending = terminal.end(isReading: false)
    #expect(ending == .exited(128 + number) || ending == .killed(number))
    #expect(terminal.isRestored)
  }

  @Test func `by a crash while the client is frozen`() throws {
    let terminal = try Program.start()
    try freeze(terminal)
    terminal.signal(SIGQUIT)
    #expect(terminal.end(isReading: false) == .killed(SIGQUIT))
    #expect(terminal.isRestored)
  }

  @Test func `by a closed window while the client is frozen`() throws {
    let terminal = try Program.start()
    try freeze(terminal)
    terminal.close()
    #expect(terminal.end(isReading: false) != nil)
  }

  /// The terminal is as it was for the others who use it, also in ways that are not seen.
  @Test func `output waits as it did before`() throws {
    let terminal = try PseudoTerminal([
      "/bin/sh", "-c", "\"$0\"; grep flags: /proc/self/fdinfo/0 /proc/self/fdinfo/1", Program.path,
    ])
    #expect(terminal.wait { Program.isShown(in: $0) })
    terminal.type("q")
    #expect(terminal.wait(for: "fdinfo/1:flags:"))
    // The flag of O_NONBLOCK, in octal.
    for line in terminal.screen.lines where line.contains("flags:") {
      let flags = line.split(separator: " ").last.flatMap { Int($0, radix: 8) } ?? Int(O_NONBLOCK)
      #expect(flags & Int(O_NONBLOCK) == 0)
    }
    #expect(terminal.end() == .exited(0))
  }

  /// Lets the program write until nothing more fits, and have more to write.
  private func freeze(_ terminal: PseudoTerminal) throws {
    let deadline = PseudoTerminal.now + 60_000
    var full = 0
    var step = 0
    while full < 5, PseudoTerminal.now < deadline {
      step += 1
      terminal.resize(columns: 200 - step % 2, rows: 60 - step % 2)
      terminal.pause()
      full = terminal.isFull ? full + 1 : 0
    }
    try #require(full == 5)
  }
}
