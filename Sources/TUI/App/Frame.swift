import Model

/// Paints the whole screen from the state, and nothing else.
public enum Frame {
  /// The smallest screen that is laid out.
  public static let minimumWidth = 40
  public static let minimumHeight = 12

  public static func render(_ state: AppState) -> Buffer {
    var buffer = Buffer(width: state.width, height: state.height)
    guard state.width >= minimumWidth, state.height >= minimumHeight else {
      renderTooSmall(state, &buffer)
      return buffer
    }
    if state.isFull {
      renderFull(state, &buffer)
      if state.overlay != nil { Overlays.render(state, into: &buffer) }
      return buffer
    }
    let (head, rest) = buffer.area.splitTop(1)
    let (body, foot) = rest.splitBottom(1)
    renderHead(state, head, &buffer)
    PanelRegistry.panel(state.view).render(state, in: body, into: &buffer)
    renderFoot(state, foot, &buffer)
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

  // MARK: Head

  private static func renderHead(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.header, on: .header))
    var x = area.x
    let isNarrow = area.width < 60
    let date = dateText(state)
    let isTight = !isNarrow && isTight(state, area, date.texts)
    if !isTight {
      x += buffer.put(
        " \(state.text(state.dataset.info.short)) ", x: x, y: area.y,
        style: Style(.title, on: .header, .bold),
        clip: area)
    }
    for (index, panel) in PanelRegistry.all.enumerated() {
      let isShown = panel.id == state.view
      let start = x
      defer { buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: .action(panel.id)) }
      if isNarrow && !isShown {
        x += buffer.put("\(index + 1)", x: x, y: area.y, style: Style(.key, on: .header), clip: area)
        continue
      }
      let style = isShown ? Style(.selection, on: .selection, .bold) : Style(.header, on: .header)
      x += buffer.put(
        " \(index + 1)", x: x, y: area.y,
        style: Style(isShown ? .selection : .key, on: isShown ? .selection : .header), clip: area)
      let title = state.text(panel.title) + (isTight ? "" : " ")
      x += buffer.put(title, x: x, y: area.y, style: style, clip: area)
    }
    var room = area.right - x - 1
    var right = area.right
    if let frozen = frozenText(state) {
      // Over the names of the last views where there is no other room.
      right -= TextWidth.columns(of: frozen)
      room = max(0, right - x - 1)
      buffer.put(frozen, x: right, y: area.y, style: Style(.banner, on: .banner, .bold), clip: area)
    }
    guard let text = date.texts.first(where: { TextWidth.columns(of: $0) <= room }) else { return }
    buffer.put(
      text, x: right - TextWidth.columns(of: text) - 1, y: area.y, style: date.style, clip: area)
  }

  /// Whether the names of the views leave no room for the date of the data: that must always be there, so the district's
  /// name and the blanks between give way.
  private static func isTight(_ state: AppState, _ area: Rect, _ dates: [String]) -> Bool {
    let names = PanelRegistry.all.map { TextWidth.columns(of: state.text($0.title)) + 3 }
    let head = TextWidth.columns(of: state.text(state.dataset.info.short)) + 2 + names.reduce(0, +)
    return head + (dates.map { TextWidth.columns(of: $0) }.min() ?? 0) + 1 > area.width
  }

  /// The date of the newest document and how old it is, from the fullest text to the shortest; unmistakable when an
  /// earlier day is shown.
  private static func dateText(_ state: AppState) -> (texts: [String], style: Style) {
    if state.isPast {
      let day = state.board.asOf
      let texts = [
        state.text(" 回看：当时所知 \(day) ", " LOOKING BACK: as known on \(day) "),
        state.text(" 回看 \(day) ", " AS OF \(day) "), " \(day) ",
      ]
      return (texts, Style(.banner, on: .banner, .bold))
    }
    guard let source = state.board.newestSource else {
      return ([state.text("尚无资料", "nothing known yet")], Style(.stale, on: .header))
    }
    let isStale = state.board.targets.contains(where: \.isStale)
    let glyph = isStale ? state.glyphs.statuses[.stale] ?? "" : ""
    let word = isStale ? " \(glyph)\(state.text("旧", "stale"))" : ""
    let age = state.age(since: source.knownOn)
    let (full, date) = (state.date(of: source), source.date.text)
    let texts = [
      state.text("资料至 \(full) \(age)\(word)", "data to \(full), \(age)\(word)"),
      state.text("资料至 \(date) \(age)\(word)", "data to \(date), \(age)\(word)"), "\(date)\(word)",
      "\(date)\(glyph)",
    ]
    return (texts, Style(isStale ? .stale : .header, on: .header))
  }

  // MARK: Foot

  /// Where text is being typed, for the cursor and the input method's window; nil while none is.
  public static func cursor(_ state: AppState) -> Position? {
    guard state.width >= minimumWidth, state.height >= minimumHeight else { return nil }
    if state.overlay != nil { return Overlays.cursor(state) }
    guard state.viewState().input != nil else { return nil }
    let columns = TextWidth.columns(of: inputText(state))
    return Position(x: min(columns, state.width - 1), y: state.height - 1)
  }

  private static func inputText(_ state: AppState) -> String {
    let text = " \(state.text("筛选", "Filter")): \(state.viewState().input ?? "")"
    // The end of a long text is what is being typed.
    var shown = text
    while TextWidth.columns(of: shown) > state.width - 2, !shown.isEmpty { shown.removeFirst() }
    return shown
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
      buffer.fill(area, style: Style(.banner, on: .banner))
      let text = " \(state.glyphs.statuses[.behind] ?? "!") \(state.text(refusal))"
      buffer.put(
        TextWidth.fitted(text, to: area.width - 1), x: area.x, y: area.y,
        style: Style(.banner, on: .banner, .bold),
        clip: area)
      return
    }
    if state.overlay != nil {
      buffer.put(" \(Overlays.remark(state))", x: x, y: area.y, style: Style(.muted), clip: area)
      return
    }
    let hints =
      (PanelRegistry.panel(state.view).keys
      + [
        KeyHint("1-\(PanelRegistry.all.count)", "视图", "views"),
        KeyHint(boundTo: Action.search, "搜索", "search"),
      ]).compactMap { state.live($0) }
      + (state.steppingKeys.map { [KeyHint($0, "回看", "as of")] } ?? [])
      + [
        KeyHint(boundTo: Action.language, "English", state.glyphs.isASCII ? "Chinese" : "中文")
      ].compactMap { state.live($0) }
    // Help and quit stay visible; the hints of the view give way from the right.
    let always = [KeyHint(boundTo: Action.help, "帮助", "help"), KeyHint(boundTo: Action.quit, "退出", "quit")]
      .compactMap { state.live($0) }
    func width(_ hint: KeyHint) -> Int {
      TextWidth.columns(of: key(hint.key, state)) + TextWidth.columns(of: state.text(hint.action)) + 3
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
      x += buffer.put("\(state.text(hint.action)) ", x: x, y: area.y, style: Style(.muted), clip: area)
      if let target = hint.target {
        buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: target)
      }
    }
  }

  /// Arrows in words where the terminal has none.
  private static func key(_ key: String, _ state: AppState) -> String {
    state.glyphs.isASCII ? key.inASCII : key
  }
}
