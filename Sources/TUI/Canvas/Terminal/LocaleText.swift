import CSignals
import Glibc

/// Encodes text in the charset of the adopted locale.
///
/// Text is converted to GB 18030 and its subsets, and to ASCII on a terminal whose locale supports only that. Otherwise
/// it is UTF-8, as files and pipes expect.
package struct LocaleText: Sendable {
  private let isConverted: Bool

  /// Creates the encoding for the charset of the locale; a pipe gets UTF-8 if the locale names none.
  package init() {
    // A pipe gets UTF-8 if the locale names no charset; a terminal would show it as garbage.
    isConverted = Charset.current == .chinese || (Charset.current == .ascii && isatty(STDOUT_FILENO) != 0)
  }

  /// Returns the encoded text. Characters outside the charset become the most similar ASCII, or a `?` per column.
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

  /// Returns a line of a frame in which characters outside the charset, or of another width in it, are replaced, so
  /// that columns stay aligned.
  ///
  /// - Parameters:
  ///   - line: a line of a frame.
  ///   - hasWideAmbiguous: whether the terminal draws characters of ambiguous width two cells wide; they become
  ///     ASCII then, as on the screen.
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

  /// Returns a replacement that takes one cell on a terminal that draws ambiguous characters two cells wide.
  private static func narrow(_ glyph: Character, columns: Int) -> [Unicode.Scalar] {
    guard columns == 1, let first = glyph.unicodeScalars.first, AmbiguousWidth.contains(first) else {
      return Array(glyph.unicodeScalars)
    }
    return [Substitution.ascii(first) ?? "?"]
  }
}
