/// Lines of text, wrapped to their area and scrolled.
package struct TextBlock: Sendable {
  /// The lines before wrapping.
  package var lines: [Line]
  /// First visible wrapped row; a value past the end shows the last page.
  package var scroll: Int
  /// Blanks before continuation rows.
  package var indent: Int

  /// Creates a block; `scroll` is the number of wrapped lines above the first shown one.
  package init(_ lines: [Line], scroll: Int = 0, indent: Int = 2) {
    self.lines = lines
    self.scroll = scroll
    self.indent = indent
  }

  /// Returns the lines wrapped to `width` cells.
  package func rows(width: Int) -> [Line] {
    lines.flatMap { $0.wrapped(to: width, indent: indent) }
  }

  /// Returns the largest useful scroll position, in rows.
  package func maximumScroll(in area: Rect) -> Int {
    max(0, rows(width: area.width).count - area.height)
  }

  /// Draws the rows that fit, and a mark at the lower right if more follow; a last row that reaches the mark is cut.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    let rows = rows(width: area.width)
    let first = min(max(0, scroll), max(0, rows.count - area.height))
    let hasMore = rows.count - first > area.height && area.width > 2
    for (row, line) in rows.dropFirst(first).prefix(area.height).enumerated() {
      let isCut = hasMore && row == area.height - 1 && line.columns > area.width - 1
      buffer.put(
        line, in: isCut ? area.splitLeft(area.width - 2).left : area, row: row, ellipsis: glyphs.ellipsis)
    }
    if hasMore {
      buffer.put(glyphs.more, x: area.right - 1, y: area.bottom - 1, style: Style(.accent), clip: area)
    }
  }
}
