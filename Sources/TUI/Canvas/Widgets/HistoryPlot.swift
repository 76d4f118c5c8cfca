/// The places of everything in a chart, and its drawing.
struct HistoryPlot {
  private let chart: HistoryChart
  /// The ends of both axes; the levels end with a whole number of ticks.
  private let scale: HistoryChart.Scale
  /// The levels with a tick, at equal distances, each exactly on a row.
  private let ticks: [Double]
  private let area: Rect
  /// The picture, without the axis, the captions and the room for the last plans.
  private let plot: Rect
  private let glyphs: Glyphs
  private let signs: HistoryChart.Signs
  private let tickLabels: [String]
  /// The row of each target; no two share one.
  private let targetRows: [Int]

  init(_ chart: HistoryChart, _ scale: HistoryChart.Scale, in area: Rect, _ glyphs: Glyphs) {
    (self.chart, self.area, self.glyphs) = (chart, area, glyphs)
    signs = HistoryChart.Signs(glyphs)
    let axis = HistoryAxis(scale.levels, rows: area.height - 1)
    ticks = axis.ticks
    self.scale = HistoryChart.Scale(levels: axis.levels, times: scale.times)
    let labels = axis.ticks.map { TextWidth.columns(of: axis.label($0)) }.max() ?? 0
    let left = min(labels, area.width / 3) + 1
    let plans =
      chart.targets.filter { $0.time == scale.times.upperBound }
      .map { TextWidth.columns(of: Self.words(of: $0)) }.max() ?? 0
    let margin = plans == 0 ? 1 : min(plans + 2, area.width / 3)
    plot = Rect(
      x: area.x + left, y: area.y, width: max(1, area.width - left - margin), height: area.height - 1)
    tickLabels = axis.ticks.map(axis.label)
    targetRows = Self.rows(of: chart.targets, self.scale, plot, glyphs)
  }

  /// Returns the level of a target and its plan.
  private static func words(of target: HistoryChart.Point) -> String {
    target.remark.isEmpty ? target.label : "\(target.label) \(target.remark)"
  }

  // MARK: Places

