import Foundation
import Testing

/// The three months of docs/month.md, played as printed: each block of commands runs, each output is that of the page.
struct MonthPageTests {
  /// The blocks of the walkthrough in their order, with whether they are commands alone.
  private func blocks() throws -> [(isScript: Bool, lines: [String])] {
    let text = try String(contentsOfFile: Package.path("docs/month.md"), encoding: .utf8)
    let walk = try #require(text.components(separatedBy: "\n## Three months to play\n").last)
    return walk.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
      let lines = block.components(separatedBy: "\n")
      return (lines[0] == "sh", Array(lines.dropFirst()))
    }
  }

  /// Commands after `$ `, each with the lines below it.
  private func examples(_ lines: [String]) -> [(call: String, output: [String])] {
    lines.reduce(into: []) { examples, line in
      if line.hasPrefix("$ ") {
        examples.append((String(line.dropFirst(2)), []))
      } else if !examples.isEmpty {
        examples[examples.count - 1].output.append(line)
      }
    }
  }

  @Test func `three months can be played from nothing, as the page says`() throws {
    let directory = try ScratchDirectory()
    let path = "mkdir -p bin && ln -sf \"$QJBOARD\" bin/qjboard && PATH=\"$PWD/bin:$PATH\""
    var (scripts, compared) = (0, 0)
    for block in try blocks() {
      if block.isScript {
        let script = block.lines.joined(separator: "\n")
        let result = try Command.shell("\(path)\nset -e\n\(script)\n", directory: directory.path)
        #expect(result.status == 0, "\(script)\n\(result.output)\(result.error)")
        scripts += 1
        continue
      }
      for example in examples(block.lines) {
        let result = try Command.shell("\(path) && \(example.call) 2>&1", directory: directory.path)
        #expect(result.lines == example.output, "\(example.call)")
        compared += 1
      }
    }
    #expect(scripts == 6 && compared == 6)
    let page = try String(contentsOfFile: directory.path + "/march.html", encoding: .utf8)
    #expect(page.contains("Castings are not delivered") && page.contains("Vice head of the county"))
  }

  @Test func `the other commands of the page run on the data of the repository`() throws {
    let text = try String(contentsOfFile: Package.path("docs/month.md"), encoding: .utf8)
    let above = try #require(text.components(separatedBy: "\n## Three months to play\n").first)
    let calls = above.components(separatedBy: "\n").filter { $0.hasPrefix("$ qjboard ") }
    #expect(calls.count == 3)
    let directory = try ScratchDirectory()
    for call in calls {
      let result = try Command.shell(
        "mkdir -p bin && ln -sf \"$QJBOARD\" bin/qjboard && PATH=\"$PWD/bin:$PATH\" && ln -sfn '\(Package.path("fixtures"))' fixtures && \(call.dropFirst(2))",
        directory: directory.path)
      #expect([0, 1].contains(result.status) && !result.output.isEmpty, "\(call)\n\(result.error)")
    }
  }
}
