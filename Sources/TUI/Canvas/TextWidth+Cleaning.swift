import Domain

extension TextWidth {
  /// Returns text that is safe for a screen, a log or an error message: every character takes one or two columns, and
  /// none moves the cursor, changes the writing direction or is invisible.
  ///
  /// - Controls, private use and scalars that Unicode 14 does not assign become U+FFFD. Older C libraries do not
  ///   support later scalars, and would draw them in another width.
  /// - Tabs and line ends become one space.
  /// - Format characters (joiners, bidirectional overrides, byte order marks), variation selectors and skin tones are
  ///   dropped: terminals disagree on the width of the result. Flags become their two letters.
  /// - A base keeps three combining marks. Marks without a base, and single characters that take more than two columns,
  ///   become U+FFFD.
  /// - Bytes of a file name that are not UTF-8 are escaped: `\xD6\xD0`.
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

  /// The largest number in real use. Without a limit marks pile up over the lines above.
  private static let maximumMarks = 3

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Returns the replacement of a scalar; nil if it is dropped.
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
