import Canvas
import Domain
import Figures

/// The only function that changes the state.
package func update(_ state: inout AppState, _ event: Event) -> Effect? {
  switch event {
  case .key, .mouse:
    let before = Place(state)
    let effect = handle(&state, event)
    state.remember(before, after: event)
    return effect
  default: return handle(&state, event)
  }
}

private func handle(_ state: inout AppState, _ event: Event) -> Effect? {
  // Time matters only when the day changes.
  if case .tick(let now) = event, now.day == state.shownDay { return nil }
  if state.freeze?.keep(event) == true { return nil }
  switch event {
  case .resize(let width, let height):
    state.width = width
    state.height = height
    limitOverlayScroll(&state)
    state.limitScroll()
    return nil
  case .tick(let now):
    let followsToday = state.board.asOf == state.today
    state.today = now.day
    if followsToday { state.show(Board(state.board.complete, asOf: now.day)) }
    return nil
  case .loaded(let dataset):
    state.take(dataset)
    return nil
  case .refused(let refusal):
    state.refuse(refusal)
    return nil
  case .written(let name):
    let path = state.directory.isEmpty ? name : "\(state.directory)/\(name)"
    state.say("已写入 \(path)", "written: \(path)")
    return nil
  case .notWritten(let name, let reason):
    state.sayProblem("未能写入 \(name)：\(reason.zh)", "not written: \(name): \(reason.en)")
    return nil
  case .notKept(let reason):
    state.mayKeep = false
    state.sayProblem("未能保存：\(reason.zh)", "not saved: \(reason.en)")
    return nil
  case .mouse(let mouse): return update(&state, mouse)
  case .paste(let text):
    paste(&state, text)
    return nil
  case .background(let background):
    state.take(background)
    return nil
  case .key(let key):
    state.notice = nil
    if key == .control("c") { return .quit }
    if key == .control("z") { return .suspend }
    // A page is the visible rows, even if the size has changed since the last frame.
    if state.overlay == nil, key == .pageDown || key == .pageUp { state.keep(Frame.render(state).lists) }
    // Text input keeps its full-width characters.
    if let overlay = state.overlay, overlay.isTyped { return press(&state, key, typingInto: overlay) }
    if state.overlay == nil, let input = state.viewState().input {
      if case .character = key, input.count >= typedLimit { return nil }
      _ = state.send(key)
      return nil
    }
    return press(&state, key.halfWidth)
  }
}

/// The maximum length of a typed line; the rest of a paste is dropped.
private let typedLimit = 200

/// Pastes a text into the active field. Without a field it must not be taken for keys.
private func paste(_ state: inout AppState, _ text: String) {
  state.notice = nil
  if state.overlay?.isTyped == true {
    state.query += text.prefix(max(0, typedLimit - state.query.count))
    state.choice = 0
  } else if state.overlay == nil, let input = state.viewState().input {
    for character in text.prefix(max(0, typedLimit - input.count)) {
      _ = state.send(.character(character))
    }
  } else {
    state.sayProblem("已忽略粘贴的文字", "pasted text ignored")
  }
}

private func press(_ state: inout AppState, _ key: Key) -> Effect? {
  if let overlay = state.overlay, overlay.isChosenFrom, !overlay.isTyped { return pressChoice(&state, key) }
  if state.overlay != nil { return pressOverlay(&state, key) }
  if state.isFull, key == .escape {
    state.isFull = false
    return nil
  }
  if let action = state.bindings.action(for: key) { return action.perform(&state) }
  if let binding = state.bindings.binding(for: key, in: state.panel), state.perform(binding) { return nil }
  let isTaken = state.send(key)
  if !isTaken { state.leave(by: key) }
  return nil
}

/// Handles keys in the reading overlays: scrolling, and every key that could mean "close".
private func pressOverlay(_ state: inout AppState, _ key: Key) -> Effect? {
  let page = Overlays.page(state)
  if state.overlay == .citations, CitationsPage.move(&state, on: key) { return nil }
  switch key {
  case .down, .character("j"): state.overlayScroll += 1
  case .up, .character("k"): state.overlayScroll -= 1
  case .pageDown, .character(" "): state.overlayScroll += page
  case .pageUp: state.overlayScroll -= page
  case .home, .character("g"): state.overlayScroll = 0
  case .end, .character("G"): state.overlayScroll = .max
  case .enter where state.overlay == .citations: CitationsPage.openDocument(&state)
  case .escape, .enter, .left, .backspace: state.overlay = nil
  default: if pressOverlay(&state, bound: key) == .quit { return .quit }
  }
  limitOverlayScroll(&state)
  return nil
}

