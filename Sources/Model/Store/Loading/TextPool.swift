import Glibc

/// Texts that were met before, found by their bytes: ids and headings stand in thousands of citations.
///
/// A text that is there already costs no storage, not even for a moment.
struct TextPool {
  private var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Positions in `texts` by hash; -1 for none. Never more than half full.
  private var slots = [Int32](repeating: -1, count: 512)
  /// Another one for every pool, so that nobody can make texts that fall on one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// As many texts are remembered; more of them are hardly met again.
  private static let limit = 20_000
  /// Up to this length a string needs no storage of its own.
  private static let inlineLength = 15

  /// The text of these bytes, which are valid UTF-8.
  mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.count > TextPool.inlineLength else { return String(decoding: bytes, as: UTF8.self) }
    let hash = hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if hashes[position] == hash, TextPool.isEqual(texts[position], bytes) { return texts[position] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard texts.count < TextPool.limit else { return text }
    slots[slot] = Int32(texts.count)
    texts.append(text)
    hashes.append(hash)
    if texts.count * 2 > slots.count { grow() }
    return text
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (position, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(position)
    }
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isSame = text.utf8.withContiguousStorageIfAvailable { known in
      guard let start = known.baseAddress, let other = bytes.baseAddress else { return false }
      return known.count == bytes.count && memcmp(start, other, bytes.count) == 0
    }
    return isSame ?? false
  }

  private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = seed ^ UInt64(bytes.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low ^ seed
    }
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // The last bytes once more, so that no rest is to be read byte by byte.
    mix(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return hash
  }
}
