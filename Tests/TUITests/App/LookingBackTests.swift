import Testing

@testable import App
@testable import Domain
@testable import Figures

struct LookingBackTests {
  @Test func `a look back is marked`() throws {
    var state = try Fixture.builtInState("overview")
    state.board = Board(state.board.complete, asOf: try #require(Day("2021-12-31")))
    #expect(state.screen[0].hasSuffix(" 2021-12-31 Esc 回最新"))
    state.width = 140
    #expect(state.screen[0].hasSuffix("截至2021-12-31的资料 Esc 回最新"))
  }

  @Test func `on the day of the first document there is something to see, the day before nothing`() throws {
    var state = try Fixture.smallState("targets")
    let first = try #require(state.steps.first)
    for isFull in [false, true] {
      state.isFull = isFull
      for (day, isEmpty) in [(first, false), (first.previous, true)] {
        state.board = Board(state.board.complete, asOf: day)
        let text = Frame.nothingKnown(state)
        #expect(state.screen.contains { $0.contains(text.prefix(20)) } == isEmpty, "\(isFull) \(day)")
      }
    }
  }

  @Test func `what an earlier day leaves out is there again on the day itself`() throws {
    var state = try Fixture.builtInState("overview")
    let (clusters, projects) = (Array(state.dataset.clusters), Array(state.dataset.projects))
    for _ in 0..<3 { _ = update(&state, .key(.character("["))) }
    #expect(Array(state.dataset.clusters) != clusters && Array(state.dataset.projects) != projects)
    for _ in 0..<3 { _ = update(&state, .key(.character("]"))) }
    #expect(Array(state.dataset.clusters) == clusters)
    #expect(Array(state.dataset.projects) == projects)
  }
}
