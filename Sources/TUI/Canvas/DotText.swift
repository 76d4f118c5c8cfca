import CData

/// Text as a grid of dots, for words and figures that are readable from across a room.
package struct DotText: Equatable, Sendable {
  /// The rows of dots from the top, all of one width.
  package private(set) var rows: [[Bool]]

  /// The width in dots.
  package var width: Int { rows.first?.count ?? 0 }

  private static let wordRows = 16
  private static let figureRows = 7

  /// A figure: digits of 5 x 7 dots with one column between them, 7 rows; nil if a character is neither a digit nor a
  /// sign of figures.
  package init?(figure text: String) {
    guard DotText.isFigure(text) else { return nil }
    rows = Array(repeating: [], count: DotText.figureRows)
    for character in text {
      guard let shape = DotText.shapes[character] else { return nil }
      for row in rows.indices {
        if !rows[row].isEmpty { rows[row].append(false) }
        rows[row] += shape[row]
      }
    }
  }

  /// Words: the bitmaps of GNU Unifont, 16 rows, 8 columns for a narrow character and 16 for a wide one; nil if a character
  /// is neither of ASCII nor of GB 2312. A figure is drawn in its own digits, twice as large, so that it is as high as words.
  package init?(words text: String) {
    guard !text.isEmpty else { return nil }
    rows = Array(repeating: [], count: DotText.wordRows)
    if let figure = DotText(figure: text) {
      for row in figure.rows.indices {
        let doubled = figure.rows[row].flatMap { [$0, $0] }
        rows[2 * row + 1] = doubled
        rows[2 * row + 2] = doubled
      }
      rows[0] = Array(repeating: false, count: 2 * figure.width)
      rows[15] = rows[0]
      return
    }
    for character in text {
      guard let record = DotText.record(of: character) else { return nil }
      let width = Int(record[2])
      for row in rows.indices {
        let bits = UInt16(record[3 + 2 * row]) << 8 | UInt16(record[4 + 2 * row])
        for column in 0..<width { rows[row].append(bits & (0x8000 >> UInt16(column)) != 0) }
      }
    }
  }

  /// Returns whether a text consists of digits and the signs of figures; a text with a space is a word.
  package static func isFigure(_ text: String) -> Bool {
    !text.isEmpty && text.contains(where: \.isNumber) && text.allSatisfy { shapes[$0] != nil }
  }

  /// Draws each dot `scale` columns wide and half as many rows high, since cells are about twice as high as wide.
  ///
  /// - Parameters:
  ///   - scale: the columns of a dot; even in ASCII, which has no half rows.
  ///   - x: the column of the first dot.
  ///   - area: the area whose top is the first row of dots, and to which they are clipped.
  ///   - style: the style of the dots.
  ///   - buffer: the frame.
  ///   - glyphs: the characters that the terminal can draw.
  package func render(
    scale: Int, x: Int, in area: Rect, style: Style, into buffer: inout Buffer, glyphs: Glyphs
  ) {
    for row in 0..<(rows.count * scale + 1) / 2 {
      for column in 0..<width {
        let upper = isSet(row: 2 * row / scale, column: column)
        let lower = isSet(row: (2 * row + 1) / scale, column: column)
        guard upper || lower else { continue }
        let glyph = glyphs.isASCII ? "#" : upper && lower ? "█" : upper ? "▀" : "▄"
        buffer.put(
          String(repeating: glyph, count: scale), x: x + column * scale, y: area.y + row, style: style,
          clip: area)
      }
    }
  }

  /// Returns the dot in a row and column; false outside the grid.
  private func isSet(row: Int, column: Int) -> Bool {
    rows.indices.contains(row) && rows[row].indices.contains(column) && rows[row][column]
  }

  /// Returns the record of a character in the embedded font; nil if it has none.
  private static func record(of character: Character) -> UnsafeBufferPointer<UInt8>? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      let font = qj_font()
    else { return nil }
    let size = qj_font_record
    var low = 0
    var high = qj_font_count
    while low < high {
      let middle = (low + high) / 2
      let record = UnsafeBufferPointer(start: font + middle * size, count: size)
      let code = UInt32(record[0]) | UInt32(record[1]) << 8
      if code == scalar.value { return record }
      if code < scalar.value { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static let shapes: [Character: [[Bool]]] = drawings.mapValues { drawing in
    drawing.split(separator: " ").map { row in row.map { $0 == "#" } }
  }

  private static let drawings: [Character: String] = [
    "0": ".###. #...# #...# #...# #...# #...# .###.",
    "1": "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
    "2": ".###. #...# ....# ...#. ..#.. .#... #####",
    "3": "##### ...#. ..#.. ...#. ....# #...# .###.",
    "4": "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
    "5": "##### #.... ####. ....# ....# #...# .###.",
    "6": "..##. .#... #.... ####. #...# #...# .###.",
    "7": "##### ....# ...#. ..#.. .#... .#... .#...",
    "8": ".###. #...# #...# .###. #...# #...# .###.",
    "9": ".###. #...# #...# .#### ....# ...#. .##..",
    ".": ". . . . . . #", ",": ".. .. .. .. .. .# #.", ":": ". . # . # . .",
    "-": "... ... ... ### ... ... ...", "+": "..... ..#.. ..#.. ##### ..#.. ..#.. .....",
    "/": "...# ...# ..#. ..#. .#.. .#.. #...",
    "%": "##..# ##..# ...#. ..#.. .#... #..## #..##",
    ">": "#... .#.. ..#. ...# ..#. .#.. #...", "<": "...# ..#. .#.. #... .#.. ..#. ...#",
    "=": ".... .... #### .... #### .... ....",
    "≥": "#.... .#... ..#.. .#... #.... ..... #####", "≤": "....# ...#. ..#.. ...#. ....# ..... #####",
    "≈": "..... .#..# #.##. ..... .#..# #.##. .....",
  ]
}
