import Testing

@testable import App

struct LookingBackTests {
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
