import Testing

@testable import Output
@testable import Store

struct PinyinTableTests {
  private func readings(_ character: Unicode.Scalar, in table: PinyinTable = .common) -> [String] {
    guard let sound = table.sound(of: character) else { return [] }
    return table.readings[table.bounds[Int(sound)]..<table.bounds[Int(sound) + 1]].map(\.text).sorted()
  }

  @Test(
    arguments: [
      ("三", ["san"]), ("磊", ["lei"]), ("重", ["chong", "zhong"]), ("长", ["chang", "zhang"]),
      ("行", ["hang", "heng", "xing"]), ("区", ["ou", "qu"]), ("乐", ["le", "yue"]),
      ("朝", ["chao", "zhao"]), ("厦", ["sha", "xia"]), ("石", ["dan", "shi"]), ("黔", ["qian"]),
      ("女", ["nv"]), ("率", ["lv", "shuai"]), ("慶", ["qing"]), ("庄", ["zhuang"]), ("a", ["a"]), ("7", ["7"]),
    ] as [(Unicode.Scalar, [String])])
  func `readings of common characters`(character: Unicode.Scalar, expected: [String]) {
    #expect(readings(character) == expected)
  }

  @Test func `what is not a Chinese character has none`() {
    for scalar in "，·%é한\u{10FFFF}\u{0}".unicodeScalars { #expect(readings(scalar).isEmpty) }
  }

  @Test func `every Chinese character of the built-in dataset has a reading`() throws {
    var missing: Set<Character> = []
    var seen: Set<Unicode.Scalar> = []
    for file in try InputFile.readDirectory(Repository.path("fixtures/qianjiang")) {
      for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars
      where scalar.properties.isIdeographic && seen.insert(scalar).inserted {
        if readings(scalar).isEmpty { missing.insert(Character(scalar)) }
      }
    }
    #expect(missing.isEmpty, "run script/pinyin")
    #expect(seen.count > 1000)
  }

  @Test func `characters that are read alike share a sound`() {
    let table = PinyinTable.common
    #expect(table.sound(of: "三") == table.sound(of: "叁"))
    #expect(table.sound(of: "三") != table.sound(of: "山"))
    #expect(table.initials.count < 2000)
  }

  @Test func `initials tell the first letters of all readings`() throws {
    let table = PinyinTable.common
    let sound = try #require(table.sound(of: "重"))
    let letters = PinyinTable.bit(of: UInt8(ascii: "c")) | PinyinTable.bit(of: UInt8(ascii: "z"))
    #expect(table.initials[Int(sound)] == letters)
    #expect(PinyinTable.bit(of: UInt8(ascii: "-")) == 0)
  }

  @Test func `comments and lines without characters are passed over`() {
    let table = PinyinTable(Array("# chang 长\n\nzhang\nzhang 长\n".utf8))
    #expect(readings("长", in: table) == ["zhang"])
    #expect(readings("g", in: table) == ["g"])
    #expect(readings("长", in: PinyinTable([])) == [])
  }
}
