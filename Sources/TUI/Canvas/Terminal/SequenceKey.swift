/// Decodes key sequences, independently of the description of the terminal type.
///
/// Types are often wrong: PuTTY and Xshell report `xterm` and send other Home and End keys. Modifiers are ignored if
/// the key has no other meaning with them.
enum SequenceKey {
  /// Returns the key of a control sequence; nil if it is not a key press, such as a report or the release of a key.
  static func key(of sequence: ControlSequence) -> Key? {
    guard sequence.prefix == nil, sequence.intermediates.isEmpty else { return nil }
    let modifiers = Modifiers(sequence)
    guard !modifiers.isRelease else { return nil }
    switch sequence.final {
    case UInt8(ascii: "~"): return tilde(sequence, modifiers)
    // rxvt's notation for a key pressed with Ctrl or Shift.
    case UInt8(ascii: "^"), UInt8(ascii: "@"): return numbered(sequence.parameter(0, default: 0))
    case UInt8(ascii: "u"): return unicode(sequence, modifiers)
    // With parameters it is a cursor position report, which cannot be distinguished from F3 with Shift.
    case UInt8(ascii: "R"): return sequence.parameters.isEmpty ? .function(3) : nil
    case UInt8(ascii: "a")...UInt8(ascii: "d") where sequence.parameters.isEmpty:
      return cursor(sequence.final - 0x20)
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"): return function(sequence.final)
    default: return cursor(sequence.final)
    }
  }

  /// Returns the key of a sequence that begins with SS3; nil if it has none.
  static func key(ofSingle final: UInt8, parameters: [UInt8], _ terminal: TerminalKeys) -> Key? {
    switch final {
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      return terminal.hasFunctionKeysOnPad || !parameters.isEmpty ? function(final) : pad(final)
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: "X"): return .character("=")
    case UInt8(ascii: " "): return .character(" ")
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return cursor(final - 0x20)
    case UInt8(ascii: "l"): return .character(terminal.hasPlusOnComma ? "+" : ",")
    // The code of the character on the key, plus 64.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return cursor(final)
    }
  }

  /// Returns the key of the top row of a VT's number pad by today's labels: Num Lock has no effect.
  private static func pad(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "Q"): .character("/")
    case UInt8(ascii: "R"): .character("*")
    case UInt8(ascii: "S"): .character("-")
    default: nil
    }
  }

  private static func function(_ letter: UInt8) -> Key { .function(Int(letter) - 0x4F) }

  private static func cursor(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func tilde(_ sequence: ControlSequence, _ modifiers: Modifiers) -> Key? {
    let number = sequence.parameter(0, default: 0)
    // xterm's modifyOtherKeys: 27 ; keys held ; code.
    guard number == 27, sequence.parameters.count == 3 else { return numbered(number) }
    return key(code: sequence.parameter(2, default: 0), shifted: nil, modifiers)
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28...29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  // MARK: Keys by the code of their character

  /// Decodes kitty's protocol: `CSI code : with Shift ; modifiers : event ; text u`.
  private static func unicode(_ sequence: ControlSequence, _ modifiers: Modifiers) -> Key? {
    let codes = sequence.parameters.first ?? []
    guard let code = codes.first else { return nil }
    return key(code: code, shifted: codes.count > 1 ? codes[1] : nil, modifiers)
  }

  private static func key(code: Int, shifted: Int?, _ modifiers: Modifiers) -> Key? {
    if let key = named(code) { return key == .tab && modifiers.hasShift ? .backTab : key }
    guard !modifiers.hasMeta, let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value),
      value >= 0x20, !(0x7F...0x9F).contains(value), !(0xE000...0xF8FF).contains(value)
    else { return nil }
    if modifiers.hasControl { return control(scalar) }
    if modifiers.hasShift {
      if let shifted = shifted.flatMap(UInt32.init(exactly:)).flatMap(Unicode.Scalar.init),
        shifted.value > 0x20
      {
        return .character(Character(shifted))
      }
      return Character(scalar).uppercased().first.map { .character($0) }
    }
    return .character(Character(scalar))
  }

  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x40...0x7E: Key(Unicode.Scalar(UInt8(scalar.value & 0x1F)))
    case 0x20: .control("@")
    default: nil
    }
  }

  /// Returns keys that are not characters. The private codes are kitty's.
  private static func named(_ code: Int) -> Key? {
    switch code {
    case 9: .tab
    case 13, 57414: .enter
    case 27: .escape
    case 8, 127: .backspace
    case 57376...57398: .function(code - 57363)
    case 57399...57408: .character(Character(Unicode.Scalar(UInt8(code - 57399 + 0x30))))
    case 57409...57426:
      [
        .character("."), .character("/"), .character("*"), .character("-"), .character("+"), .enter,
        .character("="),
        .character(","), .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
      ][code - 57409]
    default: nil
    }
  }
}

/// The modifiers of a key and the type of its event.
private struct Modifiers {
  let hasShift: Bool
  let hasControl: Bool
  /// Alt, Super, Hyper or Meta.
  let hasMeta: Bool
  let isRelease: Bool

  init(_ sequence: ControlSequence) {
    let bits = max(0, sequence.parameter(1) - 1)
    hasShift = bits & 1 != 0
    hasControl = bits & 4 != 0
    hasMeta = bits & 0b11_1010 != 0
    let event = sequence.parameters.indices.contains(1) ? sequence.parameters[1].dropFirst().first : nil
    isRelease = event == 3
  }
}
