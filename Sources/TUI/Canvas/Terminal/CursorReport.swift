/// A terminal's answer to a cursor position request: `ESC [ row ; column R`, each from 1.
struct CursorReport: Equatable {
  static let request = "\u{1B}[6n"

  var row: Int
  var column: Int

  /// Finds the first report among bytes that may contain other input before and after it, such as typed keys.
  ///
  /// - Returns: nil if there is no complete report yet.
  static func first(in bytes: [UInt8]) -> CursorReport? {
    for start in bytes.indices where bytes[start] == 0x1B {
      if let report = CursorReport(bytes[start...]) { return report }
    }
    return nil
  }

  /// - Parameter bytes: the report, starting at the escape byte.
  private init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.dropFirst()
    guard rest.popFirst() == UInt8(ascii: "["), let row = Self.number(&rest),
      rest.popFirst() == UInt8(ascii: ";"), let column = Self.number(&rest),
      rest.popFirst() == UInt8(ascii: "R")
    else { return nil }
    self.row = row
    self.column = column
  }

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Consumes the digits at the front; at most five, as no terminal is larger.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix(6).prefix { (0x30...0x39).contains($0) }
    guard (1...5).contains(digits.count) else { return nil }
    bytes = bytes.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
