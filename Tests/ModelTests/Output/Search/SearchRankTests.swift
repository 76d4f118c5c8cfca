import Testing

@testable import Domain

struct SearchRankTests {
  private typealias Samples = SearchSamples

  @Test func `ways of matching are ranked from the exact name to letters in the middle`() {
    let names = [
      "老重庆", "xcqx", "a cq", "cqx", "重庆路", "重庆", "cq 1", "cq",
    ]
    let hits = Samples.index(named: names).hits(for: "cq", limit: 10)
    #expect(hits.map(\.title.zh) == ["cq", "cq 1", "重庆", "重庆路", "cqx", "a cq", "xcqx", "老重庆"])
    #expect(Set(hits.map(\.score)).count == names.count)
  }

  @Test func `Chinese text is ranked by the position of the match`() {
    #expect(Samples.index(named: ["老三磊", "三磊厂", "三磊"]).ids("三磊") == ["三磊", "三磊厂", "老三磊"])
  }

  @Test func `a word of an English name comes before the middle of one`() {
    let dataset = Samples.dataset([
      Samples.project("middle", Name(zh: "甲", en: "Subfibre")),
      Samples.project("word", Name(zh: "甲乙", en: "Glass fibreboard")),
      Samples.project("beginning", Name(zh: "甲乙丙", en: "Fibre plant")),
    ])
    #expect(Samples.index(dataset).ids("fibre") == ["beginning", "word", "middle"])
  }

  @Test func `the better of two places in one text counts`() {
    let dataset = Samples.dataset([
      Samples.project("middle", Name(zh: "甲", en: "Subfibre")),
      Samples.project("both", Name(zh: "甲乙", en: "Subfibre of fibre")),
    ])
    #expect(Samples.index(dataset).ids("fibre") == ["both", "middle"])
  }

  @Test func `a name comes before an alias, and both before an owner`() {
    let name = Name(zh: "三磊", en: "")
    let dataset = Samples.dataset([
      Samples.project("owner", Name(zh: "甲", en: ""), owner: Name(zh: "三磊公司", en: "")),
      Samples.project("alias", Name(zh: "乙", en: ""), aliases: [name]),
      Samples.project("name", name),
      Samples.project("inside", Name(zh: "新三磊项目", en: "")),
    ])
    let index = Samples.index(dataset)
    #expect(index.ids("三磊") == ["name", "alias", "inside", "owner"])
    #expect(index.ids("sl") == ["name", "alias", "inside", "owner"])
  }

  @Test func `equal matches are in the order of kinds`() {
    let name = Name(zh: "长江", en: "")
    var dataset = Samples.dataset([Samples.project("project", name)])
    dataset.parks = Records([Samples.park("park", name)])
    dataset.organisations = Records([Samples.organisation("organisation", name)])
    dataset.firms = Records([Samples.firm("enterprise", name)])
    dataset.clusters = Records([Samples.cluster("cluster", name)])
    let ids = ["cluster", "enterprise", "organisation", "project", "park"]
    #expect(Samples.index(dataset).ids("cj") == ids)
    #expect(Samples.index(dataset).ids("长") == ids)
  }

  @Test func `then shorter titles, then the order of the files`() {
    let dataset = Samples.dataset(
      ["长江大桥", "长江乙", "长江甲", "长江一二三四"].map { Samples.project($0, Name(zh: $0, en: "")) })
    #expect(Samples.index(dataset).ids("长江") == ["长江乙", "长江甲", "长江大桥", "长江一二三四"])
  }

  @Test func `a query of several words is as good as its worst word`() {
    let dataset = Samples.dataset([
      Samples.project("inside", Name(zh: "一", en: "Old glass subfibre")),
      Samples.project("words", Name(zh: "一二", en: "Glass and fibre, old")),
      Samples.project("phrase", Name(zh: "一二三", en: "Old fibre")),
    ])
    #expect(Samples.index(dataset).ids("old fibre") == ["phrase", "words", "inside"])
  }

  @Test func `a record without a known document is not found`() {
    let hidden = Samples.project("hidden", Name(zh: "三磊", en: ""), citations: [])
    let dataset = Samples.dataset([hidden, Samples.project("shown", Name(zh: "三磊", en: ""))])
    #expect(Samples.index(dataset).ids("三磊") == ["shown"])
  }

  @Test func `many records are searched in the order of their files`() {
    let names = (0..<3000).map { "长江\($0 % 10)" }
    let dataset = Samples.dataset(
      names.enumerated().map { Samples.project("\($0.offset)", Name(zh: $0.element, en: "")) })
    #expect(Samples.index(dataset).ids("cj7") == (0..<300).map { "\($0 * 10 + 7)" })
  }
}
