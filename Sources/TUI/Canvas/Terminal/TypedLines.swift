/// Lines from a terminal without a screen, with everything removed that was not typed.
///
/// Answers and non-text keys may occur inside lines. A bracketed paste may span several lines and is not a command.
package struct TypedLines {
  private var scanner = InputScanner()
  private var isPasted = false

  /// Creates an empty buffer.
  package init() {}

  /// Returns the typed text; nil if the line is part of a paste.
  package mutating func text(of line: String) -> String? {
    var typed: [UInt8] = []
    for byte in line.utf8 {
      switch scanner.take(byte, at: 0) {
      case .byte(let byte) where byte >= 0x20 && byte != 0x7F: typed.append(byte)
      case .paste: isPasted = true
      default: break
      }
    }
    // The end of the line ends an incomplete sequence, but is part of a paste.
    let isOpen = scanner.isPasting
    defer { isPasted = false }
    if !isOpen { _ = scanner.expire(at: .max) }
    if isOpen || isPasted { return nil }
    return String(decoding: typed, as: UTF8.self)
  }
}
