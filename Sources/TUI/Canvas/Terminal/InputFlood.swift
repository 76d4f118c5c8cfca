/// What to make of more input at once than anybody types: a paste in a terminal that sets no marks around it, or a key
/// that was held while the line stood still.
enum InputFlood {
  /// The most times that a key counts without another in between.
  static let repetitions = 256
  /// So many characters at once, so many of them different, are no keys: nobody has typed them.
  private static let least = 64
  private static let different = 8
  /// So many characters at once are none either, however few are different, as long as they are not one alone.
  private static let most = 2048

  /// The text of the flood as one paste, in place of its first character; other keys stay, without endless repetition.
  ///
  /// Few characters over and over were held, and are no text.
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
  /// What the event adds to a text; a line end or a tab is a blank.
  fileprivate var text: Character? {
    switch self {
    case .key(.character(let character)): character
    case .key(.enter), .key(.tab): " "
    default: nil
    }
  }
}
