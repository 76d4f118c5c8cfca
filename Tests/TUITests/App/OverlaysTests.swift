import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The lists that are filtered by typing.
struct OverlaysTests {
  /// The names that the palette lists for a query, without their keys.
  private func names(_ query: String, in view: String = "projects") throws -> [String] {
    var state = try Fixture.smallState(view)
    state.press(.character(":"))
    state.type(query)
    return Overlays.choices(state).map { String($0.title.text.dropFirst(14)) }
  }

  // MARK: Palette

  @Test func `names that begin with the text come before those with a word that does`() throws {
    #expect(
      try names("the") == [
        "theme", "sources of the figure under the cursor", "changes since the previous publication date",
        "full screen for the part under the cursor", "freeze the screen", "export the view",
        "mark the row for an export",
        "copy the figure with its source", "next hit of the last search", "previous hit of the last search",
      ])
  }

  @Test func `the actions of the view come before those of all views`() throws {
    #expect(
      try names("so").prefix(3) == ["sort", "sources", "sources of the figure under the cursor"])
    #expect(try names("so", in: "overview").first == "sources")
  }

  @Test func `a day comes before the actions`() throws {
    #expect(try names("t").prefix(2) == ["as known today", "table/board/stages"])
  }

  // MARK: Sources

  @Test func `a conflict has the sources of a figure and of what is only said`() throws {
    var dataset = try Fixture.small()
    let said = try #require(dataset.figures["started-2022"]).citations
    dataset.conflicts.append([
      Conflict(
        id: "c", kind: .contradiction, severity: .note, title: Name(both: "Two views"),
        statements: [.figure("food-output-2025"), .claim(Name(both: "said elsewhere"), said)],
        rule: "later-document")
    ])
    var state = Fixture.state(dataset, "targets")
    state.updateView { $0.select("food-output-2025") }
    let lines = CitationsPage.lines(state).map(\.text)
    for (side, citations) in [
      ("70 x100M yuan", try #require(dataset.figures["food-output-2025"]).citations),
      ("said elsewhere", said),
    ] {
      let title = try #require(lines.firstIndex { $0.contains("Two views") })
      let start = try #require(lines[title...].firstIndex { $0.contains(side) })
      let quoted = citations.map(\.printed)
      #expect(!quoted.isEmpty && zip(quoted, lines[(start + 1)...]).allSatisfy { $1.contains($0) })
    }
  }

  // MARK: Changes

  @Test func `a project that moved stands with its stage before and after`() throws {
    var state = try Fixture.smallState("projects")
    let report = try #require(Day("2023-01-31"))
    state.overlay = .changes(since: report)
    state.prepare()
    let diff = BoardDiff(from: Board(state.board.complete, asOf: report), to: state.board)
    let lines = ChangesPage.lines(state).map(\.text)
    #expect(
      diff.moved.contains { $0.project.id == "cannery" && $0.from == .commissioned && $0.to == .fullOutput })
    #expect(lines.contains("  Cannery  Commissioned → Full output"))
  }

  // MARK: Files and days

  @Test func `a file is named by its view and by the day that it shows`() throws {
    var state = try Fixture.smallState("targets")
    state.board = Board(state.board.complete, asOf: try #require(Day("2023-01-31")))
    let names = ExportPage.choices(state).compactMap { choice -> String? in
      guard case .write(let name, _)? = choice.perform(&state) else { return nil }
      return name
    }
    #expect(names == ["qjboard-targets-2023-01-31.md", "qjboard-targets-2023-01-31.csv"])
  }

  @Test func `on the day of the first document something is known`() throws {
    var state = try Fixture.smallState("targets")
    let first = try #require(state.steps.first)
    DayChoice.go(to: first, &state)
    #expect(state.notice?.isProblem == false && state.notice?.text.en == "as known on \(first)")
    DayChoice.go(to: first.previous, &state)
    #expect(state.notice?.isProblem == true)
  }

  // MARK: Typed text

  private static let digits = "0123456789012345678901234567890123456789"

  /// Texts and their end that fits: 40 columns less the mark, the margins and the cursor leave 34.
  static let typed: [(text: String, shown: String)] = [
    (digits, String(digits.suffix(34))), (String(digits.prefix(34)), String(digits.prefix(34))),
    (String(digits.prefix(35)), String(digits.prefix(35).dropFirst())),
    (String(repeating: "厂", count: 19) + "终", String(repeating: "厂", count: 16) + "终"),
  ]

  @Test(arguments: [Key.character("/"), .character(":")], typed)
  func `a long text shows its end and the cursor behind it`(key: Key, typed: (text: String, shown: String))
    throws
  {
    var state = try Fixture.smallState("overview", width: 40, height: 12)
    state.press(key)
    state.type(typed.text)
    #expect(state.screen[2] == " > \(typed.shown)")
    #expect(Frame.cursor(state) == Position(x: 37, y: 2))
  }
}
