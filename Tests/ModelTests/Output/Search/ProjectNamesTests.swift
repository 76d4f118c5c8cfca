import Testing

@testable import Domain
@testable import Figures
@testable import Output

/// Names that were folded together are found as each by itself is.
struct ProjectNamesTests {
  static let typed = [
    "", "厂", "三磊", "sanlei", "sl", "SL", "sanl", "玻璃", "glass", "５０万", "cq", "三磊 sl", "works gear",
    "zhengyang",
    "zy yl", "园区", "park", "ltd", "公司 园", "t", "x i", "nothing", "\"", "齿轮 nothing",
  ]

  @Test(arguments: ["qianjiang", "gas-conversion", "small"], typed)
  func `the index finds the projects that the name filter finds`(name: String, text: String) throws {
    let board = try Board(Fixture(name).dataset(), on: "2026-01-01")
    let filter = NameFilter(text)
    let expected = board.projects.map { status in
      let project = status.project
      let owner = project.firm.flatMap { board.dataset.firms[$0] }
      let park = project.park.flatMap { board.dataset.parks[$0] }
      return filter.matches(
        project.names
          + [project.code.map { Name(both: $0) }, project.owner, owner?.name, park?.name].compactMap { $0 }
          + (owner?.otherNames ?? []))
    }
    #expect(ProjectNames(board).matches(text) == expected)
  }

  @Test func `codes are found`() {
    let dataset = SearchSamples.dataset([
      SearchSamples.project("gears", Name(zh: "齿轮厂", en: "Gear works"), code: "2203-500000-04-01-000001"),
      SearchSamples.project("dairy", Name(zh: "乳品厂", en: "Dairy")),
    ])
    let board = Board(dataset, asOf: .first(ofYear: 2023))
    #expect(ProjectNames(board).matches("2203-500000") == [true, false])
    #expect(SearchIndex(board).ids("2203-500000-04") == ["gears"])
  }

  @Test func `owners and parks are found`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2026-01-01")
    let park = try #require(board.dataset.parks["north-group"])
    let found = ProjectNames(board).matches(park.name.zh)
    #expect(zip(found, board.projects).allSatisfy { $0 == ($1.project.park == "north-group") })
    #expect(found.contains(true) && found.contains(false))
  }
}
