import Foundation
import Testing

/// The examples of docs/import.md, typed one after the other: each prints what the page says.
struct ImportPageTests {
  /// A line that begins with `$`, and the lines below it.
  private struct Example {
    var command: String
    var output: [String] = []
  }

  private func examples() throws -> [Example] {
    let page = try String(contentsOfFile: Package.path("docs/import.md"), encoding: .utf8)
    var examples: [Example] = []
    for block in page.matches(of: /\n```\n((?:(?!```)[^\n]*\n)+)```/) where block.1.hasPrefix("$ ") {
      for line in block.1.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      {
        if line.hasPrefix("$ ") {
          examples.append(Example(command: String(line.dropFirst(2))))
        } else {
          examples[examples.count - 1].output.append(line)
        }
      }
    }
    return examples
  }

  @Test func `every command works on a dataset of init, and prints what the page says`() throws {
    let scratch = try ScratchDirectory()
    var compared = 0
    for example in try examples() {
      let words = example.command.split(separator: " ")
      if words.first == "cat", let file = words.last {
        try scratch.write(example.output.map { "\($0)\n" }.joined(), to: String(file))
        continue
      }
      // A screen needs a terminal; the tests of the terminal have it.
      if example.command.contains("--interactive") { continue }
      let result = try Command.shell(
        "qjboard() { \"$QJBOARD\" \"$@\"; }; \(example.command) 2>&1", directory: scratch.path)
      #expect([0, 65].contains(result.status), "\(example.command)\n\(result.output)")
      guard !example.output.isEmpty else {
        #expect(result.status == 0, "\(example.command)\n\(result.output)")
        continue
      }
      #expect(result.lines == example.output, "\(example.command)\n\(result.output)")
      compared += 1
    }
    #expect(compared >= 4)
  }
}
