import Testing

@testable import Output

struct PinyinPatternTests {
  private func match(_ letters: String, _ name: String) -> PinyinPattern.Match? {
    let table = PinyinTable.common
    let sounds = table.sounds(of: SearchText(name))
    return PinyinPattern(SearchText(letters).bytes, table: table)?.match(sounds, in: sounds.indices)
  }

  @Test(arguments: ["sanlei", "sl", "slei", "sanl", "sanle", "SanLei"])
  func `a name is found by syllables and initials in any mixture`(letters: String) {
    #expect(match(letters, "三磊") == .whole)
  }

  @Test func `the last syllable may be unfinished, no other`() {
    #expect(match("sanle", "三磊") == .whole)
    #expect(match("sa", "三磊") == .start)
    #expect(match("salei", "三磊") == nil)
    #expect(match("sanleix", "三磊") == nil)
  }

  @Test func `two letters can be an initial`() {
    #expect(match("zhq", "重庆") == .whole)
    #expect(match("chqing", "重庆") == .whole)
    #expect(match("zsh", "招商") == .whole)
    #expect(match("lq", "重庆") == nil)
  }

  @Test func `a match may begin at any character`() {
    #expect(match("qzstzj", "区招商投资局") == .whole)
    #expect(match("qzs", "区招商投资局") == .start)
    #expect(match("zstzj", "区招商投资局") == .inside)
    #expect(match("tzi", "区招商投资局") == .inside)
    #expect(match("ju", "区招商投资局") == .inside)
    #expect(match("zj", "区招商投资局") == .inside)
    #expect(match("qt", "区招商投资局") == nil)
  }

  @Test(
    arguments: [
      ("chongqing", "重庆"), ("cq", "重庆"), ("zgy", "重工业"), ("zhonggongye", "重工业"),
      ("changjiang", "长江"), ("cj", "长江"), ("shizhang", "市长"), ("yinhang", "银行"),
      ("xingzheng", "行政"), ("yinyue", "音乐"), ("kuaile", "快乐"), ("chaoyang", "朝阳"),
      ("zhaoqi", "朝气"), ("xiamen", "厦门"), ("dasha", "大厦"), ("ou", "区"), ("quwei", "区委"),
      ("shitou", "石头"), ("dan", "石"), ("kuaiji", "会计"), ("huiyi", "会议"),
    ])
  func `every reading of a character is tried`(letters: String, name: String) {
    #expect(match(letters, name) == .whole)
  }

  @Test func `a division that fails does not hide another`() {
    // xi-an and xian; the longest first syllable leads nowhere.
    #expect(match("xianshi", "西安市") == .whole)
    #expect(match("xianshi", "县市") == .whole)
    #expect(match("fangan", "方案") == .whole)
    #expect(match("fanga", "反感") == .whole)
  }

  @Test func `letters and digits of a name are compared, other signs are ignored`() {
    #expect(match("40wd", "40万吨") == .whole)
    #expect(match("gdpgxl", "GDP贡献率") == .whole)
    #expect(match("gyqcjs", "“工业强城”建设") == .whole)
    #expect(match("gxqqj", "高新区·黔江") == .whole)
    #expect(match("4wd", "40万吨") == nil)
  }

  @Test func `ü is v or itself`() {
    #expect(match("nv", "女") == .whole)
    #expect(match("nü", "女") == .whole)
    #expect(match("lvse", "绿色") == .whole)
  }

  @Test func `an apostrophe may part syllables`() {
    #expect(match("xi'an", "西安") == .whole)
  }

  @Test(arguments: ["", "12", "三l", "s.l", "s l", "sl!", String(repeating: "a", count: 129)])
  func `other texts are not pinyin`(text: String) {
    #expect(PinyinPattern(SearchText(text).bytes, table: .common) == nil)
  }

  @Test func `names without Chinese characters are not read`() {
    #expect(PinyinTable.common.sounds(of: SearchText("Glass fibre 3")).isEmpty)
    #expect(match("g", "Glass") == nil)
    #expect(match("g", "") == nil)
  }

  @Test func `a character without a reading stops a match`() {
    let table = PinyinTable(Array("san 三\nlei 磊\n".utf8))
    let sounds = table.sounds(of: SearchText("三玻磊"))
    #expect(sounds.count == 3)
    #expect(PinyinPattern(Array("sl".utf8), table: table)?.match(sounds, in: 0..<3) == nil)
    #expect(PinyinPattern(Array("lei".utf8), table: table)?.match(sounds, in: 0..<3) == .inside)
  }

  /// Every a can be a syllable or the beginning of one, in each of these characters: the ways of dividing the letters
  /// are more than can ever be tried one by one.
  @Test(.timeLimit(.minutes(1)), arguments: [40, 127, 128])
  func `letters that can be divided in very many ways are matched at once`(count: Int) {
    let table = PinyinTable(Array("a 啊\naa 啊\naaa 啊\naaaa 啊\n".utf8))
    let sounds = table.sounds(of: SearchText(String(repeating: "啊", count: 400)))
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: count)
    #expect(PinyinPattern(letters, table: table)?.match(sounds, in: 0..<count) == .whole)
    #expect(PinyinPattern(letters, table: table)?.match(sounds, in: 0..<400) == .start)
    #expect(PinyinPattern(letters.dropLast() + [0x62], table: table)?.match(sounds, in: 0..<400) == nil)
  }

  @Test func `the last of the allowed letters counts`() {
    let name = String(repeating: "三", count: 42) + "啊啊"
    let letters = String(repeating: "san", count: 42) + "aa"
    #expect(letters.utf8.count == PinyinPattern.limit)
    #expect(match(letters, name) == .whole)
    #expect(match(letters.dropLast() + "o", name) == nil)
  }
}
