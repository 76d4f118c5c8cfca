import Testing

/// Terminals and locales that are not what one hopes for give a usable screen, or one clear line.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct EnvironmentTests {
  /// One line that says why, or the report as plain text.
  @Test(arguments: ["", "dumb"])
  func `a terminal that cannot place the cursor gets text or a reason`(type: String) throws {
    let terminal = try PseudoTerminal([Program.path], environment: ["TERM": type], columns: 200)
    guard case .exited(let status) = terminal.end() else {
      Issue.record("it should have exited")
      return
    }
    let count = terminal.screen.lines.filter { !$0.isEmpty }.count
    #expect(status == 0 ? count > 1 : count == 1)
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.isLineDisciplineRestored)
  }

  @Test(arguments: [
    "nonsense", "x\u{1B}[31mevil\u{1B}]0;title\u{7}", "../../etc/passwd", String(repeating: "x", count: 5000),
  ])
  func `an unknown terminal is taken for a common one`(type: String) throws {
    let terminal = try Program.start(environment: ["TERM": type])
    #expect(!terminal.output.contains(0x07))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test(arguments: ["xterm", "xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color", "ansi"])
  func `usual terminals`(type: String) throws {
    let terminal = try Program.start(environment: ["TERM": type])
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isLineDisciplineRestored)
    #expect(!terminal.screen.isAlternate)
  }

  @Test(arguments: ["C", "POSIX", "no_SUCH.ISO-8859-1"])
  func `without a charset the screen is ASCII`(locale: String) throws {
    let terminal = try Program.start(environment: ["LC_ALL": locale])
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
  }

  @Test func `a UTF-8 locale that is not installed is UTF-8`() throws {
    let terminal = try Program.start(environment: ["LC_ALL": "no_SUCH.UTF-8"])
    #expect(terminal.output.contains { $0 >= 0x80 })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  @Test func `without a terminal, text or a reason is printed`() throws {
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "\"$0\" </dev/null; echo ended $?", Program.path], columns: 200, rows: 60)
    #expect(terminal.wait(for: "ended"))
    #expect(terminal.output.count > 20)
    #expect(!terminal.output.contains(0x1B))
  }
}
