import Testing

@testable import App
@testable import Domain
@testable import Output

/// The hits of a search on the small dataset.
struct SearchPageTests {
  @Test func `a project that is found is shown whatever its view filtered before`() throws {
    var state = try Fixture.smallState("projects")
    state.updateView { $0.filters = ["stage": "signed"] }
    state.press(.character("1"))
    state.press(.character("/"))
    state.type("dairy")
    state.press(.enter)
    #expect(state.view == "projects" && state.viewState().selection == "dairy")
    #expect(state.viewState().isOpen && state.viewState().filters.isEmpty)
  }

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

  // MARK: Kinds

  private func searching(_ text: String) throws -> AppState {
    var state = try Fixture.builtInState("overview", .en, width: 80, height: 24)
    state.press(.character("/"))
    state.type(text)
    return state
  }

  @Test func `the hits are counted by kind, and arrows list one kind`() throws {
    var state = try searching("sl")
    let counts = try #require(SearchPage.hits(state)?.counts)
    let total = counts.reduce(0) { $0 + $1.count }
    #expect(state.screen[3].contains(" all \(total) ") && state.screen[3].contains(" firm 4 "))
    state.press(.right, .right)
    #expect(state.searchKind == counts[1].kind && Overlays.choices(state).count == counts[1].count)
    #expect(Overlays.choices(state).allSatisfy { $0.title.text.hasPrefix("firm") })
    state.press(.left, .left, .left)
    #expect(state.searchKind == counts.last?.kind)
    state.type("x")
    #expect(state.searchKind == nil)
  }

  @Test func `all hits are exported, those of the kind that is listed`() throws {
    var state = try searching("三磊")
    state.press(.right, .right)
    guard case .write(let name, let bytes)? = update(&state, .key(.function(12))) else {
      Issue.record("nothing written")
      return
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(name == "qjboard-search-2024-11-15.csv" && state.overlay == .search)
    #expect(lines.count - 1 == Overlays.choices(state).count)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("project,") })
    state.mayWrite = false
    #expect(update(&state, .key(.function(12))) == nil && state.notice?.isProblem == true)
  }

  @Test func `nothing found says on which day and what to try`() throws {
    var state = try searching("qqqq")
    #expect(state.screen.contains { $0.contains("nothing found; try fewer words, pinyin or initials") })
    state.press(.escape, .character("["), .character("/"))
    state.type("qqqq")
    #expect(state.screen.contains { $0.contains("nothing found as of 20") })
  }

  @Test func `the palette says that a date can be typed`() throws {
    var state = try Fixture.smallState("overview", .en)
    state.press(.character(":"))
    #expect(state.screen[2].contains("a name, or a date: 2021"))
    state.type("2")
    #expect(!state.screen[2].contains("a name, or a date"))
  }

  @Test(arguments: ["签约", "qy", "signed"]) func `a stage leads to its projects`(typed: String) throws {
    var state = try searching(typed)
    #expect(Overlays.choices(state).first?.title.text.hasPrefix("stage") == true)
    state.press(.enter)
    #expect(state.view == "projects" && state.viewState().filters == ["stage": "signed"])
    state.press(.escape)
    #expect(state.view == "overview")
  }

  @Test func `projects that are signed and not started are found by these words`() throws {
    var state = try searching("签约未")
    state.press(.enter)
    #expect(state.viewState().filters == ["waiting": "yes"])
  }
}
