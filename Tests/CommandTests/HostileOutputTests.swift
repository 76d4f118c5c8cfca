import Glibc
import Testing

/// Every command and format over data whose texts are full of what a terminal would act on: none of it leaves.
struct HostileOutputTests {
  /// Colours by ESC and by the CSI of C1, a title by OSC, the clipboard, a new line of C1, both ways to turn a line.
  private static let poison =
    #"\u001b[31m\u009b32m\u001b]0;t\u0007\u009d52;c;eA==\u009c\u0085\u202e\u2066\u200f\u007f\b"#

  /// The small dataset with the poison in each text that a person may write.
  private static func dataset() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    let listing = try Command.shell("ls \(Package.path("fixtures/small"))")
    for name in listing.lines where name.hasSuffix(".json") {
      let file = try #require(fopen(Package.path("fixtures/small/\(name)"), "r"))
      defer { fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
      try scratch.write(poisoned(String(decoding: bytes, as: UTF8.self)), to: name)
    }
    return scratch
  }

  private static func poisoned(_ text: String) -> String {
    var text = text
    for key in ["zh", "en", "printed", "section", "number"] {
      text = text.split(separator: "\"\(key)\": \"", omittingEmptySubsequences: false)
        .joined(separator: "\"\(key)\": \"\(poison)")
    }
    return text
  }

  /// Words of commands that read a dataset named by `--data`.
  static let commands: [[String]] =
    OptionTable.kinds.flatMap { kind in
      ["table", "json", "csv", "markdown"].map { ["list", kind, "--format", $0] }
    }
    + OptionTable.views.flatMap { view in ["text", "ansi", "html"].map { ["show", view, "--format", $0] } }
    + OptionTable.views.map { ["show", $0, "--plain"] } + OptionTable.views.map { ["--plain", "--view", $0] }
    + ["markdown", "html", "csv"].map { ["report", "--format", $0] }
    + ["text", "markdown", "json"].flatMap { format in
      ["district-output-2025", "cluster/food", "project/gear-works", "conflict/east-area"].map {
        ["explain", $0, "--format", format]
      }
    }
    + ["text", "markdown", "json"].map { ["diff", "--from", "2021", "--to", "2024", "--format", $0] }
    + [["check"], ["check", "--format", "json"], ["config", "show"]]

  @Test func `no command leaves what a terminal acts on`() throws {
    let data = try Self.dataset()
    for words in Self.commands {
      let words = words[0] == "check" ? words + [data.path] : ["--data", data.path] + words
      let result = try Command.run(words + ["--lang", "en"])
      #expect(result.status == 0, "\(words): \(result.error)")
      #expect(!result.bytes.isEmpty || words[0] == "check")
      let found = commands(in: result.bytes, isANSI: words.contains("ansi"))
      #expect(found.isEmpty, "\(words) at \(found.prefix(3))")
      #expect(commands(in: Array(result.error.utf8)).isEmpty, "standard error of \(words)")
    }
  }

  @Test func `nor does a comparison of two datasets, or a file that is written`() throws {
    let data = try Self.dataset()
    for format in ["text", "markdown", "json"] {
      let result = try Command.run("diff", Package.path("fixtures/small"), data.path, "--format", format)
      #expect(result.status == 0 && commands(in: result.bytes).isEmpty, "diff \(format)")
    }
    for format in ["markdown", "html", "csv"] {
      _ = try Command.run(
        "--data", data.path, "report", "--format", format, "--output", data.path("out.\(format)"))
      let bytes = try #require(data.bytes(of: "out.\(format)"))
      #expect(!bytes.isEmpty && commands(in: bytes).isEmpty, "report \(format)")
    }
  }

  @Test func `nor does a message about a faulty file or a word of the command line`() throws {
    let data = try Self.dataset()
    try data.write(
      #"{"figures": [{"id": "\u009b31m\u001b[2J", "\u0085\u202e": 1}]}"#, to: "figures-\u{9B}31m.json")
    for format in ["text", "json"] {
      let result = try Command.run("check", data.path, "--format", format)
      #expect(result.status == 65 && commands(in: result.bytes).isEmpty, "check \(format)")
      #expect(result.output.contains("figures-"))
    }
    for words in [
      ["show", "\u{1B}[2J\u{9B}1m"], ["list", "tasks", "--where", "\u{202E}\u{9B}=\u{1B}c"], ["--\u{85}x"],
    ] {
      let result = try Command.run(words, environment: ["QJBOARD_DATA": data.path])
      #expect([64, 65].contains(result.status), "\(words)")
      #expect(commands(in: Array(result.error.utf8)).isEmpty, "\(words)")
    }
  }

  @Test func `JSON keeps the text, escaped`() throws {
    let data = try Self.dataset()
    let result = try Command.run("--data", data.path, "list", "parks", "--format", "json")
    #expect(
      result.output.contains(
        #"\u001B[31m\u009B32m\u001B]0;t\u0007\u009D52;c;eA==\u009C\u0085\u202E\u2066\u200F\u007F\b东园"#))
  }

  /// The offsets of bytes that begin a command, or a change of direction.
  private func commands(in bytes: [UInt8], isANSI: Bool = false) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      if isANSI, let end = endOfColour(bytes, from: index) {
        index = end
        continue
      }
      if isCommand(bytes, at: index) { found.append(index) }
      index += 1
    }
    return found
  }

  private func isCommand(_ bytes: [UInt8], at index: Int) -> Bool {
    func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
    switch byte(0) {
    case 0x09, 0x0A: return false
    case 0x0D: return byte(1) != 0x0A
    case 0..<0x20, 0x7F: return true
    case 0xC2: return byte(1) < 0xA0
    case 0xD8: return byte(1) == 0x9C
    case 0xE2:
      return byte(1) == 0x80 && [0x8E, 0x8F, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE].contains(byte(2))
        || byte(1) == 0x81 && (0xA6...0xA9).contains(byte(2))
    default: return false
    }
  }

  private func endOfColour(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes[start...].starts(with: [0x1B, 0x5B]) else { return nil }
    let end = bytes[(start + 2)...].firstIndex { !(0x30...0x39).contains($0) && $0 != 0x3B }
    return end.flatMap { bytes[$0] == UInt8(ascii: "m") ? $0 + 1 : nil }
  }
}
