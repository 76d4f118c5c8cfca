/// A parsed control sequence: `CSI < 0 ; 21 ; 9 M`.
struct ControlSequence: Equatable {
  /// One of `< = > ?` before the parameters: a private extension of the standard.
  let prefix: UInt8?
  /// Each parameter with its sub-parameters after colons; -1 for a missing number. Numbers are limited to ``largest``.
  let parameters: [[Int]]
  let intermediates: [UInt8]
  let final: UInt8

  private static let largest = 9_999_999
  private static let most = 16

  /// - Parameter body: the bytes between `CSI` and the final one, each in 0x20...0x3F.
  init(_ body: [UInt8], final: UInt8) {
    var rest = body[...]
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      prefix = first
      rest = rest.dropFirst()
    } else {
      prefix = nil
    }
    let numbers = rest.prefix { (0x30...0x3B).contains($0) }
    intermediates = Array(rest[numbers.endIndex...])
    parameters = Self.parameters(numbers)
    self.final = final
  }

  /// Parses the numbers of bytes such as `1;5:3`; empty input has none.
  static func parameters(_ bytes: ArraySlice<UInt8>) -> [[Int]] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).prefix(most).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).prefix(most).map(number)
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.isEmpty ? -1 : digits.reduce(0) { min(largest, $0 * 10 + Int($1) - 0x30) }
  }

  /// Returns a parameter, or the default if it is missing.
  func parameter(_ index: Int, default value: Int = 1) -> Int {
    guard parameters.indices.contains(index), let number = parameters[index].first, number >= 0 else {
      return value
    }
    return number
  }

  var isPasteStart: Bool {
    prefix == nil && intermediates.isEmpty && final == UInt8(ascii: "~") && parameter(0) == 200
  }
}
