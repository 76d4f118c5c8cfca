import CSignals

/// Replacements for characters that the locale's charset does not contain, or draws in another width.
///
/// East Asian charsets treat lines, quotes and ellipses as wide. The layout of a frame treats them as narrow, so they
/// are replaced by ASCII and columns stay aligned.
package enum Substitution {
  /// Returns the scalars to draw for a glyph of `columns` columns; they take as many columns.
  static func scalars(for glyph: Character, columns: Int) -> [Unicode.Scalar] {
    let scalars = Array(glyph.unicodeScalars)
    let widths = scalars.map { qj_columns($0.value) }
    if widths.allSatisfy({ $0 >= 0 }), widths.reduce(0, +) == Int32(columns) { return scalars }
    return Array(repeating: scalars.first.flatMap(ascii) ?? "?", count: columns)
  }

  /// Returns text in which the signs that East Asian charsets draw wide are written in ASCII with the same meaning.
  package static func spelledOut(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "≥": result.append(contentsOf: ">=".unicodeScalars)
      case "≤": result.append(contentsOf: "<=".unicodeScalars)
      case "≠": result.append(contentsOf: "!=".unicodeScalars)
      case "≈": result.append("~")
      case "×": result.append("x")
      case "÷": result.append("/")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns the most similar ASCII character; nil if there is none.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFF00 + 0x20)
    case 0x3000, 0xA0: " "
    case 0xA5: "Y"
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509: "-"
    case 0x254C, 0x254D, 0x2574, 0x2576: "-"
    case 0x2550: "="
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2575, 0x2577: "|"
    case 0x250C...0x254B, 0x2552...0x2573: "+"
    // Blocks that fill less than half of the cell, then those that fill more.
    case 0x2581...0x2583, 0x258D...0x258F, 0x2591, 0x2595: "."
    case 0x2584...0x258C, 0x2590, 0x2592, 0x2593, 0x25A0, 0x25AA, 0x25AE: "#"
    case 0x25A1, 0x25AB, 0x25AF, 0x25CB, 0x25E6: "o"
    case 0x25CF, 0x2022, 0x25C6, 0x2605: "*"
    case 0x25B2, 0x25B4, 0x2191, 0x25B3: "^"
    case 0x25BC, 0x25BE, 0x2193, 0x25BD: "v"
    case 0x25B6, 0x25B8, 0x2192, 0x203A, 0x2265: ">"
    case 0x25C0, 0x25C2, 0x2190, 0x2039, 0x2264: "<"
    case 0x2260: "!"
    case 0x2194: "/"
    case 0x2248: "~"
    case 0xD7: "x"
    case 0xB7, 0x2026: "."
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x3001: ","
    case 0x3002: "."
    case 0x2713, 0x2714: "+"
    default: nil
    }
  }
}
