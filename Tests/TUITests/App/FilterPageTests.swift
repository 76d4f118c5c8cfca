import Testing

@testable import App
@testable import Canvas
@testable import Panels

/// The list of the values of a filter.
struct FilterPageTests {
  private func opened(_ key: Character = "c", width: Int = 80, height: Int = 24) throws -> AppState {
    var state = try Fixture.smallState("projects", .en, width: width, height: height)
    state.press(.character(key))
    return state
  }

  @Test func `the key lists the values with their counts, the present one marked`() throws {
    var state = try opened()
    #expect(state.overlay == .filter("cluster"))
    let lines = Overlays.choices(state).map { $0.title.spans.map(\.text).joined() }
    #expect(
      lines.map { $0.split(separator: " ").joined(separator: " ") } == [
        "● 0 all 5", "1 Machinery 2", "2 Food 3",
      ])
    #expect(
      state.screen.last?.contains("0-9 choose") == true && state.screen.last?.contains("Esc leave") == true)
    state.press(.down, .enter)
    #expect(state.overlay == nil && state.viewState().filters["cluster"] != nil)
    state.press(.character("c"))
    #expect(state.choice == 1, "the cursor begins on the present value")
    state.press(.character("0"))
    #expect(state.viewState().filters["cluster"] == nil)
  }

  @Test func `Esc leaves the filter as it was`() throws {
    var state = try opened()
    state.press(.down, .escape)
    #expect(state.overlay == nil && state.viewState().filters.isEmpty)
  }

  @Test func `a digit sets, the same key and a letter move on`() throws {
    var state = try opened()
    state.press(.character("c"))
    #expect(state.choice == 1)
    state.press(.character("f"))
    #expect(state.choice == 2, "Food")
    state.press(.character("1"))
    #expect(state.overlay == nil && state.viewState().filters.count == 1)
  }

  @Test func `an order is chosen like a filter, without a number`() throws {
    var state = try opened("o")
    #expect(Overlays.choices(state).count == ProjectsPanel.Order.allCases.count)
    state.press(.character("2"))
    #expect(state.viewState().order == 1)
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 50)])
  func `it fits every screen, and its lines can be clicked`(width: Int, height: Int) throws {
    let state = try opened(width: width, height: height)
    #expect(state.screen.contains { $0.contains("Machinery") && $0.contains("2") })
    let frame = Frame.render(state)
    #expect(frame.clickAreas.contains { $0.target == .choice(2) })
  }
}
