import CSignals
import Glibc

/// Text as bytes in the charset of the adopted locale.
///
/// GB 18030 and its subsets are converted to, and on a terminal ASCII where the locale has no more; otherwise text is
/// UTF-8, which is what files and pipes expect.
package struct LocaleText: Sendable {
  private let isConverted: Bool

  package init() {
    // A pipe gets UTF-8 where the locale names no charset; a terminal would show it as garbage.
    isConverted = Charset.current == .chinese || (Charset.current == .ascii && isatty(STDOUT_FILENO) != 0)
  }

  /// What the charset lacks becomes the ASCII that looks most like it, or a `?` for each column.
  package func bytes(_ text: String) -> [UInt8] {
    guard isConverted, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  private func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
      return
    }
    var encoded = [UInt8](repeating: 0, count: Int(QJ_LONGEST))
    let count = qj_encode(scalar.value, &encoded)
    if count > 0 {
      bytes += encoded[..<count]
    } else if let ascii = Substitution.ascii(scalar) {
      bytes.append(UInt8(ascii.value))
    } else {
      bytes += Array(repeating: UInt8(ascii: "?"), count: TextWidth.columns(of: Character(scalar)))
    }
  }

  /// A line of a frame: what the charset lacks or draws in another width is replaced, so that no column moves.
  ///
  /// - Parameter hasWideAmbiguous: whether the terminal draws characters of ambiguous width in two cells; they become
  ///   ASCII then, as on the screen.
  package func aligned(_ line: String, hasWideAmbiguous: Bool = false) -> String {
    guard isConverted || hasWideAmbiguous else { return line }
    var result = String.UnicodeScalarView()
    for glyph in line {
      let columns = TextWidth.columns(of: glyph)
      if isConverted {
        result.append(contentsOf: Substitution.scalars(for: glyph, columns: columns))
      } else {
        result.append(contentsOf: LocaleText.narrow(glyph, columns: columns))
      }
    }
    return String(result)
  }

  /// What takes one cell although the terminal counts two for characters of ambiguous width.
  private static func narrow(_ glyph: Character, columns: Int) -> [Unicode.Scalar] {
    guard columns == 1, let first = glyph.unicodeScalars.first, AmbiguousWidth.contains(first) else {
      return Array(glyph.unicodeScalars)
    }
    return [Substitution.ascii(first) ?? "?"]
  }
}
