import Canvas
import Domain
import Figures
import Panels

/// A page about one figure: the figure and its lag, both large, the bar of time earned and time gone, and related figures as tiles.
struct KioskFigure: Sendable {
  var figure: KioskTile
  /// The tile beside it; nil without a target.
  var second: KioskTile?
  var verdict: Line
  var bar: ProgressBar?
  /// The labels under the left and the right end of the bar.
  var ends: (left: String, right: String) = ("", "")
  var tiles: [KioskTile]

  func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    let isRoomy = area.height >= 28
    let area = area.splitTop(area.height >= 16 ? 1 : 0).rest
    // The tiles get the remaining rows, at least enough for their figures if both fit.
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
  /// A target: the result, how far along that is, and the remaining need.
  init(_ row: TargetProgress, label: String, _ context: PanelContext, tiles: [KioskTile]) {
    let role = row.status.role
    figure = KioskTile(observation: row.observation, label: label, role: role, context)
    let when = row.observation.map { context.time(of: $0) } ?? ""
    second = KioskTile(lag: row, context)
    verdict = KioskFigure.verdict(row, context)
    bar = ProgressBar(for: row)
    ends = (
      row.onBar == nil
        ? ""
        : context.text(
          "\(context.glyphs.paceMark) \(when)时间进度", "\(context.glyphs.paceMark) time gone \(when)"),
      context.text("目标 ", "target ") + context.label(row.target)
        + " (\(context.text(row.planName)) \(row.target.period.label(context.language)))"
    )
    self.tiles = tiles
  }

  /// `▼ 2022年严重滞后  应达174.86亿元`
  private static func verdict(_ row: TargetProgress, _ context: PanelContext) -> Line {
    let when =
      row.status.isUnknown
      ? "" : row.observation.map { context.text("\(context.time(of: $0))", "\(context.time(of: $0)) ") } ?? ""
    let status = "\(context.glyph(row.status)) \(when)\(context.text(row.word))"
    var spans = [Span(status, Style(row.status.role, on: .plain, .bold))]
    if let expected = row.measure?.expected, row.status != .reached {
      let level = context.label(expected, unit: row.target.unit, of: row.indicator.id)
      spans.append(Span("  " + context.text("应达\(level)", "\(level) expected"), Style(row.status.role)))
    } else if let obstacle = row.obstacle, row.status != .reached,
      context.text(obstacle.name) != context.text(row.word)
    {
      spans.append(Span("  \(context.text(obstacle.name))", .muted))
    }
    if row.asksForNothing, let remark = row.remark(context.language) {
      spans.append(Span("  \(remark)", .muted))
    }
    if let partial = row.partial {
      spans.append(Span("  \(partial.period.label(context.language)) ", .muted))
      spans.append(Span(context.label(partial), Style(.strong)))
      if let floor = row.floor {
        let ratio = Decimal.fixed(floor.scheduleRatio, digits: 2)
        spans.append(
          Span(
            context.text("（序时进度完成至少\(ratio)）", " (a schedule ratio of at least \(ratio))"), .muted))
      }
    }
    if let due = context.dueText(of: row) {
      spans.append(Span("  \(due)", .stale))
    } else if row.isStale {
      let glyph = context.glyphs.statuses[.stale] ?? ""
      spans.append(Span(context.text("  \(glyph)数据未更新", "  \(glyph)stale"), .stale))
    }
    return Line(spans)
  }
}

extension KioskTile {
  /// A figure as printed, with its unit and time as the remark.
  init(observation figure: Figure?, label: String, role: Role = .strong, _ context: PanelContext) {
    guard let figure else {
      self.init(label: label, value: "-", note: context.text("未公布实际值", "no figure published"), role: role)
      return
    }
    let (value, unit) = KioskTile.parts(of: figure, context)
    self.init(
      label: label, value: value,
      note: "\(unit)\(context.mark(figure))  \(figure.period.label(context.language))", role: role)
  }

  /// Returns the large text, and the unit below it: a percent sign stays with its figure.
  static func parts(of figure: Figure, _ context: PanelContext) -> (value: String, unit: String) {
    let unit = context.heading(of: figure.unit)
    return unit == "%" ? (context.plainValue(figure) + unit, "") : (context.plainValue(figure), unit)
  }

  /// The lag of a target, large; nil if no path is measured or the target is reached.
  init?(lag row: TargetProgress, _ context: PanelContext) {
    guard row.status != .reached, let lag = row.measure?.lagMonths else { return nil }
    self.init(
      label: lag > 0 ? context.text("滞后", "behind") : context.text("超前", "ahead"),
      value: Decimal.text(abs(lag), digits: 1), note: context.text("个月", "months"), role: row.status.role)
  }

  /// Returns the label of the yearly growth needed from the figure to the target date; in the past tense if the target
  /// is due.
  private static func needLabel(_ row: TargetProgress, _ context: PanelContext) -> String {
    let to = context.time(of: row.target)
    return row.isDue
      ? context.text("至\(to)年均需", "needed a year to \(to)")
      : context.text("至\(to)年均需", "needs a year to \(to)")
  }

  /// Returns the tiles of the remaining needs of a target.
  static func needs(_ row: TargetProgress, _ context: PanelContext) -> [KioskTile] {
    var tiles = [KioskTile(observation: row.target, label: context.text("目标", "target"), context)]
    if let rate = context.rate(of: row) {
      tiles.append(
        KioskTile(
          label: needLabel(row, context), value: rate,
          note: row.measure?.observedGrowth.map {
            context.text("基期以来年均 \(Decimal.percent($0))", "so far \(Decimal.percent($0)) a year")
          } ?? ""))
    }
    if let year = row.projection?.year, row.status != .reached {
      tiles.append(
        KioskTile(
          label: context.text("按已有速度达到", "reached at that rate"), value: String(year),
          note: context.text("年（推算）", "projected")))
    }
    return tiles
  }
}
