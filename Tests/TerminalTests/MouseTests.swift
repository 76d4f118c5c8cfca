import Glibc
import Testing

/// The mouse of a real terminal, and its clipboard.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct MouseTests {
  private func output(_ terminal: PseudoTerminal) -> String {
    String(decoding: terminal.output, as: UTF8.self)
  }

  /// A press of the left button as xterm reports it, columns and rows from 1.
  private func press(_ terminal: PseudoTerminal, column: Int, row: Int) {
    terminal.type("\u{1B}[<0;\(column);\(row)M\u{1B}[<0;\(column);\(row)m")
  }

  @Test func `mouse reports are requested only when the mouse is on`() throws {
    let terminal = try Program.start()
    #expect(!output(terminal).contains("\u{1B}[?1000h"))
    #expect(!output(terminal).contains("1000h"))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  @Test func `a click changes the view, the switch gives the mouse back, and the end does`() throws {
    let terminal = try Program.start(["--mouse", "--lang", "en"], columns: 120, rows: 36)
    #expect(terminal.wait { _ in output(terminal).contains("1000h") })
    let head = try #require(terminal.screen.lines.first)
    let before = try #require(head.firstRange(of: "3Targets")).lowerBound
    press(terminal, column: head[..<before].count + 2, row: 1)
    #expect(terminal.wait { lines in lines.contains { $0.contains("Indicator") && $0.contains("Earned") } })
    let first = terminal.screen.lines
    terminal.type("\u{1B}[<65;10;10M")
    #expect(terminal.wait { $0 != first }, "the wheel did nothing")
    terminal.type("M")
    #expect(terminal.wait { lines in lines.suffix(2).contains { $0.contains("mouse off") } })
    #expect(output(terminal).contains("1000l"))
    terminal.type("M")
    #expect(terminal.wait { lines in lines.suffix(2).contains { $0.contains("mouse on") } })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
    let rest = output(terminal)
    let on = try #require(rest.ranges(of: "1000h").last)
    #expect(rest[on.upperBound...].contains("1000l"))
  }

  @Test func `a crash switches the mouse off`() throws {
    let terminal = try Program.start(["--mouse"])
    #expect(terminal.wait { _ in output(terminal).contains("1000h") })
    terminal.signal(SIGSEGV)
    #expect(terminal.end() == .killed(SIGSEGV))
    let rest = output(terminal)
    let on = try #require(rest.ranges(of: "1000h").last)
    #expect(rest[on.upperBound...].contains("1000l"))
  }

  @Test func `clicks count however fast they come`() throws {
    let terminal = try Program.start(
      ["--mouse", "--lang", "en", "--view", "targets"], columns: 120, rows: 36)
    #expect(terminal.wait { _ in output(terminal).contains("1000h") })
    // The wheel, then a press and its release in one piece, three times.
    for row in [9, 11, 13] {
      terminal.type("\u{1B}[<65;10;10M")
      press(terminal, column: 20, row: row)
      #expect(terminal.wait { lines in lines[row - 1].hasPrefix("▌") }, "row \(row)")
    }
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  // MARK: Clipboard

  @Test func `a figure is copied with its source by the terminal's own sequence`() throws {
    let terminal = try Program.start(["--lang", "zh"])
    terminal.type("y")
    // "144.54亿元" in base 64, from the first byte of the text.
    #expect(terminal.wait { _ in output(terminal).contains("\u{1B}]52;c;") })
    let sent = output(terminal)
    let start = try #require(sent.firstRange(of: "\u{1B}]52;c;")).upperBound
    let encoded = sent[start...].prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
    let text = Self.decoded(String(encoded))
    #expect(text.contains("144.54亿元") && text.contains("2022"), "\(text)")
    #expect(terminal.wait { lines in lines.contains { $0.contains("已复制") } })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  @Test func `nothing is copied where it is switched off`() throws {
    let terminal = try Program.start(["--no-clipboard", "--lang", "zh"])
    terminal.type("y")
    #expect(terminal.wait { lines in lines.suffix(2).contains { $0.contains("--no-clipboard") } })
    #expect(!output(terminal).contains("\u{1B}]52"))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }

  private static func decoded(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits = 0
    var count = 0
    var bytes: [UInt8] = []
    for character in text {
      guard let value = alphabet.firstIndex(of: character) else { break }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
