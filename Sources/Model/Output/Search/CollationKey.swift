/// A sort key for texts: Chinese by pinyin, as in dictionaries, and numbers by value, so that 项目2 comes before 项目10.
///
/// Punctuation and digits come first, then Latin letters in either case, then Chinese, then all else.
package struct CollationKey: Comparable, Sendable {
  private let bytes: [UInt8]

  private static let han: UInt8 = 0xE0
  private static let other: UInt8 = 0xF0

  /// Creates the key of a text; equal texts have equal keys.
  package init(_ text: String) {
    var bytes: [UInt8] = []
    var rest = SearchText(text).scalars[...]
    while let scalar = rest.first {
      if let digits = CollationKey.digits(&rest) {
        bytes += digits
      } else {
        rest = rest.dropFirst()
        CollationKey.append(scalar, to: &bytes)
      }
    }
    self.bytes = bytes
  }

  /// Returns the key of a number: the count of its digits, then the digits, without leading zeros.
  private static func digits(_ rest: inout ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    let run = rest.prefix { (0x30...0x39).contains($0.value) }
    guard !run.isEmpty else { return nil }
    rest = rest.dropFirst(run.count)
    let number = run.drop { $0 == "0" }.map { UInt8($0.value) }
    return [0x30, UInt8(clamping: number.count)] + number
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else if let sound = PinyinTable.common.sound(of: scalar), let reading = reading(of: sound) {
      // The zero ends the syllable, so that ji comes before jia. Characters with the same reading stay together.
      bytes += [han] + Array(reading.text.utf8) + [0] + bigEndian(scalar)
    } else {
      bytes += [other] + bigEndian(scalar)
    }
  }

  private static func reading(of sound: UInt16) -> PinyinTable.Reading? {
    let bounds = PinyinTable.common.bounds
    let start = bounds[Int(sound)]
    return start < bounds[Int(sound) + 1] ? PinyinTable.common.readings[start] : nil
  }

  private static func bigEndian(_ scalar: Unicode.Scalar) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
  }

  /// Whether the left text is sorted first.
  package static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
