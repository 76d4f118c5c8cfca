import Canvas
import Panels

// The second line: the way back, and the filters of the view, each of which can be removed.

extension AppState {
  /// Whether there is a way back, a filter or a mark.
  var hasTrail: Bool {
    visits > 0 || !viewState().filters(of: panel).isEmpty || !viewState().marks.isEmpty
  }
}

extension Frame {
  static func renderTrail(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard !area.isEmpty else { return }
    var x = area.x + 1
    func put(_ text: String, _ style: Style, _ buffer: inout Buffer) {
      x += buffer.put(text, x: x, y: area.y, style: style, clip: area)
    }
    let way = way(state)
    for (index, name) in way.enumerated() {
      let isLast = index == way.count - 1
      put(name, isLast ? Style(.strong) : Style(.muted), &buffer)
      put(isLast ? "  " : " > ", Style(.border), &buffer)
    }
    let view = state.viewState()
    for name in view.filters(of: state.panel) {
      let start = x
      let label = state.panel.label(ofFilter: name, view, in: state.context)
      let room = max(8, area.right - x - 6)
      put(
        " \(TextWidth.fitted(label, to: room, mark: state.glyphs.ellipsis)) ",
        Style(.selection, on: .selection), &buffer)
      put("x", Style(.key, on: .selection), &buffer)
      buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: .filter(name))
      put(" ", Style(), &buffer)
    }
    if !view.marks.isEmpty {
      let count = view.marks.count
      put(state.text(" 已标记 \(count) ", " \(count) marked "), Style(.accent, on: .plain, .bold), &buffer)
    }
    renderTrailHint(state, from: x, area, &buffer)
  }

  /// Returns the views on the way, the current one and the opened record; empty if nothing led here.
  private static func way(_ state: AppState) -> [String] {
    guard state.visits > 0 else { return [] }
    let views = state.history.suffix(state.visits) + [state.view]
    let names = views.map { state.text(PanelRegistry.panel($0).title) }
    guard state.viewState().isOpen, let id = state.viewState().selection,
      let name = state.panel.name(of: id, in: state.context)
    else { return names }
    return names + [TextWidth.fitted(state.text(name), to: 30, mark: state.glyphs.ellipsis)]
  }

  /// Draws what Esc removes or where it leads, and the key that clears all filters.
  private static func renderTrailHint(
    _ state: AppState, from x: Int, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard !state.viewState().isOpen, state.viewState().input == nil else { return }
    let count = state.viewState().filters(of: state.panel).count
    var hints: [(key: String, action: String)] = []
    switch state.exit {
    case .filter:
      hints.append(
        ("Esc", count > 1 ? state.text("去掉最后一个", "removes the last") : state.text("去掉", "removes it")))
    case .visit: hints.append(("Esc", state.text("返回", "back")))
    case .day, .none: break
    }
    if count > 1, let key = state.bindings.hint("\(state.view).clear") {
      hints.append((key, state.text("全部清除", "clears all")))
    }
    let columns = hints.reduce(0) { $0 + TextWidth.columns(of: $1.key + $1.action) + 3 }
    guard x + columns <= area.right else { return }
    var x = area.right - columns
    for hint in hints {
      x += buffer.put(" \(hint.key) ", x: x, y: area.y, style: Style(.key), clip: area)
      x += buffer.put("\(hint.action) ", x: x, y: area.y, style: Style(.muted), clip: area)
    }
  }
}
