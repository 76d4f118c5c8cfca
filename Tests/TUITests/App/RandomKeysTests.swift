import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels

/// Keys in no order, as from a cat: nothing breaks, and the cursor stays on something that exists.
struct RandomKeysTests {
  private static let seeds: [UInt64] = TestSize.isFull ? Array(1...20) : [1, 2]

  private static let keys: [Key] =
    [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace,
      .delete, .insert, .function(1), .function(2), .function(3), .function(4), .function(8), .function(9),
      .function(11), .function(12),
      .control("u"),
    ] + "jkgGnNfpey /,ctauowx+-=sL?T<>:123456789".map(Key.character) + "黔江厂q１？é🇨🇳".map(Key.character)

  @Test(arguments: seeds) func `any keys at any size`(seed: UInt64) throws {
    try press(TestSize.isFull ? 20_000 : 4000, Fixture.smallState("overview"), seed)
  }

  /// A key takes longer here than on the small dataset, and finds longer lists and texts.
  @Test(arguments: seeds) func `any keys at any size on the built-in data`(seed: UInt64) throws {
    try press(TestSize.isFull ? 5000 : 600, Fixture.builtInState("overview"), seed)
  }

  private func press(_ count: Int, _ start: AppState, _ seed: UInt64) throws {
    let check = FrameCheck()
    var random = SplitMix(seed: seed)
    var state = start
    for press in 0..<count {
      _ = update(&state, event(&random))
      try #require(isValid(state), "after \(press) keys: \(state.view) \(state.viewState())")
      if press % 50 == 0 {
        let fault = check.fault(in: Frame.render(state), width: state.width, height: state.height)
        #expect(fault == nil, "after \(press) keys")
        var prepared = state
        prepared.prepare()
        #expect(
          Frame.render(prepared).cells == Frame.render(state).cells, "what is kept is not what is found anew")
      }
    }
  }

  private func event(_ random: inout SplitMix) -> Event {
    switch Int.random(in: 0..<200, using: &random) {
    case 0..<8:
      return .resize(
        width: Int.random(in: 1...200, using: &random), height: Int.random(in: 1...60, using: &random))
    // Another day derives everything anew, which takes as long as hundreds of other keys.
    case 8: return .key(["[", "]", "d"].randomElement(using: &random).map(Key.character) ?? .escape)
    default: return .key(Self.keys.randomElement(using: &random) ?? .down)
    }
  }

  private func isValid(_ state: AppState) -> Bool {
    let ids = PanelRegistry.all.map(\.id)
    guard ids.contains(state.view), state.history.allSatisfy(ids.contains) else { return false }
    guard state.overlayScroll >= 0, state.board.asOf <= state.today else { return false }
    return state.views.allSatisfy { id, view in
      view.scroll >= 0 && view.mode >= 0 && view.order >= 0
        && view.selection.map { exists($0, in: id, state.dataset) } ?? true
    }
  }

  /// Whether a selection names a record of the dataset.
  private func exists(_ selection: String, in view: String, _ data: Dataset) -> Bool {
    switch view {
    case "clusters": data.clusters[selection] != nil
    case "targets":
      TargetsPanel.Fold.allCases.contains { $0.id == selection } || data.figures[selection]?.plan != nil
    case "projects": data.projects[selection] != nil
    default: !selection.isEmpty
    }
  }
}
