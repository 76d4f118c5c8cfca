import Canvas

/// A box with a name in its upper edge, remarks in both edges, and lines inside. Its edges are heavy while it is
/// selected.
package struct ParkPanelBox: Sendable {
  var title: Line
  /// To the right in the upper edge.
  var remark = Line("")
  /// To the right in the lower edge, longest first.
  var feet: [Line] = []
  var isSelected = false

  /// Creates a box without lines.
  package init(title: Line, remark: Line = Line(""), feet: [Line] = [], isSelected: Bool = false) {
    (self.title, self.remark, self.feet, self.isSelected) = (title, remark, feet, isSelected)
  }

  /// The characters of an edge: corners clockwise from the upper left, then the two directions.
  private struct Edge {
    var corners: [String]
    var horizontal: Character
    var vertical: String

    static let light = Edge(corners: ["┌", "┐", "┘", "└"], horizontal: "─", vertical: "│")
    static let heavy = Edge(corners: ["┏", "┓", "┛", "┗"], horizontal: "━", vertical: "┃")
    static let ascii = Edge(corners: ["+", "+", "+", "+"], horizontal: "-", vertical: "|")
    static let asciiHeavy = Edge(corners: ["#", "#", "#", "#"], horizontal: "=", vertical: "#")
  }

  /// Returns the area for the lines inside: without the edges and a blank column on either side.
  static func inside(_ area: Rect) -> Rect { area.inset(columns: 2, rows: 1) }

  /// Draws the box. An area smaller than four columns by two rows stays empty.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard area.width >= 4, area.height >= 2 else { return }
    let edge: Edge =
      glyphs.isASCII ? (isSelected ? .asciiHeavy : .ascii) : (isSelected ? .heavy : .light)
    let style = Style(isSelected ? .accent : .border)
    buffer.fill(area)
    let (top, rest) = area.splitTop(1)
    let (middle, bottom) = rest.splitBottom(1)
    buffer.fill(top, with: edge.horizontal, style: style)
    buffer.fill(bottom, with: edge.horizontal, style: style)
    for y in middle.y..<max(middle.y, middle.bottom) {
      buffer.put(edge.vertical, x: area.x, y: y, style: style, clip: area)
      buffer.put(edge.vertical, x: area.right - 1, y: y, style: style, clip: area)
    }
    let corners = [
      (area.x, area.y), (area.right - 1, area.y), (area.right - 1, area.bottom - 1),
      (area.x, area.bottom - 1),
    ]
    for (glyph, place) in zip(edge.corners, corners) {
      buffer.put(glyph, x: place.0, y: place.1, style: style, clip: area)
    }
    drawTitle(top, &buffer, glyphs)
    if let foot = feet.first(where: { $0.columns > 0 && $0.columns <= area.width - 6 }) {
      put(foot, endingAt: bottom.right - 2, bottom, &buffer, glyphs)
    }
  }

  private func drawTitle(_ row: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    let room = Rect(x: row.x + 1, y: row.y, width: row.width - 2, height: 1)
    let width = min(title.columns, room.width - 2)
    guard width > 0 else { return }
    let slot = Rect(x: room.x, y: room.y, width: width + 2, height: 1)
    buffer.fill(slot, style: Style())
    buffer.put(title, in: slot.inset(columns: 1), ellipsis: glyphs.ellipsis)
    if isSelected {
      buffer.restyle(slot) { $0.background = .selection }
      buffer.put(glyphs.selected, x: slot.x, y: slot.y, style: Style(.accent, on: .selection), clip: slot)
    }
    guard remark.columns > 0, remark.columns + 3 <= room.right - slot.right else { return }
    put(remark, endingAt: row.right - 2, row, &buffer, glyphs)
  }

  /// Writes a line with a blank on either side. The last blank is in the column before `end`.
  private func put(_ line: Line, endingAt end: Int, _ row: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs) {
    let slot = Rect(x: end - line.columns - 2, y: row.y, width: line.columns + 2, height: 1)
    buffer.fill(slot, style: Style())
    buffer.put(line, in: slot.inset(columns: 1), ellipsis: glyphs.ellipsis)
  }
}
