import CData

/// The readings of characters, without tones: 重 is `chong` and `zhong`.
///
/// Characters with the same readings share a sound, so that a name is stored as one small number per character. Latin
/// letters and digits are their own readings.
struct PinyinTable: Sendable {
  /// One reading of a character.
  struct Reading: Hashable, Sendable {
    /// The letters, the first in the lowest byte; at most eight.
    let letters: UInt64
    /// The number of letters.
    let count: Int
    /// The number of letters in its initial: two for zh, ch and sh, otherwise one.
    let initial: Int

    init(_ syllable: some Sequence<UInt8>) {
      var letters: UInt64 = 0
      var count = 0
      for letter in syllable.prefix(8) {
        letters |= UInt64(letter) << UInt64(count * 8)
        count += 1
      }
      self.letters = letters
      self.count = count
      let second = UInt8(truncatingIfNeeded: letters >> 8)
      let first = UInt8(truncatingIfNeeded: letters)
      initial = second == UInt8(ascii: "h") && "zcs".utf8.contains(first) ? 2 : 1
    }

    var text: String {
      String(
        decoding: (0..<count).map { UInt8(truncatingIfNeeded: letters >> UInt64($0 * 8)) }, as: UTF8.self)
    }
  }

  /// The built-in table, parsed on first use.
  static let common = PinyinTable(builtInLines)

  /// The sound of characters without a reading.
  static let unread: UInt16 = 0

  /// Sorted; `sounds` has the sound of each scalar.
  private var scalars: [UInt32] = []
  private var sounds: [UInt16] = []
  /// The readings of a sound are `readings[bounds[sound]..<bounds[sound + 1]]`.
  private(set) var readings: [Reading] = []
  private(set) var bounds: [Int] = [0, 0]
  /// For each sound, one bit per letter or digit that a reading begins with; see `bit(of:)`.
  private(set) var initials: [UInt64] = [0]

  /// Parses lines with a syllable, a space, and the characters with that reading, in any order.
  init(_ lines: [UInt8]) {
    var entries: [(scalar: UInt32, syllable: Int)] = []
    var syllables: [Reading] = []
    for byte in Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8) {
      entries.append((UInt32(byte), syllables.count))
      syllables.append(Reading([byte]))
    }
    for line in lines.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      for scalar in String(decoding: line[(blank + 1)...], as: UTF8.self).unicodeScalars {
        entries.append((scalar.value, syllables.count))
      }
      syllables.append(Reading(line[..<blank]))
    }
    entries.sort { ($0.scalar, $0.syllable) < ($1.scalar, $1.syllable) }
    var known: [[Int]: UInt16] = [:]
    var rest = entries[...]
    while let scalar = rest.first?.scalar {
      let group = rest.prefix { $0.scalar == scalar }.map(\.syllable)
      rest = rest.dropFirst(group.count)
      scalars.append(scalar)
      sounds.append(known[group] ?? addSound(group.map { syllables[$0] }))
      known[group] = sounds.last
    }
  }

  private mutating func addSound(_ group: [Reading]) -> UInt16 {
    readings += group
    bounds.append(readings.count)
    initials.append(group.reduce(0) { $0 | PinyinTable.bit(of: UInt8(truncatingIfNeeded: $1.letters)) })
    return UInt16(clamping: initials.count - 1)
  }

  private static var builtInLines: [UInt8] {
    guard let bytes = qj_pinyin() else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: qj_pinyin_size))
  }

  /// Returns a distinct bit for each lower-case letter and digit; 0 for other bytes.
  static func bit(of byte: UInt8) -> UInt64 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1 << UInt64(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 1 << UInt64(byte - UInt8(ascii: "0") + 26)
    default: 0
    }
  }

  /// Returns the sound of a character; nil when it has no known reading. O(log n) in the size of the table.
  func sound(of scalar: Unicode.Scalar) -> UInt16? {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count && scalars[low] == scalar.value ? sounds[low] : nil
  }

  /// Returns the sounds of a name, one for each letter, digit and Chinese character, none for other characters. Empty
  /// for a text without Chinese characters, which is found as written.
  func sounds(of text: SearchText) -> [UInt16] {
    var sounds: [UInt16] = []
    addSounds(of: text, to: &sounds)
    return sounds
  }

  /// Appends the sounds of a name.
  func addSounds(of text: SearchText, to sounds: inout [UInt16]) {
    guard text.scalars.contains(where: { !$0.isASCII }) else { return }
    let start = sounds.count
    var isChinese = false
    for scalar in text.scalars {
      if let sound = sound(of: scalar) {
        sounds.append(sound)
        isChinese = isChinese || !scalar.isASCII
      } else if !scalar.isASCII, scalar.properties.isAlphabetic {
        sounds.append(PinyinTable.unread)
      }
    }
    if !isChinese { sounds.removeLast(sounds.count - start) }
  }
}