/// Handles keys bound to an action in a reading overlay; most actions do not apply to it.
private func pressOverlay(_ state: inout AppState, bound key: Key) -> Effect? {
  switch state.bindings.action(for: key)?.id {
  case Action.language: state.language = state.language.other
  case Action.earlier where state.changesSince != nil: moveChanges(&state, by: -1)
  case Action.later where state.changesSince != nil: moveChanges(&state, by: 1)
  case Action.quit where !key.isText: return .quit
  // The key that opened the overlay closes it; other keys are not commands for the view behind it.
  case Action.quit, Action.citations, Action.help, Action.changes, Action.back: state.overlay = nil
  case nil: break
  default: state.sayProblem("先按 Esc 返回", "go back with Esc first")
  }
  return nil
}

/// Handles keys in the overlays in which a line is selected without typing.
private func pressChoice(_ state: inout AppState, _ key: Key) -> Effect? {
  if FilterPage.move(&state, on: key) { return nil }
  let choices = Overlays.choices(state)
  func choose(_ index: Int) -> Effect? {
    state.overlay = nil
    return choices.indices.contains(index) ? choices[index].perform(&state) : nil
  }
  switch key {
  case .down, .tab, .character("j"): state.choose(state.choice + 1, of: choices.count)
  case .up, .backTab, .character("k"): state.choose(state.choice - 1, of: choices.count)
  case .home: state.choose(0, of: choices.count)
  case .end: state.choose(choices.count - 1, of: choices.count)
  case .escape, .left, .backspace: state.overlay = nil
  case .enter, .right: return choose(state.choice)
  case .pageDown: state.choose(state.choice + Overlays.page(state), of: choices.count)
  case .pageUp: state.choose(state.choice - Overlays.page(state), of: choices.count)
  case .character(let digit) where choices.indices.contains(index(digit, state)):
    return choose(index(digit, state))
  default:
    switch state.bindings.action(for: key)?.id {
    case Action.language: state.language = state.language.other
    case Action.quit where !key.isText: return .quit
    case Action.quit, Action.export, Action.savedViews: state.overlay = nil
    default: break
    }
  }
  return nil
}

/// Returns the line that a digit stands for. The first line of a filter, for all records, is 0.
private func index(_ digit: Character, _ state: AppState) -> Int {
  (digit.wholeNumberValue ?? -1) - (FilterPage.beginsWithAll(state) ? 0 : 1)
}

/// Limits the scroll position; past the end, the first keys back would seem to have no effect.
private func limitOverlayScroll(_ state: inout AppState) {
  guard state.overlay != nil else { return }
  state.overlayScroll = min(max(0, state.overlayScroll), Overlays.maximumScroll(state))
}

private func moveChanges(_ state: inout AppState, by direction: Int) {
  guard let since = state.changesSince else { return }
  let candidates = state.steps.filter { $0 < state.board.asOf }
  let day = direction < 0 ? candidates.last { $0 < since } : candidates.first { $0 > since }
  if let day { state.overlay = .changes(since: day) }
}

/// Handles keys in the overlays with text input.
private func press(_ state: inout AppState, _ key: Key, typingInto overlay: AppState.Overlay) -> Effect? {
  // Computed only when needed: searching costs more than typing.
  var count: Int { Overlays.choices(state).count }
  if !key.isText {
    switch state.bindings.action(for: key)?.id {
    case Action.quit: return .quit
    case Action.export where overlay == .search: return SearchPage.export(&state)
    default: break
    }
  }
  switch key {
  case .character(let character) where state.query.count < typedLimit:
    state.query.append(character)
    (state.choice, state.searchKind) = (0, nil)
  case .backspace:
    // Backspace in an empty line closes the overlay, as in other programs.
    if state.query.isEmpty { state.overlay = nil } else { state.query.removeLast() }
    (state.choice, state.searchKind) = (0, nil)
  case .control("u"):
    state.query = ""
    state.choice = 0
  case .down, .tab: state.choose(state.choice + 1, of: count)
  case .up, .backTab: state.choose(state.choice - 1, of: count)
  case .pageDown: state.choose(state.choice + Overlays.page(state), of: count)
  case .pageUp: state.choose(state.choice - Overlays.page(state), of: count)
  case .home: state.choose(0, of: count)
  case .end: state.choose(count - 1, of: count)
  case .left where overlay == .search: SearchPage.stepKind(&state, by: -1)
  case .right where overlay == .search: SearchPage.stepKind(&state, by: 1)
  case .escape: state.overlay = nil
  case .enter:
    let choices = Overlays.choices(state)
    guard choices.indices.contains(state.choice) else { return nil }
    state.overlay = nil
    return choices[state.choice].perform(&state)
  default: break
  }
  return nil
}

extension Key {
  /// Whether it is text in a field.
  var isText: Bool { if case .character = self { true } else { false } }
}

extension AppState.Overlay {
  /// Whether letters are text in it rather than commands.
  var isTyped: Bool { self == .search || self == .palette }

  /// Whether one of its lines is selected; other overlays are only read.
  var isChosenFrom: Bool { isTyped || self == .export || self == .saved || filter != nil }

  /// The name of the filter whose values it lists.
  var filter: String? { if case .filter(let name) = self { name } else { nil } }
}

extension AppState {
  var changesSince: Day? {
    if case .changes(let day) = overlay { day } else { nil }
  }
}
