/// Letters typed for a Chinese name: `sanlei`, `sl`, `slei` or `sanl` for 三磊.
///
/// Every character matches a whole reading or its initial (z or zh for 重), the last one any start of a reading. All
/// readings of a character are tried.
struct PinyinPattern {
  /// The part of a name that the letters match.
  enum Match {
    /// The whole name.
    case whole
    /// A part that starts with the first character.
    case start
    /// A part that starts later.
    case inside
  }

  /// Positions in the letters, one bit each.
  ///
  /// All positions that the characters so far can reach are tracked together. However many ways there are to divide the
  /// letters, a character costs at most one step per position.
  private typealias Places = UInt128

  /// The most letters that are tried as pinyin: enough for forty characters in full.
  static let limit = 128

  private let table: PinyinTable
  /// The eight letters from each position, the first in the lowest byte, with zeros after the last.
  private let windows: [UInt64]
  private let firstBit: UInt64

  /// Nil unless the text consists of at most `limit` letters and digits, with at least one letter.
  /// - Parameter text: folded as by `SearchText`; ü counts as v.
  init?(_ text: [UInt8], table: PinyinTable) {
    guard text.count <= PinyinPattern.limit else { return nil }
    let letters = Array(String(decoding: text, as: UTF8.self).replacing("ü", with: "v").utf8)
    guard let first = letters.first, letters.allSatisfy(\.isWordByte),
      letters.contains(where: { $0 >= UInt8(ascii: "a") })
    else { return nil }
    self.table = table
    firstBit = PinyinTable.bit(of: first)
    windows = letters.indices.map { PinyinTable.Reading(letters[$0...]).letters }
  }

  /// Returns the best match of the letters with the name whose sounds are in the range; nil when they do not match.
  func match(_ sounds: [UInt16], in range: Range<Int>) -> Match? {
    // No syllable has more than six letters.
    guard !range.isEmpty, windows.count <= range.count * 6 else { return nil }
    if let match = matchFromStart(sounds, range) { return match }
    return matchInside(sounds, range.dropFirst()) ? .inside : nil
  }

  private func isBegun(by sound: UInt16) -> Bool { table.initials[Int(sound)] & firstBit != 0 }

  private func matchFromStart(_ sounds: [UInt16], _ range: Range<Int>) -> Match? {
    guard isBegun(by: sounds[range.lowerBound]) else { return nil }
    var places: Places = 1
    var match: Match?
    for index in range where places != 0 {
      if advance(&places, over: sounds[index]) { match = index == range.upperBound - 1 ? .whole : .start }
    }
    return match
  }

  private func matchInside(_ sounds: [UInt16], _ range: Range<Int>) -> Bool {
    var places: Places = 0
    for index in range {
      if isBegun(by: sounds[index]) {
        places |= 1
      } else if places == 0 {
        continue
      }
      if advance(&places, over: sounds[index]) { return true }
    }
    return false
  }

  /// Advances each position by what the character can match.
  /// - Returns: whether the letters can end with this character.
  private func advance(_ places: inout Places, over sound: UInt16) -> Bool {
    var reached: Places = 0
    var isComplete = false
    for index in table.bounds[Int(sound)]..<table.bounds[Int(sound) + 1] {
      let reading = table.readings[index]
      var rest = places
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest - 1
        let common = min((windows[place] ^ reading.letters).trailingZeroBitCount / 8, reading.count)
        if common == 0 { continue }
        if place + common == windows.count { isComplete = true }
        reached |= 2 << Places(place)
        if common >= reading.initial { reached |= 1 << Places(place + reading.initial) }
        if common == reading.count { reached |= 1 << Places(place + reading.count) }
      }
    }
    // The position after the last letter leads no further.
    places = reached & ((1 << Places(windows.count)) &- 1)
    return isComplete
  }
}
