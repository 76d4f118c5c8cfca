import Canvas

/// A line of pieces, each in one style, that can be drawn in several sizes.
struct BigLine: Equatable, Sendable {
  /// A word, or a figure alone.
  struct Piece: Equatable, Sendable {
    /// The text of the piece.
    var text: String
    /// The colour of the text; of the block behind it if it is one.
    var role: Role
    /// Whether the text is left out of a block of its colour.
    var isBlock = false
    /// Whether it ends at the right of its column, as figures do.
    var isTrailing = false
  }

  /// The pieces from left to right, with a gap between them.
  var pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// Whether a piece is a block.
  var hasBlock: Bool { pieces.contains(where: \.isBlock) }

  /// Returns the width of each piece in columns; nil if one cannot be drawn in the size.
  func widths(_ size: BigSize) -> [Int]? {
    var widths: [Int] = []
    for piece in pieces {
      guard let width = piece.columns(size) else { return nil }
      widths.append(width)
    }
    return widths
  }

  /// Returns the height in rows: a large block is a row higher than its text.
  func rows(_ size: BigSize) -> Int { size.rows + (size.font != nil && hasBlock ? 1 : 0) }

  /// Draws from the left of `area`, the text in the middle of its height; ordinary text is cut with an ellipsis.
  ///
  /// - Parameters:
  ///   - size: the size of all pieces.
  ///   - columns: the width of each piece, or more where it stands in a column.
  ///   - area: the area to which the pieces are clipped.
  ///   - buffer: the frame.
  ///   - glyphs: the characters that the terminal can draw.
  func render(_ size: BigSize, columns: [Int], in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    var x = area.x
    for (piece, columns) in zip(pieces, columns) {
      let place = Rect(x: x, y: area.y, width: columns, height: area.height).intersection(area)
      x += columns + size.gap
      guard !piece.text.isEmpty else { continue }
      if piece.isBlock { buffer.fill(place, style: piece.style) }
      let inside = place.inset(columns: piece.isBlock ? size.padding : 0)
      let width = (piece.columns(size) ?? 0) - (piece.isBlock ? 2 * size.padding : 0)
      let left = piece.isTrailing ? max(inside.x, inside.right - width) : inside.x
      if let font = size.font, let dots = DotText(piece.text, font) {
        // ASCII has no half rows.
        let offset = max(0, 2 * area.height - font.height * size.scale) / 2
        dots.render(
          scale: size.scale, isNarrow: size.isNarrow, x: left,
          offset: glyphs.isASCII ? offset / 2 * 2 : offset,
          in: place, style: piece.style, into: &buffer, glyphs: glyphs)
      } else {
        let row = Rect(x: left, y: area.y + (area.height - 1) / 2, width: inside.right - left, height: 1)
        buffer.put(
          Line([Span(piece.plainText, piece.style)]), in: row.intersection(area), ellipsis: glyphs.ellipsis)
      }
    }
  }

  /// Returns a line of one word broken into at most `limit` lines of `columns`: between words, or between Chinese characters;
  /// nil if it would need more, or cannot be drawn.
  func broken(_ size: BigSize, to columns: Int, limit: Int) -> [BigLine]? {
    guard let piece = pieces.first, pieces.count == 1 else { return nil }
    let length = TextWidth.columns(of: piece.text)
    // Letters are of different widths: the lines are made shorter until each fits.
    for room in stride(from: length, through: max(2, length / limit), by: -1) {
      let lines = Line(piece.text).wrapped(to: room).map { line in
        var part = piece
        part.text = line.text
        while part.text.last == " " { part.text.removeLast() }
        return BigLine([part])
      }
      guard lines.count <= limit else { return nil }
      if lines.allSatisfy({ ($0.widths(size)?.first).map { $0 <= columns } ?? false }) { return lines }
    }
    return nil
  }
}

extension BigLine.Piece {
  /// The style of the text; of a block as well.
  fileprivate var style: Style { Style(role, on: .plain, isBlock ? [.bold, .reverse] : .bold) }

  /// The text without blanks of dots.
  fileprivate var plainText: String { String(text.map { $0 == DotText.digitSpace ? " " : $0 }) }

  /// Returns the width in columns; nil if it cannot be drawn in the size.
  func columns(_ size: BigSize) -> Int? {
    guard !text.isEmpty else { return 0 }
    let padding = isBlock ? 2 * size.padding : 0
    guard let font = size.font else { return TextWidth.columns(of: plainText) + padding }
    return DotText.width(of: text, font).map {
      DotText.columns(ofDots: $0, scale: size.scale, isNarrow: size.isNarrow) + padding
    }
  }

  /// A word, or a figure alone.
  static func text(_ text: String, _ role: Role = .strong) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role)
  }

  /// A figure in a column of figures.
  static func figure(_ text: String, _ role: Role = .strong) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role, isTrailing: true)
  }

  /// A state: sign and word left out of a block of its colour.
  static func block(_ text: String, _ role: Role) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role, isBlock: true)
  }
}
