import Glibc
import Testing

/// `import --interactive` in a terminal: a table that lacks a unit is corrected, compared and written.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct ImportTests {
  /// A dataset of `init` and a table, in a directory that goes away.
  private final class Place {
    let path: String

    init(table: String) throws {
      var template = Array("/tmp/qjboard-import-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&template)))
      let made = try PseudoTerminal([
        Program.path, "init", "\(path)/d", "--lang", "en", "--name", "Riverton", "--clusters",
        "Equipment,Food",
      ])
      try #require(made.end() == .exited(0))
      let file = try #require(fopen("\(path)/t.csv", "w"))
      fputs(table, file)
      fclose(file)
    }

    deinit { remove(path) }

    private func remove(_ path: String) {
      if let directory = opendir(path) {
        while let entry = readdir(directory) {
          let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          }
          if name != ".", name != ".." { remove("\(path)/\(name)") }
        }
        closedir(directory)
      }
      Glibc.remove(path)
    }

    func text(_ file: String) -> String {
      guard let stream = fopen("\(path)/\(file)", "r") else { return "" }
      defer { fclose(stream) }
      var bytes = [UInt8](repeating: 0, count: 1 << 18)
      return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, stream)], as: UTF8.self)
    }

    func open(columns: Int = 80, rows: Int = 24, _ options: String...) throws -> PseudoTerminal {
      try PseudoTerminal(
        [
          Program.path, "import", "projects", "\(path)/t.csv", "--into", "\(path)/d", "--source",
          "example-plan",
          "--lang", "en", "--interactive",
        ] + options, columns: columns, rows: rows)
    }
  }

  private static let table =
    "name,clusters,Total investment,started date\nPump works,Equipment,12000,2025-03\n"

  @Test func `a unit is chosen, the difference read, the recipe saved, and the dataset written`() throws {
    let place = try Place(table: Self.table)
    let terminal = try place.open()
    #expect(terminal.wait(for: "1 to settle"), "\(terminal.screen.lines)")
    terminal.type("e")
    #expect(terminal.wait(for: "no unit for 12000"))
    terminal.type("\r")
    #expect(terminal.wait(for: "the unit of 'Total investment' is"))
    terminal.type("10k\r")
    #expect(terminal.wait(for: "2 new, 0 changed"), "\(terminal.screen.lines)")
    terminal.type("s")
    #expect(terminal.wait(for: "The file of the recipe"))
    terminal.type(
      "\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\u{7F}\(place.path)/monthly.json\r")
    #expect(terminal.wait(for: "written: \(place.path)/monthly.json"), "\(terminal.screen.lines)")
    terminal.type("d")
    #expect(terminal.wait(for: "new  Pump works · Total investment"), "\(terminal.screen.lines)")
    // A pasted y is no answer.
    terminal.type("w\u{1B}[200~y\u{1B}[201~")
    #expect(terminal.wait(for: "pasted text ignored"))
    #expect(!place.text("d/projects.json").contains("Pump works"))
    terminal.resize(columns: 120, rows: 36)
    #expect(terminal.wait(for: "Write these changes?"))
    terminal.type("y")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored)
    #expect(terminal.screen.lines.contains { $0.contains("Written: ") }, "\(terminal.screen.lines)")
    #expect(place.text("d/projects.json").contains("Pump works"))
    #expect(place.text("d/figures.json").contains("\"value\": 0.12"))
    #expect(place.text("monthly.json").contains("\"Total investment\": "))
  }

  @Test func `q leaves the files as they are, and prints the command that carries on`() throws {
    let place = try Place(table: Self.table)
    let before = place.text("d/projects.json")
    let terminal = try place.open()
    #expect(terminal.wait(for: "1 to settle"))
    terminal.type("$x")
    #expect(terminal.wait(for: "(not used)"))
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
    #expect(terminal.isRestored && place.text("d/projects.json") == before)
    #expect(terminal.screen.lines.contains("Nothing was written."))
    let text = terminal.screen.lines.joined()
    #expect(text.contains("qjboard import projects") && text.contains("--map 'started date=-'"), "\(text)")
  }

  @Test func `the end of the terminal writes nothing`() throws {
    let place = try Place(table: Self.table)
    let before = place.text("d/projects.json")
    let terminal = try place.open()
    #expect(terminal.wait(for: "1 to settle"))
    terminal.signal(SIGTERM)
    #expect(terminal.end() == .exited(143) || terminal.end() == .killed(15))
    #expect(terminal.isRestored && place.text("d/projects.json") == before)
  }

  @Test func `--write beside it is refused in one line`() throws {
    let place = try Place(table: Self.table)
    let terminal = try place.open("--write")
    #expect(terminal.end() == .exited(64))
    #expect(
      terminal.screen.lines.contains {
        $0.contains("--interactive asks before it writes; leave out --write.")
      })
  }
}
