import Canvas

/// Handles a mouse event as the key with the same effect: a click selects a record, a second click opens it, the right
/// button goes back, the wheel moves.
func update(_ state: inout AppState, _ mouse: MouseEvent) -> Effect? {
  switch mouse.kind {
  case .wheelUp: return wheel(&state, .up)
  case .wheelDown: return wheel(&state, .down)
  case .secondaryPress: return update(&state, .key(.escape))
  case .press:
    let frame = Frame.render(state)
    guard let target = frame.clickTarget(x: mouse.position.x, y: mouse.position.y) else { return nil }
    // A clicked row keeps its position on the screen.
    state.keep(frame.lists)
    return click(&state, on: target)
  }
}

/// Rows of text per step of the wheel.
private let wheelRows = 3

private func wheel(_ state: inout AppState, _ key: Key) -> Effect? {
  let isRead = state.overlay.map { !$0.isChosenFrom } ?? state.viewState().isOpen
  for _ in 0..<(isRead ? wheelRows : 1) { _ = update(&state, .key(key)) }
  return nil
}

private func click(_ state: inout AppState, on target: ClickTarget) -> Effect? {
  state.notice = nil
  // A click ends text input.
  if state.overlay == nil, state.viewState().input != nil { _ = update(&state, .key(.enter)) }
  switch target {
  case .key(let name): return Key(name: name).flatMap { update(&state, .key($0)) }
  case .action(let id): return Action.all.first { $0.id == id }?.perform(&state)
  case .filter(let name): state.updateView { $0.filters[name] = nil }
  case .choice(let index):
    if state.choice == index { return update(&state, .key(.enter)) }
    state.choice = index
    state.lists.isClicked = true
  case .record(let id):
    if state.viewState().selection == id, state.viewState().scenario == nil {
      return update(&state, .key(.enter))
    }
    state.updateView { view in
      view.selection = id
      view.scroll = 0
    }
    state.lists.isClicked = true
  }
  return nil
}
