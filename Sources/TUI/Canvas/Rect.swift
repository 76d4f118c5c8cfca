/// A rectangle of terminal cells: the origin in columns and rows from the top left, sizes in cells, never negative.
package struct Rect: Equatable, Sendable {
  /// The leftmost column, counted from 0.
  package var x: Int
  /// The topmost row, counted from 0.
  package var y: Int
  /// The width in cells, not negative.
  package var width: Int
  /// The height in cells, not negative.
  package var height: Int

  /// Negative sizes become zero.
  package init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Whether it contains no cell.
  package var isEmpty: Bool { width == 0 || height == 0 }
  /// The column after the last one.
  package var right: Int { x + width }
  /// The row after the last one.
  package var bottom: Int { y + height }

  /// Returns whether the rectangle contains the cell at (`x`, `y`).
  package func contains(x: Int, y: Int) -> Bool {
    x >= self.x && x < right && y >= self.y && y < bottom
  }

  /// Returns the part that both rectangles share; empty if they do not overlap.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// Returns the rectangle without a margin of `columns` left and right and `rows` above and below, all in cells.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Splits off the first `count` rows. A `count` above the height returns the whole rectangle and an empty rest.
  package func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: height - cut)
    )
  }

  /// Splits off the last `count` rows.
  package func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(height - min(max(0, count), height))
    return (rest, bottom)
  }

  /// Splits off the first `count` columns.
  package func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: width - cut, height: height)
    )
  }
}
