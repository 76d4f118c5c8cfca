import Glibc
import Testing

/// Every type of terminal with every locale: right, or plainly degraded, never garbage.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct TerminalMatrixTests {
  static let types =
    ["xterm-256color", "linux", "vt100", "putty", "no-such-terminal", "dumb", ""]
    + (Program.isFull ? ["xterm", "tmux-256color", "screen", "foot"] : [])
  static let locales =
    ["C", "C.UTF-8", "zh_CN.GBK"] + (Program.isFull ? ["zh_CN.UTF-8", "zh_CN.GB18030"] : [])

  @Test(arguments: types, locales)
  func `the output is text of the locale's charset`(type: String, locale: String) throws {
    let terminal = try PseudoTerminal([Program.path], environment: ["TERM": type, "LC_ALL": locale])
    let isScreen = !["dumb", ""].contains(type)
    if isScreen {
      #expect(terminal.wait(seconds: 20) { _ in terminal.output.count > 1000 })
      terminal.type("2\u{1B}[B\r")
      #expect(terminal.settle())
      // Backspace closes like Esc, which together with the next key would be another one.
      terminal.type("\u{7F}")
      #expect(terminal.settle())
      terminal.type("q")
    }
    let ending = terminal.end(within: 20)
    if isScreen {
      #expect(ending == .exited(0))
      #expect(terminal.isLineDisciplineRestored)
    } else {
      #expect(ending != nil)
      #expect(!terminal.output.contains(0x1B))
    }
    let texts = Self.texts(in: terminal.output)
    let problem = Self.problem(with: texts, in: locale)
    #expect(problem == nil, "\(problem ?? "")")
  }

  /// What is left without the sequences that steer a terminal, and its padding of zeros.
  private static func texts(in output: [UInt8]) -> [UInt8] {
    var texts: [UInt8] = []
    var rest = output[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B else {
        texts.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "["):
        while let next = rest.popFirst(), !(0x40...0x7E).contains(next) {}
      case UInt8(ascii: "]"):
        while let next = rest.popFirst(), next != 0x07, next != 0x1B {}
        if rest.first == UInt8(ascii: "\\") { rest.removeFirst() }
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
        _ = rest.popFirst()
      default: break
      }
    }
    return texts
  }

  private static func problem(with texts: [UInt8], in locale: String) -> String? {
    // Bell, tabulators, line ends, shifts to the character set of lines, padding.
    let steering: Set<UInt8> = [0x00, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x0F]
    let texts = texts.filter { !steering.contains($0) }
    if let control = texts.first(where: { $0 < 0x20 || $0 == 0x7F }) { return "the control \(control)" }
    switch locale {
    case "C":
      return texts.first { $0 >= 0x80 }.map { "the byte \($0)" }
    case "C.UTF-8", "zh_CN.UTF-8":
      let text = String(decoding: texts, as: UTF8.self)
      if text.unicodeScalars.contains("\u{FFFD}") { return "no UTF-8" }
      let isText =
        text.contains("Overview") || text.contains("1Home")
        || text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      return isText ? nil : "no text"
    default:
      return isGB(texts) ? nil : "not in the charset of \(locale)"
    }
  }

  /// Whether the bytes are pairs and fours of GB 18030, of which GBK has the pairs.
  private static func isGB(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let first = rest.popFirst() {
      if first < 0x80 { continue }
      guard (0x81...0xFE).contains(first), let second = rest.popFirst() else { return false }
      if (0x30...0x39).contains(second) {
        guard let third = rest.popFirst(), let fourth = rest.popFirst(), (0x81...0xFE).contains(third),
          (0x30...0x39).contains(fourth)
        else { return false }
      } else if !(0x40...0xFE).contains(second) || second == 0x7F {
        return false
      }
    }
    return true
  }
}
