import Foundation
import Testing

/// No id of a vocabulary has a meaning for the program: with all of them renamed, everything is the same apart from them.
struct RenamedVocabularyTests {
  /// The built-in data with other ids, and the old id of each new one.
  private struct Renamed {
    let directory: ScratchDirectory
    private(set) var old: [String: String] = [:]
    private var new: [String: [String: String]] = [:]

    init() throws {
      directory = try ScratchDirectory()
      let source = Package.path("fixtures/qianjiang")
      let names = try FileManager.default.contentsOfDirectory(atPath: source).filter { $0.hasSuffix(".json") }
      let vocabulary = try json("\(source)/vocabulary.json")
      let all = try #require((vocabulary as? [String: Any])?["vocabulary"] as? [String: Any])
      for kind in ["units", "scopes", "categories", "stages", "rules"] {
        let entries = try #require(all[kind] as? [[String: Any]])
        for entry in entries { rename(kind, try #require(entry["id"] as? String)) }
      }
      for unit in try #require(all["units"] as? [[String: Any]]) {
        let dimension = try #require(unit["dimension"] as? String)
        if new["dimensions"]?[dimension] == nil { rename("dimensions", dimension) }
      }
      for name in names {
        let changed = change(try json("\(source)/\(name)"), in: name, key: "", kind: "")
        let data = try JSONSerialization.data(withJSONObject: changed, options: [.sortedKeys])
        try directory.write(String(decoding: data, as: UTF8.self), to: name)
      }
    }

    private mutating func rename(_ kind: String, _ id: String) {
      let word = "q\(old.count)x"
      (new[kind, default: [:]][id], old[word]) = (word, id)
    }

    private func json(_ path: String) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The kind of vocabulary that a key of a file refers to.
    private func kind(_ key: String, in file: String, of object: String) -> String? {
      switch key {
      case "unit": "units"
      case "scope": "scopes"
      case "category": file == "indicators.json" ? "categories" : nil
      case "stage": file == "projects.json" ? "stages" : nil
      case "rule": file == "conflicts.json" ? "rules" : nil
      case "dimension": "dimensions"
      case "id": file == "vocabulary.json" ? object : nil
      default: nil
      }
    }

    private func change(_ value: Any, in file: String, key: String, kind object: String) -> Any {
      if let members = value as? [String: Any] {
        return Dictionary(
          uniqueKeysWithValues: members.map { ($0, change($1, in: file, key: $0, kind: object)) })
      }
      if let elements = value as? [Any] {
        return elements.map { change($0, in: file, key: "", kind: key) }
      }
      guard let text = value as? String, let kind = kind(key, in: file, of: object) else { return value }
      return new[kind]?[text] ?? text
    }

    /// Puts the old ids back.
    func restored(_ text: String) -> String {
      var result = ""
      var rest = text[...]
      while let match = rest.firstMatch(of: /q[0-9]+x/) {
        result += rest[..<match.range.lowerBound] + (old[String(match.0)] ?? String(match.0))
        rest = rest[match.range.upperBound...]
      }
      return result + rest
    }
  }

  @Test func `views, lists and reports are the same apart from the ids`() throws {
    let renamed = try Renamed()
    #expect(renamed.old.count > 80)
    let calls =
      OptionTable.views.map { ["show", $0, "--size", "160x60", "--lang", "en"] }
      + [["report", "--lang", "zh"]] + OptionTable.kinds.map { ["list", $0, "--format", "json"] }
    for call in calls {
      let arguments = call + ["--as-of", "2024-11-15"]
      let usual = try Command.run(arguments + ["--data", Package.path("fixtures/qianjiang")])
      let other = try Command.run(arguments + ["--data", renamed.directory.path])
      #expect(usual.status == 0 && other.status == 0, "\(call) \(other.error)")
      // The documents print no problems, decisions or reports of an office.
      let month = ["problems", "decisions", "duties", "reports", "statuses", "lights"]
      #expect(usual.output.count > 100 || month.contains(call[1]))
      let restored = renamed.restored(other.output)
      let differing = zip(usual.output.split(separator: "\n"), restored.split(separator: "\n"))
        .first { $0 != $1 }
      #expect(
        restored == usual.output, "\(arguments): \(differing.map { "\($0.0) | \($0.1)" } ?? "")")
    }
  }

  @Test func `check finds the same`() throws {
    let renamed = try Renamed()
    let usual = try Command.run("check", Package.path("fixtures/qianjiang"), "--lang", "en")
    let other = try Command.run("check", renamed.directory.path, "--lang", "en")
    #expect(usual.lines.count == other.lines.count)
    #expect(other.status == 0 && other.lines.last?.contains("no errors, no warnings") == true)
  }
}
