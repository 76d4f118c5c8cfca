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

  @Test(
    .enabled(if: InputDecoderTests.hasGBK),
    arguments: [("黔", 2, "黔"), ("─", 1, "-"), ("“", 1, "\""), ("𠮷", 2, "??")])
  func `in a Chinese charset`(glyph: Character, columns: Int, result: String) throws {
    #expect(try text(of: glyph, columns: columns, locale: "zh_CN.GBK") == result)
  }
}
