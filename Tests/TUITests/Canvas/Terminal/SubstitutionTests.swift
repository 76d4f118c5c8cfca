import Glibc
import Testing

@testable import Canvas

struct SubstitutionTests {
  private func text(of glyph: Character, columns: Int, locale name: String) throws -> String {
    let locale = try #require(newlocale(LC_CTYPE_MASK, name, nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    return String(String.UnicodeScalarView(Substitution.scalars(for: glyph, columns: columns)))
  }

  @Test(arguments: [
    ("a", 1, "a"), ("黔", 2, "??"), ("─", 1, "-"), ("█", 1, "#"), ("…", 1, "."), ("é", 1, "?"), ("（", 2, "(("),
  ])
  func `without any charset`(glyph: Character, columns: Int, result: String) throws {
    #expect(try text(of: glyph, columns: columns, locale: "C") == result)
  }

  @Test(arguments: ["^": "▲△↑", "v": "▼▽↓", ">": "▶▸→›≥", "<": "◀◂←‹≤", "*": "●•◆★", "o": "○□", "!": "≠"])
  func `arrows and marks keep their direction and weight`(sign: String, glyphs: String) throws {
    for glyph in glyphs { #expect(try text(of: glyph, columns: 1, locale: "C") == sign, "\(glyph)") }
  }

  @Test(
    .enabled(if: InputDecoderTests.hasGBK),
    arguments: [("黔", 2, "黔"), ("─", 1, "-"), ("“", 1, "\""), ("𠮷", 2, "??")])
  func `in a Chinese charset`(glyph: Character, columns: Int, result: String) throws {
    #expect(try text(of: glyph, columns: columns, locale: "zh_CN.GBK") == result)
  }
}
