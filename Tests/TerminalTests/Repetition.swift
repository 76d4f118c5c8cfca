/// Replaces the sequence that repeats a character (ESC [ count b) by the characters.
///
/// libvterm puts the cursor into the next line when the last but one column was reached by it; terminals do not.
struct Repetition {
  private var last: UInt8 = 0x20
  /// What may be the beginning of such a sequence.
  private var held: [UInt8] = []

  mutating func expand(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      switch (held.count, byte) {
      case (_, 0x1B):
        result += held
        held = [byte]
      case (1, UInt8(ascii: "[")), (2..., UInt8(ascii: "0")...UInt8(ascii: "9")):
        held.append(byte)
      case (2..., UInt8(ascii: "b")):
        let count = held.dropFirst(2).reduce(0) { min(9999, $0 * 10 + Int($1) - 0x30) }
        result += Array(repeating: last, count: max(1, count))
        held = []
      default:
        if held.isEmpty, byte >= 0x20 { last = byte }
        result += held + [byte]
        held = []
      }
    }
    return result
  }
}
