import Canvas

/// How large a line of a kiosk is drawn.
struct BigSize: Hashable, Sendable {
  /// The bitmaps; nil for ordinary text.
  var font: DotFont?
  /// Whether letters are condensed to half their width.
  var isNarrow = false
  /// The height of a dot in half rows.
  var scale = 1

  /// Ordinary text, one row.
  static let plain = BigSize()

  /// The height in rows.
  var rows: Int { font.map { ($0.height * scale + 1) / 2 } ?? 1 }

  /// The columns between two pieces of a line, about those of a digit and at least three.
  var gap: Int {
    guard let font else { return 2 }
    return max(3, font.digit * scale / (isNarrow ? 2 : 1) * 2 / 3)
  }

  /// The columns within a block on either side of its text.
  var padding: Int { font == nil ? 1 : max(2, gap / 2) }

  /// Returns the sizes of a terminal, from the lowest to the highest, of equally high ones the narrower first.
  ///
  /// ASCII has no half rows, so it allows even scales only.
  static func allowed(_ glyphs: Glyphs) -> [BigSize] {
    let scales = glyphs.isASCII ? [2] : [1, 2, 3]
    let large = scales.flatMap { scale in
      [DotFont.low, .high].flatMap { font in
        [true, false].map { BigSize(font: font, isNarrow: $0, scale: scale) }
      }
    }
    return [.plain] + large
  }
}
