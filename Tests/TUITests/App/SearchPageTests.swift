import Testing

@testable import App
@testable import Domain
@testable import Output

/// The hits of a search on the small dataset.
struct SearchPageTests {
  @Test func `the next hit goes round from the last to the first, the previous one back`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.character("/"))
    state.type("food")
    let count = Overlays.choices(state).count
    #expect(count > 2)
    state.press(.enter)
    #expect(state.lastSearch == LastSearch(query: "food", place: 0))
    let first = state.viewState().selection
    state.press(.character("N"))
    #expect(state.lastSearch?.place == count - 1)
    #expect(state.notice?.text.en.contains(" \(count)/\(count) ") == true)
    state.press(.character("N"))
    #expect(state.lastSearch?.place == count - 2)
    state.press(.character("n"), .character("n"))
    #expect(state.lastSearch?.place == 0 && state.viewState().selection == first)
    #expect(state.notice?.text.en.contains(" 1/\(count) ") == true)
  }

  @Test(arguments: [
    // The target itself, its newest level, its base.
    ("district-output-2025", "targets", "district-output-2025"),
    ("district-output-2022", "targets", "district-output-2025"),
    ("district-output-2020", "targets", "district-output-2025"),
    ("machinery-output-2022", "targets", "machinery-output-2025"),
    // No target has it.
    ("machinery-output-2021", "clusters", "machinery"), ("bakery-investment", "projects", "bakery"),
    ("east-area-report", "park", "east"), ("station-distance", "sources", "briefing"),
  ])
  func `a figure opens the target that has it, otherwise its subject or document`(
    figure: String, view: String, record: String
  ) throws {
    var state = try Fixture.smallState("overview")
    let name = Name(both: figure)
    SearchPage.open(
      SearchIndex.Hit(kind: .figure, id: figure, title: name, context: name, score: 1), &state)
    #expect(state.view == view && state.viewState().selection == record)
  }
}
