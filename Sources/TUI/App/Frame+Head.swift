import Canvas
import Panels

// The first line: the district, the views, and the date of the data.

extension Frame {
  static func renderHead(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    buffer.fill(area, style: Style(.header, on: .header))
    let frozen = frozenText(state) ?? ""
    let date = dateText(state)
    let form = form(state, date, area)
    var x = area.x
    if form.hasName {
      x += buffer.put(
        name(state), x: x, y: area.y, style: Style(.title, on: .header, .bold), clip: area)
    }
    for (index, panel) in PanelRegistry.all.enumerated() {
      let start = x
      x += putTab(index, panel, state, form, x: x, area, &buffer)
      buffer.mark(Rect(x: start, y: area.y, width: x - start, height: 1), as: .action(panel.id))
    }
    let right = area.right - TextWidth.columns(of: frozen)
    buffer.put(frozen, x: right, y: area.y, style: Style(.banner, on: .banner, .bold), clip: area)
    guard let text = date.texts.first(where: { TextWidth.columns(of: $0) <= right - x }) else { return }
    let columns = TextWidth.columns(of: text)
    // The last column stays free where there is room.
    let gap = columns < right - x ? 1 : 0
    buffer.put(text, x: right - columns - gap, y: area.y, style: date.style, clip: area)
  }

  /// Returns the longest form that leaves room for the date: with the key that returns, if any form with all titles does. An
  /// invented district is named in all forms.
  private static func form(_ state: AppState, _ date: DateText, _ area: Rect) -> HeadForm {
    let room = area.width - TextWidth.columns(of: frozenText(state) ?? "")
    let isInvented = state.dataset.info.isInvented
    let forms = HeadForm.allCases.filter { $0.hasName || !isInvented }
    return forms.first { $0.hasAllTitles && width(of: $0, state) + date.wanted <= room }
      ?? forms.first { width(of: $0, state) + date.needed <= room } ?? (isInvented ? .shown : .digits)
  }

  /// Whether the head names the key that returns to the latest day; otherwise the footer does.
  static func namesReturn(_ state: AppState, _ area: Rect) -> Bool {
    let date = dateText(state)
    let room =
      area.width - TextWidth.columns(of: frozenText(state) ?? "") - width(of: form(state, date, area), state)
    return date.texts.first { TextWidth.columns(of: $0) <= room }?.contains("Esc") ?? false
  }

  /// The forms of the line, shortened so that the whole date fits, as long as any form leaves room for it.
  private enum HeadForm: CaseIterable {
    case full
    /// Without the name of the district.
    case views
    /// With one blank between the tabs.
    case close
    /// With short titles.
    case short
    /// With the title of the current view only, the others by their digits.
    case shown
    case shownOnly
    /// Without blanks between the digits.
    case digits

    var hasName: Bool { self == .full || self == .shown }

    var hasAllTitles: Bool { self == .full || self == .views || self == .close || self == .short }

    /// Whether the tabs have a blank on both sides rather than before them.
    var isWide: Bool { self == .full || self == .views }

    /// Returns the title of a view; nil if only its digit is shown.
    func title(of panel: any Panel, isShown: Bool, _ state: AppState) -> String? {
      switch self {
      case .full, .views, .close: state.text(panel.title)
      case .short: state.text(panel.shortTitle)
      case .shown, .shownOnly, .digits: isShown ? state.text(panel.title) : nil
      }
    }

    /// Returns the text of a tab. The first one begins at the edge where room is short.
    func text(_ index: Int, _ title: String?, isShown: Bool) -> (digit: String, title: String) {
      let isClose = self == .digits && !isShown || self == .short && index == 0
      return (
        "\(isClose ? "" : " ")\(index + 1)", title.map { $0 + (isWide || self == .digits ? " " : "") } ?? ""
      )
    }
  }

  /// Returns the name with blanks around it; that of an invented district, which is never left out, has one less.
  private static func name(_ state: AppState) -> String {
    let info = state.dataset.info
    return "\(info.isInvented ? "" : " ")\(state.text(info.short)) "
  }

