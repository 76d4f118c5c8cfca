extension Key {
  private static let named: [(key: Key, name: String)] = [
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"),
    (.backTab, "Shift-Tab"), (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Insert"),
    (.character(" "), "Space"),
  ]

  /// Names of keys for a message, where characters, functions and control keys stand for all of theirs.
  package static let nameExamples = ["/", "x", "F1", "Ctrl-r"] + named.map(\.name)

  /// Names that are all of their own, for suggestions.
  package static var allNames: [String] { named.map(\.name) + (1...24).map { "F\($0)" } }

  /// What the key is called on screens and in the configuration: `/`, `F5`, `Ctrl-c`, `PgDn`.
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

  /// The key of a name; words in any case, a character as it is typed, full-width ones as their half-width ones.
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
      // As terminals send it: Ctrl-i is Tab, Ctrl-m Enter.
      self = Key(Unicode.Scalar(code & 0x1F))
    } else {
      return nil
    }
  }
}
