/// A key that was pressed.
package enum Key: Hashable, Sendable {
  /// A printable character as typed, including the space.
  case character(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// A function key; 1 is F1.
  case function(Int)
  /// A key pressed with Ctrl: a lower-case letter, or one of `@ \ ] ^ _`.
  case control(Character)
}

extension Key {
  /// The key of a scalar from the terminal, including control characters.
  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0x0A, 0x0D: .enter
      case 0x09: .tab
      case 0x1B: .escape
      case 0x08, 0x7F: .backspace
      case 0x00...0x1F:
        // Ctrl subtracts 64 from the capital letter; the key is named by the lower-case letter.
        .control(Character(Unicode.Scalar(UInt8(scalar.value) + 64)).lowercased().first ?? "@")
      default: .character(Character(scalar))
      }
  }

  /// The same key as without a Chinese input method: full-width forms become half-width, and Chinese punctuation
  /// becomes the character printed on its key.
  ///
  /// For command keys only. Text fields should keep the typed character.
  package var halfWidth: Key {
    guard case .character(let character) = self else { return self }
    return .character(character.halfWidth)
  }
}

extension Character {
  /// The ASCII character on the key that produced this one with a Chinese input method; otherwise the character itself.
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
