import Domain

/// What was typed to narrow a list by names: each word is found in a name as it is written or, letters, as the name is
/// read, in full (`sanlei`) or by initials (`sl`).
package struct NameFilter: Sendable {
  private struct Word: Sendable {
    var bytes: [UInt8]
    var pattern: PinyinPattern?
  }

  private let words: [Word]
  private let table: PinyinTable

  /// An empty text lets every name through.
  package init(_ text: String) {
    let table = PinyinTable.common
    self.table = table
    words = SearchText(text).words.map { Word(bytes: $0, pattern: PinyinPattern($0, table: table)) }
  }

  /// Whether every word is found in one of the names; they need not be in the same.
  package func matches(_ names: [Name]) -> Bool {
    words.allSatisfy { word in names.contains { isFound(word, in: $0.zh) || isFound(word, in: $0.en) } }
  }

  private func isFound(_ word: Word, in text: String) -> Bool {
    if let isFound = NameFilter.isFound(word.bytes, inASCII: text) { return isFound }
    let folded = SearchText(text)
    if folded.bytes.contains(word.bytes) { return true }
    guard let pattern = word.pattern else { return false }
    let sounds = table.sounds(of: folded)
    return pattern.match(sounds, in: sounds.indices) != nil
  }

  /// Whether an English name holds a word, without a copy of it; nil where more than capitals must be folded.
  private static func isFound(_ word: [UInt8], inASCII text: String) -> Bool? {
    var text = text
    return text.withUTF8 { text -> Bool? in
      // Quotation marks do not count in a name.
      guard text.allSatisfy({ $0 < 0x80 && $0 != 0x22 && $0 != 0x27 }) else { return nil }
      var start = 0
      while start + word.count <= text.count {
        var length = 0
        while length < word.count, small(text[start + length]) == word[length] { length += 1 }
        if length == word.count { return true }
        start += 1
      }
      return false
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
