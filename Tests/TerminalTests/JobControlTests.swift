import Glibc
import Testing

/// Keys that make signals elsewhere, and being stopped and continued.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct JobControlTests {
  /// The runtime's crash reporter would give whoever sits there a debugger.
  @Test func `the quit key is only a key`() throws {
    let terminal = try Program.start()
    terminal.type("\u{1C}")
    #expect(terminal.end(within: 0.5) == nil)
    #expect(Program.isShown(in: terminal.screen.lines))
    #expect(!terminal.screen.lines.contains { $0.contains("debug") || $0.contains("crash") })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `stopped by its key and continued by the shell`() throws {
    let terminal = try shell()
    terminal.type("\(Program.path)\n")
    #expect(terminal.wait { Program.isShown(in: $0) && terminal.screen.isAlternate })
    terminal.type("\u{1A}")
    #expect(terminal.wait { _ in !terminal.screen.isAlternate && terminal.screen.isCursorVisible })
    terminal.type("jobs; echo st''opped\n")
    #expect(terminal.wait(for: "stopped"))
    terminal.resize(columns: 100, rows: 30)
    terminal.type("fg\n")
    #expect(terminal.wait { Program.isShown(in: $0) && terminal.screen.isAlternate })
    terminal.type("q")
    try finish(terminal)
  }

  @Test(arguments: [SIGTSTP, SIGSTOP])
  func `stopped from elsewhere`(signal: Int32) throws {
    let terminal = try shell()
    terminal.type("\(Program.path)\n")
    #expect(terminal.wait { Program.isShown(in: $0) && terminal.screen.isAlternate })
    let process = try #require(terminal.firstChild)
    kill(process, signal)
    #expect(terminal.wait(for: "Stopped"))
    terminal.type("fg\n")
    #expect(terminal.wait { Program.isShown(in: $0) && terminal.screen.isAlternate })
    #expect(terminal.settle())
    #expect(!terminal.screen.lines.contains { $0.contains("shell>") })
    terminal.type("q")
    try finish(terminal)
  }

  @Test func `continued without having been stopped`() throws {
    let terminal = try Program.start()
    terminal.signal(SIGCONT)
    #expect(terminal.settle())
    #expect(Program.isShown(in: terminal.screen.lines))
    #expect(terminal.screen.isAlternate)
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `idling costs nothing`() throws {
    let terminal = try Program.start()
    let before = terminal.processorTime
    #expect(terminal.end(within: 2) == nil)
    #expect(terminal.processorTime - before < 0.05)
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  private func shell() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
    try #require(terminal.wait(for: "shell>"))
    return terminal
  }

  /// Ends the shell in which the program has just ended.
  private func finish(_ terminal: PseudoTerminal) throws {
    #expect(terminal.wait { _ in !terminal.screen.isAlternate && terminal.screen.isCursorVisible })
    terminal.type("echo do''ne; exit\n")
    #expect(terminal.wait(for: "done"))
    #expect(terminal.end() != nil)
  }
}
