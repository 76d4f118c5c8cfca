import Glibc
import Testing

/// What takes longer than half a second says so on a terminal.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct ProgressTests {
  private static let small =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/fixtures/small"

  /// An import of a table that comes late, in a terminal, with its standard error where `redirection` says.
  private func importing(after seconds: Double, _ redirection: String = "") throws -> PseudoTerminal {
    let line =
      "(sleep \(seconds); printf 'name,stage\\n罐头厂,投产\\n') | \"$0\" import projects - --into \(Self.small) "
      + "--source briefing --lang en \(redirection); echo ended $?"
    return try PseudoTerminal(["/bin/sh", "-c", line, Program.path], columns: 100)
  }

  @Test func `a line names what is awaited and disappears afterwards`() throws {
    let terminal = try importing(after: 3)
    #expect(terminal.wait { $0.first?.hasPrefix("reading the data…") == true })
    // It counts the seconds.
    #expect(terminal.wait { $0.first?.hasPrefix("reading the data… 1s") == true })
    #expect(terminal.wait(for: "ended"))
    #expect(!terminal.screen.lines.contains { $0.contains("reading") })
    #expect(terminal.screen.lines.first?.hasPrefix("-: utf-8, 1 row") == true, "\(terminal.screen.lines)")
    #expect(terminal.screen.lines.contains { $0.hasPrefix("ended 0") })
  }

  @Test func `there are no messages where standard error is not a terminal`() throws {
    let terminal = try importing(after: 2, "2>/dev/null")
    #expect(terminal.wait(for: "ended"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("reading"))
    let file = "/tmp/qjboard-progress-\(getpid())"
    defer { unlink(file) }
    let other = try importing(after: 2, "2>\(file); wc -c < \(file)")
    #expect(other.wait(for: "ended"))
    #expect(other.screen.lines.contains { $0.split(separator: " ") == ["0"] })
  }

  /// A hundred thousand projects take longer than the tenth of a second that nobody notices.
  @Test(arguments: [[], ["--plain"]]) func `the board reports reading at once, then computing`(
    mode: [String]
  ) throws {
    var template = Array("/tmp/qjboard-progress-XXXXXX".utf8CString)
    let base = String(cString: try #require(mkdtemp(&template)))
    defer { _ = system("rm -rf \(base)") }
    let script = Self.small.split(separator: "/").dropLast(2).joined(separator: "/") + "/script/generate"
    try #require(system("python3 /\(script) \(base)/data 100000 >/dev/null") == 0)
    let terminal = try PseudoTerminal(
      [Program.path, "--lang", "en", "--data", "\(base)/data"] + mode, columns: 100, rows: 30)
    #expect(terminal.wait { $0.first?.hasPrefix("reading the data…") == true })
    #expect(
      terminal.wait(seconds: 120) { lines in
        Program.isShown(in: lines) && mode.isEmpty || lines.contains { $0.hasPrefix("command>") }
      })
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("computing…"))
    #expect(!terminal.screen.lines.contains { $0.contains("reading the data") || $0.contains("computing…") })
    terminal.type(mode.isEmpty ? "q" : "quit\n")
    #expect(terminal.end(within: 20) == .exited(0))
  }

  @Test func `a quick start shows no message`() throws {
    let terminal = try importing(after: 0)
    #expect(terminal.wait(for: "ended 0"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("reading"))
  }
}
