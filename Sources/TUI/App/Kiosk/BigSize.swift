import Canvas

/// How large a line of a kiosk is drawn.
enum BigSize: Hashable, Sendable {
  /// As ordinary text, one row.
  case plain
  /// Only the figures are large: a dot is `scale` columns wide and half as many rows high. The words beside them are
  /// ordinary text.
  case figures(Int)
  /// Words and figures are large: 16 columns x 8 rows for a Chinese character at scale 1, twice that at 2.
  case words(Int)

  /// The height in rows.
  var rows: Int {
    switch self {
    case .plain: 1
    case .figures(let scale): (7 * scale + 1) / 2
    case .words(let scale): 8 * scale
    }
  }

  /// Whether words are large.
  var hasWords: Bool {
    if case .words = self { true } else { false }
  }

  /// The columns between two pieces of a line.
  var gap: Int {
    switch self {
    case .plain: 1
    case .figures: 2
    case .words(let scale): 4 * scale
    }
  }

  /// Returns the sizes that a screen allows, from the lowest to the highest.
  ///
  /// Words are large only from 120 x 36 cells: below, they would leave no room for anything else. ASCII has no half rows, so
  /// it allows even scales of figures only.
  static func allowed(width: Int, height: Int, _ glyphs: Glyphs) -> [BigSize] {
    guard !glyphs.isASCII else { return [.plain, .figures(2), .figures(4)] }
    guard width >= 120, height >= 36 else { return [.plain, .figures(1), .figures(2), .figures(3)] }
    return [.plain, .words(1), .words(2), .words(3)]
  }
}
