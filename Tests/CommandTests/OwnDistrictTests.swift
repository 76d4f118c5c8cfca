import Foundation
import Testing

/// The commands of the page about a new district, typed one after the other.
struct OwnDistrictTests {
  private struct Block {
    var isShell: Bool
    var text: String
  }

  private func blocks() throws -> [Block] {
    let page = try String(contentsOfFile: Package.path("docs/own-district.md"), encoding: .utf8)
    return page.matches(of: /\n```(sh|)\n((?:(?!```)[^\n]*\n)+)```/).map {
      Block(isShell: $0.1 == "sh", text: String($0.2))
    }
  }

  @Test func `every command works, and prints what the page says`() throws {
    let scratch = try ScratchDirectory()
    let start =
      "mkdir -p bin && ln -sf \"$QJBOARD\" bin/qjboard && ln -sfn '\(Package.path("fixtures"))' fixtures && PATH=\"$PWD/bin:$PATH\"; set -e\n"
    var output = ""
    var (commands, compared) = (0, 0)
    for block in try blocks() {
      if block.isShell {
        let result = try Command.shell(start + block.text, directory: scratch.path)
        #expect(result.status == 0, "\(block.text)\(result.error)\(result.output)")
        output = result.output
        commands += block.text.split(separator: "\n").count { $0.hasPrefix("qjboard ") }
      } else {
        for line in block.text.split(separator: "\n") {
          #expect(output.contains(line), "\(line)\n\(output)")
          compared += 1
        }
      }
    }
    #expect(commands >= 12 && compared >= 6)
    try expectBoard(in: scratch)
  }

  /// The board that the page promises: in both languages every view shows what was entered.
  private func expectBoard(in scratch: ScratchDirectory) throws {
    let words = [
      "overview": ["江城区", "规上产值"], "clusters": ["装备制造业", "新能源产业"], "targets": ["规上产值", "≥180"],
      "projects": ["智能装备产业园一期", "生物医药中试基地"], "tasks": ["江城区"], "park": ["江城区"],
      "sources": ["6月调度表", "11月月报"], "policies": ["江城区"], "dispatch": ["江城区"],
    ]
    for view in OptionTable.views {
      for language in ["zh", "en"] {
        let shown = try Command.run(
          "show", view, "--data", "jiangcheng", "--lang", language, "--size", "120x40",
          directory: scratch.path)
        for word in try #require(words[view]) {
          #expect(shown.output.contains(word), "\(view) \(word)\n\(shown.output)")
        }
      }
    }
    let projects = try Command.run(
      "list", "projects", "--data", "jiangcheng", "--format", "csv", "--columns", "name,investment",
      directory: scratch.path)
    #expect(projects.lines.contains { $0.hasPrefix("智能装备产业园一期,12") }, "\(projects.output)")
  }
}
