import Domain
import Glibc

/// The texts that records are found by, folded once and concatenated, so that a query only searches plain bytes.
struct SearchKeys: Sendable {
  private struct Field: Sendable {
    /// The offset of its bytes; they end before a line feed.
    let start: Int
    /// The offset of its sounds; they end where those of the next field begin.
    let sounds: Int
    let record: Int32
    let role: SearchRank.Role
  }

  private let table: PinyinTable
  /// Words that are parts of a query on their own, folded.
  private let terms: [[Unicode.Scalar]]
  /// All texts, each with a line feed, and a zero at the end.
  private var bytes: [UInt8] = [0]
  private var sounds: [UInt16] = []
  private var fields: [Field] = []
  private(set) var recordCount = 0

  /// - Parameter terms: words that are parts of a query even without a space beside them, such as 目标.
  init(table: PinyinTable, terms: [String] = []) {
    self.table = table
    self.terms = terms.map { SearchText($0).scalars }.filter { $0.count > 1 }.sorted { $0.count > $1.count }
  }

  /// Begins the next record; texts added afterwards belong to it.
  mutating func beginRecord() { recordCount += 1 }

  /// - Parameter isSpoken: whether a Chinese text is also found by its reading.
  mutating func add(_ text: String, as role: SearchRank.Role, isSpoken: Bool = true) {
    let folded = SearchText(text)
    guard !folded.scalars.isEmpty else { return }
    fields.append(
      Field(
        start: bytes.count - 1, sounds: sounds.count, record: Int32(clamping: recordCount - 1), role: role))
    bytes.removeLast()
    bytes += folded.bytes
    bytes += [UInt8(ascii: "\n"), 0]
    if isSpoken { table.addSounds(of: folded, to: &sounds) }
  }

  mutating func add(_ name: Name, as role: SearchRank.Role, isSpoken: Bool = true) {
    add(name.zh, as: role, isSpoken: isSpoken)
    if name.en != name.zh { add(name.en, as: role, isSpoken: false) }
  }

  /// Returns the rank of every record, in order.
  ///
  /// A record matches when it contains the query as written, or every word of it. If no record does, those match that
  /// contain every part of it.
  func ranks(of query: SearchText) -> [UInt8] {
    let words = query.words
    let phrase = ranks(ofPhrase: query.bytes, letters: words.flatMap { $0 })
    if words.count > 1, let ranks = ranks(ofAll: words) { return zip(phrase, ranks).map { min($0, $1) } }
    if phrase.contains(where: { $0 != SearchRank.none }) { return phrase }
    // Nothing has the query as it is written; a Chinese one may be of several words without spaces.
    let parts = query.parts(at: terms)
    guard parts.count > 1, let ranks = ranks(ofAll: parts) else { return phrase }
    // Where the parts are in a record says little: all match equally, and the kinds decide the order.
    return ranks.map { $0 == SearchRank.none ? $0 : SearchRank.rank(.inside, .mention) }
  }

  /// Returns the worst rank of several words in each record; nil if no record has all.
  private func ranks(ofAll words: [[UInt8]]) -> [UInt8]? {
    var worst = [UInt8](repeating: 0, count: recordCount)
    // Long words match the fewest records; if none match, the search can stop.
    for word in Set(words).sorted(by: { $0.count > $1.count }) {
      let ranks = ranks(ofPhrase: word, letters: word)
      var isAny = false
      for record in worst.indices {
        worst[record] = max(worst[record], ranks[record])
        isAny = isAny || worst[record] != SearchRank.none
      }
      if !isAny { return nil }
    }
    return worst
  }

  /// Returns, for each record in order, whether it contains a word as written or as read.
  func records(holding word: [UInt8]) -> [Bool] {
    ranks(ofPhrase: word, letters: word).map { $0 != SearchRank.none }
  }

  private func ranks(ofPhrase phrase: [UInt8], letters: [UInt8]) -> [UInt8] {
    var ranks = [UInt8](repeating: SearchRank.none, count: recordCount)
    findText(phrase, &ranks)
    if let pattern = PinyinPattern(letters, table: table) { findPinyin(pattern, &ranks) }
    return ranks
  }

  // MARK: As written

  private func findText(_ needle: [UInt8], _ ranks: inout [UInt8]) {
    guard let first = needle.first else { return }
    bytes.withUnsafeBytes { bytes in
      (needle + [0]).withUnsafeBytes { needle in
        guard let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
          let sought = needle.baseAddress?.assumingMemoryBound(to: CChar.self)
        else { return }
        var field = 0
        var place = 0
        while place < bytes.count, let found = strstr(text + place, sought) {
          place = UnsafePointer(found) - text
          while field + 1 < fields.count, fields[field + 1].start <= place { field += 1 }
          let way = way(of: place..<(place + needle.count - 1), inFieldFrom: fields[field].start)
          let rank = SearchRank.rank(way, fields[field].role)
          let record = Int(fields[field].record)
          ranks[record] = min(ranks[record], rank)
          place =
            way == .inside && first.isWordByte
            ? endOfWord(from: place) : end(ofField: field)
        }
      }
    }
  }

  private func end(ofField field: Int) -> Int {
    field + 1 < fields.count ? fields[field + 1].start : bytes.count - 1
  }

  /// Returns the end of the word that contains a match; a better match in the field can only begin after it.
  private func endOfWord(from place: Int) -> Int {
    var place = place
    while bytes[place].isWordByte { place += 1 }
    return place
  }

  private func way(of match: Range<Int>, inFieldFrom start: Int) -> SearchRank.Way {
    let cutsWord = bytes[match.upperBound].isWordByte && bytes[match.upperBound - 1].isWordByte
    if match.lowerBound == start {
      if bytes[match.upperBound] == UInt8(ascii: "\n") { return .exact }
      return cutsWord ? .cutBeginning : .beginning
    }
    let beginsWord = bytes[match.lowerBound].isWordByte && !bytes[match.lowerBound - 1].isWordByte
    return beginsWord ? .word : .inside
  }

  // MARK: As read

  private func findPinyin(_ pattern: PinyinPattern, _ ranks: inout [UInt8]) {
    for index in fields.indices {
      let field = fields[index]
      let end = index + 1 < fields.count ? fields[index + 1].sounds : sounds.count
      let record = Int(field.record)
      guard field.sounds < end, ranks[record] > SearchRank.rank(.pinyin, field.role),
        let match = pattern.match(sounds, in: field.sounds..<end)
      else { continue }
      let way: SearchRank.Way =
        switch match {
        case .whole: .pinyin
        case .start: .pinyinBeginning
        case .inside: .pinyinInside
        }
      ranks[record] = min(ranks[record], SearchRank.rank(way, field.role))
    }
  }
}
