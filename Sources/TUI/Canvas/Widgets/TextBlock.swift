/// Lines of text, wrapped to their area and scrolled.
package struct TextBlock: Sendable {
  package var lines: [Line]
  /// First wrapped row that is shown; values past the end show the last page.
  package var scroll: Int
  /// Blanks before continued rows.
  package var indent: Int

  package init(_ lines: [Line], scroll: Int = 0, indent: Int = 2) {
    self.lines = lines
    self.scroll = scroll
    self.indent = indent
  }

  package func rows(width: Int) -> [Line] {
    lines.flatMap { $0.wrapped(to: width, indent: indent) }
  }

  /// The largest scroll position that makes sense.
  package func maximumScroll(in area: Rect) -> Int {
    max(0, rows(width: area.width).count - area.height)
  }

  /// Draws the rows that fit, and a mark at the lower right while there is more; a last row that reaches it gives
  /// way.
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
