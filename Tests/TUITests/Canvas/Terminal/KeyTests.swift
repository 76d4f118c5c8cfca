import Testing

@testable import Canvas

struct KeyTests {
  @Test(
    arguments: [
      ("\u{0}", Key.control("@")), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
      ("\u{1C}", .control("\\")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{1B}", .escape), ("\u{7F}", .backspace),
      ("\u{8}", .backspace),
      (" ", .character(" ")), ("q", .character("q")), ("黔", .character("黔")), ("\u{1F}", .control("_")),
    ] as [(Unicode.Scalar, Key)])
  func `keys of scalars`(scalar: Unicode.Scalar, key: Key) {
    #expect(Key(scalar) == key)
  }

  @Test(
    arguments: [
      ("？", "?"), ("／", "/"), ("ｑ", "q"), ("１", "1"), ("［", "["), ("］", "]"), ("　", " "), ("。", "."),
      ("、", "/"), ("【", "["),
      ("】", "]"), ("：", ":"), ("，", ","), ("《", "<"), ("～", "~"), ("“", "\""), ("q", "q"), ("黔", "黔"),
      ("ﾞ", "ﾞ"),
    ] as [(Character, Character)])
  func `half-width keys`(typed: Character, command: Character) {
    #expect(Key.character(typed).halfWidth == .character(command))
  }

  @Test func `keys without text stay`() {
    #expect(Key.up.halfWidth == .up)
    #expect(Key.control("c").halfWidth == .control("c"))
  }
}
