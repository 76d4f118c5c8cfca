/// A history as upright columns with their values above and their periods below.
public struct ColumnChart: Sendable {
  public struct Point: Sendable {
    public var value: Double
    public var label: String
    public var caption: String
    public var role: Role
    /// A level that was not reached, drawn as an outline: a target, a scenario.
    public var isOutline: Bool

    public init(
      _ value: Double, label: String, caption: String, role: Role = .accent, isOutline: Bool = false
    ) {
      self.value = value
      self.label = label
      self.caption = caption
      self.role = role
      self.isOutline = isOutline
    }

    /// What the column shows: nothing for values below zero and for those that are no number.
    fileprivate var height: Double { value.isFinite ? max(0, value) : 0 }
  }

  public var points: [Point]

  public init(_ points: [Point]) { self.points = points }

  /// Needs four rows and ten columns a point; draws the last points that fit, all from zero.
  public func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    let slot = 10
    guard area.height >= 4, area.width >= slot, !points.isEmpty else { return }
    let shown = points.suffix(area.width / slot)
    let top = shown.map(\.height).max() ?? 0
    guard top > 0 else { return }
    let room = area.height - 2
    let steps = glyphs.levels.count
    for (index, point) in shown.enumerated() {
      let x = area.x + index * slot
      let units = Int((point.height / top * Double(room * steps)).rounded())
      let height = (units + steps - 1) / steps
      for row in 0..<height {
        let level = min(steps, units - row * steps)
        guard level > 0 else { continue }
        let outline: Character = glyphs.isASCII ? ":" : "░"
        let glyph = point.isOutline ? outline : glyphs.levels[level - 1]
        buffer.put(
          String(repeating: glyph, count: 5), x: x + 2, y: area.bottom - 2 - row, style: Style(point.role),
          clip: area)
      }
      buffer.put(
        TextWidth.padded(point.label, to: slot - 1, alignment: .centre, mark: glyphs.ellipsis), x: x,
        y: area.bottom - 2 - height, style: Style(.strong), clip: area)
      buffer.put(
        TextWidth.padded(point.caption, to: slot - 1, alignment: .centre, mark: glyphs.ellipsis), x: x,
        y: area.bottom - 1, style: Style(.muted), clip: area)
    }
  }
}
