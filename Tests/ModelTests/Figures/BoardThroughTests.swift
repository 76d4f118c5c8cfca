import Domain
import Figures
import Testing

/// A board that looks back to the end of a period with what is known today.
struct BoardThroughTests {
  private func board(through text: String?) throws -> Board {
    Board(
      try Fixture("small").dataset(), asOf: try day("2023-08-01"), through: try text.map { try day($0) })
  }

  @Test func `the day itself leaves nothing out`() throws {
    let (all, same) = (try board(through: nil), try board(through: "2023-08-01"))
    #expect(all.figures == same.figures && all.through == all.asOf)
    #expect(all.projects.map(\.rung) == same.projects.map(\.rung))
  }

  @Test func `figures about later periods are left out, targets are not`() throws {
    let board = try board(through: "2021-12-31")
    #expect(try board.row("district-output-2025").observation?.id == "district-output-2021")
    #expect(try board.row("district-output-2025").partial == nil)
    #expect(board.figures.contains { $0.id == "energy-2025" })
    #expect(!board.figures.contains { $0.id == "energy-2022" })
  }

  @Test func `stages reached later are left out`() throws {
    func rung(_ id: String, _ board: Board) -> Rung? {
      board.projects.first { $0.project.id == id }?.rung
    }
    #expect(rung("bakery", try board(through: nil)) == .underConstruction)
    #expect(rung("bakery", try board(through: "2022-12-31")) == .started)
    #expect(rung("bakery", try board(through: "2022-08-31")) == nil)
    #expect(rung("engine-works", try board(through: "2022-03-31")) == .planned)
  }

  @Test func `conflicts stay known`() throws {
    #expect(try board(through: "2021-12-31").conflicts.map(\.id) == board(through: nil).conflicts.map(\.id))
  }
}
