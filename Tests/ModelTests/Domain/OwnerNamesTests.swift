import Testing

@testable import Domain
@testable import Figures
@testable import Output

/// The owner of a project is the firm of the data, and otherwise the name that a document prints.
struct OwnerNamesTests {
  private static let firm = Name(zh: "三磊公司", en: "Sanlei")
  private static let printed = Name(zh: "江城城投", en: "City Investment")

  private func board(firm: String?, owner: Name?) -> Board {
    let citations = SearchSamples.citations
    var dataset = SearchSamples.dataset([
      Project(
        id: "works", name: Name(both: "Works"), aliases: [], clusters: [], firm: firm, owner: owner,
        milestones: [], citations: citations, origin: Origin(file: 0, line: 1, column: 1))
    ])
    dataset.firms = Records([
      Firm(
        id: "sanlei", name: Self.firm, aliases: [SourcedName(Name(both: "SL"))], clusters: [], products: [],
        parks: [], citations: citations)
    ])
    return Board(dataset, asOf: .first(ofYear: 2023))
  }

  @Test(arguments: [
    (
      "sanlei" as String?, OwnerNamesTests.printed as Name?,
      [OwnerNamesTests.firm, Name(both: "SL"), OwnerNamesTests.printed]
    ),
    ("sanlei", nil, [OwnerNamesTests.firm, Name(both: "SL")]),
    (nil, OwnerNamesTests.printed, [OwnerNamesTests.printed]),
    ("unknown", OwnerNamesTests.printed, [OwnerNamesTests.printed]), (nil, nil, []),
  ])
  func `the firm comes before the printed name`(firm: String?, owner: Name?, names: [Name]) throws {
    let board = board(firm: firm, owner: owner)
    #expect(board.dataset.ownerNames(of: try #require(board.projects.first).project) == names)
  }

  @Test func `a list shows the firm, and finds the other names`() throws {
    let list = RecordList(.projects, of: board(firm: "sanlei", owner: Self.printed))
    let column = try list.field("owner")
    #expect(list.value(row: 0, field: column).shown(.zh) == "三磊公司")
    for name in ["三磊公司", "SL", "江城城投"] {
      let filter = RecordFilter([RecordFilter.Term("owner", .equal, [name])])
      #expect(Array(try RecordSelection(list, filter: filter, .zh)) == [0], "\(name)")
    }
  }
}
