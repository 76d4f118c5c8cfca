import Testing

@testable import Domain
@testable import Figures
@testable import Panels

/// The order of the projects that a view shows.
struct ProjectRowsTests {
  @Test func `by date, a date that is only an end counts as its last day`() throws {
    var dataset = try Fixture.small()
    let bakery = try #require(dataset.projects["bakery"])
    let dates = [("june", "2022-06"), ("end", "by 2022"), ("day", "2022-12-31"), ("later", "2023-01")]
    dataset.projects = Records(
      try dates.map { name, text in
        let date = try #require(PartialDate(text))
        return Project(
          id: name, name: Name(both: name), aliases: [], clusters: [],
          milestones: [
            Milestone(stage: "started", date: date, isExpected: false, citations: bakery.citations)
          ], citations: bakery.citations, origin: .unknown)
      })
    let board = Board(dataset, asOf: Fixture.today)
    let rows = ProjectRows(ProjectRows.Key([:], .date, .en), of: board, after: nil, nil)
    #expect(rows.map(\.project.id) == ["later", "end", "day", "june"])
  }
}
