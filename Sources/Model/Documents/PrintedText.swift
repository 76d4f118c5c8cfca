extension String {
  /// The text on one line, as a writer may print it: line ends and tabs become blanks, other controls U+FFFD, and
  /// the characters that turn the direction of a line are left out.
  var onOneLine: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    var scalars = String.UnicodeScalarView()
    var endsInBlank = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        // A line end of two characters is one blank.
        if !endsInBlank { scalars.append(" ") }
        endsInBlank = true
        continue
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: continue
      case 0...0x1F, 0x7F...0x9F: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
      endsInBlank = false
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
