/// A fraction as a bar, with a mark at the expected value.
///
/// Above 1 the bar extends to the value, and a mark shows where the whole ends. Filled in eighths of a cell, or in whole cells in ASCII.
package struct ProgressBar: Hashable, Sendable {
  /// A fraction; below 0 counts as 0, above 1 makes the bar longer than the whole.
  package var value: Double
  /// A larger fraction up to which the bar continues with a light filling; nil for none.
  package var extent: Double?
  /// The expected value on the same scale; nil draws no mark.
  package var pace: Double?
  /// The colour of the filled part.
  package var role: Role
  /// Whether a value too small to draw leaves a trace, the smallest mark of a cell, so that it does not look like zero.
  package var leavesTrace: Bool
  /// Whether the empty part is drawn: without data, an empty track would look like zero.
  package var hasTrack: Bool

  /// Creates a bar of `value` with a mark at `pace`, both fractions; a value above 1 rescales the bar.
  package init(
    value: Double, pace: Double? = nil, role: Role = .accent, leavesTrace: Bool = false, hasTrack: Bool = true
  ) {
    (self.value, self.pace, self.role, self.leavesTrace) = (value, pace, role, leavesTrace)
    self.hasTrack = hasTrack
  }

  /// Draws one row at the top of `area`.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.width > 0, area.height > 0, value.isFinite else { return }
    let scale = max(1, value)
    let filled = max(0, value) / scale * Double(area.width)
    let steps = glyphs.eighths.count
    let units = Int((filled * Double(steps)).rounded())
    let lit = extent.map { Int((min(max(0, $0), scale) / scale * Double(area.width)).rounded()) } ?? 0
    let isTrace = leavesTrace && value > 0 && units == 0
    let whole = min(area.width, units / steps)
    let part = units % steps
    for column in 0..<area.width {
      let glyph: Character
      let style: Style
      if isTrace, column == 0 {
        (glyph, style) = (glyphs.trace, Style(role))
      } else if column < whole {
        (glyph, style) = (glyphs.eighths[steps - 1], Style(role))
      } else if column == whole, part > 0 {
        (glyph, style) = (glyphs.eighths[part - 1], Style(role))
      } else if column < lit {
        (glyph, style) = (glyphs.shade, Style(.muted))
      } else {
        (glyph, style) = hasTrack ? (glyphs.track, Style(.track)) : (" ", Style(.plain))
      }
      buffer.put(String(glyph), x: area.x + column, y: area.y, style: style, clip: area)
    }
    if value > 1 { mark(1 / scale, glyphs.targetMark, area, &buffer) }
    if let pace, pace.isFinite { mark(pace / scale, glyphs.paceMark, area, &buffer) }
  }

  private func mark(_ fraction: Double, _ glyph: Character, _ area: Rect, _ buffer: inout Buffer) {
    let column = min(area.width - 1, Int(min(max(0, fraction), 1) * Double(area.width)))
    let covered = Double(column) + 0.5 < max(0, value) / max(1, value) * Double(area.width)
    buffer.put(
      String(glyph), x: area.x + column, y: area.y,
      style: Style(.paceMark, on: covered ? role : .plain, .bold), clip: area)
  }
}
