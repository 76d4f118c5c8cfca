import Canvas

/// A line of pieces, each in one style, that can be drawn in several sizes.
struct BigLine: Equatable, Sendable {
  /// A word, or a figure alone.
  struct Piece: Equatable, Sendable {
    /// How a piece is drawn beside the others.
    enum Form: Sendable {
      /// As large as the line.
      case large
      /// As large as the line, left out of a block of its colour.
      case block
      /// As ordinary text on the baseline; line feeds separate its rows.
      case small
    }

    /// The text of the piece.
    var text: String
    /// The colour of the text; of the block behind it if it is one.
    var role: Role
    /// How it is drawn.
    var form = Form.large
  }

  /// The pieces from left to right, with a gap between them.
  var pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces.filter { !$0.text.isEmpty } }

  /// Whether all of it is ordinary text in any size.
  private var isSmall: Bool { pieces.allSatisfy { $0.form == .small } }

  /// Returns the height in rows.
  func rows(_ size: BigSize) -> Int { isSmall ? 1 : size.rows }

  /// Returns the width in columns; nil if the line cannot be drawn in the size.
  ///
  /// - Parameter isPart: whether it is a part of a line, which need not have a large piece itself.
  func columns(_ size: BigSize, isPart: Bool = false) -> Int? {
    guard size == .plain || isPart || isSmall || pieces.contains(where: { dots(of: $0, size) != nil }) else {
      return nil
    }
    var sum = max(0, pieces.count - 1) * size.gap
    for piece in pieces {
      guard let columns = columns(of: piece, size) else { return nil }
      sum += columns
    }
    return sum
  }

  private func columns(of piece: Piece, _ size: BigSize) -> Int? {
    guard let dots = dots(of: piece, size) else {
      if case .words = size, piece.form != .small { return nil }
      let widest = piece.text.split(separator: "\n").map { TextWidth.columns(of: String($0)) }.max() ?? 0
      return widest + (piece.form == .block ? 2 : 0)
    }
    return dots.columns + (piece.form == .block ? 2 * size.gap / 2 : 0)
  }

  /// Returns the dots of a piece that is drawn large, their scale and the columns that they take; nil for ordinary text.
  private func dots(of piece: Piece, _ size: BigSize) -> (dots: DotText, scale: Int, columns: Int)? {
    guard piece.form != .small else { return nil }
    switch size {
    case .plain: return nil
    case .figures(let scale):
      return DotText(figure: piece.text).map { ($0, scale, $0.width * scale) }
    case .words(let scale): return DotText(words: piece.text).map { ($0, scale, $0.width * scale) }
    }
  }

  /// Draws from the top left of `area`, clipped to it; ordinary text is cut with an ellipsis.
  ///
  /// - Parameter column: the columns of the first piece if it is to be wider than its text.
  func render(
    _ size: BigSize, column: Int? = nil, in area: Rect, into buffer: inout Buffer, glyphs: Glyphs
  ) {
    guard size != .plain, !isSmall else { return renderPlain(in: area, into: &buffer, glyphs: glyphs) }
    var x = area.x
    for (index, piece) in pieces.enumerated() {
      let columns = columns(of: piece, size) ?? 0
      let place = Rect(x: x, y: area.y, width: columns, height: size.rows).intersection(area)
      let style = piece.style
      if piece.form == .block { buffer.fill(place, style: style) }
      let left = x + (piece.form == .block ? size.gap / 2 : 0)
      if let (dots, scale, _) = dots(of: piece, size) {
        dots.render(scale: scale, x: left, in: place, style: style, into: &buffer, glyphs: glyphs)
      } else {
        let rows = piece.text.split(separator: "\n")
        for (row, text) in rows.enumerated() {
          buffer.put(String(text), x: left, y: place.bottom - rows.count + row, style: style, clip: place)
        }
      }
      x += (index == 0 ? max(columns, column ?? 0) : columns) + size.gap
    }
  }

  private func renderPlain(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    let spans = pieces.enumerated().flatMap { index, piece in
      let text = String(piece.text.map { $0 == "\n" ? " " : $0 })
      let span = Span(piece.form == .block ? " \(text) " : text, piece.style)
      return index == 0 ? [span] : [Span(" "), span]
    }
    buffer.put(Line(spans), in: area, ellipsis: glyphs.ellipsis)
  }

  /// Returns a line of one word broken into lines of at most `columns`: between words, or between Chinese characters; nil if
  /// more than `limit` lines would be needed.
  func broken(to columns: Int, scale: Int, limit: Int) -> [BigLine]? {
    guard let piece = pieces.first, pieces.count == 1, self.columns(.words(scale)) != nil else { return nil }
    // A large character takes eight times the columns of an ordinary one.
    let lines = Line(piece.text).wrapped(to: columns / (8 * scale))
    guard lines.count <= limit else { return nil }
    return lines.map { line in
      var part = piece
      part.text = line.text
      while part.text.last == " " { part.text.removeLast() }
      return BigLine([part])
    }
  }
}

extension BigLine.Piece {
  /// The style of the text; of a block as well.
  fileprivate var style: Style {
    Style(role, on: .plain, form == .block ? [.bold, .reverse] : form == .small ? [] : .bold)
  }

  /// A word, or a figure alone.
  static func large(_ text: String, _ role: Role = .strong) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role)
  }

  /// A state: a word left out of a block of its colour.
  static func block(_ text: String, _ role: Role) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role, form: .block)
  }

  /// A remark in ordinary text.
  static func small(_ text: String, _ role: Role = .plain) -> BigLine.Piece {
    BigLine.Piece(text: text, role: role, form: .small)
  }
}
