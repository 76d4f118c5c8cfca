import CData

/// A bitmap font for words and figures that are readable from across a room.
package enum DotFont: Int, Hashable, Sendable {
  /// Chinese characters of 12 x 12 dots, letters of at most 6 x 12.
  case low = 12
  /// Chinese characters of 16 x 16 dots, letters of at most 8 x 16.
  case high = 16

  /// The height in dots.
  package var height: Int { rawValue }
  /// The width of a digit in dots; digits are of one width, so that figures below each other are in columns.
  package var digit: Int { rawValue / 2 }
}

/// Text as a grid of dots.
package struct DotText: Equatable, Sendable {
  /// The rows of dots from the top, all of one width.
  package private(set) var rows: [[Bool]]

  /// The width in dots.
  package var width: Int { rows.first?.count ?? 0 }

  /// A blank as wide as a digit, for figures of fewer digits than those above and below.
  package static let digitSpace: Character = "\u{2007}"

  /// Text in a font; nil if it has no dots or a character without a bitmap. Chinese characters and digits keep their width, letters and signs
  /// are as wide as their dots.
  package init?(_ text: String, _ font: DotFont) {
    guard let width = DotText.width(of: text, font) else { return nil }
    rows = Array(repeating: Array(repeating: false, count: width), count: font.height)
    var column = 0
    _ = DotText.layOut(text, font) { gap, record, dots in
      column += gap
      for row in 0..<font.height {
        let bits = UInt16(record[3 + 2 * row]) << 8 | UInt16(record[4 + 2 * row])
        for dot in dots where bits & (0x8000 >> UInt16(dot)) != 0 {
          rows[row][column + dot - dots.lowerBound] = true
        }
      }
      column += dots.count
    }
  }

  /// Returns the width of a text in dots; nil if it has none or a character without a bitmap.
  package static func width(of text: String, _ font: DotFont) -> Int? {
    layOut(text, font) { _, _, _ in }
  }

  /// Calls `body` for each character with the blank dots before it, its record, and the columns of dots that it takes.
  ///
  /// - Returns: the width in dots; nil if it is 0 or a character has no bitmap.
  private static func layOut(
    _ text: String, _ font: DotFont, _ body: (Int, UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) -> Int? {
    let table = qj_font(font.height)
    var (width, gap) = (0, 0)
    var (isAfterLetter, isAfterDigit) = (false, false)
    for character in text {
      guard character != " ", character != digitSpace else {
        gap += character == " " ? font.digit - 2 : font.digit
        (isAfterLetter, isAfterDigit) = (false, false)
        continue
      }
      guard let record = record(of: character, table) else { return nil }
      let isDigit = ("0"..."9").contains(character)
      let isLetter = isProportional(character)
      // A column is free after each letter, and where letters or digits and Chinese characters meet.
      if isAfterLetter || (isLetter ? width > 0 && gap == 0 : isAfterDigit && !isDigit) { gap += 1 }
      let dots = isLetter ? ink(of: record, font) : 0..<Int(record[2])
      body(gap, record, dots)
      width += gap + dots.count
      (isAfterLetter, isAfterDigit, gap) = (isLetter, isDigit, 0)
    }
    return width > 0 ? width + gap : nil
  }

  /// Returns the columns of a character with dots.
  private static func ink(of record: UnsafeBufferPointer<UInt8>, _ font: DotFont) -> Range<Int> {
    var ink: UInt16 = 0
    for row in 0..<font.height { ink |= UInt16(record[3 + 2 * row]) << 8 | UInt16(record[4 + 2 * row]) }
    return ink == 0 ? 0..<1 : ink.leadingZeroBitCount..<16 - ink.trailingZeroBitCount
  }

  /// Whether a character is as wide as its dots, followed by a column without dots.
  private static func isProportional(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return !("0"..."9").contains(character) && scalar.value < 0x2E80
  }

  /// Returns the columns of a number of dots.
  ///
  /// - Parameters:
  ///   - width: the number of dots.
  ///   - scale: the height of a dot in half rows.
  ///   - isNarrow: whether a dot is half as wide as it is high.
  package static func columns(ofDots width: Int, scale: Int, isNarrow: Bool) -> Int {
    (width * scale * (isNarrow ? 1 : 2) + 1) / 2
  }

  /// Draws dots in cells of two by two.
  ///
  /// - Parameters:
  ///   - scale: the height of a dot in half rows; even in ASCII, which has no half rows.
  ///   - isNarrow: whether a dot is half as wide as it is high.
  ///   - x: the column of the first dot.
  ///   - offset: the half rows between the top of `area` and the first dot.
  ///   - area: the area to which the dots are clipped.
  ///   - style: the style of the dots.
  ///   - buffer: the frame.
  ///   - glyphs: the characters that the terminal can draw.
  package func render(
    scale: Int, isNarrow: Bool, x: Int, offset: Int = 0, in area: Rect, style: Style,
    into buffer: inout Buffer,
    glyphs: Glyphs
  ) {
    let across = scale * (isNarrow ? 1 : 2)
    for row in 0..<(rows.count * scale + offset + 1) / 2 {
      for column in 0..<DotText.columns(ofDots: width, scale: scale, isNarrow: isNarrow) {
        var quarter = 0
        for (bit, place) in [(0, 0), (1, 0), (0, 1), (1, 1)].enumerated() {
          let y = 2 * row + place.1 - offset
          if y >= 0, isSet(row: y / scale, column: (2 * column + place.0) / across) { quarter |= 1 << bit }
        }
        guard quarter != 0 else { continue }
        let glyph = glyphs.isASCII ? "#" : DotText.quarters[quarter]
        buffer.put(glyph, x: x + column, y: area.y + row, style: style, clip: area)
      }
    }
  }

  /// The cells of two by two dots: bit 0 is the upper left one, then the upper right, lower left and lower right.
  private static let quarters = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".map(String.init)

  /// Returns the dot in a row and column; false outside the grid.
  private func isSet(row: Int, column: Int) -> Bool {
    rows.indices.contains(row) && rows[row].indices.contains(column) && rows[row][column]
  }

  /// Returns the record of a character; nil if the font has none.
  private static func record(of character: Character, _ font: qj_font_t) -> UnsafeBufferPointer<UInt8>? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      let records = font.records
    else { return nil }
    var low = 0
    var high = font.count
    while low < high {
      let middle = (low + high) / 2
      let record = UnsafeBufferPointer(start: records + middle * font.size, count: font.size)
      let code = UInt32(record[0]) | UInt32(record[1]) << 8
      if code == scalar.value { return record }
      if code < scalar.value { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
