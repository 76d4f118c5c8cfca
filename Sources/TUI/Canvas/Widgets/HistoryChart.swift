/// A history over time: the values as an area or a line, the goals as marks with dotted straight lines to them.
///
/// Drawn in eighths of a cell from the bottom, in braille dots, or in ASCII, depending on the glyphs. Each point has
/// its time and remark below it and its value above it. Goals with the same time are stacked as one stop.
package struct HistoryChart: Sendable {
  /// A value of the chart.
  package struct Point: Sendable {
    /// The time in years, such as 2022.99 for the end of 2022.
    package var time: Double
    /// The value, in the unit of the chart.
    package var value: Double
    /// The time as text, below the point.
    package var label: String
    /// The value as text, above the point.
    package var caption: String
    /// A remark in a second line below: the plan of a goal, or that a value is computed.
    package var remark: String
    /// The colour of the point.
    package var role: Role
    /// Whether it is a target level that has not been reached.
    package var isGoal: Bool

    /// Creates a chart; goals beyond the last point are at its right.
    package init(
      time: Double, _ value: Double, label: String, caption: String, remark: String = "",
      role: Role = .accent,
      isGoal: Bool = false
    ) {
      (self.time, self.value, self.label) = (time, value, label)
      (self.caption, self.remark, self.role, self.isGoal) = (caption, remark, role, isGoal)
    }

    /// The drawn value: 0 for negative values and for those that are not finite.
    fileprivate var height: Double { value.isFinite ? max(0, value) : 0 }
  }

  /// Columns that a stop needs for its labels.
  package static let slot = 11

  /// The points from the earliest to the latest, goals after values.
  package var points: [Point]

  /// - Parameter points: in any order; drawn from the earliest to the latest, goals after values.
  package init(_ points: [Point]) {
    self.points = points.enumerated().sorted { left, right in
      (left.element.time, left.element.isGoal ? 1 : 0, left.offset)
        < (right.element.time, right.element.isGoal ? 1 : 0, right.offset)
    }.map(\.element)
  }

  /// Draws the chart from a zero baseline. It needs five rows and `slot` columns. If not all stops fit, the last ones
  /// are drawn.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.height >= 5, area.width >= Self.slot, !points.isEmpty else { return }
    let shown = Array(stops.suffix(area.width / Self.slot))
    let top = shown.joined().map(\.height).max() ?? 0
    guard top > 0 else { return }
    let remarkRows = min(shown.map(\.count).max() ?? 1, area.height - 4)
    // The highest point needs a row for its label.
    let plot = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 2 - remarkRows)
    let columns = Self.columns(of: shown.compactMap(\.first?.time), width: area.width)
    let stops = zip(shown, columns).map { points, column in
      points.map { Place(point: $0, column: column, level: $0.height / top) }
    }
    let places = Array(stops.joined())
    if glyphs.chart == .braille {
      drawDots(places, plot, &buffer, glyphs)
    } else {
      drawArea(places, plot, &buffer, glyphs)
    }
    for (index, stop) in stops.enumerated() {
      let room = Self.room(at: index, columns)
      drawLabels(stop, plot, &buffer, glyphs)
      drawCaptions(
        stop, room, Rect(x: area.x, y: plot.bottom, width: area.width, height: 1 + remarkRows), &buffer,
        glyphs)
    }
  }

  /// The points grouped by position in time: each value separately, goals with the same time together.
  private var stops: [[Point]] {
    points.reduce(into: []) { stops, point in
      if point.isGoal, let last = stops.last?.first, last.isGoal, last.time == point.time {
        stops[stops.count - 1].append(point)
      } else {
        stops.append([point])
      }
    }
  }

  fileprivate struct Place {
    var point: Point
    var column: Int
    /// Fraction of the height of the plot, 0...1.
    var level: Double
  }

  /// Returns the middle columns of the stops, proportional to time as far as each keeps its minimum width.
  static func columns(of times: [Double], width: Int) -> [Int] {
    guard let first = times.first, let last = times.last else { return [] }
    let span = Double(max(0, width - slot))
    var columns = times.map { time in
      slot / 2 + (last > first ? Int(((time - first) / (last - first) * span).rounded()) : 0)
    }
    for index in columns.indices.dropFirst() {
      columns[index] = max(columns[index], columns[index - 1] + slot)
    }
    var limit = width - (slot + 1) / 2
    for index in columns.indices.reversed() {
      columns[index] = min(columns[index], limit)
      limit = columns[index] - slot
    }
    return columns
  }

  // MARK: Picture

  /// Returns the values in order, joined by straight lines; a single one gets a column of its own.
  private func segments(_ places: [Place]) -> [(from: Place, to: Place)] {
    let reached = places.filter { !$0.point.isGoal }
    guard let only = reached.first, reached.count == 1 else {
      return zip(reached, reached.dropFirst()).map { ($0, $1) }
    }
    var (left, right) = (only, only)
    left.column -= 1
    right.column += 1
    return [(left, right)]
  }

  /// Returns the straight lines from the last value to the goals; of several at one time only the first.
  private func ways(_ places: [Place]) -> [(from: Place, to: Place)] {
    guard let last = places.last(where: { !$0.point.isGoal }) else { return [] }
    var times: Set<Double> = []
    return places.filter {
      $0.point.isGoal && $0.column > last.column && times.insert($0.point.time).inserted
    }.map { (last, $0) }
  }

  private func drawArea(_ places: [Place], _ plot: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    let steps = glyphs.levels.count
    for (from, to) in segments(places) {
      for column in from.column...max(from.column, to.column) {
        let level = Self.level(at: Double(column), from, to)
        let units = max(level > 0 ? 1 : 0, Int((level * Double(plot.height * steps)).rounded()))
        for row in 0..<min(plot.height, (units + steps - 1) / steps) {
          let glyph = glyphs.levels[min(steps, units - row * steps) - 1]
          let isComputed = from.point.role == .muted && column < to.column
          buffer.put(
            String(glyph), x: plot.x + column, y: plot.bottom - 1 - row,
            style: Style(isComputed ? .muted : to.point.role), clip: plot)
        }
      }
    }
    for (from, to) in ways(places) {
      for column in stride(from: from.column + 2, to: to.column, by: 2) {
        let row = Self.row(Self.level(at: Double(column), from, to), plot)
        buffer.put(glyphs.way, x: plot.x + column, y: row, style: Style(to.point.role), clip: plot)
      }
    }
    drawGoals(places, plot, &buffer, glyphs.targetMark)
  }

  private func drawDots(_ places: [Place], _ plot: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    var dots = BrailleDots(width: plot.width, height: plot.height)
    for (from, to) in segments(places) { draw(from, to, every: 1, &dots) }
    for (from, to) in ways(places) { draw(from, to, every: 3, &dots) }
    dots.render(in: plot, into: &buffer)
    drawGoals(places, plot, &buffer, glyphs.targetMark)
  }

  /// Draws a line of dots, dotted if `step` is above 1.
  private func draw(_ from: Place, _ to: Place, every step: Int, _ dots: inout BrailleDots) {
    let (first, last) = (from.column * 2, max(from.column, to.column) * 2 + 1)
    var before: Int?
    for x in stride(from: first, through: last, by: step) {
      let level = Self.level(at: Double(x) / 2, from, to)
      let y = Int((level * Double(dots.rows - 1)).rounded())
      // Fill the gaps of a steep line.
      let low = step == 1 ? min(y, before ?? y) : y
      let high = step == 1 ? max(y, before ?? y) : y
      for dot in low...high { dots.set(x: x, fromBelow: dot, role: to.point.role) }
      before = y
    }
  }

  private func drawGoals(_ places: [Place], _ plot: Rect, _ buffer: inout Buffer, _ mark: Character) {
    for place in places where place.point.isGoal {
      buffer.put(
        String(mark), x: plot.x + place.column, y: Self.row(place.level, plot),
        style: Style(place.point.role, on: .plain, .bold), clip: plot)
    }
  }

  private static func level(at column: Double, _ from: Place, _ to: Place) -> Double {
    guard to.column > from.column else { return to.level }
    let part = (column - Double(from.column)) / Double(to.column - from.column)
    return from.level + (to.level - from.level) * min(max(0, part), 1)
  }

  /// Returns the screen row that contains the top of a level.
  private static func row(_ level: Double, _ plot: Rect) -> Int {
    plot.bottom - max(1, min(plot.height, Int((level * Double(plot.height)).rounded(.up))))
  }

  // MARK: Words

  /// Returns the columns for the labels of a stop, so that they do not touch those of its neighbours.
  private static func room(at index: Int, _ columns: [Int]) -> Int {
    let left = index > 0 ? columns[index] - columns[index - 1] : nil
    let right = index + 1 < columns.count ? columns[index + 1] - columns[index] : nil
    if let left, let right { return max(slot - 1, min(left, right) - 1) }
    // At an edge the labels are moved inwards, which takes room from the neighbour.
    return max(slot - 1, (left ?? right).map { $0 / 2 + 4 } ?? slot * 2)
  }

  /// Draws the values above their marks; values that are too close for two rows share one.
  private func drawLabels(_ stop: [Place], _ plot: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    var labels: [(text: String, row: Int)] = []
    for place in stop.sorted(by: { $0.level > $1.level }) {
      let row = (place.level > 0 ? Self.row(place.level, plot) : plot.bottom) - 1
      if let last = labels.last, row < last.row + 2 {
        labels[labels.count - 1].text = "\(last.text)/\(place.point.label)"
      } else {
        labels.append((place.point.label, row))
      }
    }
    let area = Rect(x: plot.x, y: plot.y - 1, width: plot.width, height: plot.height + 1)
    for label in labels {
      put(label.text, Self.slot - 1, at: stop[0].column, y: label.row, .strong, area, &buffer, glyphs)
    }
  }

  /// Draws the time and, in the rows below it, the remark of each point, the highest point first.
  private func drawCaptions(
    _ stop: [Place], _ room: Int, _ area: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs
  ) {
    let column = stop[0].column
    put(stop[0].point.caption, room, at: column, y: area.y, .muted, area, &buffer, glyphs)
    let remarks = stop.sorted { $0.level > $1.level }.map(\.point.remark)
    for (row, remark) in remarks.prefix(area.height - 1).enumerated() {
      put(remark, room, at: column, y: area.y + 1 + row, .muted, area, &buffer, glyphs)
    }
  }

  /// Draws text centred on a column, moved inwards at the edges.
  private func put(
    _ text: String, _ room: Int, at column: Int, y: Int, _ role: Role, _ area: Rect, _ buffer: inout Buffer,
    _ glyphs: Glyphs
  ) {
    let shown = TextWidth.fitted(text, to: room, mark: glyphs.ellipsis)
    let width = TextWidth.columns(of: shown)
    let x = max(area.x, min(area.x + column - width / 2, area.right - width))
    buffer.put(shown, x: x, y: y, style: Style(role), clip: area)
  }
}

