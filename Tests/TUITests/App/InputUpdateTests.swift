import Testing

@testable import App
@testable import Canvas
@testable import Panels

/// What is pasted, and what the terminal answers.
struct InputUpdateTests {
  // MARK: Pastes

  @Test(arguments: PanelRegistry.all.map(\.id)) func `a paste with nothing to paste into changes nothing`(
    view: String
  )
    throws
  {
    var state = try Fixture.smallState(view)
    let before = StateDigest(state)
    #expect(update(&state, .paste("quarterly report export")) == nil)
    #expect(state.notice?.isProblem == true)
    #expect(state.news.contains("pasted text ignored"))
    state.press(.function(63))
    #expect(StateDigest(state) == before)
  }

  @Test func `a paste goes into the line that is typed into, as far as there is room`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("/"))
    _ = update(&state, .paste("gear works"))
    #expect(state.query == "gear works")
    _ = update(&state, .paste(String(repeating: "x", count: 500)))
    #expect(state.query.count == 200)
    state.press(.escape)
    state.press(.character("4"))
    state.press(.character(","))
    _ = update(&state, .paste("dairy"))
    #expect(state.viewState().input == "dairy")
    #expect(state.screen.contains { $0.contains("Projects 1/") })
  }

  @Test func `a paste over an open page does not close it`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("?"))
    _ = update(&state, .paste("q"))
    #expect(state.overlay == .help)
  }

  // MARK: Background

  private let white = Background(red: 255, green: 255, blue: 255)
  private let black = Background(red: 0, green: 0, blue: 0)

  @Test func `the theme follows from the background until somebody chooses one`() throws {
    var state = try Fixture.smallState("overview")
    state.followBackground(known: nil)
    #expect(state.theme.name == "dark" && !state.offersTheme)
    _ = update(&state, .background(white))
    #expect(state.theme.name == "light" && !state.shownTheme.isOpaque)
    _ = update(&state, .background(black))
    #expect(state.theme.name == "dark")
    state.press(.character("T"))
    let chosen = state.theme.name
    _ = update(&state, .background(white))
    #expect(state.theme.name == chosen)
  }

  @Test func `while it is unknown the foot names the key for the colours`() throws {
    var state = try Fixture.smallState("overview")
    state.followBackground(known: nil)
    #expect(state.screen.last?.contains("T theme") == false)
    _ = update(&state, .background(nil))
    #expect(state.screen.last?.contains("T theme") == true)
    state.press(.character("T"))
    state.press(.down)
    #expect(state.screen.last?.contains("T theme") == false)

    var known = try Fixture.smallState("overview")
    known.followBackground(known: white)
    _ = update(&known, .background(nil))
    #expect(known.screen.last?.contains("T theme") == false)
  }

  @Test func `a theme for the other kind of screen brings its own background`() {
    let dark = Theme.dark.drawn(on: white)
    #expect(dark.isOpaque)
    let plain = dark.paint(Style(), colours: 256)
    #expect(plain.foreground == 231 && plain.background == 16)
    #expect(Theme.light.drawn(on: black).paint(Style(), colours: 16).background == 15)
    #expect(Theme.dark.drawn(on: black).paint(Style(), colours: 256).background == -1)
    #expect(Theme.dark.drawn(on: nil).paint(Style(), colours: 256).background == -1)
    #expect(!Theme.monochrome.drawn(on: white).isOpaque)
  }
}
