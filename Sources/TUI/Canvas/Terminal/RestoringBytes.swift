/// The bytes that restore a terminal if the terminal library can no longer do it.
enum RestoringBytes {
  /// Capabilities that undo the changes of the library and the program, in the order of writing: attributes, colours
  /// and charset; the keypad; the cursor; last the screen, because that shows the previous content again.
  static let capabilities = ["sgr0", "op", "rmacs", "rmkx", "cnorm", "rmcup"]
  /// Requests reports of button presses and the wheel, with decimal coordinates if the terminal supports them.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  /// Switches mouse reports off if they are on.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"
  /// Enables bracketed paste. Terminals without it ignore the request.
  static let pasteOn = "\u{1B}[?2004h"
  /// Disables bracketed paste.
  static let pasteOff = "\u{1B}[?2004l"
  /// The maximum number of bytes kept.
  static let limit = 512

  /// Joins the strings of capabilities up to the limit. Padding (`$<5>`) is for hardware terminals and is removed.
  static func joined(_ strings: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for string in strings {
      let next = withoutPadding(Array(string.utf8))
      if bytes.count + next.count <= limit { bytes += next }
    }
    return bytes
  }

  private static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
