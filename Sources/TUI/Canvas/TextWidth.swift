/// Measures text in terminal columns, and cleans and cuts it accordingly.
///
/// Widths are those of the C library, because the terminal library uses them: the sum over scalars, with 0 for
/// combining marks, 2 for East Asian wide and fullwidth forms, and 1 for everything else. Ambiguous characters take 1.
package enum TextWidth {
  /// The position of padded text within its columns.
  package enum Alignment: Sendable {
    case left, centre, right
  }

  /// Returns the columns of one character of cleaned text: 1 or 2.
  ///
  /// For other characters it returns the sum over their scalars, with 0 for controls and format characters.
  package static func columns(of character: Character) -> Int {
    var sum = 0
    for scalar in character.unicodeScalars {
      sum += plainColumns(scalar) ?? columns(of: scalar)
    }
    return sum
  }

  /// Returns the columns that `text` takes once it is cleaned; it need not be clean.
  package static func columns(of text: String) -> Int {
    if let plain = plainColumns(text) { return plain }
    return cleaned(text).unicodeScalars.reduce(0) { $0 + (plainColumns($1) ?? columns(of: $1)) }
  }

  /// Cuts `text` to at most `columns` columns. The result is clean and may be one column shorter, because a wide
  /// character is never cut.
  ///
  /// - Parameters:
  ///   - text: the text to cut.
  ///   - columns: 0 or less returns an empty string.
  ///   - ellipsis: whether `mark` indicates a cut, within the columns.
  ///   - mark: omitted if it is wider than `columns`; use ".." where "…" cannot be shown.
  package static func fitted(
    _ text: String, to columns: Int, ellipsis: Bool = true, mark: String = "…"
  ) -> String {
    let clean = cleaned(text)
    if self.columns(of: clean) <= columns { return clean }
    let mark = ellipsis && self.columns(of: mark) <= columns ? cleaned(mark) : ""
    var room = columns - self.columns(of: mark)
    let kept = clean.prefix { character in
      room -= self.columns(of: character)
      return room >= 0
    }
    return kept + mark
  }

  /// Cuts like ``fitted(_:to:ellipsis:mark:)`` and adds spaces, so that the result takes exactly `columns` columns.
  package static func padded(
    _ text: String, to columns: Int, alignment: Alignment = .left, ellipsis: Bool = true, mark: String = "…"
  ) -> String {
    let text = fitted(text, to: columns, ellipsis: ellipsis, mark: mark)
    let spare = max(0, columns - self.columns(of: text))
    let before =
      switch alignment {
      case .left: 0
      case .centre: spare / 2
      case .right: spare
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
  }

  /// Returns the columns of text that contains only printable ASCII, Chinese characters and common punctuation, so that
  /// every scalar is a clean character of its own; nil for any other text.
  static func plainColumns(_ text: String) -> Int? {
    var sum = 0
    for scalar in text.unicodeScalars {
      guard let columns = plainColumns(scalar) else { return nil }
      sum += columns
    }
    return sum
  }

  private static func plainColumns(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF: 1
    case 0x3400...0x9FFC, 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF: 2
    case 0xFF01...0xFF60: 2
    // Dashes, quotes, the ellipsis, comparison signs, box drawing and blocks.
    case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x21FF, 0x2200...0x22FF, 0x2500...0x25FC: 1
    default: nil
    }
  }

  /// Returns the columns of a scalar as the C library counts them; 0 if it reports none.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if isWide(scalar) { return 2 }
    if isTail(scalar) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return 1
    }
  }
}
