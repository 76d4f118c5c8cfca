import Testing

@testable import Canvas

struct ClipboardTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("亿元", "5Lq/5YWD"),
  ])
  func `base64`(text: String, coded: String) {
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == coded)
  }

  @Test func `a sequence is wrapped for the multiplexer in between`() {
    func shown(_ type: String) -> String {
      String(decoding: Clipboard.sequence("foo", type: type), as: UTF8.self)
    }
    #expect(shown("xterm-256color") == "\u{1B}]52;c;Zm9v\u{07}")
    let both = "\u{1B}]52;c;Zm9v\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{07}\u{1B}\\"
    #expect(shown("tmux-256color") == both)
    #expect(
      String(decoding: Clipboard.sequence("foo", type: "screen-256color", isInTmux: true), as: UTF8.self)
        == both)
    #expect(shown("screen-256color") == "\u{1B}P\u{1B}]52;c;Zm9v\u{07}\u{1B}\\")
  }

  @Test func `a text that is too long or has a control character is not sent`() {
    let longest = String(repeating: "a", count: Clipboard.limit / 4 * 3)
    #expect(Clipboard.fits(longest))
    #expect(!Clipboard.fits(longest + "aaa"))
    #expect(Clipboard.sequence(longest + "aaa", type: "xterm").isEmpty)
    #expect(Clipboard.sequence("a\u{1B}b", type: "xterm").isEmpty)
    #expect(Clipboard.sequence("a\u{9C}b", type: "xterm").isEmpty)
  }
}