/// A canvas of dots, two columns and four rows per cell, drawn with the Unicode braille patterns.
struct BrailleDots {
  private let width: Int
  private let height: Int
  private var cells: [UInt8]
  private var roles: [Role]

  /// - Parameters: the size in cells.
  init(width: Int, height: Int) {
    (self.width, self.height) = (max(0, width), max(0, height))
    cells = Array(repeating: 0, count: self.width * self.height)
    roles = Array(repeating: .plain, count: self.width * self.height)
  }

  /// The number of dot rows.
  var rows: Int { height * 4 }

  /// Sets a dot; ignored outside the canvas.
  mutating func set(x: Int, fromBelow y: Int, role: Role) {
    let row = rows - 1 - y
    guard x >= 0, x < width * 2, row >= 0, row < rows else { return }
    let index = row / 4 * width + x / 2
    // Dots 1, 2, 3, 7 are on the left and 4, 5, 6, 8 on the right: Unicode, chapter 21.
    let bits: [UInt8] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
    cells[index] |= bits[row % 4]
    roles[index] = role
  }

  func render(in area: Rect, into buffer: inout Buffer) {
    for y in 0..<height {
      for x in 0..<width where cells[y * width + x] != 0 {
        guard let scalar = Unicode.Scalar(0x2800 + UInt32(cells[y * width + x])) else { continue }
        buffer.put(
          String(Character(scalar)), x: area.x + x, y: area.y + y, style: Style(roles[y * width + x]),
          clip: area)
      }
    }
  }
}
