import Foundation
import Testing

/// The examples of the pages print what the pages say.
struct PageTests {
  /// A command after `$ ` and the lines below it, up to the next one.
  private func examples(_ page: String) throws -> [(call: String, output: [String])] {
    let text = try String(contentsOfFile: Package.path(page), encoding: .utf8)
    let blocks = text.components(separatedBy: "\n```\n").enumerated().filter { $0.offset % 2 == 1 }.map(
      \.element)
    return blocks.flatMap { block in
      ("\n" + block).components(separatedBy: "\n$ ").dropFirst().map { part in
        let lines = part.components(separatedBy: "\n")
        return (lines[0], Array(lines.dropFirst().reversed().drop { $0.isEmpty }.reversed()))
      }
    }
  }

  @Test(arguments: ["list", "check", "schema"]) func `examples print what the page says`(page: String) throws
  {
    let directory = try ScratchDirectory()
    var compared = 0
    for example in try examples("docs/\(page).md")
    where example.call.hasPrefix("qjboard ") && !example.output.isEmpty {
      let result = try Command.shell(
        "mkdir -p bin && ln -sf \"$QJBOARD\" bin/qjboard && ln -sfn '\(Package.path("fixtures"))' fixtures && PATH=\"$PWD/bin:$PATH\" && \(example.call) 2>&1",
        directory: directory.path)
      #expect(result.lines == example.output, "\(example.call)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test(
    arguments: [
      "xshell", "securecrt", "putty", "mobaxterm", "windows-terminal", "deepin-terminal", "mate-terminal",
      "kylin-terminal",
    ])
  func `the page of terminals has the lines of the doctor`(terminal: String) throws {
    let page = try String(contentsOfFile: Package.path("docs/terminals.md"), encoding: .utf8)
    let result = try Command.run("doctor", "--lang", "en", "--terminal", terminal)
    let lines = result.lines.drop { !$0.hasPrefix("Settings of ") }.dropFirst()
    #expect(lines.count >= 2)
    for line in lines { #expect(page.contains("\n\(line)\n"), "\(line)") }
  }
}
