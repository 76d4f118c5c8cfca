import Model

/// The one place where the state changes.
public func update(_ state: inout AppState, _ event: Event) -> Effect? {
  switch event {
  case .resize(let width, let height):
    state.width = width
    state.height = height
    return nil
  case .day(let day):
    let followsToday = state.board.asOf == state.today
    state.today = day
    if followsToday { state.board = Board(state.dataset, asOf: day) }
    return nil
  case .key(let key):
    // Text that is typed keeps its full-width characters.
    if state.viewState().input != nil, state.overlay == nil, key != .control("c") {
      _ = PanelRegistry.panel(state.view).update(&state, on: key)
      return nil
    }
    return press(&state, key.halfWidth)
  }
}

private func press(_ state: inout AppState, _ key: Key) -> Effect? {
  switch key {
  case .control("c"): return .quit
  case .control("z"): return .suspend
  default: break
  }
  if state.overlay != nil {
    return pressOverlay(&state, key)
  }
  switch key {
  case .character("q"), .function(10): return .quit
  case .character("?"), .function(1): show(&state, .help)
  case .character("s"), .function(2): show(&state, .citations)
  case .character("L"), .function(3): state.language = state.language.other
  case .character("T"), .function(4): state.theme = next(state.theme, in: Theme.all)
  case .character("["): step(&state, by: -1)
  case .character("]"): step(&state, by: 1)
  case .tab: cycle(&state, by: 1)
  case .backTab: cycle(&state, by: -1)
  case .character(let digit) where PanelRegistry.all.indices.contains((digit.wholeNumberValue ?? 0) - 1):
    state.go(to: PanelRegistry.all[(digit.wholeNumberValue ?? 1) - 1].id)
  default:
    if !PanelRegistry.panel(state.view).update(&state, on: key), [.escape, .backspace, .left].contains(key),
      let back = state.history.popLast()
    {
      state.view = back
    }
  }
  return nil
}

private func show(_ state: inout AppState, _ overlay: AppState.Overlay) {
  state.overlay = overlay
  state.overlayScroll = 0
}

private func pressOverlay(_ state: inout AppState, _ key: Key) -> Effect? {
  switch key {
  case .down, .character("j"): state.overlayScroll += 1
  case .up, .character("k"): state.overlayScroll = max(0, state.overlayScroll - 1)
  case .pageDown, .character(" "): state.overlayScroll += max(1, state.height - 6)
  case .pageUp: state.overlayScroll = max(0, state.overlayScroll - max(1, state.height - 6))
  case .home, .character("g"): state.overlayScroll = 0
  case .end, .character("G"): state.overlayScroll = 9999
  case .character("L"), .function(3): state.language = state.language.other
  case .character("q"), .escape, .enter, .left, .backspace, .character("?"), .character("s"), .function(1),
    .function(2):
    state.overlay = nil
  case .function(10): return .quit
  default: break
  }
  // A scroll past the end would make the way back seem dead.
  state.overlayScroll = min(state.overlayScroll, Frame.maximumOverlayScroll(state))
  return nil
}

private func cycle(_ state: inout AppState, by step: Int) {
  let ids = PanelRegistry.all.map(\.id)
  let now = ids.firstIndex(of: state.view) ?? 0
  state.go(to: ids[(now + step + ids.count) % ids.count])
}

private func next(_ theme: Theme, in themes: [Theme]) -> Theme {
  let index = themes.firstIndex(of: theme) ?? 0
  return themes[(index + 1) % themes.count]
}

/// Goes to the day before or after on which something became known; past the last to today.
private func step(_ state: inout AppState, by direction: Int) {
  let now = state.board.asOf
  let day =
    direction < 0
    ? state.steps.last { $0 < now && !(now == state.today && $0 == state.steps.last(where: { $0 <= now })) }
    : state.steps.first { $0 > now && $0 <= state.today }
  if let day {
    state.board = Board(state.dataset, asOf: day)
  } else if direction > 0 {
    state.board = Board(state.dataset, asOf: state.today)
  }
}
