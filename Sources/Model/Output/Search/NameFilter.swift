import Domain

/// The text typed to filter a list by name. Each word matches a name as written or, for letters, as read: in full
/// (`sanlei`) or by initials (`sl`).
package struct NameFilter: Sendable {
  private struct Word: Sendable {
    var bytes: [UInt8]
    var pattern: PinyinPattern?
  }

  private let words: [Word]
  private let table: PinyinTable

  /// An empty text matches every name.
  package init(_ text: String) {
    let table = PinyinTable.common
    self.table = table
    words = SearchText(text).words.map { Word(bytes: $0, pattern: PinyinPattern($0, table: table)) }
  }

  /// Whether every word occurs in one of the names; different words may occur in different names.
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

  /// Whether an English name contains a word, without copying the name; nil when folding must change more than case.
  private static func isFound(_ word: [UInt8], inASCII text: String) -> Bool? {
    var text = text
    return text.withUTF8 { text -> Bool? in
      // Quotation marks in a name are ignored.
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
