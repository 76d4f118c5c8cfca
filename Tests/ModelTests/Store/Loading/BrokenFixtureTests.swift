import Store
import Testing

/// Every directory of `fixtures/broken` is found to have exactly the faults that the table of its README states.
struct BrokenFixtureTests {
  struct Expectation: CustomTestStringConvertible, Sendable {
    var directory: String
    var rows: [Row] = []

    var testDescription: String { directory }
  }

  struct Row: Equatable, Sendable {
    var place: String
    var severity: String
    var fault: String
    var message: String
  }

  static let all: [Expectation] = {
    var all: [Expectation] = []
    let text = (try? Repository.text("fixtures/broken/README.md")) ?? ""
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { trimmed($0) }
      guard cells.count == 7, cells[0] != "directory" else { continue }
      if all.last?.directory != cells[0] { all.append(Expectation(directory: cells[0])) }
      let place = cells[1] == "(directory)" ? "" : "\(cells[1]):\(cells[2]):\(cells[3])"
      all[all.count - 1].rows.append(
        Row(place: place, severity: cells[4], fault: unquoted(cells[5]), message: unquoted(cells[6])))
    }
    return all
  }()

  private static func trimmed(_ text: Substring) -> String {
    let kept = text.drop { $0 == " " }
    return String(kept.reversed().drop { $0 == " " }.reversed())
  }

  private static func unquoted(_ text: String) -> String { text.filter { $0 != "`" } }

  @Test func `the table has every directory once`() {
    let directories = Repository.names(in: "fixtures/broken").filter { $0 != "README.md" }
    #expect(BrokenFixtureTests.all.map(\.directory) == directories)
    #expect(directories.count >= 23)
  }

  @Test(arguments: all)
  func `a broken dataset has exactly its faults`(expected: Expectation) throws {
    let parent = Repository.path("fixtures/broken/")
    let directory = parent + expected.directory
    var found: [Diagnostic] = []
    do throws(LoadFailure) {
      found = try DatasetLoader.load(directory: directory).warnings
      #expect(!expected.rows.contains { $0.severity == "error" }, "it must be refused")
    } catch {
      found = error.diagnostics
      #expect(expected.rows.contains { $0.severity == "error" }, "it must be loaded")
    }
    let rows = found.map { diagnostic in
      let name = String(diagnostic.path.dropFirst(directory.count + 1))
      let place = "\(name):\(diagnostic.line ?? 0):\(diagnostic.column ?? 0)"
      return Row(
        place: diagnostic.path == directory ? "" : place, severity: diagnostic.severity.rawValue,
        fault: String(String(describing: diagnostic.fault).prefix { $0 != "(" }),
        message: message(of: diagnostic, parent: parent))
    }
    #expect(rows == expected.rows)
  }

  /// The English text, with … for bytes that are no text, and without the place of the repository.
  private func message(of diagnostic: Diagnostic, parent: String) -> String {
    var text = diagnostic.fault.message.en
    if let start = text.firstIndex(of: "\u{FFFD}"), let end = text.lastIndex(of: "\u{FFFD}"),
      let open = text[..<start].lastIndex(of: "'"), let close = text[end...].firstIndex(of: "'")
    {
      text.replaceSubrange(text.index(after: open)..<close, with: "…")
    }
    guard let range = text.indices.first(where: { text[$0...].hasPrefix(parent) }) else { return text }
    return String(text[..<range] + text[range...].dropFirst(parent.count))
  }

  @Test(arguments: all)
  func `every fault is said in both languages`(expected: Expectation) {
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(directory: Repository.path("fixtures/broken/\(expected.directory)"))
    } catch {
      for diagnostic in error.diagnostics {
        let name = diagnostic.fault.message
        #expect(name.zh != name.en && !name.en.isEmpty)
        #expect(name.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "no Chinese in \(name.zh)")
        #expect(!name.en.unicodeScalars.contains { (0x3000...0x303F).contains($0.value) })
      }
    }
  }
}
