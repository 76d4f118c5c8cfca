import Canvas
import Panels

// The first line: the district, the views, and the date of the data.

extension Frame {
  static func renderHead(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.header, on: .header))
    let frozen = frozenText(state) ?? ""
    let date = dateText(state)
    let needed = TextWidth.columns(of: frozen) + date.needed + 1
    // An invented district is always named.
    let isInvented = state.dataset.info.isInvented
    let forms = HeadForm.allCases.filter { $0.hasName || !isInvented }
    let form =
      forms.first { width(of: $0, state) + needed <= area.width } ?? (isInvented ? .shown : .shownOnly)
    var x = area.x
    if form.hasName {
      x += buffer.put(
        name(state), x: x, y: area.y, style: Style(.title, on: .header, .bold), clip: area)
    } else if !form.hasAllTitles, PanelRegistry.all.first?.id != state.view {
      // A digit has no blank before it; the tabs begin in the same column in every view.
      x += 1
    }
    for (index, panel) in PanelRegistry.all.enumerated() {
      let start = x
      x += putTab(index, panel, state, form, x: x, area, &buffer)
      buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: .action(panel.id))
    }
    // A title ends with a blank, a digit does not.
    if !form.hasAllTitles, PanelRegistry.all.last?.id != state.view { x += 1 }
    let right = area.right - TextWidth.columns(of: frozen)
    buffer.put(frozen, x: right, y: area.y, style: Style(.banner, on: .banner, .bold), clip: area)
    guard let text = date.texts.first(where: { TextWidth.columns(of: $0) <= right - x - 1 }) else { return }
    buffer.put(
      text, x: right - TextWidth.columns(of: text) - 1, y: area.y, style: date.style, clip: area)
  }

  /// The forms of the line, shortened so that the date fits, as long as any form leaves room for it.
  private enum HeadForm: CaseIterable {
    case full
    /// Without the name of the district.
    case views
    /// With the first letters of the other titles.
    case cut
    /// With the title of the current view only, the others by their digits.
    case shown
    case shownOnly

    var hasName: Bool { self == .full || self == .shown }
    var hasAllTitles: Bool { self == .full || self == .views || self == .cut }

    /// The most letters of the title of another view.
    static let letters = 4

    /// Returns the title of another view; nil if only its digit is shown.
    func title(_ title: String) -> String? {
      switch self {
      case .full, .views: title
      case .cut: String(title.prefix(Self.letters))
      case .shown, .shownOnly: nil
      }
    }
  }

  /// Returns the name with blanks around it; that of an invented district, which is never left out, has one less.
  private static func name(_ state: AppState) -> String {
    let info = state.dataset.info
    return "\(info.isInvented ? "" : " ")\(state.text(info.short)) "
  }

  private static func width(of form: HeadForm, _ state: AppState) -> Int {
    // A title ends with a blank, a digit does not.
    let isFirst = form.hasName || PanelRegistry.all.first?.id == state.view
    let gap =
      form.hasAllTitles ? 0 : (PanelRegistry.all.last?.id == state.view ? 0 : 1) + (isFirst ? 0 : 1)
    return PanelRegistry.all.reduce(gap + (form.hasName ? TextWidth.columns(of: name(state)) : 0)) {
      sum, panel in
      let full = state.text(panel.title)
      let title = panel.id == state.view ? full : form.title(full)
      return sum + (title.map { TextWidth.columns(of: $0) + 3 } ?? 1)
    }
  }

  /// - Returns: the columns it took.
  private static func putTab(
    _ index: Int, _ panel: any Panel, _ state: AppState, _ form: HeadForm, x: Int, _ area: Rect,
    _ buffer: inout Buffer
  ) -> Int {
    let isShown = panel.id == state.view
    let full = state.text(panel.title)
    guard let title = isShown ? full : form.title(full) else {
      return buffer.put("\(index + 1)", x: x, y: area.y, style: Style(.key, on: .header), clip: area)
    }
    let paper: Role = isShown ? .selection : .header
    let digit = buffer.put(
      " \(index + 1)", x: x, y: area.y, style: Style(isShown ? .selection : .key, on: paper), clip: area)
    let style = isShown ? Style(.selection, on: .selection, .bold) : Style(.header, on: .header)
    return digit
      + buffer.put("\(title) ", x: x + digit, y: area.y, style: style, clip: area)
  }

  /// Returns the date and age of the newest document, from the longest text to the shortest; highlighted while an
  /// earlier day is shown. The tabs leave room for `needed` columns of it.
  private static func dateText(_ state: AppState) -> (texts: [String], needed: Int, style: Style) {
    if state.isPast { return pastText(state) }
    guard let source = state.board.newestSource else {
      let text = state.text("尚无资料", "no documents yet")
      return ([text], TextWidth.columns(of: text), Style(.stale, on: .header))
    }
    let isStale = state.board.targets.contains(where: \.isStale)
    let glyph = isStale ? state.glyphs.statuses[.stale] ?? "" : ""
    let word = isStale ? " \(glyph)\(state.text("旧", "stale"))" : ""
    let context = state.context
    let age = context.age(since: source.knownOn)
    let (full, date) = (context.date(of: source), source.date.text)
    let texts = [
      state.text("资料至 \(full) \(age)\(word)", "data to \(full), \(age)\(word)"),
      state.text("资料至 \(date) \(age)\(word)", "data to \(date), \(age)\(word)"),
      "\(date) \(context.shortAge(since: source.knownOn))\(glyph)",
      "\(date.prefix(7)) \(context.shortAge(since: source.knownOn))\(glyph)", "\(date)\(glyph)",
    ]
    return (
      texts, TextWidth.columns(of: texts.last ?? ""), Style(isStale ? .stale : .header, on: .header)
    )
  }

  /// Returns the banner of an earlier day, with the key that returns to the latest while Esc does so.
  private static func pastText(_ state: AppState) -> (texts: [String], needed: Int, style: Style) {
    let day = state.board.asOf
    let key = state.exit == .day && !state.viewState().isOpen ? state.text("Esc 回最新 ", "Esc latest ") : ""
    let short = " \(day) \(key)"
    let texts = [
      state.text(" 历史时点：只看截至\(day)的资料 ", " AS OF \(day): without later documents ") + key,
      state.text(" 历史时点 \(day) ", " AS OF \(day) ") + key, short, " \(day) ",
    ]
    let needed = TextWidth.columns(of: state.width < 60 ? " \(day) " : short)
    return (texts, needed, Style(.banner, on: .banner, .bold))
  }
}
