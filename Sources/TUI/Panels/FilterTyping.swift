import Canvas

/// Typing the filter text of a list, shared by all views that have a text filter.
extension ViewState {
  /// The filter text of the list; nil if there is none.
  package var filterText: String? {
    get { filters["text"] }
    set { filters["text"] = newValue?.isEmpty == true ? nil : newValue }
  }

  /// Starts typing, with the current filter text.
  mutating func beginFilter() { input = filterText ?? "" }

  /// Handles a key while text is typed: Enter keeps the text, Esc discards it, other keys without text are ignored.
  ///
  /// - Returns: whether the text changed.
  mutating func typeFilter(_ key: Key) -> Bool {
    guard var text = input else { return false }
    switch key {
    case .character(let character): text.append(character)
    case .backspace: text = String(text.dropLast())
    case .control("u"): text = ""
    case .enter:
      input = nil
      return false
    case .escape:
      input = nil
      filterText = nil
      return true
    default: return false
    }
    input = text
    filterText = text
    return true
  }
}
