import Testing

@testable import Domain
@testable import Output

struct NameFilterTests {
  private let names = [
    Name(zh: "三磊50万吨玻璃纤维", en: "Sanlei glass fibre, 500,000 t"), Name(zh: "重庆", en: "Chongqing"),
  ]

  @Test(arguments: [
    "", "三磊", "sanlei", "sl", "SL", "sanl", "玻璃", "GLASS", "５０万", "cq", "三磊 cq", "glass chong",
  ])
  func `a name is found as written and as read`(text: String) {
    #expect(NameFilter(text).matches(names))
  }

  @Test(arguments: ["三雷", "sx", "glas fiber", "三磊 bj"])
  func `a text outside the names is not found`(text: String) {
    #expect(!NameFilter(text).matches(names))
  }

  @Test func `without names only an empty text matches`() {
    #expect(NameFilter("").matches([]))
    #expect(!NameFilter("a").matches([]))
  }
}
