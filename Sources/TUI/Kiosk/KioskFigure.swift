import Model

/// A page about one figure: the figure itself and how late it is, both large, the bar of time earned and time gone, and what
/// belongs to it as tiles.
struct KioskFigure: Sendable {
  var figure: KioskTile
  /// What stands beside it; nil without a target.
  var second: KioskTile?
  var verdict: Line
  var bar: ProgressBar?
  /// Under the left and the right end of the bar.
  var ends: (left: String, right: String) = ("", "")
  var tiles: [KioskTile]

  func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    let isRoomy = area.height >= 28
    let area = area.splitTop(area.height >= 16 ? 1 : 0).rest
    // The tiles get what is left, at least enough for their figures where there is room for both.
    let barRows = bar == nil ? 0 : (isRoomy ? 3 : area.height >= 16 ? 2 : 1) + 1
    let gap = isRoomy ? 2 : area.height >= 16 ? 1 : 0
    let least = tiles.isEmpty ? 0 : area.height >= 18 ? 6 : area.height >= 10 ? 3 : 0
    let top = max(3, area.height - barRows - 1 - 2 * gap - least)
    let room = tiles.isEmpty ? top : min(top, max(7, area.height * 45 / 100))
    let (head, rest) = area.splitTop(room)
    renderFigures(head, &buffer, glyphs)
    let (line, below) = rest.splitTop(1)
    buffer.put(verdict, in: line, ellipsis: glyphs.ellipsis)
    let (bars, lower) = below.splitTop(gap).rest.splitTop(barRows)
    renderBar(bars, &buffer, glyphs)
    KioskTiles(tiles: tiles).render(in: lower.splitTop(gap).rest, into: &buffer, glyphs: glyphs)
  }

  private func renderFigures(_ area: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    guard let second else {
      KioskTiles(tiles: [figure]).render(in: area, into: &buffer, glyphs: glyphs)
      return
    }
    let (left, right) = area.splitLeft(area.width * 62 / 100)
    KioskTiles(tiles: [figure]).render(in: left, into: &buffer, glyphs: glyphs)
    KioskTiles(tiles: [second]).render(in: right, into: &buffer, glyphs: glyphs)
  }

  private func renderBar(_ area: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    guard let bar, area.height > 0 else { return }
    let (rows, labels) = area.splitTop(max(1, area.height - 1))
    for row in 0..<rows.height { bar.render(in: rows.splitTop(row).rest, into: &buffer, glyphs: glyphs) }
    guard labels.height > 0 else { return }
    let right = TextWidth.fitted(ends.right, to: labels.width, mark: glyphs.ellipsis)
    let columns = TextWidth.columns(of: right)
    buffer.put(right, x: labels.right - columns, y: labels.y, style: Style(.muted), clip: labels)
    let room = Rect(x: labels.x, y: labels.y, width: labels.width - columns - 2, height: 1)
    buffer.put(Line(ends.left, .muted), in: room, ellipsis: glyphs.ellipsis)
  }
}

extension KioskFigure {
  /// A target: what was reached, how far that is, and what is still wanted.
  init(_ row: TargetProgress, label: String, _ state: AppState, tiles: [KioskTile]) {
    let role = row.status.role
    figure = KioskTile(observation: row.observation, label: label, role: role, state)
    let when = row.observation.map { state.time(of: $0) } ?? ""
    second = KioskTile(lag: row, state)
    verdict = KioskFigure.verdict(row, state)
    bar = TUI.bar(for: row)
    ends = (
      row.onBar == nil
        ? ""
        : state.text(
          "\(state.glyphs.paceMark) \(when)时间进度", "\(state.glyphs.paceMark) time gone \(when)"),
      state.text("目标 ", "target ") + state.label(row.target)
        + " (\(state.text(row.planName)) \(row.target.period.label(state.language)))"
    )
    self.tiles = tiles
  }

