/// What was typed to narrow a list by names: each word is found in a name as it is written or, letters, as the name is
/// read, in full (`sanlei`) or by initials (`sl`).
public struct NameFilter: Sendable {
  private struct Word: Sendable {
    var bytes: [UInt8]
    var pattern: PinyinPattern?
  }

  private let words: [Word]
  private let table: PinyinTable

  /// An empty text lets every name through.
  public init(_ text: String) {
    let table = PinyinTable.common
    self.table = table
    words = SearchText(text).words.map { Word(bytes: $0, pattern: PinyinPattern($0, table: table)) }
  }

  /// Whether every word is found in one of the names; they need not be in the same.
  public func matches(_ names: [Name]) -> Bool {
    words.allSatisfy { word in names.contains { isFound(word, in: $0.zh) || isFound(word, in: $0.en) } }
  }

  private func isFound(_ word: Word, in text: String) -> Bool {
    let folded = SearchText(text)
    if folded.bytes.contains(word.bytes) { return true }
    guard let pattern = word.pattern else { return false }
    let sounds = table.sounds(of: folded)
    return pattern.match(sounds, in: sounds.indices) != nil
  }
}
