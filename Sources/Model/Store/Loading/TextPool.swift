import Glibc

/// Texts seen before, found by their bytes: ids and headings occur in thousands of citations.
///
/// A text that is already present costs no storage, not even temporarily.
struct TextPool {
  private var texts: [String] = []
  private var hashes: [UInt64] = []
  /// Positions in `texts` by hash; -1 for none. At most half of the slots are used.
  private var slots = [Int32](repeating: -1, count: 512)
  /// Different for every pool, so that nobody can craft texts that share one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// The number of texts kept; beyond that, repetitions are rare.
  private static let limit = 20_000
  /// The longest string that needs no storage of its own, in bytes.
  private static let inlineLength = 15

  /// Returns the text of these bytes, which must be valid UTF-8.
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
    // The last eight bytes again, so that no remainder has to be read byte by byte.
    mix(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    return hash
  }
}
