import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The record under the cursor, and the opened one.
struct SelectionTests {
  @Test(arguments: PanelRegistry.all.map(\.id)) func `the record under the cursor stays`(view: String) throws
  {
    var state = try Fixture.smallState(view)
    state.press(.down)
    let selection = try #require(state.viewState().selection)
    let said = state.statements.map(\.label.en)
    state.expect(.resize(width: 41, height: 13)) { ($0.width, $0.height) = (41, 13) }
    state.expect(.resize(width: 1, height: 1)) { ($0.width, $0.height) = (1, 1) }
    state.expect(.resize(width: 200, height: 60)) { ($0.width, $0.height) = (200, 60) }
    state.press(.character("L"), .character("T"), .tab, .backTab)
    #expect(state.viewState().selection == selection)
    #expect(state.statements.map(\.label.en) == said)
    state.press(.character("["), .character("]"), .character("]"))
    #expect(state.viewState().selection == selection)
    #expect(state.statements.map(\.label.en) == said)
  }

  @Test func `on another day an entry of the first page is the same one`() throws {
    let now = try Fixture.builtInState("overview")
    var before = now
    before.press(.character("["))
    func entries(_ state: AppState) -> [String] {
      PanelRegistry.panel(state.view).selections(state.viewState(), in: state.context).compactMap(\.self)
    }
    // What is overdue or newer is on one of the days only.
    let both = entries(now).filter(Set(entries(before)).contains)
    #expect(both.count > 10 && both.count < entries(now).count)
    var labels: Set<String> = []
    for id in both {
      var state = now
      state.updateView { $0.selection = id }
      let said = state.statements.first?.label
      if let said { labels.insert(said.zh) }
      state.press(.character("["))
      #expect(state.statements.first?.label == said, "\(id)")
    }
    #expect(labels.count > 5)
  }

  /// What is listed before a record may be more or less on another day.
  @Test func `on another day the cursor is on the same record`() throws {
    for (view, keys, label) in [
      ("clusters", [Key.down], "Machinery: Gross output"), ("targets", [.end], "Projects to be started"),
      ("overview", [.down, .down, .down], "Machinery: Gross output"),
    ] {
      var state = try Fixture.smallState(view)
      for key in keys { state.press(key) }
      #expect(state.statements.first?.label.en == label)
      state.press(.character("["), .character("["))
      #expect(state.statements.first?.label.en == label)
    }
  }

  @Test func `opening and closing a record`() throws {
    var state = try Fixture.smallState("targets")
    state.expect(.enter) { $0.views["targets", default: ViewState()].isOpen = true }
    state.expect(.down) { $0.views["targets", default: ViewState()].scroll = 1 }
    state.expect(.escape) { $0.views["targets"] = nil }
  }

  @Test func `leaving a record that was opened from another view leads back there`() throws {
    var state = try Fixture.builtInState("overview", width: 120, height: 36)
    state.press(.enter)
    #expect(state.view == "targets" && state.viewState().isOpen)
    state.press(.escape)
    #expect(state.view == "overview")
    state.press(.character("3"), .enter, .escape)
    #expect(state.view == "targets" && !state.viewState().isOpen)
  }

  @Test func `targets without a figure are shown alone, and left with one key`() throws {
    var state = try Fixture.builtInState("overview", .en, width: 120, height: 36)
    _ = update(&state, .day(try #require(Day("2026-11-01"))))
    let due = state.board.unreportedTargets.count
    for _ in 0..<40 where state.view == "overview" {
      let isThere = state.screen.contains { $0.contains("▌◷ \(due) targets past due") }
      state.press(isThere ? .enter : .down)
    }
    #expect(state.view == "targets")
    #expect(state.top.contains("Past due, result unpublished \(due)"))
    state.press(.escape)
    #expect(state.view == "overview")
    state.press(.character("3"))
    #expect(state.top.hasPrefix("Targets 8"))
  }

  @Test(arguments: ["clusters", "targets", "projects", "tasks", "park", "sources", "policies"])
  func `an opened record scrolls to its end and no further`(view: String) throws {
    var state = try Fixture.builtInState(view, width: 60, height: 14)
    // A project with more to say than the first.
    if view == "projects" { state.updateView { $0.selection = "sanlei-base" } }
    state.press(.enter)
    let first = state.screen
    state.press(.end)
    let last = state.screen
    #expect(first != last)
    state.press(.home)
    #expect(state.screen == first)
    state.press(.end, .pageUp)
    #expect(state.screen != last)
    for _ in 0..<3 { state.press(.pageDown) }
    #expect(state.screen == last)
    state.press(.up)
    #expect(state.screen != last)
    state.press(.end, .up)
    #expect(state.screen != last)
  }
}
