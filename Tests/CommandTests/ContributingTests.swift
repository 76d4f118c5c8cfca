import Foundation
import Testing

/// CONTRIBUTING names only commands, suites, files and identifiers that exist, and links lead somewhere.
struct ContributingTests {
  private let page: String
  /// The lines of the code blocks.
  private let commands: [String]
  /// The words in backticks outside of the code blocks.
  private let words: [String]

  init() throws {
    page = try String(contentsOfFile: Package.path("CONTRIBUTING.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "```\n").enumerated()
    commands = parts.filter { $0.offset % 2 == 1 }.flatMap {
      $0.element.split(separator: "\n").map(String.init)
    }
    words = parts.filter { $0.offset % 2 == 0 }.flatMap { part in
      part.element.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
  }

  private static func sources(below directory: String) throws -> [(path: String, text: String)] {
    let files = try #require(FileManager.default.enumerator(atPath: Package.path(directory)))
    return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOfFile: Package.path("\(directory)/\($0)"), encoding: .utf8))
    }
  }

  private func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: Package.path(path))
  }

  @Test func `every command can be run`() throws {
    #expect(commands.count > 10)
    let table = try OptionTable()
    for command in commands {
      // Variables that are set for the command.
      let words = command.split(separator: " ").map(String.init).drop { $0.contains("=") }
      let name = try #require(words.first)
      switch name {
      case "swift":
        #expect(words.dropFirst().first == "test", "\(command)")
      case "git":
        let paths = words.filter { $0.contains("/") }
        #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: Package.path($0)) }, "\(command)")
      case "qjboard":
        let result = try Command.run(Array(words.dropFirst()), directory: Package.root)
        #expect(result.status == 0, "\(command): \(result.error)")
        #expect(table.commands.contains { $0.path == words.dropFirst().first }, "\(command)")
      default:
        #expect(isExecutable(name), "\(command)")
        let text = try String(contentsOfFile: Package.path(name), encoding: .utf8)
        for option in words where option.hasPrefix("--") { #expect(text.contains(option), "\(command)") }
      }
    }
  }

  @Test func `every filter runs tests`() throws {
    let filters = commands.compactMap { command in
      command.firstMatch(of: /swift test --filter (\S+)$/).map { String($0.1) }
    }
    #expect(filters.count > 5)
    #expect(filters.count == commands.count { $0.contains("swift ") })
    let sources = try Self.sources(below: "Tests")
    let manifest = try String(contentsOfFile: Package.path("Package.swift"), encoding: .utf8)
    for filter in filters where !manifest.contains("name: \"\(filter)\"") {
      let suite = try #require(sources.first { $0.text.contains("struct \(filter) ") }, "no suite \(filter)")
      #expect(suite.text.contains("@Test"), "\(filter)")
    }
  }

  @Test func `recording is what the snapshots look for`() throws {
    let command = try #require(commands.first { $0.hasPrefix("RECORD_SNAPSHOTS=1 ") })
    let suite = try #require(command.split(separator: " ").last)
    let sources = try Self.sources(below: "Tests")
    #expect(sources.contains { $0.text.contains("getenv(\"RECORD_SNAPSHOTS\")") })
    #expect(sources.contains { $0.text.contains("struct \(suite) ") && $0.text.contains("Snapshot.expect(") })
  }

  @Test func `every script, file and directory that is named exists`() throws {
    let roots = ["Sources", "Tests", "docs", "schemas", "script", "fixtures", ".ci"]
    var checked = 0
    for word in words {
      let path = word.split(separator: " ").first.map(String.init) ?? ""
      guard let root = path.split(separator: "/").first, roots.contains(String(root)) else { continue }
      checked += 1
      // `NamePanel.swift` and `NAME.md` are to be written: their directory is there.
      let last = path.split(separator: "/").last ?? ""
      let isNew = last.hasPrefix("Name") || last.hasPrefix("NAME")
      let place = isNew ? path.split(separator: "/").dropLast().joined(separator: "/") : path
      #expect(FileManager.default.fileExists(atPath: Package.path(place)), "\(path)")
      if path.hasPrefix("script/") { #expect(isExecutable(path), "\(path)") }
    }
    #expect(checked > 30)
  }

  @Test func `every identifier that is named is in the code`() throws {
    let files = try (Self.sources(below: "Sources") + Self.sources(below: "Tests")).map(\.text)
    for word in words where word.wholeMatch(of: /[A-Z][A-Za-z]+(\.[a-z][A-Za-z]+)?/) != nil {
      for part in word.split(separator: ".") where part != "NAME" {
        let name = try Regex("\\b\(part)\\b")
        #expect(files.contains { $0.contains(part) && $0.firstMatch(of: name) != nil }, "\(word)")
      }
    }
  }

  // MARK: Links

  /// What GitHub makes of a heading.
  private func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || "- _".contains($0) }.replacing(" ", with: "-")
  }

  @Test func `every link leads to a file and a heading`() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Package.path("docs"))
      .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    let roots = try FileManager.default.contentsOfDirectory(atPath: Package.root).filter {
      $0.hasSuffix(".md")
    }
    var checked = 0
    for name in pages + roots {
      let text = try String(contentsOfFile: Package.path(name), encoding: .utf8)
      let directory = name.hasPrefix("docs/") ? "docs/" : ""
      for match in text.matches(of: /\]\(([^)\s]+)\)/) where !match.1.contains("://") {
        let parts = match.1.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].isEmpty ? name : directory + parts[0]
        checked += 1
        #expect(FileManager.default.fileExists(atPath: Package.path(path)), "\(name): \(match.1)")
        guard parts.count > 1, path.hasSuffix(".md") else { continue }
        let target = try String(contentsOfFile: Package.path(path), encoding: .utf8)
        let anchors = target.split(separator: "\n").filter { $0.hasPrefix("#") }
          .map { anchor($0.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)) }
        #expect(anchors.contains(parts[1]), "\(name): \(match.1)")
      }
    }
    #expect(checked > 40)
  }
}
