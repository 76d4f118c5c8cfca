/// The places of everything in a chart, and its drawing.
struct HistoryPlot {
  private let chart: HistoryChart
  private let scale: HistoryChart.Scale
  private let area: Rect
  /// The picture, without the axis, the captions and the room for the last plans.
  private let plot: Rect
  private let glyphs: Glyphs
  private let signs: HistoryChart.Signs
  /// The row of each target; no two share one.
  private let targetRows: [Int]

  init(_ chart: HistoryChart, _ scale: HistoryChart.Scale, in area: Rect, _ glyphs: Glyphs) {
    (self.chart, self.scale, self.area, self.glyphs) = (chart, scale, area, glyphs)
    signs = HistoryChart.Signs(glyphs)
    let labels = (chart.figures + chart.targets).map { TextWidth.columns(of: $0.label) }.max() ?? 0
    let axis = min(labels, area.width / 3) + 1
    let plans =
      chart.targets.filter { $0.time == scale.times.upperBound }
      .map { TextWidth.columns(of: $0.remark) }.max() ?? 0
    let margin = plans == 0 ? 1 : min(plans + 2, area.width / 3)
    plot = Rect(
      x: area.x + axis, y: area.y, width: max(1, area.width - axis - margin), height: area.height - 1)
    targetRows = Self.rows(of: chart.targets, scale, plot)
  }

  // MARK: Places

  /// Returns a row of its own for each target, as near to its level as possible.
  private static func rows(of targets: [HistoryChart.Point], _ scale: HistoryChart.Scale, _ plot: Rect)
    -> [Int]
  {
    let order = targets.indices.sorted { (targets[$0].value, $0) > (targets[$1].value, $1) }
    var rows = order.map { row(targets[$0].value, scale, plot) }
    for index in rows.indices.dropFirst() { rows[index] = max(rows[index], rows[index - 1] + 1) }
    var limit = plot.bottom - 1
    for index in rows.indices.reversed() {
      rows[index] = min(rows[index], limit)
      limit = rows[index] - 1
    }
    var result = [Int](repeating: plot.y, count: targets.count)
    for (place, index) in order.enumerated() { result[index] = rows[place] }
    return result
  }

  private static func row(_ level: Double, _ scale: HistoryChart.Scale, _ plot: Rect) -> Int {
    let part = (level - scale.levels.lowerBound) / (scale.levels.upperBound - scale.levels.lowerBound)
    return plot.bottom - 1 - Int((min(max(part, 0), 1) * Double(plot.height - 1)).rounded())
  }

  private func row(_ level: Double) -> Int { Self.row(level, scale, plot) }

  /// Returns the part of the width at a time, 0...1.
  private func part(_ time: Double) -> Double {
    min(max((time - scale.times.lowerBound) / (scale.times.upperBound - scale.times.lowerBound), 0), 1)
  }

  private func column(_ time: Double) -> Int {
    plot.x + Int((part(time) * Double(plot.width - 1)).rounded())
  }

  // MARK: Drawing

  func render(into buffer: inout Buffer) {
    drawAxis(&buffer)
    drawLines(&buffer)
    drawWords(&buffer)
    drawFigures(&buffer)
    drawTargets(&buffer)
    drawCaptions(&buffer)
  }

  private func drawLines(_ buffer: inout Buffer) {
    if glyphs.chart == .braille {
      var dots = BrailleDots(width: plot.width, height: plot.height)
      draw(chart.path, every: 3, .plain, &dots)
      for (from, to, isKnown) in segments { draw([from, to], every: isKnown ? 1 : 3, .accent, &dots) }
      dots.render(in: plot, into: &buffer)
    } else {
      drawPath(&buffer)
      for (from, to, isKnown) in segments { drawSegment(from, to, isKnown, &buffer) }
    }
    guard let last = chart.figures.last, let silence = chart.silence else { return }
    for x in stride(from: column(last.time) + 1, through: column(silence.end), by: glyphs.isASCII ? 2 : 1) {
      buffer.put(signs.silence, x: x, y: row(last.value), style: Style(.muted), clip: plot)
    }
  }

