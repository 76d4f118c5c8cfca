/// What is written to a terminal to give it back when the terminal library cannot do it any more.
enum RestoringBytes {
  /// Capabilities that undo what the library and the program did, in the order in which they are written: attributes,
  /// colours and charset; the keypad; the cursor; last the screen, because that shows what was there before.
  static let capabilities = ["sgr0", "op", "rmacs", "rmkx", "cnorm", "rmcup"]
  /// Asks for presses of buttons and the wheel, with places as numbers where the terminal can do that.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  /// Switches the reports of the mouse off, where there may be some.
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l"
  /// Asks that what is pasted comes between marks. Terminals that cannot do that pass over it.
  static let pasteOn = "\u{1B}[?2004h"
  /// Gives pasting back.
  static let pasteOff = "\u{1B}[?2004l"
  /// As many bytes can be kept.
  static let limit = 512

  /// Joins the strings of capabilities as far as there is room. Padding (`$<5>`) is for terminals of wire and glass,
  /// and left out.
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
