/// The sequence that copies text to the clipboard of the terminal's user (OSC 52).
package enum Clipboard {
  /// The number of Base64 bytes that every terminal with clipboard support accepts.
  static let limit = 74_994

  /// Returns whether a text is short enough to copy.
  package static func fits(_ text: String) -> Bool { (text.utf8.count + 2) / 3 * 4 <= limit }

  /// - Parameters:
  ///   - type: the terminal's type; screen forwards a sequence if it is wrapped for it.
  ///   - isInTmux: whether tmux runs in between, regardless of the type it reports. It accepts the plain sequence if
  ///     `set-clipboard` is on, and forwards a wrapped one if `allow-passthrough` is on: both are sent.
  /// - Returns: an empty array for a text that is too long or contains a control character.
  static func sequence(_ text: String, type: String, isInTmux: Bool = false) -> [UInt8] {
    let isPlain = !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    guard fits(text), isPlain else { return [] }
    let bytes = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    if isInTmux || type.hasPrefix("tmux") { return bytes + wrapped(doubled(bytes), "tmux;") }
    // screen drops strings of more than 768 bytes.
    if type.hasPrefix("screen") {
      return stride(from: 0, to: bytes.count, by: 256)
        .flatMap { wrapped(Array(bytes[$0..<min($0 + 256, bytes.count)]), "") }
    }
    return bytes
  }

  private static func wrapped(_ bytes: [UInt8], _ prefix: String) -> [UInt8] {
    Array("\u{1B}P\(prefix)".utf8) + bytes + Array("\u{1B}\\".utf8)
  }

  private static func doubled(_ bytes: [UInt8]) -> [UInt8] { bytes.flatMap { $0 == 0x1B ? [$0, $0] : [$0] } }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [0, 0]
      let bits = padded.prefix(3).reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        result.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}
