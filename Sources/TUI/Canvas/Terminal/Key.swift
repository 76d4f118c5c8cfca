/// What a user pressed.
package enum Key: Hashable, Sendable {
  /// A printable character as it was typed, the space included.
  case character(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is 1.
  case function(Int)
  /// A key held with Ctrl: a small letter, or one of `@ \ ] ^ _`.
  case control(Character)
}

extension Key {
  /// The key of a scalar that the terminal sent, controls included.
  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x0A, 0x0D: .enter
      case 0x09: .tab
      case 0x1B: .escape
      case 0x08, 0x7F: .backspace
      case 0x00...0x1F:
        // Ctrl takes 64 off the capital; letters are named by the small one.
        .control(Character(Unicode.Scalar(UInt8(scalar.value) + 64)).lowercased().first ?? "@")
      default: .character(Character(scalar))
      }
  }

  /// The same key as if a Chinese input method had been off: full-width forms as their half-width ones, Chinese
  /// punctuation as what is printed on its key.
  ///
  /// For keys that are commands. Text that is typed into a field should keep what was typed.
  package var halfWidth: Key {
    guard case .character(let character) = self else { return self }
    return .character(character.halfWidth)
  }
}

extension Character {
  /// The ASCII character on the key that produced this one with a Chinese input method; itself for any other.
  package var halfWidth: Character {
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFF00 + 0x20).map(Character.init) ?? self
    default:
      return Self.punctuation[self] ?? self
    }
  }

  private static let punctuation: [Character: Character] = [
    "\u{3000}": " ", "。": ".", "、": "/", "【": "[", "】": "]", "「": "{", "」": "}", "『": "{", "』": "}",
    "《": "<", "》": ">", "〈": "<", "〉": ">", "‘": "'", "’": "'", "“": "\"", "”": "\"", "·": "`",
    "￥": "$", "¥": "$", "…": "^", "—": "_",
  ]
}
