/// What a terminal, an editor or a spreadsheet would act on instead of showing it: the one place that knows.
enum TerminalCommand {
  /// What stands for a scalar in printed text.
  enum Kind {
    /// Shown as it is.
    case none
    /// Ends a line.
    case lineEnd
    case tab
    /// Controls of C0 and C1; the beginning of an escape sequence is one.
    case control
    /// Turns the direction of a line.
    case direction
  }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineEnd
    case 0...0x1F, 0x7F...0x9F: .control
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .direction
    default: .none
    }
  }

  /// Whether a text has none of them, byte by byte: most texts have none, and all that is written is looked at.
  ///
  /// - Parameter keepsLines: whether line feeds and tabs are none.
  static func areNone(in text: String, keepsLines: Bool) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.allSatisfy { index in
        let byte = bytes[index]
        if byte < 0x20 { return keepsLines && (byte == 0x0A || byte == 0x09) }
        guard byte >= 0x7F else { return true }
        func next(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        switch byte {
        case 0x7F: return false
        case 0xC2: return next(1) > 0x9F
        case 0xD8: return next(1) != 0x9C
        case 0xE2 where next(1) == 0x80:
          return ![0x8E, 0x8F].contains(next(2)) && !(0xA8...0xAE).contains(next(2))
        case 0xE2 where next(1) == 0x81: return !(0xA6...0xA9).contains(next(2))
        default: return true
        }
      }
    }
  }
}

extension String {
  /// The text on one line, as a writer may print it: line ends and tabs become blanks, other controls U+FFFD, and
  /// the characters that turn the direction of a line are left out.
  var onOneLine: String {
    if TerminalCommand.areNone(in: self, keepsLines: false) { return self }
    var scalars = String.UnicodeScalarView()
    var endsInBlank = false
    for scalar in unicodeScalars {
      switch TerminalCommand.kind(scalar) {
      case .lineEnd, .tab:
        // A line end of two characters is one blank.
        if !endsInBlank { scalars.append(" ") }
        endsInBlank = true
        continue
      case .direction: continue
      case .control: scalars.append("\u{FFFD}")
      case .none: scalars.append(scalar)
      }
      endsInBlank = false
    }
    return String(scalars)
  }

  /// The text with its lines and tabs, and without anything else that a terminal would act on: the last thing that is
  /// done to whatever is written.
  ///
  /// Line feeds stay, and a carriage return before one; other line ends become line feeds. Other controls become
  /// U+FFFD, and characters that turn the direction of a line are left out.
  ///
  /// - Parameter keepsColours: whether sequences that only choose colours (`ESC [ … m`) stay, in a format that consists of them.
  package func withoutCommands(keepsColours: Bool = false) -> String {
    if TerminalCommand.areNone(in: self, keepsLines: true) { return self }
    let all = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < all.count {
      let scalar = all[index]
      let next = index + 1 < all.count ? all[index + 1] : nil
      if keepsColours, scalar == "\u{1B}", let end = String.endOfColour(all, from: index) {
        result.append(contentsOf: all[index..<end])
        index = end
        continue
      }
      index += 1
      switch TerminalCommand.kind(scalar) {
      case .none, .tab: result.append(scalar)
      case .lineEnd: result.append(scalar == "\r" && next == "\n" ? scalar : "\n")
      case .control: result.append("\u{FFFD}")
      case .direction: break
      }
    }
    return String(result)
  }

  /// Where a sequence `ESC [ 0 ; 38 ; 5 ; 2 m` ends; nil for any other.
  private static func endOfColour(_ all: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < all.count, all[start + 1] == "[" else { return nil }
    let end = all[(start + 2)...].firstIndex { !("0"..."9").contains($0) && $0 != ";" }
    return end.flatMap { all[$0] == "m" ? $0 + 1 : nil }
  }
}
