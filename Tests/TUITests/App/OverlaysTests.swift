import Testing

@testable import App
@testable import Canvas

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
