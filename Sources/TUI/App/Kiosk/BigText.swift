import Canvas

/// Figures that are readable from across a room: digits of 5 x 7 dots, each dot several cells large.
///
/// At scale 1 a dot is one column wide and half a row high, at scale 2 two columns and one row: terminal cells are
/// about twice as high as wide. ASCII has no half rows, so it supports only even scales.
struct BigText: Equatable, Sendable {
  var text: String
  var scale: Int
  var style: Style

  /// Returns the supported scales, the largest first.
  static func scales(_ glyphs: Glyphs) -> [Int] { glyphs.isASCII ? [4, 2] : [5, 4, 3, 2, 1] }

  /// Returns the largest scale at which all of `texts` fit into `columns` and `rows`; nil if none does, or if a text
  /// contains a character without a shape.
  static func scale(for texts: [String], columns: Int, rows: Int, _ glyphs: Glyphs) -> Int? {
    guard texts.allSatisfy(canDraw) else { return nil }
    return scales(glyphs).first { scale in
      self.rows(scale: scale) <= rows && texts.allSatisfy { self.columns(of: $0, scale: scale) <= columns }
    }
  }

  static func canDraw(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { shapes[$0] != nil } }

  static func columns(of text: String, scale: Int) -> Int {
    let dots = text.reduce(0) { $0 + (shapes[$1]?.first?.count ?? 0) + 1 }
    return max(0, dots - 1) * scale
  }

  static func rows(scale: Int) -> Int { (7 * scale + 1) / 2 }

  var columns: Int { BigText.columns(of: text, scale: scale) }
  var rows: Int { BigText.rows(scale: scale) }

  /// Draws from the top left of `area`, clipped to it.
  func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    var x = area.x
    for character in text {
      guard let shape = BigText.shapes[character] else { continue }
      for row in 0..<rows { draw(shape, row: row, x: x, area, &buffer, glyphs) }
      x += ((shape.first?.count ?? 0) + 1) * scale
    }
  }

  private func draw(
    _ shape: [[Bool]], row: Int, x: Int, _ area: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs
  ) {
    for (column, _) in (shape.first ?? []).enumerated() {
      let upper = isSet(shape, half: 2 * row, column)
      let lower = isSet(shape, half: 2 * row + 1, column)
      guard upper || lower else { continue }
      let glyph = glyphs.isASCII ? "#" : upper && lower ? "█" : upper ? "▀" : "▄"
      buffer.put(
        String(repeating: glyph, count: scale), x: x + column * scale, y: area.y + row, style: style,
        clip: area)
    }
  }

  /// - Parameter half: the position in half rows from the top.
  private func isSet(_ shape: [[Bool]], half: Int, _ column: Int) -> Bool {
    let dot = half / max(1, scale)
    return dot < shape.count && column < shape[dot].count && shape[dot][column]
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
    ".": ". . . . . . #", ",": ".. .. .. .. .. .# #.", ":": ". . # . # . .", " ": ".. .. .. .. .. .. ..",
    "-": "... ... ... ### ... ... ...", "+": "..... ..#.. ..#.. ##### ..#.. ..#.. .....",
    "/": "...# ...# ..#. ..#. .#.. .#.. #...",
    "%": "##..# ##..# ...#. ..#.. .#... #..## #..##",
    ">": "#... .#.. ..#. ...# ..#. .#.. #...", "<": "...# ..#. .#.. #... .#.. ..#. ...#",
    "=": ".... .... #### .... #### .... ....",
    "≥": "#.... .#... ..#.. .#... #.... ..... #####", "≤": "....# ...#. ..#.. ...#. ....# ..... #####",
    "≈": "..... .#..# #.##. ..... .#..# #.##. .....", "~": "..... ..... .#..# #.##. ..... ..... .....",
    "≠": "....# ...#. ##### ..#.. ##### .#... #....", "!": "# # # # # . #",
  ]
}
