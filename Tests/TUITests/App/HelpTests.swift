import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Store

/// The help page, the hint of the first start, and what the footer says of the mouse.
struct HelpTests {
  @Test(arguments: Language.allCases) func `the signs come first, then the view, then all else`(
    language: Language
  )
    throws
  {
    let state = try Fixture.smallState("projects", language)
    let titles = HelpPage.lines(state).filter { $0.spans.first?.style == Style(.title) }.map(\.text)
    #expect(titles == [["符号", "项目", "各处通用"], ["Signs", "Projects", "Everywhere"]][language == .zh ? 0 : 1])
    #expect(HelpPage.lines(state)[1].text.contains(state.glyphs.conflict))
  }

  @Test func `two columns where both fit, one where they do not`() {
    let rows = ["a", "b", String(repeating: "c", count: 50), "d", "e", "f"].map { Line($0) }
    let lines = HelpColumns.lines(rows, width: 78)
    #expect(
      lines.map(\.text) == [
        "a" + String(repeating: " ", count: 39) + "b", rows[2].text,
        "d" + String(repeating: " ", count: 39) + "e", "f",
      ])
    #expect(HelpColumns.lines(rows, width: 60).map(\.text) == rows.map(\.text))
  }

  @Test(arguments: Language.allCases) func `no key and no action is cut`(language: Language) throws {
    let state = try Fixture.smallState("projects", language)
    let text = HelpPage.lines(state).map(\.text).joined(separator: "\n")
    for action in Action.all {
      #expect(text.contains(state.bindings.label(of: action.id)) && text.contains(action.name[language]))
    }
  }

  @Test func `the first start shows one hint, where it can be kept`() throws {
    var state = try Fixture.smallState("overview")
    var kept: KeptState?
    state.greet {
      kept = $0
      return true
    }
    #expect(kept?.isGreeted == true && state.news.contains("first start"))
    state.press(.down)
    #expect(!state.news.contains("first start"))
    state.greet { _ in true }
    #expect(state.notice == nil)
    var other = try Fixture.smallState("overview")
    other.greet { _ in false }
    #expect(other.notice == nil)
  }

  @Test func `the footer says how text is selected while the mouse is on`() throws {
    var state = try Fixture.smallState("overview")
    #expect(state.screen.last?.contains("Shift") == false)
    state.press(.character("M"))
    #expect(state.notice?.text.en.contains("hold Shift to select text") == true)
    state.press(.down)
    #expect(state.screen.last?.contains(" Shift selects ") == true)
  }
}
