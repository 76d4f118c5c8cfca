import Domain
import Figures
import Store
import Testing

struct ContributionTests {
  private func board(_ day: String) throws -> Board {
    let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
      .joined(separator: "/")
    let dataset = try DatasetLoader.load(directory: "\(package)/fixtures/small").dataset
    return Board(dataset, asOf: Day(day) ?? .distantPast)
  }

  @Test func `the counts are those of what is listed`() throws {
    let board = try board("2023-07-31")
    let counts = ContributionCounts(board)
    for source in board.sources {
      let listed = board.contributions(of: source.id)
      for kind in Contribution.Kind.allCases {
        #expect(counts[source.id, kind] == listed.count { $0.kind == kind })
      }
      #expect(listed.allSatisfy { $0.citations.allSatisfy { $0.source == source.id } })
    }
    #expect(counts["report", .figures] == 15)
    #expect(counts["plan", .tasks] == 2)
    #expect(counts["briefing", .conflicts] == 1)
  }

  @Test func `a document that is not known contributes nothing`() throws {
    let board = try board("2021-12-31")
    #expect(ContributionCounts(board)["report", .figures] == 0)
    #expect(board.contributions(of: "report").isEmpty)
    #expect(!board.contributions(of: "plan").isEmpty)
  }

  @Test func `inside a kind they are in the order of the lines`() throws {
    let board = try board("2023-07-31")
    let lines = board.contributions(of: "report").filter { $0.kind == .figures }.map { $0.citations[0].line }
    #expect(lines == lines.sorted())
  }
}
