import Testing

@testable import App
@testable import Domain

/// Comparing states sees every field that is not excluded by name.
struct StateDigestTests {
  @Test func `a change of any field is a difference`() throws {
    let state = try Fixture.smallState("overview")
    let changes: [(String, (inout AppState) -> Void)] = [
      ("remarks", { $0.remarks = [Name(zh: "终端", en: "terminal")] }), ("mayWrite", { $0.mayWrite = false }),
      ("settings", { $0.settings.theme = "other" }), ("overlay", { $0.overlay = .changes(since: $0.today) }),
      ("lastSearch", { $0.lastSearch = LastSearch(query: "gear", place: 0) }),
      ("board.asOf", { _ = update(&$0, .key(.character("["))) }),
      ("freeze.dataset", { $0.freeze = Freeze(dataset: Dataset()) }),
      ("views", { $0.updateView { $0.scroll = 1 } }),
    ]
    for (path, change) in changes {
      var changed = state
      change(&changed)
      let differences = StateDigest(changed).differences(from: StateDigest(state))
      #expect(differences.contains { $0.hasPrefix(path) }, "\(path): \(differences)")
    }
    #expect(StateDigest(state) == StateDigest(state))
  }

  @Test func `what is not compared is a field`() throws {
    let fields = Mirror(reflecting: try Fixture.smallState("overview")).children.compactMap(\.label)
    #expect(StateDigest.ignored.keys.filter { !fields.contains($0) } == [])
  }
}