  /// The stretches between two figures, and whether no figure is missing between them.
  private var segments: [(from: HistoryChart.Level, to: HistoryChart.Level, isKnown: Bool)] {
    let pairs = Array(zip(chart.figures, chart.figures.dropFirst()))
    let step = pairs.map { $1.time - $0.time }.filter { $0 > 0.01 }.min() ?? 0
    return pairs.map { from, to in
      let isKnown =
        from.kind == .published && to.kind == .published && to.time - from.time < step * 1.5
        && to.time - from.time < 1.5
      return (
        HistoryChart.Level(time: from.time, from.value), HistoryChart.Level(time: to.time, to.value), isKnown
      )
    }
  }

  private func drawPath(_ buffer: inout Buffer) {
    for (from, to) in zip(chart.path, chart.path.dropFirst()) {
      for x in column(from.time)...max(column(from.time), column(to.time)) {
        buffer.put(signs.path, x: x, y: row(level(at: x, from, to)), style: Style(.plain), clip: plot)
      }
    }
  }

  /// Draws a line of flat pieces and corners; of dashes if figures are missing in between.
  private func drawSegment(
    _ from: HistoryChart.Level, _ to: HistoryChart.Level, _ isKnown: Bool, _ buffer: inout Buffer
  ) {
    func put(_ sign: String, _ x: Int, _ y: Int) {
      buffer.put(sign, x: x, y: y, style: Style(isKnown ? .accent : .muted), clip: plot)
    }
    let (first, last) = (column(from.time), column(to.time))
    for x in first..<max(first, last) {
      let (here, next) = (row(level(at: x, from, to)), row(level(at: x + 1, from, to)))
      if !isKnown {
        if !glyphs.isASCII || x.isMultiple(of: 2) { put(signs.dash, x, here) }
      } else if here == next {
        put(signs.flat, x, here)
      } else {
        let corners = next < here ? signs.rise : signs.fall
        for y in (min(here, next) + 1)..<max(here, next) { put(signs.upright, x, y) }
        put(corners.0, x, here)
        put(corners.1, x, next)
      }
    }
  }

  /// Draws lines of dots; `step` is the distance between two of them, in half columns.
  private func draw(
    _ levels: [HistoryChart.Level], every step: Int, _ role: Role, _ dots: inout BrailleDots
  ) {
    let range = scale.levels
    for (from, to) in zip(levels, levels.dropFirst()) {
      let (first, last) = ((column(from.time) - plot.x) * 2, (column(to.time) - plot.x) * 2)
      var before: Int?
      for x in stride(from: first, through: max(first, last), by: step) {
        let value = level(at: plot.x, half: x, from, to)
        let height = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        let y = Int((min(max(height, 0), 1) * Double(dots.rows - 4)).rounded()) + 1
        // The gaps of a steep line are filled.
        let other = step == 1 ? before ?? y : y
        for dot in min(y, other)...max(y, other) { dots.set(x: x, fromBelow: dot, role: role) }
        before = y
      }
    }
  }

  private func level(at x: Int, half: Int = 0, _ from: HistoryChart.Level, _ to: HistoryChart.Level) -> Double
  {
    let (first, last) = (Double(column(from.time)), Double(column(to.time)))
    guard last > first else { return to.value }
    let part = (Double(x) + Double(half) / 2 - first) / (last - first)
    return from.value + (to.value - from.value) * min(max(part, 0), 1)
  }

  private func drawFigures(_ buffer: inout Buffer) {
    let isDense = chart.figures.count * 3 > plot.width
    for (index, point) in chart.figures.enumerated()
    where !isDense || index == 0 || index == chart.figures.count - 1 {
      buffer.put(
        signs.sign(point.kind), x: column(point.time), y: row(point.value),
        style: Style(point.role, on: .plain, .bold), clip: plot)
    }
  }

