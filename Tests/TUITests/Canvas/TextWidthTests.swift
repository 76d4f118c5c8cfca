import CSignals
import Glibc
import Testing

@testable import Canvas
@testable import Domain

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("黔江区", 6), ("109.43亿元", 10), ("█▋─┃", 4), ("“≥30%”…·", 8), ("e\u{301}", 1),
    ("ｶﾞ", 2),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍🏽", 2), ("🇨🇳", 2), ("👨‍👩‍👧", 6), ("नमस्ते", 4), ("a\tb\u{7}", 4),
    ("\u{202E}x", 1), ("！？", 4), ("𠮷", 2), ("\u{301}", 1),
  ])
  func `columns of text`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
    let clean = TextWidth.cleaned(text)
    #expect(clean.reduce(0) { $0 + TextWidth.columns(of: $1) } == columns)
    #expect(clean.allSatisfy { (1...2).contains(TextWidth.columns(of: $0)) })
  }

  /// The screen is drawn with the C library's widths. Where that one does not know a scalar, ours is not drawn.
  @Test func `columns are those of the C library`() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var different: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), TextWidth.cleaned(scalar) == scalar else { continue }
      let expected = Int(qj_columns(value))
      if TextWidth.columns(of: scalar) != expected {
        different.append("\(String(value, radix: 16)) \(expected)")
      }
      let plain = TextWidth.plainColumns(String(Character(scalar)))
      if let plain, plain != expected { different.append("plain \(String(value, radix: 16)) \(expected)") }
    }
    #expect(different == [])
  }

  /// What is taken for plain without a further look has to be clean.
  @Test func `plain text is clean`() {
    var unclean: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      if TextWidth.plainColumns(text) != nil, TextWidth.cleaned(scalar) != scalar {
        unclean.append(String(value, radix: 16))
      }
    }
    #expect(unclean == [])
  }

  @Test(arguments: [
    ("plain 黔江", "plain 黔江"), ("a\u{0}b\u{1B}[31m\u{7F}\u{9B}", "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\u{FFFD}"),
    ("a\tb\nc\r\nd\u{2028}e", "a b c d e"), ("\u{FEFF}x\u{200B}y\u{AD}z\u{2066}w\u{2069}", "xyzw"),
    ("\u{202E}gnp.exe\u{202C}", "gnp.exe"),
    ("\u{E000}\u{10FEFE}\u{FFFF}\u{0378}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    // A file name that is no UTF-8.
    (FileName.text([0xD6, 0xD0, 0x2F, 0x61]), #"\xD6\xD0/a"#),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}b\u{301}", "a\u{301}\u{302}\u{303}b\u{301}"),
    ("\u{301}a", "\u{FFFD}a"),
    ("☎\u{FE0F}", "☎"), ("👍🏽", "👍"), ("🇨🇳", "CN"), ("👨‍👩‍👧", "👨👩👧"), ("\u{1160}", "\u{FFFD}"),
    // A cluster of three columns, one of no known width, and one as new as Unicode 15.
    ("ष्ट्र", "\u{FFFD}"), ("\u{1100}\u{1100}\u{1161}", "\u{FFFD}"), ("\u{31350}", "\u{FFFD}"),
  ])
  func `cleaning`(text: String, clean: String) {
    #expect(Array(TextWidth.cleaned(text).unicodeScalars) == Array(clean.unicodeScalars))
    #expect(TextWidth.cleaned(clean) == clean)
  }

  @Test(arguments: [
    ("黔江区", 6, "黔江区"), ("黔江区", 5, "黔江…"), ("黔江区", 4, "黔…"), ("黔江区", 3, "黔…"), ("黔江区", 2, "…"),
    ("黔江区", 1, "…"),
    ("黔江区", 0, ""), ("黔江区", -1, ""), ("abc", 2, "a…"), ("", 0, ""), ("e\u{301}fg", 2, "e\u{301}…"),
    ("a\u{202E}b", 2, "ab"),
  ])
  func `fitting`(text: String, columns: Int, result: String) {
    #expect(TextWidth.fitted(text, to: columns) == result)
  }

  @Test func `fitting with another mark or none`() {
    #expect(TextWidth.fitted("黔江区", to: 4, ellipsis: false) == "黔江")
    #expect(TextWidth.fitted("黔江区", to: 3, ellipsis: false) == "黔")
    #expect(TextWidth.fitted("黔江区", to: 5, mark: "..") == "黔..")
    #expect(TextWidth.fitted("黔江区", to: 1, mark: "..") == "")
  }

  @Test(arguments: [
    (TextWidth.Alignment.left, "黔江   "), (.centre, " 黔江  "), (.right, "   黔江"),
  ])
  func `padding`(alignment: TextWidth.Alignment, result: String) {
    #expect(TextWidth.padded("黔江", to: 7, alignment: alignment) == result)
    #expect(TextWidth.padded("黔江", to: -1, alignment: alignment) == "")
  }

  @Test func `padding fills what cutting a wide character leaves`() {
    #expect(TextWidth.padded("黔江区", to: 4) == "黔… ")
    #expect(TextWidth.padded("黔江区", to: 3, ellipsis: false) == "黔 ")
  }
}
