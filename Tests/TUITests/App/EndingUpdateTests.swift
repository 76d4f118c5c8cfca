import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// Keys that end or suspend the program, and keys without a meaning.
struct EndingUpdateTests {
  @Test func `Ctrl-C quits from anywhere, and Ctrl-Z suspends`() throws {
    var states = try PanelRegistry.all.map { try Fixture.smallState($0.id) }
    for keys in [
      [Key.enter], [.character("?")], [.character("s")], [.character(","), .character("q")],
    ] {
      var state = try Fixture.smallState("projects")
      for key in keys { state.press(key) }
      states.append(state)
    }
    for state in states {
      var (ending, stopping) = (state, state)
      ending.expect(.control("c"), effect: .quit)
      stopping.expect(.control("z"), effect: .suspend)
    }
  }

  @Test(arguments: [Key.character("q"), .character("ｑ"), .function(10)]) func `q quits from every view`(
    key: Key
  ) throws {
    for panel in PanelRegistry.all {
      var state = try Fixture.smallState(panel.id)
      state.expect(key, effect: .quit)
      state.press(.enter)
      state.expect(key, effect: .quit)
    }
  }

  @Test func `keys without a meaning change nothing`() throws {
    for panel in PanelRegistry.all {
      var state = try Fixture.smallState(panel.id)
      state.press(.home)
      for key: Key in [
        .function(20), .control("d"), .character("黔"), .character("é"), .character("0"),
      ] {
        state.expect(key)
      }
    }
  }
}
