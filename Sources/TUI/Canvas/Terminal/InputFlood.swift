/// Handles input that arrives faster than anybody types: a paste in a terminal without bracketed paste, or a key that
/// was held while the connection was stalled.
enum InputFlood {
  /// How many times in a row a key counts.
  static let repetitions = 256
  /// The number of characters at once that count as pasted if enough of them differ.
  private static let least = 64
  private static let different = 8
  /// The number of characters at once that count as pasted even if few of them differ, as long as at least two do.
  private static let most = 2048

  /// Returns the events with the text of the flood as one paste, in place of its first character. Other keys are kept,
  /// with limited repetition.
  ///
  /// A few repeated characters are a held key, not text.
  static func calmed(_ events: [TerminalEvent]) -> [TerminalEvent] {
    guard events.count >= least else { return events }
    let isPaste = isText(events)
    var text = ""
    var place: Int?
    var result: [TerminalEvent] = []
    var count = 0
    for event in events {
      if isPaste, let character = event.text {
        place = place ?? result.count
        if text.utf8.count < InputScanner.Limit.pasted { text.append(character) }
        continue
      }
      count = event == result.last ? count + 1 : 1
      if count <= repetitions { result.append(event) }
    }
    if let place { result.insert(.paste(PastedText.line(text.unicodeScalars)), at: place) }
    return result
  }
}

extension InputFlood {
  private static func isText(_ events: [TerminalEvent]) -> Bool {
    var seen: Set<Character> = []
    var count = 0
    for character in events.lazy.compactMap(\.text) {
      count += 1
      seen.insert(character)
      if count >= least, seen.count >= (count < most ? different : 2) { return true }
    }
    return false
  }
}

extension TerminalEvent {
  /// The character that the event adds to a text; a line end or a tab becomes a blank.
  fileprivate var text: Character? {
    switch self {
    case .key(.character(let character)): character
    case .key(.enter), .key(.tab): " "
    default: nil
    }
  }
}
