/// The characters that a terminal, an editor or a spreadsheet would act on instead of showing them. No other code lists
/// them.
enum TerminalCommand {
  /// How a scalar affects printed text.
  enum Kind {
    /// Shown unchanged.
    case none
    /// Ends a line.
    case lineEnd
    case tab
    /// A control of C0 or C1, such as the start of an escape sequence.
    case control
    /// Changes the writing direction of a line.
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

  /// Whether a text contains none of them. Works byte by byte, because all output is checked and most texts contain
  /// none.
  ///
  /// - Parameter keepsLines: whether line feeds and tabs are allowed.
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
  /// The text on one line, safe to print: line ends and tabs become spaces, other controls U+FFFD, and characters that
  /// change the writing direction are removed.
  var onOneLine: String {
    if TerminalCommand.areNone(in: self, keepsLines: false) { return self }
    var scalars = String.UnicodeScalarView()
    var endsInBlank = false
    for scalar in unicodeScalars {
      switch TerminalCommand.kind(scalar) {
      case .lineEnd, .tab:
        // A line end of two characters becomes one space.
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

  /// Returns the text with its lines and tabs, and without anything else that a terminal would act on. Applied last to
  /// all output.
  ///
  /// Line feeds stay, and so does a carriage return before one; other line ends become line feeds. Other controls
  /// become U+FFFD, and characters that change the writing direction are removed.
  ///
  /// - Parameter keepsColours: whether sequences that only set colours (`ESC [ … m`) stay, in formats that need them.
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

  /// Returns the index after a sequence such as `ESC [ 0 ; 38 ; 5 ; 2 m`; nil for any other sequence.
  private static func endOfColour(_ all: [Unicode.Scalar], from start: Int) -> Int? {
    guard start + 1 < all.count, all[start + 1] == "[" else { return nil }
    let end = all[(start + 2)...].firstIndex { !("0"..."9").contains($0) && $0 != ";" }
    return end.flatMap { all[$0] == "m" ? $0 + 1 : nil }
  }
}
