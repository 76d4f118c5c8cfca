import Canvas
import Panels

/// Draws the whole screen from the state and nothing else.
package enum Frame {
  /// The smallest supported screen.
  package static let minimumWidth = 40
  /// The least height for a frame, in rows; a smaller screen shows the needed size.
  package static let minimumHeight = 12

  /// Returns the frame of a state; a message if the screen is smaller than the minimum.
  package static func render(_ state: AppState) -> Buffer {
    var buffer = Buffer(width: state.width, height: state.height)
    buffer.lists = state.lists
    guard state.width >= minimumWidth, state.height >= minimumHeight else {
      renderTooSmall(state, &buffer)
      return buffer
    }
    if state.isFull {
      renderFull(state, &buffer)
      if state.overlay != nil { Overlays.render(state, into: &buffer) }
      return buffer
    }
    let layout = FrameLayout(state)
    renderHead(state, layout.head, &buffer)
    renderTrail(state, layout.trail, &buffer)
    if state.isBeforeAll {
      renderNothingKnown(state, layout.body, &buffer)
    } else {
      state.panel.render(state.viewState(), in: state.context, area: layout.body, into: &buffer)
    }
    renderMarks(state, &buffer)
    renderRemark(state, layout.remark, &buffer)
    renderFoot(state, layout, &buffer)
    if state.overlay != nil { Overlays.render(state, into: &buffer) }
    return buffer
  }

  static func renderTooSmall(_ state: AppState, _ buffer: inout Buffer) {
    let now = "\(state.width)x\(state.height)"
    let needed = "\(minimumWidth)x\(minimumHeight)"
    let texts = [state.text("现\(now)，需\(needed)", "now \(now), need \(needed)"), "\(now)<\(needed)", needed]
    let text = texts.first { TextWidth.columns(of: $0) <= state.width } ?? needed
    buffer.put(text, x: 0, y: max(0, (state.height - 1) / 2), style: Style(.strong))
  }

  /// Draws the message that every view shows for a day before the first document.
  static func renderNothingKnown(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let key = state.bindings.hint(Action.later).map { state.text("，按 \($0) 前进", "; \($0) goes there") } ?? ""
    TextBlock([Line(nothingKnown(state) + key, .muted)])
      .render(in: area.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
  }

  /// Returns the message that the day is before every document, and the date of the first: a day as printed, a year by its start.
  static func nothingKnown(_ state: AppState) -> String {
    let first = state.dataset.sources.min { $0.knownOn < $1.knownOn }
    let date = first.map { source in
      source.date.precision == .day
        ? source.date.text
        : state.text(
          "\(source.date.label(.zh))（按\(source.knownOn)计）",
          "\(source.date.label(.en)) (counted from \(source.knownOn))")
    }
    return state.text(
      "\(state.board.asOf) 尚无任何资料，最早的资料为 \(date ?? "-")",
      "no documents on \(state.board.asOf); the first is of \(date ?? "-")")
  }

  // MARK: Foot

  /// Returns the position of text input, for the cursor and the input method's window; nil if there is none.
  package static func cursor(_ state: AppState) -> Position? {
    guard state.width >= minimumWidth, state.height >= minimumHeight else { return nil }
    if state.overlay != nil { return Overlays.cursor(state) }
    guard state.viewState().input != nil else { return nil }
    let columns = TextWidth.columns(of: inputText(state))
    return Position(x: min(columns, state.width - 1), y: state.height - 1)
  }

  private static func inputText(_ state: AppState) -> String {
    let text = " \(state.text("筛选", "Filter")): \(state.viewState().input ?? "")"
    // A long text is shown by its end, where the user types.
    var shown = text
    while TextWidth.columns(of: shown) > state.width - 2, !shown.isEmpty { shown.removeFirst() }
    return shown
  }

  /// Draws the footer. News take the line above it where there is one, so that the keys stay visible.
  private static func renderFoot(_ state: AppState, _ layout: FrameLayout, _ buffer: inout Buffer) {
    let isNews = state.notice != nil || state.refusal != nil
    guard isNews, state.overlay == nil, state.viewState().input == nil, !layout.remark.isEmpty else {
      return renderFoot(state, layout.foot, &buffer)
    }
    var quiet = state
    (quiet.notice, quiet.refusal) = (nil, nil)
    renderFoot(quiet, layout.foot, &buffer)
    if let notice = state.notice {
      renderNotice(notice, state, layout.remark, &buffer)
    } else if let refusal = state.refusal {
      renderRefusal(refusal, state, layout.remark, &buffer)
    }
  }

  static func renderFoot(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    if state.viewState().input != nil {
      let used = buffer.put(inputText(state), x: area.x, y: area.y, style: Style(.strong), clip: area)
      let hint = state.text("Enter 完成  Esc 取消", "Enter done  Esc cancel")
      let columns = TextWidth.columns(of: hint)
      if used + columns + 4 < area.width {
        buffer.put(hint, x: area.right - columns - 1, y: area.y, style: Style(.muted), clip: area)
      }
      return
    }
    if let notice = state.notice {
      renderNotice(notice, state, area, &buffer)
      return
    }
    var x = area.x
    if let refusal = state.refusal {
      renderRefusal(refusal, state, area, &buffer)
      return
    }
    if state.overlay != nil {
      buffer.put(" \(Overlays.remark(state))", x: x, y: area.y, style: Style(.muted), clip: area)
      return
    }
    // Sources, search, help and quit stay visible; of the others those at the end are dropped.
    let own = state.panel.hints(state.viewState(), in: state.context).filter {
      $0.boundTo != Action.citations
    }
    let language = KeyHint(boundTo: Action.language, "English", state.glyphs.isASCII ? "Chinese" : "中文")
    let theme = state.offersTheme ? [KeyHint(boundTo: Action.theme, "配色", "theme")] : []
    let isAway = state.exit == .day && !state.viewState().isOpen
    let isNamed = namesReturn(state, Rect(width: state.width, height: 1))
    let home =
      state.homeDay == state.today
      ? KeyHint("Esc", "回最新", "latest") : KeyHint("Esc", "回\(state.homeDay)", "to \(state.homeDay)")
    let goesHome = isAway && !isNamed ? [home] : []
    let steps = state.steppingKeys.map { [KeyHint($0, "时点", "as of")] } ?? []
    // The keys of the view come before the theme, which the first view offers on a terminal of unknown colours.
    let isFirst = PanelRegistry.all.first?.id == state.view
    let hints =
      goesHome + own.compactMap { state.live($0)?.short } + steps
      + ([KeyHint("1-\(PanelRegistry.all.count)", "视图", "views"), language] + (isFirst ? [] : theme))
      .compactMap { state.live($0) }
    // A terminal that reports the mouse selects text only with Shift.
    let mouse = state.takesMouse && area.width >= 60 ? [KeyHint("Shift", "选字", "selects")] : []
    let always =
      ((isFirst ? theme : []) + mouse
      + (area.width < 60 ? [] : [KeyHint(boundTo: Action.citations, "出处", "sources")]) + [
        KeyHint(boundTo: Action.search, "搜索", "search"),
        KeyHint(boundTo: Action.help, "帮助", "help"), KeyHint(boundTo: Action.quit, "退出", "quit"),
      ]).compactMap { state.live($0) }
    func name(_ hint: KeyHint) -> String {
      state.text(hint.action) + (hint.opensList ? state.glyphs.ellipsis : "")
    }
    func width(_ hint: KeyHint) -> Int {
      TextWidth.columns(of: key(hint.key, state)) + TextWidth.columns(of: name(hint)) + 3
    }
    var room = area.width - always.reduce(0) { $0 + width($1) }
    var shown: [KeyHint] = []
    for hint in hints {
      room -= width(hint)
      if room < 0 { break }
      shown.append(hint)
    }
    for hint in shown + always {
      let start = x
      x += buffer.put(" \(key(hint.key, state)) ", x: x, y: area.y, style: Style(.key), clip: area)
      x += buffer.put("\(name(hint)) ", x: x, y: area.y, style: Style(.muted), clip: area)
      if let target = hint.target {
        buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: target)
      }
    }
  }

  static func renderRefusal(_ refusal: Refusal, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.banner, on: .banner))
    let text = " \(state.glyphs.statuses[.behind] ?? "!") \(state.text(refusal))"
    buffer.put(
      TextWidth.fitted(text, to: area.width - 1, mark: state.glyphs.ellipsis), x: area.x, y: area.y,
      style: Style(.banner, on: .banner, .bold), clip: area)
  }

  /// Spells out arrows on terminals without them.
  private static func key(_ key: String, _ state: AppState) -> String {
    state.glyphs.isASCII ? key.inASCII : key
  }
}
