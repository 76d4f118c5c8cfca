import Foundation
import Testing

/// What is printed about a table, or by `list`, goes in again with the same result.
struct TableRepetitionTests {
  private static let folders = ["fixtures/offices/tables", "fixtures/offices/kinds"]
  static let tables = folders.flatMap { folder in
    ((try? FileManager.default.contentsOfDirectory(atPath: Package.path(folder))) ?? []).sorted()
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") }.map { "\(folder)/\($0)" }
  }

  /// A copy of the district of offices.
  private func district() throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    let copied = try Command.shell(
      "cp -r '\(Package.path("fixtures/offices/district"))' ds", directory: directory.path)
    try #require(copied.status == 0)
    return directory
  }

  /// The options behind the kind in the first line of what is expected; of the cases, those of their own.
  private func command(of table: String) throws -> String {
    let expected = Package.path(table.prefix { $0 != "." } + ".expected")
    if let text = try? String(contentsOfFile: expected, encoding: .utf8) {
      return text.components(separatedBy: "\n")[0].replacingOccurrences(of: "|", with: "'|'")
    }
    let observations: [String: String] = [
      "04-monthly-wide": "stat", "05-plan-form": "plan", "06-merged": "stat", "15-plan-form": "plan",
    ]
    for (name, source) in observations where table.contains(name) {
      return "observations --source \(source) --scope above-scale"
    }
    return "projects --source table --leave-out 西部园区"
  }

  @Test(arguments: tables) func `the options of --sniff repeat the guess`(table: String) throws {
    let directory = try district()
    let words = try command(of: table).split(separator: " ", maxSplits: 1).map(String.init)
    let file = Package.path(table)
    let guess = try Command.shell(
      "\"$QJBOARD\" import \(words[0]) '\(file)' --into ds \(words[1]) --sniff --lang en",
      directory: directory.path)
    guard guess.status == 0 else {
      // A refused table has nothing to repeat.
      #expect(guess.status == 65 && guess.output.isEmpty, "\(guess.error)")
      return
    }
    let printed = try #require(guess.lines.first { $0.hasPrefix("qjboard import ") })
    let again = try Command.shell(
      "\"$QJBOARD\" \(printed.dropFirst("qjboard ".count)) --lang en", directory: directory.path)
    func changes(_ lines: [String]) -> [String] {
      lines.filter { line in ["new  ", "corrected  ", "back  "].contains { line.hasPrefix($0) } }
    }
    #expect(again.status == 0, "\(printed)\n\(again.error)")
    #expect(changes(again.lines) == changes(guess.lines), "\(printed)")
    #expect(!changes(guess.lines).isEmpty)
    #expect(again.error == guess.error, "\(printed)")
  }

  @Test(arguments: ["qianjiang", "gas-conversion", "small"], ["zh", "en"])
  func `what list prints as CSV changes nothing`(dataset: String, language: String) throws {
    let directory = try ScratchDirectory()
    for (list, kind) in [("figures", "observations"), ("projects", "projects")] {
      let result = try Command.shell(
        """
        cp -r '\(Package.path("fixtures/\(dataset)"))' \(list)
        "$QJBOARD" list \(list) --data \(list) --lang \(language) --format csv > \(list).csv
        "$QJBOARD" import \(kind) \(list).csv --into \(list) --lang en
        """, directory: directory.path)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.lines.last == "No changes." && result.error.isEmpty, "\(result.output)\(result.error)")
    }
  }

  @Test func `several unknown parks are left out by one line of options`() throws {
    let directory = try district()
    let file = Package.path("fixtures/offices/kinds/unknown-parks.csv")
    let refused = try Command.shell(
      "\"$QJBOARD\" import projects '\(file)' --into ds --source table --lang en", directory: directory.path)
    let prefix = "To leave all of them out: "
    let options = try #require(refused.errorLines.first { $0.hasPrefix(prefix) }).dropFirst(prefix.count)
    #expect(refused.status == 65)
    let taken = try Command.shell(
      "\"$QJBOARD\" import projects '\(file)' --into ds --source table --lang en \(options)",
      directory: directory.path)
    #expect(taken.status == 0 && taken.lines.count { $0.contains("  [projects.json") } == 3, "\(taken.error)")
  }
}