  /// `▼ 2022年严重滞后  应达174.86亿元`
  private static func verdict(_ row: TargetProgress, _ state: AppState) -> Line {
    let when =
      row.status.isUnknown
      ? "" : row.observation.map { state.text("\(state.time(of: $0))", "\(state.time(of: $0)) ") } ?? ""
    let status = "\(state.glyph(row.status)) \(when)\(state.text(row.word))"
    var spans = [Span(status, Style(row.status.role, on: .plain, .bold))]
    if let expected = row.measure?.expected, row.status != .reached {
      let level = state.label(expected, unit: row.target.unit, of: row.indicator.id)
      spans.append(Span("  " + state.text("应达\(level)", "\(level) expected"), Style(row.status.role)))
    } else if let obstacle = row.obstacle, row.status != .reached,
      state.text(obstacle.name) != state.text(row.word)
    {
      spans.append(Span("  \(state.text(obstacle.name))", .muted))
    }
    if row.asksForNothing, let remark = row.remark(state.language) {
      spans.append(Span("  \(remark)", .muted))
    }
    if let partial = row.partial {
      spans.append(Span("  \(partial.period.label(state.language)) ", .muted))
      spans.append(Span(state.label(partial), Style(.strong)))
      if let floor = row.floor {
        let ratio = Decimal.fixed(floor.scheduleRatio, digits: 2)
        spans.append(
          Span(
            state.text("（序时进度完成至少\(ratio)）", " (a schedule ratio of at least \(ratio))"), .muted))
      }
    }
    if let due = state.dueText(of: row) {
      spans.append(Span("  \(due)", .stale))
    } else if row.isStale {
      let glyph = state.glyphs.statuses[.stale] ?? ""
      spans.append(Span(state.text("  \(glyph)数据已过更新期", "  \(glyph)overdue for an update"), .stale))
    }
    return Line(spans)
  }
}

extension KioskTile {
  /// A figure as it is printed, its unit and time as the remark.
  init(observation figure: Figure?, label: String, role: Role = .strong, _ state: AppState) {
    guard let figure else {
      self.init(label: label, value: "-", note: state.text("未公布实际值", "no figure published"), role: role)
      return
    }
    let (value, unit) = KioskTile.parts(of: figure, state)
    self.init(
      label: label, value: value,
      note: "\(unit)\(state.mark(figure))  \(figure.period.label(state.language))", role: role)
  }

  /// What is drawn large, and the unit that stands below it: a percent sign belongs to its figure.
  static func parts(of figure: Figure, _ state: AppState) -> (value: String, unit: String) {
    let unit = state.heading(of: figure.unit)
    return unit == "%" ? (state.plainValue(figure) + unit, "") : (state.plainValue(figure), unit)
  }

  /// How late a target is, large; nil where no path is measured or it is reached.
  init?(lag row: TargetProgress, _ state: AppState) {
    guard row.status != .reached, let lag = row.measure?.lagMonths else { return nil }
    self.init(
      label: lag > 0 ? state.text("滞后", "behind") : state.text("超前", "ahead"),
      value: Decimal.text(abs(lag), digits: 1), note: state.text("个月", "months"), role: row.status.role)
  }

  /// To when a growth is needed a year from the figure on, or was.
  private static func needLabel(_ row: TargetProgress, _ state: AppState) -> String {
    let to = state.time(of: row.target)
    return row.isDue
      ? state.text("至\(to)年均需", "needed a year to \(to)") : state.text("至\(to)年均需", "needs a year to \(to)")
  }

  /// The tiles that tell what a target still needs.
  static func needs(_ row: TargetProgress, _ state: AppState) -> [KioskTile] {
    var tiles = [KioskTile(observation: row.target, label: state.text("目标", "target"), state)]
    if let rate = state.rate(of: row) {
      tiles.append(
        KioskTile(
          label: needLabel(row, state), value: rate,
          note: row.measure?.observedGrowth.map {
            state.text("基期以来年均 \(Decimal.percent($0))", "so far \(Decimal.percent($0)) a year")
          } ?? ""))
    }
    if let year = row.projection?.year, row.status != .reached {
      tiles.append(
        KioskTile(
          label: state.text("按已有速度达到", "reached at that rate"), value: String(year),
          note: state.text("年（推算）", "projected")))
    }
    return tiles
  }
}
