import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// Where Esc leads from a record, by the way that led to it.
struct VisitTests {
  private let record = "energy-2025"

  @Test func `a record opened from another view closes to that view`() throws {
    var state = try Fixture.smallState("overview")
    state.go(to: "targets", at: .opened(record))
    #expect(state.viewState().isVisit)
    state.press(.escape)
    #expect(state.view == "overview" && !state.viewState("targets").isOpen)
  }

  @Test func `a record opened inside its view closes to that view`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("3"))
    state.go(to: "targets", at: .opened(record))
    #expect(!state.viewState().isVisit && state.history == ["overview"])
    state.press(.escape)
    #expect(state.view == "targets" && !state.viewState().isOpen)
    state.press(.escape)
    #expect(state.view == "targets")
  }

  @Test func `a hit in the same view closes to that view`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("4"), .character("/"))
    state.type("bakery")
    state.press(.enter)
    #expect(state.view == "projects" && state.viewState().isOpen && state.viewState().selection == "bakery")
    state.press(.escape)
    #expect(state.view == "projects" && !state.viewState().isOpen)
  }

  @Test func `after a visit the view is as any other`() throws {
    var state = try Fixture.smallState("overview")
    state.go(to: "targets", at: .opened(record))
    state.press(.escape, .character("3"))
    #expect(state.view == "targets")
    state.press(.enter, .escape)
    #expect(state.view == "targets" && !state.viewState().isOpen)
  }

  @Test func `a visited record that is returned to by its digit closes in its view`() throws {
    var state = try Fixture.smallState("overview")
    state.go(to: "targets", at: .opened(record))
    state.press(.character("1"), .character("3"))
    #expect(state.view == "targets" && state.viewState().isOpen)
    state.press(.escape)
    #expect(state.view == "targets" && !state.viewState().isOpen)
  }

  // MARK: Filters

  @Test func `filters set on the way are taken back on the way back`() throws {
    var state = try Fixture.smallState("projects")
    state.updateView { $0.filters = ["cluster": "food"] }
    state.press(.character("1"))
    state.go(to: "projects", filters: ["owner": "test-machinery"])
    #expect(state.viewState().filters == ["owner": "test-machinery"])
    state.press(.escape)
    #expect(state.view == "overview")
    #expect(state.viewState("projects").filters == ["cluster": "food"])
    #expect(state.viewState("projects").filtersBefore == nil)
  }

  @Test func `filters that were there stay on the way back`() throws {
    var state = try Fixture.smallState("projects")
    state.updateView { $0.filters = ["cluster": "food"] }
    state.press(.character("1"))
    state.go(to: "projects")
    state.press(.escape)
    #expect(state.view == "overview" && state.viewState("projects").filters == ["cluster": "food"])
  }

  @Test func `a view with other filters opens at its list`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.enter, .character("1"))
    #expect(state.viewState("projects").isOpen)
    state.go(to: "projects", filters: [:])
    #expect(!state.viewState().isOpen && state.viewState().input == nil)
  }

  @Test func `the cursor goes where it is sent`() throws {
    for (cursor, selection) in [
      (PanelEffect.Cursor.kept, "dairy"), (.first, nil), (.on("bakery"), "bakery"),
      (.opened("bakery"), "bakery"),
    ] as [(PanelEffect.Cursor, String?)] {
      var state = try Fixture.smallState("projects")
      state.updateView { $0.selection = "dairy" }
      state.press(.character("1"))
      state.go(to: "projects", at: cursor)
      #expect(state.viewState().selection == selection)
      #expect(state.viewState().isOpen == (cursor == .opened("bakery")))
    }
  }

  @Test(arguments: [("overview", "overview"), ("clusters", "targets")])
  func `Esc from the targets that are past due goes back only to the overview`(from: String, to: String)
    throws
  {
    var state = try Fixture.smallState(from)
    state.go(to: "targets", filters: ["unreported": "yes"])
    state.press(.escape)
    #expect(state.view == to && state.viewState("targets").filters == [:])
  }

  // MARK: Scrolling

  @Test(arguments: ["targets", "projects", "tasks", "sources"])
  func `at the end of a record that gets more room the first key moves`(view: String) throws {
    var state = try Fixture.builtInState(view, width: 60, height: 12)
    if view == "projects" { state.updateView { $0.selection = "sanlei-base" } }
    state.press(.enter, .end)
    _ = update(&state, .resize(width: 60, height: 16))
    let end = state.screen
    state.press(.up)
    #expect(state.screen != end)
  }
}
