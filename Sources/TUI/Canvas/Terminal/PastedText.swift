import CSignals

/// Converts pasted text to one line for a field.
enum PastedText {
  /// Returns the text of bytes in the charset of the locale: line ends and tabs become blanks, trimmed at both ends;
  /// other control characters are dropped.
  static func line(_ bytes: [UInt8]) -> String { line(scalars(bytes)) }

  static func line(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { append(scalar, to: &text) }
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x0A, 0x0D, 0x09, 0x85, 0x2028, 0x2029: if text.last != " " { text.append(" ") }
    case 0x00...0x1F, 0x7F...0x9F: break
    default: text.append(scalar)
    }
  }

  private static func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    var conversion = qj_conversion()
    return bytes.compactMap { byte in
      UInt32(exactly: qj_decode(&conversion, byte)).flatMap(Unicode.Scalar.init)
    }
  }
}
