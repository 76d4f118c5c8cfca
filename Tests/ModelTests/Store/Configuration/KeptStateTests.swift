import Testing

@testable import Domain
@testable import Store

struct KeptStateTests {
  private func state(_ text: String) -> KeptState { KeptState(Array(text.utf8)) }

  @Test func `views are read in their places`() {
    let read = state(
      """
      {"views": [null, {"view": "projects", "filters": {"stage": "started"}, "mode": 1, "order": 2, "as_of": "2021-12-31"}]}
      """)
    #expect(
      read.views == [
        nil,
        SavedView(
          view: "projects", filters: ["stage": "started"], mode: 1, order: 2, asOf: Day("2021-12-31")), nil,
      ])
  }

  @Test func `the hint of the first start is remembered`() {
    #expect(state("{\"greeted\": true}").isGreeted && !state("{\"greeted\": 1}").isGreeted)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"views\": 3}", "{\"views\": [3, {\"mode\": -1}, {\"view\": 7}, {\"mode\": 1}]}",
  ])
  func `what is damaged is left out`(text: String) { #expect(state(text) == KeptState()) }

  @Test func `the file is in the state directory`() {
    #expect(KeptState.path(environment: ["HOME": "/home/a"]) == "/home/a/.local/state/qjboard/state.json")
    #expect(
      KeptState.path(environment: ["HOME": "/home/a", "XDG_STATE_HOME": "/var/s"])
        == "/var/s/qjboard/state.json")
    #expect(KeptState.path(environment: ["XDG_STATE_HOME": "relative"]) == nil)
    #expect(KeptState.path(environment: ["HOME": "/"]) == nil)
  }
}
