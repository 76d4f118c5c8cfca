extension Key {
  private static let named: [(key: Key, name: String)] = [
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
    (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Insert"),
    (.character(" "), "Space"),
  ]

  /// Key names for a message, with one example each for characters, function keys and control keys.
  package static let nameExamples = ["/", "x", "F1", "Ctrl-r"] + named.map(\.name)

  /// The names of all named keys and function keys, for suggestions.
  package static var allNames: [String] { named.map(\.name) + (1...24).map { "F\($0)" } }

  /// The key's name on the screen and in the configuration: `/`, `F5`, `Ctrl-c`, `PgDn`.
  package var name: String {
    switch self {
    case .function(let number): return "F\(number)"
    case .control(let character): return "Ctrl-\(character)"
    default:
      if let name = Self.named.first(where: { $0.key == self })?.name { return name }
      guard case .character(let character) = self else { return "" }
      return String(character)
    }
  }

  /// The key with a name. Words are case-insensitive, characters are not; full-width characters count as half-width.
  package init?(name: String) {
    let word = name.lowercased()
    if name.count == 1, let character = name.first {
      guard TextWidth.cleaned(name) == name else { return nil }
      self = Key.character(character).halfWidth
    } else if let key = Self.named.first(where: { $0.name.lowercased() == word })?.key {
      self = key
    } else if word.first == "f", let number = Int(word.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else if word.hasPrefix("ctrl-"), word.utf8.count == 6, let code = word.utf8.last,
      code == 0x40 || (0x5B...0x7A).contains(code)
    {
      // Terminals send Ctrl-i as Tab and Ctrl-m as Enter.
      self = Key(Unicode.Scalar(code & 0x1F))
    } else {
      return nil
    }
  }
}
