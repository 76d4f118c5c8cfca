/// The background colour of a terminal.
package struct Background: Equatable, Sendable {
  /// The red component, 0 to 255.
  package var red: UInt8
  /// The green component, 0 to 255.
  package var green: UInt8
  /// The blue component, 0 to 255.
  package var blue: UInt8

  /// Creates a colour with components 0...255.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Whether dark text is easier to read on it.
  package var isLight: Bool { 299 * Int(red) + 587 * Int(green) + 114 * Int(blue) > 127_500 }

  /// The colour as `#1a2b3c`.
  package var text: String {
    let digits = [red, green, blue].map { (0x100 + Int($0)).hexadecimal.dropFirst() }
    return "#" + digits.joined()
  }
}

extension Int {
  fileprivate var hexadecimal: String { String(self, radix: 16) }
}

// MARK: Answers

extension Background {
  /// The request for the background colour (OSC 11).
  static let request = "\u{1B}]11;?\u{1B}\\"

  /// Prefixes of the terminal types that do not answer.
  private static let silent = ["linux", "vt", "dumb", "screen", "ansi", "cons", "sun", "wy"]

  /// Returns whether a terminal of this type is likely to answer.
  static func isAnswered(by type: String) -> Bool { !silent.contains { type.hasPrefix($0) } }

  /// - Parameter answer: the content of the OSC string, such as `11;rgb:ffff/ffff/ffff`.
  init?(answer: [UInt8]) {
    let text = String(decoding: answer, as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    self.init(colour: text.dropFirst(3))
  }

  /// - Parameter colour: `rgb:1/12/123`, `rgba:` with a fourth component, `#123` or `#112233`, as in XParseColor.
  private init?(colour: Substring) {
    let parts: [Substring]
    if colour.hasPrefix("rgb:") || colour.hasPrefix("rgba:") {
      parts = colour.drop { $0 != ":" }.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    } else if colour.hasPrefix("#"), (colour.count - 1) % 3 == 0 {
      let size = (colour.count - 1) / 3
      parts = (0..<3).map { colour.dropFirst(1 + $0 * size).prefix(size) }
    } else {
      return nil
    }
    let bytes = parts.prefix(3).compactMap(Self.byte)
    guard bytes.count == 3, parts.count <= 4 else { return nil }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// Scales one to four hexadecimal digits to 0...255; nil for anything else.
  private static func byte(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16)
    else {
      return nil
    }
    return UInt8(value * 255 / ((1 << (4 * digits.count)) - 1))
  }
}

// MARK: COLORFGBG

extension Background {
  /// Reads the colours that some terminals report: `COLORFGBG=0;15` is black on white; the last number is one of the
  /// 256.
  package init?(colorfgbg value: String?) {
    guard let number = value?.split(separator: ";").last.flatMap({ Int($0) }), (0...255).contains(number)
    else {
      return nil
    }
    self.init(palette: number)
  }

  /// Uses xterm's default palette.
  init(palette number: Int) {
    switch number {
    case 0..<16:
      let colour = Self.first[number]
      self.init(
        red: UInt8(colour >> 16 & 0xFF), green: UInt8(colour >> 8 & 0xFF), blue: UInt8(colour & 0xFF))
    case 16..<232:
      let place = number - 16
      func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
      self.init(red: level(place / 36), green: level(place / 6 % 6), blue: level(place % 6))
    default:
      let grey = UInt8(clamping: 8 + 10 * (number - 232))
      self.init(red: grey, green: grey, blue: grey)
    }
  }

  private static let first = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000,
    0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
