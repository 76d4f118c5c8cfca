import Glibc
import Testing

/// The self-test against terminals that draw and answer in different ways, played by the test.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct DoctorTests {
  private static let request: [UInt8] = Array("\u{1B}[6n".utf8)
  private static let background: [UInt8] = Array("\u{1B}]11;?".utf8)

  /// Answers each question with the next of `columns` until the program ends.
  private func run(_ columns: [Int], arguments: [String] = [], environment: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      [Program.path, "--lang", "en", "doctor"] + arguments, environment: environment, rows: 40)
    var answered = 0
    var isTold = false
    terminal.wait(seconds: 20) { _ in
      let asked = terminal.output.count(of: Self.request)
      while answered < asked, answered < columns.count {
        terminal.type("\u{1B}[1;\(columns[answered])R")
        answered += 1
      }
      if !isTold, !columns.isEmpty, terminal.output.count(of: Self.background) > 0 {
        terminal.type("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\")
        isTold = true
      }
      return terminal.hasEnded
    }
    return terminal
  }

  @Test func `a terminal with wide lines is told from one without`() throws {
    let narrow = try run([1, 3, 2, 2, 2, 2, 2])
    #expect(narrow.end() == .exited(0))
    #expect(narrow.screen.lines.contains("Everything is as it should be."))
    #expect(narrow.isRestored)
    #expect(narrow.screen.lines.contains("background: dark #1e1e1e"))

    let wide = try run([1, 3, 3, 2, 3, 3, 2])
    #expect(wide.end() == .exited(0))
    #expect(wide.screen.lines.contains { $0.contains("lines, signs, quotation marks take two cells") })
    #expect(wide.isRestored)
  }

  @Test func `the measured width is written when asked, and only then`() throws {
    let configuration = "/tmp/qjboard-doctor-\(getpid())/qjboard/config.json"
    defer {
      unlink(configuration)
      rmdir("/tmp/qjboard-doctor-\(getpid())/qjboard")
      rmdir("/tmp/qjboard-doctor-\(getpid())")
    }
    let environment = ["XDG_CONFIG_HOME": "/tmp/qjboard-doctor-\(getpid())"]
    let wide = [1, 3, 3, 2, 3, 3, 2]
    #expect(try run(wide, environment: environment).end() == .exited(0))
    #expect(access(configuration, F_OK) != 0)
    let first = try run(wide, arguments: ["--fix"], environment: environment)
    #expect(first.end() == .exited(0))
    #expect(first.screen.lines.contains { $0.hasPrefix("written to \(configuration)") })
    let second = try run(wide, arguments: ["--fix"], environment: environment)
    #expect(second.end() == .exited(0))
    #expect(second.screen.lines.contains("nothing to write: it is wide already"))
    let silent = try run([], arguments: ["--fix", "--timeout", "50"], environment: environment)
    #expect(silent.end() == .exited(70))
    let narrow = try run([1, 3, 2, 2, 2, 2, 2], arguments: ["--fix"], environment: environment)
    #expect(narrow.end() == .exited(0))
    // The line is longer than the screen is wide.
    #expect(narrow.screen.lines.joined().contains("\"ambiguous_width\": \"narrow\""))
  }

  @Test func `a terminal program has its lines when it is named`() throws {
    let terminal = try run([1, 3, 2, 2, 2, 2, 2], arguments: ["--terminal", "xshell"])
    #expect(terminal.end() == .exited(0))
    #expect(terminal.screen.lines.contains("Settings of Xshell:"))
  }

  @Test func `a terminal that never answers is left in time`() throws {
    let terminal = try run([], arguments: ["--timeout", "50"])
    #expect(terminal.end() == .exited(0))
    #expect(terminal.screen.lines.contains { $0.contains("the terminal did not answer") })
    #expect(terminal.isRestored)
  }

  @Test func `the line discipline is restored when the program ends meanwhile`() throws {
    let terminal = try PseudoTerminal([Program.path, "doctor", "--timeout", "60000"])
    #expect(terminal.wait { _ in terminal.output.count(of: Self.request) > 0 })
    terminal.signal(15)
    #expect(terminal.end(within: 20) != nil)
    #expect(terminal.isLineDisciplineRestored)
  }
}

extension [UInt8] {
  /// How often `part` occurs.
  fileprivate func count(of part: [UInt8]) -> Int {
    indices.count { self[$0...].starts(with: part) }
  }
}
