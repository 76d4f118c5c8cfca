import Domain

extension TextWidth {
  /// Text that can go to a screen, a log or an error message: every character of it takes one or two columns, none
  /// moves the cursor, turns the direction of writing or hides.
  ///
  /// - Controls, private use and what Unicode 14 has not assigned become U+FFFD. Older C libraries do not know
  ///   later scalars, and would draw them in another width.
  /// - Tabs and line ends become one space.
  /// - Format characters (joiners, bidirectional overrides, marks of byte order), variation selectors and skin tones
  ///   are dropped: terminals do not agree on the width of what they make. Flags become their two letters.
  /// - A base keeps three combining marks. Marks without a base, and clusters that take more than two columns
  ///   although they are one character, become U+FFFD.
  /// - Bytes of a file name that are no UTF-8 are written out: `\xD6\xD0`.
  package static func cleaned(_ text: String) -> String {
    if plainColumns(text) != nil { return text }
    let scalars = cleanedScalars(FileName.shown(text))
    if scalars.allSatisfy({ (1...2).contains(columns(of: $0)) }) { return scalars }
    return String(scalars.map { (1...2).contains(columns(of: $0)) ? $0 : "\u{FFFD}" })
  }

  private static func cleanedScalars(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if scalar == "\n", previous == "\r" { continue }
      guard let clean = cleaned(scalar) else { continue }
      if isMark(clean) {
        marks += 1
        if marks > maximumMarks { continue }
      } else {
        marks = 0
      }
      result.append(clean)
    }
    return String(result)
  }

  /// As many as are in real use. Without a limit they pile up over the lines above.
  private static let maximumMarks = 3

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// What is drawn for a scalar; nil when it is dropped.
  static func cleaned(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20...0x7E: return scalar
    case 0x09...0x0D, 0x2028, 0x2029: return " "
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF: return nil
    case 0x1F1E6...0x1F1FF: return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format: return nil
    case .control, .privateUse, .surrogate, .unassigned: return "\u{FFFD}"
    default: break
    }
    guard let age = scalar.properties.age, age.major <= 14 else { return "\u{FFFD}" }
    return scalar
  }
}
