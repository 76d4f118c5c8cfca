import Canvas

/// Draws the whole screen of a kiosk from its state and nothing else.
package enum KioskFrame {
  /// Returns the frame of a kiosk; a message if the screen is smaller than the minimum.
  package static func render(_ kiosk: KioskState) -> Buffer {
    let state = kiosk.app
    var buffer = Buffer(width: state.width, height: state.height)
    guard state.width >= Frame.minimumWidth, state.height >= Frame.minimumHeight else {
      Frame.renderTooSmall(state, &buffer)
      return buffer
    }
    let area = place(kiosk, buffer.area)
    let (head, rest) = area.splitTop(1)
    let (body, foot) = rest.splitBottom(state.refusal == nil || kiosk.page == nil ? 1 : 2)
    renderHead(kiosk, head, &buffer)
    let inside = body.inset(columns: 1)
    let page = kiosk.page.flatMap(KioskRegistry.view)?.page(state.context)
    if let page {
      KioskDrawing(page: page, glyphs: state.glyphs).render(in: inside, into: &buffer)
    } else {
      KioskWaiting.render(state, hasData: kiosk.hasData, in: inside, into: &buffer)
    }
    renderFoot(kiosk, page, foot, &buffer)
    if kiosk.isDimmed { dim(&buffer) }
    return buffer
  }

  /// Returns the used part of the screen: a large screen has a margin, in which the picture moves.
  private static func place(_ kiosk: KioskState, _ area: Rect) -> Rect {
    guard area.width >= 80, area.height >= 24 else { return area }
    return Rect(
      x: kiosk.shift.x, y: kiosk.shift.y, width: area.width - 2, height: area.height - 1)
  }

  // MARK: Head

  private static func renderHead(_ kiosk: KioskState, _ area: Rect, _ buffer: inout Buffer) {
    let state = kiosk.app
    buffer.fill(area, style: Style(.header, on: .header))
    let asOf = state.board.asOf
    let past = area.width >= 60 ? state.text(" 历史时点 \(asOf) ", " AS OF \(asOf) ") : " \(asOf) "
    // Today's date would be mistaken for that of the figures.
    let shown = state.isPast ? past : " \(kiosk.time.clock) "
    let columns = TextWidth.columns(of: shown)
    let style = state.isPast ? Style(.banner, on: .banner, .bold) : Style(.title, on: .header, .bold)
    buffer.put(shown, x: area.right - columns, y: area.y, style: style, clip: area)
    let room = Rect(x: area.x, y: area.y, width: area.width - columns - 1, height: 1)
    buffer.put(Line(title(kiosk)), in: room, ellipsis: state.glyphs.ellipsis)
  }

  private static func title(_ kiosk: KioskState) -> [Span] {
    let state = kiosk.app
    let name = kiosk.hasData ? state.text(state.dataset.info.short) : "qjboard"
    var spans = [Span(" \(name) ", Style(.title, on: .header, .bold))]
    guard let view = kiosk.page.flatMap(KioskRegistry.view) else { return spans }
    spans.append(Span(" \(state.text(view.title)) ", Style(.selection, on: .selection, .bold)))
    spans.append(Span("  \(kiosk.index + 1)/\(kiosk.pages.count)", Style(.key, on: .header)))
    return spans
  }

  // MARK: Foot

  private static func renderFoot(
    _ kiosk: KioskState, _ page: KioskPage?, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (banner, line) = area.splitBottom(1)
    if let refusal = kiosk.app.refusal { renderBanner(refusal, kiosk.app, banner, &buffer) }
    let width = page == nil ? 0 : min(16, area.width / 5)
    let (texts, progress) = line.splitLeft(line.width - width - 1)
    renderDates(kiosk, page, texts, &buffer)
    renderProgress(kiosk, progress.splitLeft(width).left, &buffer)
  }

  private static func renderBanner(
    _ refusal: Refusal, _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height > 0 else { return }
    buffer.fill(area, style: Style(.banner, on: .banner))
    let text = Line(
      " \(state.glyphs.statuses[.behind] ?? "!") \(state.text(refusal))", .banner)
    var line = text
    line.spans = text.spans.map { Span($0.text, Style(.banner, on: .banner, .bold)) }
    buffer.put(line, in: area, ellipsis: state.glyphs.ellipsis)
  }

  /// Draws the date of the page's figures on the left, and the next page on the right.
  private static func renderDates(
    _ kiosk: KioskState, _ page: KioskPage?, _ area: Rect, _ buffer: inout Buffer
  ) {
    let data = kiosk.hasData ? dates(of: page, kiosk.app) : [kiosk.app.text("尚无数据", "no data yet")]
    let next = nextTexts(kiosk)
    // The date is always shown: it is shortened during a visit; otherwise the next page is dropped.
    let other = kiosk.isVisited ? next.first.map { TextWidth.columns(of: $0) + 4 } ?? 0 : 2
    let left =
      data.first { TextWidth.columns(of: $0) + other <= area.width }
      ?? data.first { TextWidth.columns(of: $0) + 2 <= area.width } ?? data.last ?? ""
    buffer.put(left, x: area.x + 1, y: area.y, style: Style(.plain), clip: area)
    let room = area.width - TextWidth.columns(of: left) - 4
    guard let right = next.first(where: { TextWidth.columns(of: $0) <= room }) else { return }
    buffer.put(
      right, x: area.right - TextWidth.columns(of: right) - 1, y: area.y, style: Style(.muted), clip: area)
  }

  /// Returns the texts from the longest to the shortest.
  private static func dates(of page: KioskPage?, _ state: AppState) -> [String] {
    guard state.board.newestSource != nil else { return [state.text("尚无资料", "no documents yet")] }
    let dates = page?.dates ?? []
    if KioskAge(state.context).isClockWrong {
      let wrong = state.text("时钟有误", "the clock is wrong")
      return dates.map { state.text("\($0)，\(wrong)", "\($0), \(wrong)") } + [wrong]
    }
    guard state.isPast else { return dates }
    let past = state.text("其后资料不计", "without later documents")
    return dates.map { state.text("\($0)，\(past)", "\($0), \(past)") } + dates + (dates.isEmpty ? [past] : [])
  }

  private static func nextTexts(_ kiosk: KioskState) -> [String] {
    let state = kiosk.app
    if kiosk.isVisited {
      let left = max(0, (kiosk.stay + 999) / 1000 - kiosk.elapsedSeconds)
      let digits = kiosk.options.views.enumerated().compactMap { index, id in
        KioskRegistry.view(id).map { "\(index + 1)\(state.text($0.title))" }
      }.joined(separator: " ")
      let wait = state.text("\(left)秒后继续轮播", "continues in \(left) s")
      return ["\(digits)   \(wait)", wait]
    }
    guard kiosk.pages.count > 1, let next = kiosk.next.flatMap(KioskRegistry.view) else { return [] }
    return ["\(state.glyphs.arrow) \(state.text(next.title))"]
  }

  /// Draws how long the page has been shown, as a line that is full when the page changes.
  private static func renderProgress(_ kiosk: KioskState, _ area: Rect, _ buffer: inout Buffer) {
    let part = Double(kiosk.elapsedSeconds) / max(1, Double(kiosk.stay) / 1000)
    ProgressBar(value: min(1, part), role: kiosk.isVisited ? .slightlyBehind : .muted)
      .render(in: area, into: &buffer, glyphs: kiosk.app.glyphs)
  }

  // MARK: Night

  /// Dims the frame: no bright backgrounds, grey text; statuses keep their colour.
  private static func dim(_ buffer: inout Buffer) {
    buffer.restyle(buffer.area) { style in
      style.background = .plain
      style.attributes = [.dim]
      if !style.foreground.isStatus, style.foreground != .border, style.foreground != .track {
        style.foreground = .muted
      }
    }
  }
}

extension Role {
  fileprivate var isStatus: Bool {
    switch self {
    case .reached, .onPace, .slightlyBehind, .behind, .farBehind, .stale, .conflict: true
    default: false
    }
  }
}
