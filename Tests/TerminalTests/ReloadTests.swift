import Glibc
import Testing

/// Files that are replaced while the board is open.
@Suite(.enabled(if: Program.isBuilt), .serialized)
struct ReloadTests {
  /// A copy of the small dataset.
  private struct Place {
    let path: String

    init() throws {
      var template = Array("/tmp/qjboard-reload-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&template)))
      try run("cp fixtures/small/*.json \(path)/")
    }

    func run(_ command: String) throws { try #require(system(command) == 0) }

    func remove() { _ = system("rm -rf \(path)") }
  }

  @Test func `a new name is on screen at once, and the place is kept`() throws {
    let place = try Place()
    defer { place.remove() }
    let terminal = try PseudoTerminal(
      [Program.path, "--lang", "en", "--data", place.path], columns: 120, rows: 24)
    #expect(terminal.wait(for: "1Overview"))
    terminal.type("2")
    #expect(terminal.wait { $0.firstIndex { $0.hasPrefix("▌") } == 3 })
    terminal.type("j")
    #expect(terminal.wait { $0.firstIndex { $0.hasPrefix("▌") } == 4 })

    try place.run(
      "sed 's/\\(\"short\".*\"en\": *\"\\)[^\"]*/\\1Renamed/' \(place.path)/dataset.json > \(place.path)/new"
        + " && mv \(place.path)/new \(place.path)/dataset.json")
    #expect(terminal.wait { $0.first?.contains("Renamed") == true })
    #expect(terminal.screen.lines.firstIndex { $0.hasPrefix("▌") } == 4)

    try place.run("echo '{' > \(place.path)/figures.json")
    #expect(terminal.wait { $0.suffix(2).contains { $0.contains("figures.json:2:1") } })
    #expect(terminal.screen.lines.first?.contains("Renamed") == true)

    try place.run("cp fixtures/small/figures.json \(place.path)/")
    #expect(terminal.wait { !$0.suffix(2).contains { $0.contains("figures.json") } })
    terminal.type("q")
    #expect(terminal.end() == .exited(0))
  }
}
