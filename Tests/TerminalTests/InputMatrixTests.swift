import Glibc
import Testing

/// What terminals send besides typed keys, under every type of terminal and in every mode: nothing of it acts, and keys of
/// every form do.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct InputMatrixTests {
  static let types =
    ["xterm-256color", "putty", "linux", "vt100"]
    + (Program.isFull ? ["xterm", "tmux-256color", "screen-256color", "foot"] : [])

  /// Answers, reports, Alt with a key, the mouse while it is off, and pastes with nothing to paste into.
  private static let nothing = [
    "]11;rgb:ffff/ffff/ffff\u{7}", "]11;rgb:ffff/ffff/ffff\u{1B}\\", "P1+r544e=78\u{1B}\\",
    "P>|XTerm(379)\u{1B}\\",
    "_Gi=1;quit\u{1B}\\", "^quit\u{1B}\\", "X3\u{1B}\\", "[12;40R", "[?1;2c", "[>0;276;0c", "[?2026;2$y",
    "[4;24;80t", "[I",
    "[O", "[1;1:3B", "[113;1:3u", "[<0;5;9M", "[<0;5;9m", "[M !)", "q", "1", ":", "/",
    "[200~quarterly report\u{1B}[201~",
    "[200~export\r\u{1B}[201~", "[201~",
  ].map { "\u{1B}\($0)" }

  private func start(_ arguments: [String], type: String, environment: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      [Program.path, "--lang", "en"] + arguments, environment: ["TERM": type].merging(environment) { $1 },
      columns: 120,
      rows: 36)
    #expect(terminal.wait(for: "Overview"))
    return terminal
  }

  /// Whether the screen is the same above the message and the footer.
  private func isSame(_ lines: [String], _ before: [String]) -> Bool {
    lines.dropLast(2) == before.dropLast(2)
  }

  @Test(arguments: types, [[], ["--restricted"]])
  func `nothing that was not typed acts on the board, and keys of every form do`(type: String, mode: [String])
    throws
  {
    let terminal = try start(mode, type: type)
    #expect(terminal.settle())
    let before = terminal.screen.lines
    for sequence in Self.nothing { terminal.type(sequence) }
    #expect(terminal.wait(for: "pasted text ignored"))
    #expect(isSame(terminal.screen.lines, before), "\(terminal.screen.lines.joined(separator: "\n"))")

    terminal.type("\u{1B}Os")
    #expect(terminal.wait(for: "Indicator"), "the number pad's 3")
    let row = terminal.screen.lines.firstIndex { $0.first.map { "▌>".contains($0) } ?? false }
    terminal.type("\u{1B}[1;2B\u{1B}[1;5B")
    #expect(
      terminal.wait { lines in
        lines.firstIndex { $0.first.map { "▌>".contains($0) } ?? false } == row.map { $0 + 2 }
      }, "Shift and Ctrl with an arrow")
    terminal.type(type == "putty" ? "\u{1B}OQ" : "\u{1B}Oo")
    #expect(terminal.wait(for: "Search"), "the number pad's /")
    terminal.type("\u{1B}[200~sanlei\rboli\u{1B}[201~")
    #expect(terminal.wait(for: "> sanlei boli"), "a paste into a field")
    terminal.type("\u{1B}[27u")
    #expect(terminal.wait { lines in !lines.contains { $0.contains("> sanlei") } }, "kitty's Esc")
    terminal.type("\u{1B}[99;5u")
    #expect(terminal.end() == .exited(0), "kitty's Ctrl-C")
    #expect(terminal.isRestored)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[?2004h") && !output.contains("\u{1B}="))
    #expect(output.ranges(of: "\u{1B}[?2004").last.map { output[$0.upperBound...].first } == "l")
  }

  @Test func `a crash switches bracketed paste off`() throws {
    let terminal = try start([], type: "xterm-256color")
    terminal.signal(SIGSEGV)
    #expect(terminal.end() == .killed(SIGSEGV))
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.ranges(of: "\u{1B}[?2004").last.map { output[$0.upperBound...].first } == "l")
  }

  /// A restricted session takes no settings: over SSH an escape waits for 150 ms, which a busy machine may be late by.
  @Test(arguments: types, [[], ["--restricted"]])
  func `every byte may come alone`(type: String, mode: [String]) throws {
    let place = try SettingsPlace(#"{"escape_delay": 5000}"#)
    defer { place.remove() }
    let terminal = try start(
      mode, type: type,
      environment: ["QJBOARD_CONFIG": place.path, "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"])
    #expect(terminal.settle())
    let before = terminal.screen.lines
    let first = mode.isEmpty ? 1 : 2
    for sequence in Self.nothing { send(sequence, to: terminal, first: first) }
    #expect(terminal.wait(for: "pasted text ignored"))
    #expect(isSame(terminal.screen.lines, before), "\(terminal.screen.lines.joined(separator: "\n"))")
    send("\u{1B}[1;5P", to: terminal, first: first)
    #expect(terminal.wait(for: "Help"))
    terminal.type("\u{3}")
    #expect(terminal.end() == .exited(0))
  }

  /// - Parameter first: how many bytes come together before each of the others comes alone.
  private func send(_ sequence: String, to terminal: PseudoTerminal, first: Int = 1) {
    let scalars = sequence.unicodeScalars
    terminal.type(String(String.UnicodeScalarView(scalars.prefix(first))))
    for scalar in scalars.dropFirst(first) {
      usleep(1000)
      terminal.type(String(Character(scalar)))
    }
  }

  @Test(arguments: types, [false, true])
  func `no visitor of the kiosk turns a page by what was not typed`(type: String, isCut: Bool) throws {
    let place = try SettingsPlace(#"{"escape_delay": 5000}"#)
    defer { place.remove() }
    let terminal = try PseudoTerminal(
      [Program.path, "kiosk", "--lang", "en", "--interval", "1h"],
      environment: ["TERM": type, "QJBOARD_CONFIG": place.path], columns: 120, rows: 36)
    func press(_ sequence: String) { isCut ? send(sequence, to: terminal) : terminal.type(sequence) }
    #expect(terminal.wait(for: " Overview "))
    for sequence in Self.nothing { press(sequence) }
    press("\u{1B}Or")
    #expect(terminal.wait { $0[0...1].contains { $0.contains(" Clusters ") } }, "the number pad's 2")
    // From the second view one back is the first, if nothing before has turned the pages.
    for sequence in Self.nothing { press(sequence) }
    press("\u{1B}[1;2A")
    #expect(terminal.wait { $0[0...1].contains { $0.contains(" Overview ") } }, "Shift and up")
    terminal.signal(SIGTERM)
    #expect(terminal.end() != nil)
    #expect(terminal.isRestored)
  }

  /// The terminal hands lines over here: those that hold line ends are others' tests.
  @Test(arguments: types, [false, true])
  func `plain lines are freed of what was not typed`(type: String, isCut: Bool) throws {
    let terminal = try PseudoTerminal(
      [Program.path, "--plain", "--lang", "en"], environment: ["TERM": type], columns: 120, rows: 36)
    #expect(terminal.wait(for: "command>"))
    for sequence in Self.nothing where !sequence.contains("\r") && !sequence.contains("200~") {
      if isCut { send(sequence, to: terminal) } else { terminal.type(sequence) }
    }
    terminal.type("sea\u{1B}[200~\u{1B}[201~")
    terminal.type("\n")
    terminal.type("\u{1B}]11;rgb:0/0/0\u{7}search sanlei\n")
    #expect(terminal.wait(for: "1. "))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("no command"))
    terminal.type("\u{1B}[200~quit\nexport md\n\u{1B}[201~\n")
    terminal.type("search boli\n")
    #expect(terminal.wait { _ in String(decoding: terminal.output, as: UTF8.self).components(of: "1. ") > 1 })
    #expect(!terminal.hasEnded)
    terminal.type("quit\n")
    #expect(terminal.end() == .exited(0))
  }
}

/// A file of settings.
private struct SettingsPlace {
  let path: String

  init(_ text: String) throws {
    var template = Array("/tmp/qjboard-input-XXXXXX".utf8CString)
    let base = String(cString: try #require(mkdtemp(&template)))
    path = "\(base)/config.json"
    try #require(system("echo '\(text)' > \(path)") == 0)
  }

  func remove() { _ = system("rm -rf $(dirname \(path))") }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
