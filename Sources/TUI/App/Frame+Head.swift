import Canvas
import Panels

// The first line: the district, the views, and the date of the data.

extension Frame {
  static func renderHead(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.header, on: .header))
    let frozen = frozenText(state) ?? ""
    let date = dateText(state)
    let needed = TextWidth.columns(of: frozen) + (date.texts.last.map { TextWidth.columns(of: $0) } ?? 0) + 1
    let form = HeadForm.allCases.first { width(of: $0, state) + needed <= area.width } ?? .shownOnly
    var x = area.x
    if form.hasName {
      x += buffer.put(
        name(state), x: x, y: area.y, style: Style(.title, on: .header, .bold), clip: area)
    }
    for (index, panel) in PanelRegistry.all.enumerated() {
      let start = x
      x += putTab(index, panel, state, isShort: !form.hasAllTitles, x: x, area, &buffer)
      buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: .action(panel.id))
    }
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
    /// With the title of the current view only, the others by their digits.
    case shown
    case shownOnly

    var hasName: Bool { self == .full || self == .shown }
    var hasAllTitles: Bool { self == .full || self == .views }
  }

  private static func name(_ state: AppState) -> String { " \(state.text(state.dataset.info.short)) " }

  private static func width(of form: HeadForm, _ state: AppState) -> Int {
    // A title ends with a blank, a digit does not.
    let gap = form.hasAllTitles || PanelRegistry.all.last?.id == state.view ? 0 : 1
    return PanelRegistry.all.reduce(gap + (form.hasName ? TextWidth.columns(of: name(state)) : 0)) {
      sum, panel in
      let isTitled = form.hasAllTitles || panel.id == state.view
      return sum + (isTitled ? TextWidth.columns(of: state.text(panel.title)) + 3 : 1)
    }
  }

  /// - Returns: the columns it took.
  private static func putTab(
    _ index: Int, _ panel: any Panel, _ state: AppState, isShort: Bool, x: Int, _ area: Rect,
    _ buffer: inout Buffer
  ) -> Int {
    let isShown = panel.id == state.view
    if isShort && !isShown {
      return buffer.put("\(index + 1)", x: x, y: area.y, style: Style(.key, on: .header), clip: area)
    }
    let paper: Role = isShown ? .selection : .header
    let digit = buffer.put(
      " \(index + 1)", x: x, y: area.y, style: Style(isShown ? .selection : .key, on: paper), clip: area)
    let style = isShown ? Style(.selection, on: .selection, .bold) : Style(.header, on: .header)
    return digit
      + buffer.put("\(state.text(panel.title)) ", x: x + digit, y: area.y, style: style, clip: area)
  }

  /// Returns the date and age of the newest document, from the longest text to the shortest; highlighted while an
  /// earlier day is shown.
  private static func dateText(_ state: AppState) -> (texts: [String], style: Style) {
    if state.isPast {
      let day = state.board.asOf
      let texts = [
        state.text(" 历史时点：只看截至\(day)的资料 ", " AS OF \(day): without later documents "),
        state.text(" 历史时点 \(day) ", " AS OF \(day) "), " \(day) ",
      ]
      return (texts, Style(.banner, on: .banner, .bold))
    }
    guard let source = state.board.newestSource else {
      return ([state.text("尚无资料", "no documents yet")], Style(.stale, on: .header))
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
    return (texts, Style(isStale ? .stale : .header, on: .header))
  }
}
