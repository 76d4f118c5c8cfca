import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// What Esc leaves, and the line that shows it.
struct LeavingTests {
  private func filtered() throws -> AppState {
    var state = try Fixture.smallState("projects", .en)
    state.updateView { $0.filters = ["cluster": "food", "text": "a"] }
    return state
  }

  @Test(arguments: [Key.escape, .backspace]) func `the filters go one by one, the text first`(key: Key) throws
  {
    var state = try filtered()
    state.press(key)
    #expect(state.viewState().filters == ["cluster": "food"])
    state.press(key)
    #expect(state.viewState().filters == [:] && state.view == "projects")
  }

  @Test func `the filters are shown with what removes them, and once`() throws {
    let state = try filtered()
    let line = state.screen[1]
    #expect(line.contains("Food") && line.contains(" a x") && line.contains("Esc removes the last"))
    #expect(line.contains("x clears all"))
    #expect(!state.top.contains("Food"))
  }

  @Test func `a click on a filter removes it`() throws {
    var state = try filtered()
    let place = try #require(
      (0..<state.width).first { Frame.render(state).clickTarget(x: $0, y: 1) == .filter("cluster") })
    _ = update(&state, .mouse(MouseEvent(.press, x: place, y: 1)))
    #expect(state.viewState().filters == ["text": "a"])
  }

  @Test(arguments: [(59, 24), (80, 15)])
  func `a small screen shows the filters in the title of the list`(width: Int, height: Int) throws {
    var state = try filtered()
    (state.width, state.height) = (width, height)
    #expect(FrameLayout(state).trail.isEmpty)
    state.updateView { $0.filters = ["text": "bak"] }
    #expect(state.top.contains("bak"))
  }

  @Test func `the way back names the views and the record`() throws {
    var state = try Fixture.smallState("overview", .en)
    state.go(to: "clusters")
    state.go(to: "projects", at: .opened("bakery"))
    #expect(state.screen[1].hasPrefix(" Overview > Clusters > Projects > Bakery"))
    state.press(.escape, .escape)
    #expect(state.view == "overview" && FrameLayout(state).trail.isEmpty)
  }

  @Test func `Esc returns to the latest day, and the head says so`() throws {
    var state = try Fixture.builtInState("targets", .zh, width: 80, height: 24)
    state.press(.character("["))
    #expect(state.isPast && state.screen[0].hasSuffix("Esc 回最新"))
    state.press(.escape)
    #expect(!state.isPast && state.news.contains("已回到最新资料"))
  }

  @Test func `the head names the key only while Esc returns to the latest day`() throws {
    var state = try filtered()
    state.press(.character("["))
    #expect(!state.screen[0].contains("Esc"))
    state.press(.escape, .escape)
    #expect(state.screen.last?.contains("Esc latest") == true)
    state.press(.escape)
    #expect(!state.isPast)
  }

  @Test(arguments: ["", "["])
  func `a narrow English head has a word for each view and the whole day`(key: String) throws {
    for view in PanelRegistry.all {
      var state = try Fixture.builtInState(view.id, .en, width: 80, height: 24)
      for character in key { state.press(.character(character)) }
      let day = key.isEmpty ? "2024-10-30" : "\(state.board.asOf)"
      #expect(
        state.screen[0].hasPrefix("1Home 2Clusters 3Targets 4Projects 5Tasks 6Park 7Docs 8Month 9Policy"))
      #expect(state.screen[0].contains(" \(day)"), "\(state.screen[0])")
    }
  }

  @Test func `a day given at the start is where Esc returns to`() throws {
    let (built, day) = (try Fixture.builtInState("targets", .en), try #require(Day("2023-12-31")))
    var state = AppState(
      dataset: built.board.complete, asOf: day, today: built.today, language: .en, theme: built.theme,
      glyphs: built.glyphs, width: 120, height: 36, view: "targets")
    state.press(.escape)
    #expect(state.board.asOf == day)
    state.press(.character("["))
    #expect(state.board.asOf < day && state.screen[0].contains("Esc to 2023-12-31"))
    state.press(.escape)
    #expect(state.board.asOf == day)
  }

  @Test func `an empty list says which filters leave nothing`() throws {
    var state = try Fixture.smallState("projects", .en)
    state.updateView { $0.filters = ["stage": "started", "text": "zzz"] }
    #expect(
      state.screen.contains { $0.contains("no matching projects; x clears the filters (Started, zzz)") })
  }

  @Test func `the column that orders the list is marked`() throws {
    var state = try Fixture.smallState("projects", .en)
    #expect(state.screen.contains { $0.contains("Stage↓") })
    for (digit, title) in zip("2345", ["Date↓", "Investment↓", "Expected↓", "Project↑"]) {
      state.press(.character("o"), .character(digit))
      state.width = 140
      #expect(state.screen.contains { $0.contains(title) }, "\(title)")
    }
  }
}