  private static func width(of form: HeadForm, _ state: AppState) -> Int {
    PanelRegistry.all.enumerated().reduce(form.hasName ? TextWidth.columns(of: name(state)) : 0) { sum, tab in
      let isShown = tab.element.id == state.view
      let text = form.text(
        tab.offset, form.title(of: tab.element, isShown: isShown, state), isShown: isShown)
      return sum + TextWidth.columns(of: text.digit + text.title)
    }
  }

  /// - Returns: the columns it took.
  private static func putTab(
    _ index: Int, _ panel: any Panel, _ state: AppState, _ form: HeadForm, x: Int, _ area: Rect,
    _ buffer: inout Buffer
  ) -> Int {
    let isShown = panel.id == state.view
    let text = form.text(index, form.title(of: panel, isShown: isShown, state), isShown: isShown)
    // Close tabs are highlighted without the blank before them.
    let blank = text.digit.hasPrefix(" ") && !form.isWide ? 1 : 0
    let paper: Role = isShown ? .selection : .header
    if blank > 0 { buffer.put(" ", x: x, y: area.y, style: Style(.header, on: .header), clip: area) }
    let digit = buffer.put(
      String(text.digit.dropFirst(blank)), x: x + blank, y: area.y,
      style: Style(isShown ? .selection : .key, on: paper), clip: area)
    let style = isShown ? Style(.selection, on: .selection, .bold) : Style(.header, on: .header)
    return blank + digit
      + buffer.put(text.title, x: x + blank + digit, y: area.y, style: style, clip: area)
  }

  /// The texts of a date, from the longest to the shortest, each with the blank before it. The tabs leave room for
  /// `needed` columns; titles of all tabs leave room for `wanted`.
  private typealias DateText = (texts: [String], needed: Int, wanted: Int, style: Style)

  /// Returns the date and age of the newest document; highlighted while an earlier day is shown.
  private static func dateText(_ state: AppState) -> DateText {
    if state.isPast { return pastText(state) }
    guard let source = state.board.newestSource else {
      let text = state.text(" 尚无资料", " no documents yet")
      let columns = TextWidth.columns(of: text)
      return ([text], columns, columns, Style(.stale, on: .header))
    }
    let isStale = state.board.targets.contains(where: \.isStale)
    let glyph = isStale ? state.glyphs.statuses[.stale] ?? "" : ""
    let word = isStale ? " \(glyph)\(state.text("资料较旧", "stale"))" : ""
    let context = state.context
    let age = context.age(since: source.knownOn)
    let (full, date) = (context.date(of: source), source.date.text)
    let texts = [
      state.text(" 资料至 \(full) \(age)\(word)", " data to \(full), \(age)\(word)"),
      state.text(" 资料至 \(date) \(age)\(word)", " data to \(date), \(age)\(word)"),
      " \(date) \(context.shortAge(since: source.knownOn))\(glyph)",
      " \(date)\(glyph)",
    ]
    let needed = TextWidth.columns(of: texts.last ?? "")
    return (texts, needed, needed, Style(isStale ? .stale : .header, on: .header))
  }

  /// Returns the banner of an earlier day, with the key that returns to the latest while Esc does so.
  private static func pastText(_ state: AppState) -> DateText {
    let day = state.board.asOf
    let key = returnText(state)
    let leavesOut = state.board.complete.sources.contains { $0.knownOn > day }
    let full =
      leavesOut
      ? [state.text(" 历史时点：只看截至\(day)的资料 ", " AS OF \(day): without later documents ")] : []
    let middle = state.text(" 历史时点 \(day) ", " AS OF \(day) ")
    let short = " \(day) "
    return (
      (full + [middle, short]).map { $0 + key } + [middle, short], TextWidth.columns(of: short),
      TextWidth.columns(of: short + key), Style(.banner, on: .banner, .bold)
    )
  }

  /// Returns `Esc 回最新 ` while Esc does so: the latest day, or the one that the program was started with.
  private static func returnText(_ state: AppState) -> String {
    guard state.exit == .day, !state.viewState().isOpen else { return "" }
    return state.homeDay == state.today
      ? state.text("Esc 回最新 ", "Esc latest ")
      : state.text("Esc 回\(state.homeDay) ", "Esc to \(state.homeDay) ")
  }
}
