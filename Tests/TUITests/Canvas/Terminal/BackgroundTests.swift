import Testing

@testable import Canvas

struct BackgroundTests {
  @Test(arguments: [
    ("11;rgb:ffff/ffff/ffff", "#ffffff", true), ("11;rgb:1e1e/1e1e/1e1e", "#1e1e1e", false),
    ("11;rgb:f/8/0", "#ff8800", true),
    ("11;rgb:123/456/789", "#124578", false), ("11;rgba:0000/0000/0000/ffff", "#000000", false),
    ("11;#fff", "#ffffff", true),
    ("11;#fdf6e3", "#fdf6e3", true), ("11;#002b36", "#002b36", false),
  ])
  func `an answer is read`(answer: String, text: String, isLight: Bool) throws {
    let background = try #require(Background(answer: Array(answer.utf8)))
    #expect(background.text == text)
    #expect(background.isLight == isLight)
  }

  @Test(arguments: [
    "", "11;", "11;?", "10;rgb:0/0/0", "11;rgb:0/0", "11;rgb:0/0/0/0/0", "11;rgb:g/0/0", "11;rgb:00000/0/0",
    "11;#12",
  ])
  func `nonsense is not an answer`(answer: String) {
    #expect(Background(answer: Array(answer.utf8)) == nil)
  }

  @Test(arguments: [
    ("0;15", true), ("15;0", false), ("0;default;7", true), ("7;8", false), ("0;11", true), ("15;4", false),
    ("0;231", true),
    ("0;255", true), ("15;232", false), ("15;16", false), ("0;230", true), ("15;17", false),
  ])
  func `COLORFGBG names any of the colours`(value: String, isLight: Bool) {
    #expect(Background(colorfgbg: value)?.isLight == isLight)
  }

  @Test(arguments: [nil, "", "15;default", "0;256", "0;-1", "x"]) func `COLORFGBG may say nothing`(
    value: String?
  ) {
    #expect(Background(colorfgbg: value) == nil)
  }

  @Test func `only terminals that answer are asked`() {
    for type in ["xterm-256color", "xterm", "tmux-256color", "putty", "foot", "alacritty"] {
      #expect(Background.isAnswered(by: type))
    }
    for type in ["linux", "vt100", "dumb", "screen-256color"] { #expect(!Background.isAnswered(by: type)) }
  }
}
