import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// Text typed into the filter and the palette.
struct TypingTests {
  /// Begins to type into the filter of the projects.
  private static let filterKey: Character = ","

  @Test func `the filter takes every character`() throws {
    var state = try Fixture.smallState("projects", .zh)
    state.expect(.character(Self.filterKey)) { $0.updateView { $0.input = "" } }
    var typed = ""
    for character in "qL1？s?[T ]/面１" {
      typed.append(character)
      state.expect(.character(character)) {
        $0.updateView {
          $0.input = typed
          $0.filters["text"] = typed
        }
      }
    }
    for key in [Key.tab, .up, .function(1), .function(10)] { state.expect(key) }
    state.expect(.backspace) {
      $0.updateView {
        $0.input = String(typed.dropLast())
        $0.filters["text"] = String(typed.dropLast())
      }
    }
    state.expect(.control("u")) {
      $0.updateView {
        $0.input = ""
        $0.filters = [:]
      }
    }
    state.expect(.backspace)
  }

  @Test func `Enter keeps the filter and Esc drops it`() throws {
    var state = try Fixture.smallState("projects", .zh)
    state.type("\(Self.filterKey)厂")
    state.expect(.enter) { $0.updateView { $0.input = nil } }
    #expect(state.viewState().filters == ["text": "厂"])
    state.expect(.character(Self.filterKey)) { $0.updateView { $0.input = "厂" } }
    state.expect(.escape) {
      $0.updateView {
        $0.input = nil
        $0.filters = [:]
      }
    }
    state.expect(.character("q"), effect: .quit)
  }

  @Test func `typed text filters at once, in either language`() throws {
    var state = try Fixture.smallState("projects", .en)
    state.type("\(Self.filterKey)DAIRY")
    #expect(state.top.hasPrefix("Projects 1/5"))
    #expect(state.screen.contains { $0.contains("▌Dairy") })
    #expect(state.screen.last?.hasPrefix(" Filter: DAIRY") == true)
    state.press(.control("u"))
    state.type("牛奶")
    #expect(state.top.hasPrefix("Projects 1/5"))
    state.type("奶")
    #expect(state.top.hasPrefix("Projects 0/5"))
    #expect(state.screen.contains { $0.contains("no matching projects") })
  }

  @Test func `the cursor is where text is typed`() throws {
    var state = try Fixture.smallState("projects", .zh, width: 40, height: 12)
    #expect(Frame.cursor(state) == nil)
    state.type("\(Self.filterKey)厂a")
    #expect(Frame.cursor(state) == Position(x: 10, y: 11))
    #expect(state.screen.last == " 筛选: 厂a         Enter 完成  Esc 取消")
    state.type(String(repeating: "长", count: 40))
    let cursor = try #require(Frame.cursor(state))
    #expect((30..<40).contains(cursor.x))
    state.press(.enter)
    #expect(Frame.cursor(state) == nil)
  }

  @Test(arguments: [Key.character(":"), .character("："), .function(6)])
  func `actions are found by name`(key: Key) throws {
    var state = try Fixture.smallState("overview")
    state.expect(key) { $0.overlay = .palette }
    for (index, character) in "qL１".enumerated() {
      state.expect(.character(character)) { $0.query = String("qL１".prefix(index + 1)) }
    }
    state.expect(.control("u")) { $0.query = "" }
    state.type("theme")
    state.expect(.enter) {
      $0.overlay = nil
      ($0.theme, $0.kept.theme) = (.light, "light")
      $0.notice = Feedback(Name(zh: "配色：浅色", en: "theme: light"))
    }
    state.press(key)
    state.type("nothing of this name")
    state.expect(.enter)
    state.expect(.control("c"), effect: .quit)
    state.expect(.escape) { $0.overlay = nil }
    state.press(key)
    state.type("quit")
    state.expect(.enter, effect: .quit) { $0.overlay = nil }
  }

  @Test func `the chosen action stays inside the list`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character(":"))
    state.expect(.up)
    state.expect(.down) { $0.choice = 1 }
    for _ in 0..<20 { state.press(.pageDown) }
    let last = state.choice
    state.expect(.down)
    state.expect(.up) { $0.choice = last - 1 }
    #expect(Frame.render(state).cursorRows.count == 1)
    state.expect(.character("q")) {
      $0.query = "q"
      $0.choice = 0
    }
  }
}
