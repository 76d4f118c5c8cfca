import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels
@testable import Store

/// Three views that the user saves.
struct SavedViewsTests {
  private func saved() throws -> AppState {
    var state = try Fixture.smallState("projects")
    state.mayKeep = true
    state.updateView { view in
      view.filters = ["cluster": "food"]
      (view.mode, view.order) = (1, 2)
    }
    return state
  }

  @Test func `a saved view is kept, and opens as it was`() throws {
    var state = try saved()
    state.press(.character("["), .character("b"))
    let day = state.board.asOf
    let effect = update(&state, .key(.character("5")))
    let view = SavedView(view: "projects", filters: ["cluster": "food"], mode: 1, order: 2, asOf: day)
    #expect(state.kept.views == [nil, view, nil])
    #expect(effect == .keep(state.kept))
    state.updateView { $0 = ViewState() }
    state.press(.character("]"), .character("]"), .character("1"), .character("'"), .character("2"))
    #expect(state.view == "projects" && state.board.asOf == day)
    #expect(state.viewState().filters == ["cluster": "food"])
    #expect(state.viewState().mode == 1 && state.viewState().order == 2)
    state.press(.character("b"))
    #expect(state.screen.contains { $0.contains("2 open") && $0.contains("Projects") && $0.contains("Food") })
  }

  @Test func `where nothing can be kept, it lasts until the end`() throws {
    var state = try saved()
    state.mayKeep = false
    state.press(.character("b"))
    #expect(update(&state, .key(.character("4"))) == nil)
    #expect(state.kept.views[0] != nil && state.news.contains("saved as 1 until you quit"))
  }

  @Test func `an empty place says so`() throws {
    var state = try saved()
    state.press(.character("b"), .character("3"))
    #expect(state.view == "projects" && state.notice?.isProblem == true)
  }

  @Test func `a failure to keep is reported`() throws {
    var state = try saved()
    _ = update(&state, .notKept(reason: Name(zh: "磁盘已满", en: "the disk is full")))
    #expect(!state.mayKeep && state.notice?.text.en == "not saved: the disk is full")
  }

  @Test func `a view that no longer exists opens the first`() throws {
    var state = try saved()
    state.kept.views[0] = SavedView(view: "gone", filters: ["x": "y"], mode: 0, order: 0, asOf: nil)
    state.press(.character("b"), .character("1"))
    #expect(state.view == "overview")
  }
}