  /// Returns a row of its own for each target, as near to its level as possible.
  private static func rows(
    of targets: [HistoryChart.Point], _ scale: HistoryChart.Scale, _ plot: Rect, _ glyphs: Glyphs
  ) -> [Int] {
    let order = targets.indices.sorted { (targets[$0].value, $0) > (targets[$1].value, $1) }
    var rows = order.map { row(targets[$0].value, scale, plot, glyphs) }
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

  /// Returns the part of the height at a level, 0...1.
  private static func part(_ level: Double, _ scale: HistoryChart.Scale) -> Double {
    let part = (level - scale.levels.lowerBound) / (scale.levels.upperBound - scale.levels.lowerBound)
    return part.isFinite ? min(max(part, 0), 1) : 0
  }

  /// Returns the place of a level above the lowest row, in half rows: an even number is the middle of a row, an odd one
  /// the border of two.
  private static func half(_ level: Double, _ scale: HistoryChart.Scale, _ plot: Rect) -> Int {
    Int((part(level, scale) * Double(2 * (plot.height - 1))).rounded())
  }

  /// Returns the place of a level in dots of braille above the foot of the picture, four in a row.
  private static func dot(_ level: Double, _ scale: HistoryChart.Scale, _ plot: Rect) -> Int {
    Int((part(level, scale) * Double(4 * (plot.height - 1))).rounded()) + 1
  }

  /// Returns the row in which the line has a level.
  private static func row(_ level: Double, _ scale: HistoryChart.Scale, _ plot: Rect, _ glyphs: Glyphs) -> Int
  {
    glyphs.chart == .braille
      ? plot.bottom - 1 - dot(level, scale, plot) / 4 : row(half: half(level, scale, plot), plot)
  }

  /// Returns the row of a place in half rows; a border of two rows is drawn at the foot of the upper one.
  private static func row(half: Int, _ plot: Rect) -> Int { plot.bottom - 1 - (half + 1) / 2 }

  private func half(_ level: Double) -> Int { Self.half(level, scale, plot) }

  private func row(half: Int) -> Int { Self.row(half: half, plot) }

  private func row(_ level: Double) -> Int { Self.row(level, scale, plot, glyphs) }

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
    drawDivisions(&buffer)
    drawLines(&buffer)
    drawWords(&buffer)
    drawFigures(&buffer)
    drawTargets(&buffer)
    drawLabels(&buffer)
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
        let place = half(level(at: x, from, to))
        let sign = place.isMultiple(of: 2) ? signs.path : signs.lowPath
        buffer.put(sign, x: x, y: row(half: place), style: Style(.plain), clip: plot)
      }
    }
  }

  /// Draws a line of flat pieces in the middle and at the foot of rows, and of corners where it is steep; of dashes if
  /// figures are missing in between.
  private func drawSegment(
    _ from: HistoryChart.Level, _ to: HistoryChart.Level, _ isKnown: Bool, _ buffer: inout Buffer
  ) {
    func put(_ sign: String, _ x: Int, _ y: Int) {
      buffer.put(sign, x: x, y: y, style: Style(isKnown ? .accent : .muted), clip: plot)
    }
    let (first, last) = (column(from.time), column(to.time))
    for x in first..<max(first, last) {
      let (here, next) = (half(level(at: x, from, to)), half(level(at: x + 1, from, to)))
      let isMiddle = here.isMultiple(of: 2)
      if !isKnown {
        let isDense = isMiddle && !glyphs.isASCII
        if isDense || x.isMultiple(of: 2) { put(isMiddle ? signs.dash : signs.low, x, row(half: here)) }
      } else if abs(next - here) < 2 {
        put(isMiddle ? signs.flat : signs.low, x, row(half: here))
      } else {
        let corners = next > here ? signs.rise : signs.fall
        let (from, to) = (row(half: here), row(half: next))
        for y in (min(from, to) + 1)..<max(from, to) { put(signs.upright, x, y) }
        put(corners.0, x, from)
        put(corners.1, x, to)
      }
    }
  }

  /// Draws lines of dots; `step` is the distance between two of them, in half columns.
  private func draw(
    _ levels: [HistoryChart.Level], every step: Int, _ role: Role, _ dots: inout BrailleDots
  ) {
    for (from, to) in zip(levels, levels.dropFirst()) {
      let (first, last) = ((column(from.time) - plot.x) * 2, (column(to.time) - plot.x) * 2)
      var before: Int?
      for x in stride(from: first, through: max(first, last), by: step) {
        let y = Self.dot(level(at: plot.x, half: x, from, to), scale, plot)
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

  /// The most figures that have a sign each.
  private static let mostSigns = 12

  private func drawFigures(_ buffer: inout Buffer) {
    // The signs of many figures hide the line.
    for point in chart.figures.count > Self.mostSigns ? labelled : chart.figures {
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
      let words = Self.words(of: point)
      let width = TextWidth.columns(of: words)
      let isRight = x + 2 + width <= area.right || x - plot.x < area.right - x
      let room = isRight ? area.right - x - 2 : x - plot.x - 1
      guard room >= 4 else { continue }
      let text = TextWidth.fitted(words, to: room, ellipsis: width > room, mark: glyphs.ellipsis)
      let start = isRight ? x + 2 : x - 1 - TextWidth.columns(of: text)
      buffer.put(text, x: start, y: y, style: Style(.plain), clip: area)
    }
  }

  // MARK: Words

  /// Draws the word beside the path.
  private func drawWords(_ buffer: inout Buffer) {
    guard let place = pathWordPlace else { return }
    buffer.put(chart.pathWord, x: place.x, y: place.y, style: Style(.plain), clip: plot)
  }

  private var pathWordPlace: Rect? {
    guard !chart.pathWord.isEmpty, chart.path.count > 2 else { return nil }
    let middle = chart.path[chart.path.count * 3 / 5]
    let width = TextWidth.columns(of: chart.pathWord)
    let place = Rect(x: column(middle.time) - width - 1, y: row(middle.value) - 1, width: width, height: 1)
    return place.x > plot.x && place.y >= plot.y ? place : nil
  }

  /// Draws the level of each figure above or below its sign, where nothing else is drawn and no other sign is near in the
  /// same row; of many figures only those at the ends and the extremes. The last one is written in any case.
  private func drawLabels(_ buffer: inout Buffer) {
    for (index, point) in labelled.enumerated() {
      let places = labelPlaces(of: point)
      let free = places.first { isFree($0, for: point, buffer) }
      guard let place = free ?? (index == 0 ? places.dropFirst().first { $0.bottom <= plot.bottom } : nil)
      else { continue }
      buffer.put(
        point.label, x: place.x, y: place.y, style: Style(point.kind == .computed ? .muted : .plain),
        clip: area)
    }
  }

  /// Returns the places for the level of a figure inside the picture, the best first: above and below its sign, then beside
  /// it.
  private func labelPlaces(of point: HistoryChart.Point) -> [Rect] {
    let width = TextWidth.columns(of: point.label)
    let (x, y) = (column(point.time), row(point.value))
    let centred = min(max(plot.x, x - width / 2), max(plot.x, area.right - width))
    return [
      (centred, y - 1), (centred, y + 1), (x - width + 1, y - 1), (x, y - 1), (x - width + 1, y + 1),
      (x, y + 1),
      (x + 2, y), (x - width - 1, y),
    ].map { Rect(x: $0.0, y: $0.1, width: width, height: 1) }
      .filter { $0.y >= plot.y && $0.y < plot.bottom && $0.x >= plot.x && $0.right <= area.right }
  }

  /// Whether nothing is drawn in a place and one column around it, and no sign of another point is near in its row.
  private func isFree(_ place: Rect, for point: HistoryChart.Point, _ buffer: Buffer) -> Bool {
    let isBlank = (place.x - 1...place.right).allSatisfy { x in
      guard x >= plot.x, x < area.right, let cell = buffer[x, place.y] else { return true }
      // Beside its own sign one column is enough.
      let isOwn = x == column(point.time) && place.y == row(point.value)
      return cell.glyph == " " && cell.width == 1 || isOwn || String(cell.glyph) == signs.division
    }
    let others = chart.figures.filter { $0.time != point.time && row($0.value) == place.y }.map {
      column($0.time)
    }
    return isBlank && !others.contains { (place.x - 3..<place.right + 3).contains($0) }
  }

  /// The figures whose level is written, the most important first.
  private var labelled: [HistoryChart.Point] {
    let figures = chart.figures
    let ends = [figures.last, figures.first].compactMap { $0 }
    guard figures.count > 6 else { return ends.prefix(1) + figures.dropLast() }
    let extremes = [figures.max { $0.value < $1.value }, figures.min { $0.value < $1.value }].compactMap {
      $0
    }
    var seen: Set<Double> = []
    return (ends + extremes).filter { seen.insert($0.time).inserted }
  }

  /// Draws the axis with its ticks.
  private func drawAxis(_ buffer: inout Buffer) {
    let labels = Dictionary(zip(ticks.map(row), tickLabels), uniquingKeysWith: { first, _ in first })
    let room = plot.x - area.x - 1
    for y in plot.y..<plot.bottom {
      buffer.put(
        labels[y] == nil ? signs.axis : signs.tick, x: plot.x - 1, y: y, style: Style(.border), clip: area)
      guard let label = labels[y] else { continue }
      let text = TextWidth.padded(label, to: room, alignment: .right, mark: glyphs.ellipsis)
      buffer.put(text, x: area.x, y: y, style: Style(.muted), clip: area)
    }
  }

  /// Draws an upright line where a year begins, behind everything else.
  private func drawDivisions(_ buffer: inout Buffer) {
    for time in chart.divisions where time > scale.times.lowerBound && time < scale.times.upperBound {
      for y in plot.y..<plot.bottom {
        buffer.put(signs.division, x: column(time), y: y, style: Style(.border), clip: plot)
      }
    }
  }

  /// Draws the times below the picture as far as they have room: first those of the last figure and of the targets.
  private func drawCaptions(_ buffer: inout Buffer) {
    let figures = chart.figures
    let points =
      [figures.last].compactMap { $0 } + chart.targets + [figures.first].compactMap { $0 } + figures
    var taken: [Range<Int>] = []
    for point in points where !point.caption.isEmpty {
      let width = TextWidth.columns(of: point.caption)
      let x = max(area.x, min(column(point.time) - width / 2, area.right - width))
      let gap = taken.count < 1 + chart.targets.count ? 1 : 3
      guard !taken.contains(where: { $0.overlaps(x - gap..<x + width + gap) }) else { continue }
      taken.append(x..<x + width)
      buffer.put(
        point.caption, x: x, y: plot.bottom, style: Style(point.isTarget ? .strong : .muted), clip: area)
    }
    drawSilence(between: taken, &buffer)
  }

  /// Draws on the axis of time, not at a level, that nothing is published after the last figure.
  private func drawSilence(between taken: [Range<Int>], _ buffer: inout Buffer) {
    guard let last = chart.figures.last, let silence = chart.silence else { return }
    let first =
      taken.filter { $0.contains(column(last.time)) }.map(\.upperBound).max() ?? column(last.time) + 1
    let end = taken.map(\.lowerBound).filter { $0 > first }.min() ?? column(silence.end)
    let room = Rect(
      x: first + 1, y: plot.bottom, width: min(end, column(silence.end) + 1) - first - 2, height: 1)
    let width = TextWidth.columns(of: silence.word)
    guard room.width >= width else { return }
    if room.width >= width + 4 {
      for x in stride(from: room.x, to: room.right, by: glyphs.isASCII ? 2 : 1) {
        buffer.put(signs.silence, x: x, y: room.y, style: Style(.muted), clip: area)
      }
    }
    let word = room.width >= width + 2 ? " \(silence.word) " : silence.word
    buffer.put(
      word, x: room.x + (room.width - TextWidth.columns(of: word)) / 2, y: room.y, style: Style(.muted),
      clip: area)
  }
}
