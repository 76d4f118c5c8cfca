import Testing

@testable import Domain
@testable import Figures
@testable import Panels

/// Words that say what holds where they stand.
struct WordsInPlaceTests {
  @Test(arguments: PanelRegistry.all.map(\.id))
  func `every view says that no document is known on so early a day`(
    view: String
  )
    throws
  {
    var state = try Fixture.smallState(view)
    let day = try #require(Day("1990-01-01"))
    state.board = Board(state.dataset, asOf: day)
    let first = try #require(state.steps.first)
    for isFull in [false, true] {
      state.isFull = isFull
      let text = state.screen.joined(separator: " ")
      #expect(text.contains("no documents on 1990-01-01") && text.contains("\(first)"))
    }
  }

  @Test func `the banner of the full screen has a line of its own`() throws {
    var state = try Fixture.smallState("targets", .zh)
    state.press(.character("["))
    state.press(.character("f"))
    state.press(.character("p"))
    state.press(.down)
    #expect(state.screen.first == " 冻结  历史时点 \(state.board.asOf)")
  }

  @Test func `the count of tasks follows the text`() throws {
    var state = try Fixture.builtInState("tasks", .en)
    let all = state.screen.fromHeading[0]
    state.press(.character(","))
    for letter in "zhaoshang" { state.press(.character(letter)) }
    let tasks = TasksPanel().page(state.viewState(), state.context).items.count {
      if case .task = $0 { true } else { false }
    }
    #expect(tasks > 0)
    #expect(state.screen.fromHeading[0].hasPrefix("Tasks \(tasks) ") && state.screen.fromHeading[0] != all)
  }

  @Test func `while a text is typed Esc clears it, and x is a letter`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.character(","))
    for letter in "zzz" { state.press(.character(letter)) }
    #expect(state.screen.contains { $0.contains("no matching projects; Esc clears") })
    state.press(.enter)
    #expect(state.screen.contains { $0.contains("no matching projects; x clears") })
  }

  @Test func `the filter of a way here goes on the way back`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.character(","))
    for letter in "works" { state.press(.character(letter)) }
    state.press(.enter)
    state.press(.character("2"))
    state.press(.character("v"))
    #expect(state.view == "projects" && state.screen.contains { $0.contains("Food x") })
    state.press(.escape)
    #expect(state.view == "clusters")
    state.press(.character("4"))
    #expect(
      state.screen.fromHeading[0].hasPrefix("Projects 2/5") && state.screen[1].contains("works x"))
  }
}
