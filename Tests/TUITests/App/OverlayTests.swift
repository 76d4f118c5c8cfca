import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// Help and sources over a view.
struct OverlayTests {
  @Test(arguments: [Key.character("?"), .character("？"), .function(1)])
  func `help opens and closes`(key: Key) throws {
    var state = try Fixture.smallState("targets")
    state.expect(key) { $0.overlay = .help }
    state.expect(key) { $0.overlay = nil }
    state.press(key)
    state.expect(.escape) { $0.overlay = nil }
  }

  @Test(arguments: [Key.character("s"), .character("ｓ"), .function(2)])
  func `sources open and Esc closes them`(key: Key) throws {
    var state = try Fixture.smallState("targets")
    state.expect(key) { $0.overlay = .citations }
    #expect(state.screen.contains { $0.contains("Where it is printed") })
    state.expect(.escape) { $0.overlay = nil }
    #expect(!state.screen.contains { $0.contains("Where it is printed") })
  }

  @Test func `an overlay keeps keys from the view`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.character("?"))
    for key in [Key.character("+"), .character("x"), .right, .delete] {
      state.expect(key) { $0.notice = nil }
    }
    for key in [Key.character("1"), .tab, .character("[")] {
      state.expect(key) { $0.sayProblem("先按 Esc 返回", "go back with Esc first") }
    }
    state.expect(.character("q")) {
      $0.overlay = nil
      $0.notice = nil
    }
    state.expect(.character("q"), effect: .quit)
  }

  @Test func `an overlay scrolls to its end and no further`() throws {
    var state = try Fixture.smallState("overview", width: 60, height: 14)
    state.press(.character("?"))
    let end = Overlays.maximumScroll(state)
    #expect(end > 10)
    state.expect(.up)
    state.expect(.down) { $0.overlayScroll = 1 }
    // Eleven rows are in sight.
    state.expect(.pageDown) { $0.overlayScroll = 11 }
    state.expect(.pageUp) { $0.overlayScroll = 1 }
    state.expect(.end) { $0.overlayScroll = end }
    for key in [Key.down, .pageDown, .character("j"), .character(" "), .character("G")] { state.expect(key) }
    let last = state.screen
    state.expect(.up) { $0.overlayScroll = end - 1 }
    #expect(state.screen != last)
    state.expect(.home) { $0.overlayScroll = 0 }
    state.press(.end, .escape)
    state.expect(.character("s")) {
      $0.overlay = .citations
      $0.overlayScroll = 0
    }
  }

  @Test func `an overlay stays at its end when it gets shorter`() throws {
    var state = try Fixture.smallState("overview", width: 60, height: 14)
    state.press(.character("?"), .end)
    state.height = 20
    let end = Overlays.maximumScroll(state)
    state.height = 14
    state.expect(.resize(width: 60, height: 20)) {
      $0.height = 20
      $0.overlayScroll = end
    }
    state.expect(.up) { $0.overlayScroll = end - 1 }
  }
}
