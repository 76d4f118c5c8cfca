/// Lines as a terminal without a screen hands them over, freed of what nobody typed.
///
/// Answers and keys that are no text come in the middle of them; a paste between marks may go over several, and is no
/// command.
package struct TypedLines {
  private var scanner = InputScanner()
  private var isPasted = false

  package init() {}

  /// What was typed; nil when the line is part of a paste.
  package mutating func text(of line: String) -> String? {
    var typed: [UInt8] = []
    for byte in line.utf8 {
      switch scanner.take(byte, at: 0) {
      case .byte(let byte) where byte >= 0x20 && byte != 0x7F: typed.append(byte)
      case .paste: isPasted = true
      default: break
      }
    }
    // The end of the line ends a sequence that was cut off, and stands inside a paste.
    let isOpen = scanner.isPasting
    defer { isPasted = false }
    if !isOpen { _ = scanner.expire(at: .max) }
    if isOpen || isPasted { return nil }
    return String(decoding: typed, as: UTF8.self)
  }
}
