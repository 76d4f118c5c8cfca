import Testing

@testable import App
@testable import Domain
@testable import Figures

struct LookingBackTests {
  @Test func `a look back is marked`() throws {
    var state = try Fixture.builtInState("overview")
    state.board = Board(state.board.complete, asOf: try #require(Day("2021-12-31")))
    #expect(state.screen[0].contains("历史时点"))
    #expect(state.screen[0].contains("2021-12-31"))
  }

  @Test func `records left out on an earlier day return on their day`() throws {
    var state = try Fixture.builtInState("overview")
    let (clusters, projects) = (Array(state.dataset.clusters), Array(state.dataset.projects))
    for _ in 0..<3 { _ = update(&state, .key(.character("["))) }
    #expect(Array(state.dataset.clusters) != clusters && Array(state.dataset.projects) != projects)
    for _ in 0..<3 { _ = update(&state, .key(.character("]"))) }
    #expect(Array(state.dataset.clusters) == clusters)
    #expect(Array(state.dataset.projects) == projects)
  }
}
