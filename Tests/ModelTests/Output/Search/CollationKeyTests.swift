import Testing

@testable import Output

@Suite struct CollationKeyTests {
  @Test(arguments: [
    ["项目2", "项目10", "项目100"], ["0", "1", "2", "10"], ["2期", "10期"], ["a2b", "a10a"],
    // bǎi, hǎi, hé, jī, jiā; 重 is read chóng first, as in the name of the city.
    ["白土", "重庆", "海通", "和利", "基地", "加工"],
    // The same sound: the same character stays together, and èr comes before yī.
    ["李二", "李一", "里一"], ["Alpha", "beta", "Gamma"], ["3号", "ABC", "中国"],
    ["项目", "项目2"],
  ])
  func `texts come in the order of dictionaries, numbers in their own`(texts: [String]) {
    #expect(texts.reversed().sorted { CollationKey($0) < CollationKey($1) } == texts)
  }

  @Test func `a number may have any length`() {
    let long = String(repeating: "9", count: 300)
    #expect(CollationKey("9") < CollationKey(long))
    #expect(CollationKey("007") == CollationKey("7"))
  }
}