  /// Draws each target with its plan: to the right of the tick, or to the left where there is no room.
  private func drawTargets(_ buffer: inout Buffer) {
    for (point, y) in zip(chart.targets, targetRows) {
      let x = column(point.time)
      let sign = signs.sign(point.kind)
      buffer.put(sign, x: x, y: y, style: Style(point.role, on: .plain, .bold), clip: area)
      guard !point.remark.isEmpty else { continue }
      let width = TextWidth.columns(of: point.remark)
      let isRight = x + 2 + width <= area.right || x - plot.x < area.right - x
      let room = isRight ? area.right - x - 2 : x - plot.x - 1
      guard room >= 4 else { continue }
      let text = TextWidth.fitted(point.remark, to: room, ellipsis: width > room, mark: glyphs.ellipsis)
      let start = isRight ? x + 2 : x - 1 - TextWidth.columns(of: text)
      buffer.put(text, x: start, y: y, style: Style(.plain), clip: area)
    }
  }

  // MARK: Words

  /// Draws the words beside the path and on the time without figures.
  private func drawWords(_ buffer: inout Buffer) {
    if !chart.pathWord.isEmpty, chart.path.count > 2 {
      let middle = chart.path[chart.path.count * 3 / 5]
      let width = TextWidth.columns(of: chart.pathWord)
      let (x, y) = (column(middle.time) - width - 1, row(middle.value) - 1)
      if x > plot.x, y >= plot.y {
        buffer.put(chart.pathWord, x: x, y: y, style: Style(.plain), clip: plot)
      }
    }
    guard let last = chart.figures.last, let silence = chart.silence else { return }
    let (first, end) = (column(last.time) + 1, column(silence.end))
    let width = TextWidth.columns(of: silence.word)
    guard end - first >= width + 3 else { return }
    buffer.put(
      silence.word, x: first + (end - first - width) / 2, y: row(last.value), style: Style(.muted), clip: plot
    )
  }

  /// Draws the axis with the levels of the targets, of the last and the first figure, and of the extremes, each on a row
  /// of its own.
  private func drawAxis(_ buffer: inout Buffer) {
    var labels: [Int: (text: String, role: Role)] = [:]
    for (point, y) in zip(chart.targets, targetRows) { labels[y] = (point.label, .strong) }
    let figures = chart.figures
    let ends = [figures.last, figures.first].compactMap { $0 }
    let extremes = [figures.max { $0.value < $1.value }, figures.min { $0.value < $1.value }].compactMap {
      $0
    }
    let rest = figures.count <= 6 ? figures : []
    for point in ends + extremes + rest where labels[row(point.value)] == nil {
      labels[row(point.value)] = (point.label, point.kind == .computed ? .muted : .plain)
    }
    if labels[plot.bottom - 1] == nil, scale.levels.lowerBound == 0 {
      labels[plot.bottom - 1] = ("0", .muted)
    }
    let room = plot.x - area.x - 1
    for y in plot.y..<plot.bottom {
      buffer.put(
        labels[y] == nil ? signs.axis : signs.tick, x: plot.x - 1, y: y, style: Style(.border), clip: area)
      guard let label = labels[y] else { continue }
      let text = TextWidth.padded(label.text, to: room, alignment: .right, mark: glyphs.ellipsis)
      buffer.put(text, x: area.x, y: y, style: Style(label.role), clip: area)
    }
  }

  /// Draws the times below the picture as far as they have room: first those of the last figure and of the targets.
  private func drawCaptions(_ buffer: inout Buffer) {
    let figures = chart.figures
    let points =
      [figures.last].compactMap { $0 } + chart.targets + [figures.first].compactMap { $0 } + figures
    var taken: [Range<Int>] = []
    for point in points {
      let width = TextWidth.columns(of: point.caption)
      let x = max(area.x, min(column(point.time) - width / 2, area.right - width))
      let gap = taken.count < 1 + chart.targets.count ? 1 : 3
      guard !taken.contains(where: { $0.overlaps(x - gap..<x + width + gap) }) else { continue }
      taken.append(x..<x + width)
      buffer.put(
        point.caption, x: x, y: plot.bottom, style: Style(point.isTarget ? .strong : .muted), clip: area)
    }
  }
}
