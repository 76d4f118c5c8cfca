/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// The drawn character: a base with its combining marks. Blank in the right half of a wide character.
  package var glyph: Character
  /// Columns that `glyph` covers: 1, or 2 for a wide character, or 0 in the right half of one.
  package var width: UInt8
  /// The colours and attributes.
  package var style: Style

  /// A cell of one blank.
  package static let blank = Cell(glyph: " ", width: 1, style: Style())
}

/// A frame: rows x columns of cells, repainted completely each time. The terminal sends the differences.
///
/// Drawing cleans and clips all text: no coordinate can leave the buffer, no wide character is cut (a remaining half
/// becomes a blank), and no control character gets into a cell.
package struct Buffer: Equatable, Sendable {
  /// The width in cells.
  package let width: Int
  /// The height in cells.
  package let height: Int
  /// The cells in row order, `width * height` of them.
  package private(set) var cells: [Cell]
  /// The clickable areas, the topmost last.
  var clickAreas: [ClickArea] = []
  /// The visible rows of its lists. Before drawing, those of the previous frame.
  package var lists = ListWindows()

  /// Creates a blank buffer. Sizes are in cells; negative ones become 0.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  /// The whole buffer as a rectangle.
  package var area: Rect { Rect(width: width, height: height) }

  /// The cell at a position; nil outside the buffer.
  package subscript(x: Int, y: Int) -> Cell? {
    guard x >= 0, x < width, y >= 0, y < height else { return nil }
    return cells[y * width + x]
  }

  /// Draws `text` from (`x`, `y`) to the right, inside `clip` (the whole buffer if nil).
  ///
  /// - Returns: the columns of the text, including those clipped on the left.
  @discardableResult
  package mutating func put(_ text: String, x: Int, y: Int, style: Style = Style(), clip: Rect? = nil) -> Int
  {
    let bounds = clip.map { $0.intersection(area) } ?? area
    var column = x
    for glyph in TextWidth.cleaned(text) {
      let columns = TextWidth.columns(of: glyph)
      guard columns > 0 else { continue }
      if column >= bounds.right { break }
      if y >= bounds.y, y < bounds.bottom, column >= bounds.x {
        if column + columns <= bounds.right {
          set(glyph, columns: columns, x: column, y: y, style: style)
        } else {
          set(" ", columns: 1, x: column, y: y, style: style)
        }
      } else if columns == 2, column + 1 == bounds.x, bounds.width > 0, y >= bounds.y, y < bounds.bottom {
        set(" ", columns: 1, x: bounds.x, y: y, style: style)
      }
      column += columns
    }
    return column - x
  }

  /// Fills `rect` with one narrow character.
  package mutating func fill(_ rect: Rect, with glyph: Character = " ", style: Style = Style()) {
    let inside = rect.intersection(area)
    for y in inside.y..<max(inside.y, inside.bottom) {
      for x in inside.x..<max(inside.x, inside.right) {
        set(glyph, columns: 1, x: x, y: y, style: style)
      }
    }
  }

  /// Changes the style of the cells in `rect` and keeps their text.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let inside = rect.intersection(area)
    for y in inside.y..<max(inside.y, inside.bottom) {
      for x in inside.x..<max(inside.x, inside.right) {
        change(&cells[y * width + x].style)
      }
    }
  }

  /// The text of each row without trailing blanks, for tests and plain output.
  package var lines: [String] {
    (0..<height).map { y in
      var line = ""
      for x in 0..<width where cells[y * width + x].width > 0 {
        line.append(cells[y * width + x].glyph)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private mutating func set(_ glyph: Character, columns: Int, x: Int, y: Int, style: Style) {
    let index = y * width + x
    clearHalf(at: index, x: x)
    if columns == 2 {
      clearHalf(at: index + 1, x: x + 1)
      cells[index] = Cell(glyph: glyph, width: 2, style: style)
      cells[index + 1] = Cell(glyph: " ", width: 0, style: style)
    } else {
      cells[index] = Cell(glyph: glyph, width: 1, style: style)
    }
  }

  /// Blanks the other half of the wide character that covers this cell, before it is overwritten.
  private mutating func clearHalf(at index: Int, x: Int) {
    if cells[index].width == 0, x > 0 {
      cells[index - 1].glyph = " "
      cells[index - 1].width = 1
    } else if cells[index].width == 2, x + 1 < width {
      cells[index + 1].glyph = " "
      cells[index + 1].width = 1
    }
  }
}
