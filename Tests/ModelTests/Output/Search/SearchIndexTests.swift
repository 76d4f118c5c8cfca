import Testing

@testable import Domain
@testable import Figures
@testable import Output
@testable import Store

/// What is found in the built-in dataset.
struct SearchIndexTests {
  /// Made once for all tests.
  private static let made = Result { try SearchSamples.builtIn() }
  private let index: SearchIndex

  init() throws { index = try SearchIndexTests.made.get() }

  private func first(_ query: String, _ kind: SearchIndex.Kind) -> String? {
    index.hits(for: query, limit: 1000).first { $0.kind == kind }?.id
  }

  @Test(arguments: ["sl", "sanlei", "slei", "sanl", "san lei", "SL", "ｓｌ", "三磊", " 三磊 ", "sanleiboxian"])
  func `an enterprise is found by its name in every way`(query: String) throws {
    let hits = index.hits(for: query, limit: 1000)
    let hit = try #require(hits.first { [.firm, .project].contains($0.kind) })
    #expect(hit.kind == .firm && hit.id == "sanlei")
    #expect(hit.title == Name(zh: "三磊玻纤", en: "Sanlei Glass Fibre"))
  }

  @Test(arguments: ["cq", "chongqing", "chongq", "cqing"])
  func `a polyphone is read as in its word`(query: String) throws {
    let hit = try #require(index.hits(for: query, limit: 1000).first { $0.kind == .firm })
    #expect(hit.title.zh.hasPrefix("重庆"))
    // Only an indicator that has the letters as written, in Chongqing, is better.
    let others = index.hits(for: query, limit: 1000).filter { $0.kind != .indicator }
    #expect(hit.score == others[0].score)
  }

  @Test(arguments: ["zstzj", "qzstzj", "招商投资局", "投资局", "investment promotion bureau"])
  func `a unit is found from any of its characters on`(query: String) {
    #expect(first(query, .organisation) == "zhaoshangju")
  }

  @Test(arguments: [
    ("经信委", "jingxinwei"), ("jxw", "jingxinwei"), ("jingxinwei", "jingxinwei"), ("发改委", "fagaiwei"),
    ("fgw", "fagaiwei"), ("招商局", "zhaoshangju"), ("zsj", "zhaoshangju"), ("卫健委", "weijianwei"),
    ("人社局", "renshe"), ("规资局", "guihuaju"),
  ])
  func `a unit is found by its everyday name`(query: String, id: String) {
    #expect(first(query, .organisation) == id)
  }

  @Test func `the first character counts more than a later one`() throws {
    let whole = try #require(index.hits(for: "qzstzj", limit: 1).first)
    let part = try #require(index.hits(for: "zstzj", limit: 1).first)
    #expect(whole.id == "zhaoshangju" && part.id == "zhaoshangju")
    #expect(whole.score > part.score)
  }

  @Test(arguments: ["144.54", "１４４．５４", "144.54亿元"])
  func `a printed figure is found by its digits`(query: String) {
    let hits = index.hits(for: query, limit: 1000)
    #expect(hits.first?.kind == .figure && hits.first?.id == "transfer-gross-output-2022")
  }

  @Test func `a sum that does not work out is found by its total`() {
    let conflicts = index.hits(for: "144.54", limit: 1000).filter { $0.kind == .conflict }.map(\.id)
    #expect(conflicts.first == "c-cluster-sum-2022")
    // Only its written-out arithmetic holds the number.
    #expect(conflicts.contains("c-path-2025-2027"))
  }

  @Test func `a target is listed as a target and not once more as a figure`() {
    let hits = index.hits(for: "350亿元", limit: 10)
    #expect(hits.map(\.id) == ["plan2021-gross-output-2025"])
    #expect(hits.map(\.kind) == [.target])
    #expect(hits.first?.context.zh == "十四五规划 · 350亿元 · 2025年")
  }

  @Test func `Chinese text is found anywhere`() {
    let ids = index.ids("玻纤")
    #expect(ids.first == "fibreglass")
    #expect(ids.contains("sanlei") && ids.contains("sanlei-base"))
  }

  @Test func `the cluster that is shown comes before its like elsewhere`() {
    let clusters = index.hits(for: "tobacco", limit: 10).filter { $0.kind == .cluster }
    #expect(clusters.map(\.id).starts(with: ["tobacco", "six-tobacco"]))
    #expect(clusters.first?.context == Name(zh: "“3+2”产业", en: "3+2 industries"))
  }

  @Test func `quotation marks do not count`() throws {
    for query in ["工业强城", "“工业强城”建设", "工业强城建设"] {
      #expect(first(query, .source) == "strong-city-2022", "\(query)")
    }
  }

  @Test(arguments: ["黔江府发〔2021〕51号", "[2021]51", "51号", "十四五", "14th five-year plan"])
  func `a document is found by title and number`(query: String) {
    #expect(first(query, .source) == "plan-2021")
  }

  @Test func `all words must match, in any order and any text of the record`() {
    #expect(index.ids("卷烟 黔江") == index.ids("黔江 卷烟"))
    #expect(first("cigarette 黔江", .firm) == "tobacco-factory")
    #expect(!index.ids("黔江").isEmpty && !index.ids("玻纤").isEmpty)
    #expect(index.ids("黔江 xyzzy").isEmpty)
  }

