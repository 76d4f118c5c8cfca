import Canvas

/// Typing the text that narrows a list; the same in every view that has one.
extension ViewState {
  /// The text that the list is narrowed by; nil when it is not.
  package var filterText: String? {
    get { filters["text"] }
    set { filters["text"] = newValue?.isEmpty == true ? nil : newValue }
  }

  /// Sets a filter to its next value; after the last it is removed.
  mutating func cycle(_ name: String, through values: [String]) {
    let index = filters[name].flatMap(values.firstIndex).map { $0 + 1 } ?? 0
    filters[name] = values.indices.contains(index) ? values[index] : nil
  }

  /// Begins to type, from the text that the list is narrowed by.
  mutating func beginFilter() { input = filterText ?? "" }

  /// Takes a key while text is typed: Enter keeps it, Esc gives it up, everything else that is no text means nothing.
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
