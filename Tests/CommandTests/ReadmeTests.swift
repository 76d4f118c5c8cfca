import Foundation
import Testing

/// README in English and in Chinese say the same: their headings, commands, keys and links are equal.
struct ReadmeTests {
  private func lines(_ name: String) throws -> [String] {
    try String(contentsOfFile: Package.path(name), encoding: .utf8).components(separatedBy: "\n")
  }

  private let names = ["README.md", "README.zh.md"]

  private func parts(_ part: ([String]) -> [String]) throws -> [[String]] {
    try names.map { part(try lines($0)) }
  }

  @Test func `the headings are at the same levels, each with text`() throws {
    let levels = try parts { lines in
      lines.filter { $0.hasPrefix("#") }.map { String($0.prefix { $0 == "#" }) }
    }
    #expect(levels[0] == levels[1] && levels[0].count > 3)
  }

  @Test func `the commands are the same`() throws {
    let commands = try parts { lines in
      lines.split(separator: "```", omittingEmptySubsequences: false).enumerated().filter {
        $0.offset % 2 == 1
      }
      .flatMap { Array($0.element) }
    }
    #expect(commands[0] == commands[1] && commands[0].count == 2)
    for command in commands[0] { #expect(FileManager.default.fileExists(atPath: Package.path(command))) }
  }

  @Test func `the keys and other literal words are the same`() throws {
    let words = try parts { lines in
      lines.flatMap { line in
        line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      }.sorted()
    }
    #expect(words[0] == words[1])
    let keys = try parts { lines in
      lines.filter { $0.hasPrefix("| `") }.compactMap {
        $0.split(separator: "`").dropFirst().first.map(String.init)
      }
    }
    #expect(keys[0] == keys[1] && keys[0].count == 5)
  }

  @Test func `the links and pictures lead to the same files, which exist`() throws {
    let links = try parts { lines in
      lines.joined(separator: "\n").matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
    }
    #expect(links[0].dropFirst() == links[1].dropFirst())
    #expect(links[0].first == "README.zh.md" && links[1].first == "README.md")
    for link in links[0] {
      let file = link.prefix { $0 != "#" }
      #expect(FileManager.default.fileExists(atPath: Package.path(String(file))), "\(link)")
    }
  }

  @Test func `three sentences come before the picture`() throws {
    for (name, end) in zip(names, [".", "。"]) {
      let text = try lines(name).joined(separator: "\n").components(separatedBy: "\n![")[0]
      let opening = text.components(separatedBy: ".md)\n").last ?? ""
      #expect(opening.components(separatedBy: end).count == 4, "\(name)")
    }
  }
}