  @Test(arguments: ["2025年产值目标", "2025产值目标", "2025 gross output target"])
  func `a target is found by indicator, year and kind, with or without spaces`(query: String) throws {
    let hits = index.hits(for: query, limit: 10)
    #expect(hits.first?.kind == .target, "\(hits.map(\.id))")
    #expect(hits.contains { $0.id == "sc2022-gross-output-2025" }, "\(hits.map(\.id))")
  }

  @Test(arguments: ["经信委", "jxw", "招商局", "zsj", "发改委", "fgw"])
  func `a unit is found first by its everyday name and its initials`(query: String) throws {
    #expect(index.hits(for: query, limit: 1).first?.kind == .organisation)
  }

  @Test func `matches are counted by kind, and listed by kind`() throws {
    let matches = index.matches(for: "三磊")
    for (kind, count) in matches.counts {
      let hits = matches.hits(of: kind)
      #expect(hits.count == count && hits.allSatisfy { $0.kind == kind })
    }
    #expect(matches.hits().count == matches.counts.reduce(0) { $0 + $1.count })
    #expect(matches.counts.map(\.kind).contains(.project))
  }

  @Test func `a task is found by its lead unit`() throws {
    let hits = index.hits(for: "招商投资局", limit: 1000).filter { $0.kind == .task }
    #expect(hits.contains { $0.id == "sc-task-5" })
    #expect(hits.first { $0.id == "sc-task-5" }?.context.zh == "工业强城 5 · 区招商投资局、正阳工业园区管委会")
  }

  @Test func `a project shows its stage and date`() {
    let hit = index.hits(for: "黔江卷烟分厂易地技术改造项目", limit: 1000).first { $0.kind == .project }
    #expect(hit?.context.zh == "开工 · 2022-05-18")
  }

  @Test func `every kind can be found`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let catalogue = SearchCatalogue(board)
    let records = catalogue.records()
    // The built-in data have no records of an office's month.
    let kinds = Set(SearchIndex.Kind.allCases).subtracting([.problem, .decision, .duty, .status])
    #expect(Set(records.map(\.kind)) == kinds)
    #expect(index.count == records.count)
    // One of each kind, by its whole Chinese title.
    for kind in kinds {
      let record = try #require(records.last { $0.kind == kind })
      let hits = index.hits(for: catalogue.title(of: record).zh, limit: 1000)
      #expect(
        hits.contains { $0.kind == kind && $0.id == catalogue.id(of: record) && $0.score == 24 }, "\(kind)")
    }
  }

  @Test func `records known only later are not found`() throws {
    let early = try SearchSamples.builtIn(asOf: .last(ofYear: 2022))
    #expect(index.ids("144.54").contains("transfer-gross-output-2022"))
    #expect(early.ids("144.54").isEmpty)
    #expect(index.ids("三磊深加工") == ["sanlei-deep-processing"])
    #expect(early.ids("三磊深加工").isEmpty)
    #expect(early.ids("sl").contains("sanlei"))
    #expect(early.count < index.count)
    #expect(try SearchSamples.builtIn(asOf: .distantPast).count == 0)
  }

  @Test(arguments: ["", " ", "\t\n", "　", "“”", "\u{200B}"])
  func `a blank query finds nothing`(query: String) {
    #expect(index.hits(for: query, limit: 10).isEmpty)
  }

  @Test(arguments: ["xyzzy", "不存在的名称", "三磊三磊", "144.545", "zh!", "\u{0}三磊x"])
  func `what is nowhere is not found`(query: String) {
    #expect(index.hits(for: query, limit: 10).isEmpty)
  }

  @Test func `no more hits than wanted, and the same ones first`() {
    let all = index.hits(for: "黔江", limit: 1000)
    #expect(all.count > 10)
    for limit in [-1, 0, 1, 3, 10] {
      #expect(index.hits(for: "黔江", limit: limit) == Array(all.prefix(max(0, limit))))
    }
  }

  @Test(arguments: ["sanlei", "玻纤", "tobacco", "黔江", "1", "a"])
  func `a record is listed once, best first`(query: String) {
    let hits = index.hits(for: query, limit: 10_000)
    #expect(Set(hits.map { "\($0.kind) \($0.id)" }).count == hits.count)
    #expect(hits.count > 1 && hits.map(\.score) == hits.map(\.score).sorted(by: >))
    #expect(hits.allSatisfy { (1...24).contains($0.score) })
  }

  @Test(arguments: ["sl", "玻纤", "黔江 卷烟", "350", "glass fibre"])
  func `two indexes of the same files answer alike`(query: String) throws {
    let hits = index.hits(for: query, limit: 1000)
    #expect(try SearchSamples.builtIn().hits(for: query, limit: 1000) == hits)
    #expect(!hits.isEmpty && index.hits(for: query, limit: 1000) == hits)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a", "区", "sanlei", "1 ", "lei 三磊 "])
  func `a query of ten thousand characters is quick and finds nothing`(part: String) {
    let query = String(repeating: part, count: 10_000 / part.count) + " xyzzy"
    #expect(index.hits(for: query, limit: 10).isEmpty)
  }
}
