import Domain

/// Parses `key operator value[,value…]` terms. Values with spaces or commas are quoted.
struct RecordFilterParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  mutating func terms() throws(RecordFilterFault) -> [RecordFilter.Term] {
    var terms: [RecordFilter.Term] = []
    skipBlanks()
    while position < characters.count {
      terms.append(try term())
      skipBlanks()
    }
    return terms
  }

  private mutating func term() throws(RecordFilterFault) -> RecordFilter.Term {
    let start = position
    let key = String(take { !$0.isWhitespace && Self.sign($0) == nil })
    skipBlanks()
    guard let comparison = comparison() else { throw .missingOperator(key) }
    guard !key.isEmpty else { throw .missingKey(text(from: start)) }
    skipBlanks()
    var values = [try value(of: start)]
    while let next, next == "," || next == "，" {
      position += 1
      skipBlanks()
      values.append(try value(of: start))
    }
    if comparison.isOrder, values.count > 1 { throw .severalValues(text(from: start)) }
    return RecordFilter.Term(key, comparison, values)
  }

  private mutating func comparison() -> RecordFilter.Comparison? {
    guard let next, var sign = Self.sign(next) else { return nil }
    position += 1
    if ["!", "<", ">"].contains(sign), let after = self.next, Self.sign(after) == "=" {
      position += 1
      sign += "="
    }
    return RecordFilter.Comparison(rawValue: sign)
  }

  private mutating func value(of start: Int) throws(RecordFilterFault) -> String {
    guard let next else { throw .missingValue(text(from: start)) }
    if let closing = Self.closing[next] {
      position += 1
      let value = String(take { $0 != closing })
      guard self.next == closing else { throw .openQuote(text(from: start)) }
      position += 1
      return value
    }
    let value = String(take { !$0.isWhitespace && $0 != "," && $0 != "，" })
    guard !value.isEmpty else { throw .missingValue(text(from: start)) }
    return value
  }

  // MARK: Characters

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private mutating func take(while isWanted: (Character) -> Bool) -> ArraySlice<Character> {
    let taken = characters[position...].prefix(while: isWanted)
    position = taken.endIndex
    return taken
  }

  private mutating func skipBlanks() { _ = take { $0.isWhitespace } }

  private func text(from start: Int) -> String { String(characters[start..<position]) }

  private static let closing: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "‘": "’", "「": "」"]

  /// Returns the operator that a character is or begins; nil for any other character.
  private static func sign(_ character: Character) -> String? {
    switch character {
    case "=", "＝": "="
    case "!", "！": "!"
    case "<", "＜": "<"
    case ">", "＞": ">"
    case "~", "～": "~"
    case "≥": ">="
    case "≤": "<="
    case "≠": "!="
    default: nil
    }
  }
}
