import Domain
import Figures
import Store
import Testing

/// What changed of a project since an earlier publication day.
struct ProjectNewsTests {
  private func changes(_ board: Board, since day: Day) -> [String: ProjectNews.Change] {
    let news = ProjectNews(board, since: day)
    let changes = board.projects.compactMap { status in
      news.change(of: status).map { (status.project.id, $0) }
    }
    return Dictionary(uniqueKeysWithValues: changes)
  }

  @Test func `it is the comparison of the boards of two days`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    for (before, after) in zip(Board.steps(of: dataset), Board.steps(of: dataset).dropFirst()) {
      let (old, new) = (Board(dataset, asOf: before), Board(dataset, asOf: after))
      let diff = BoardDiff(from: old, to: new)
      let changes = changes(new, since: before)
      #expect(Set(changes.filter { $0.value == .listed }.keys) == Set(diff.appeared.map(\.project.id)))
      let moved = Dictionary(
        uniqueKeysWithValues: diff.moved.map { ($0.project.id, ProjectNews.Change.moved(from: $0.from)) })
      #expect(changes.filter { $0.value != .listed } == moved, "\(after)")
    }
  }

  @Test func `what is mentioned for the first time has not moved, wherever it stands`() throws {
    let board = try Board(
      Fixture.small(projects: [
        projectText("new", [("commissioned", "2023-06", "briefing")], sources: ["briefing"]),
        projectText(
          "known", [("signed", "2022", "report"), ("started", "2023-06", "briefing")], sources: ["report"]),
        projectText(
          "same", [("started", "2022", "report"), ("started", "2023-06", "briefing")], sources: ["report"]),
      ]).dataset(), on: "2023-07-31")
    let changes = changes(board, since: try #require(board.previousPublication))
    #expect(changes["new"] == .listed && changes["known"] == .moved(from: .signed))
    #expect(changes["same"] == nil)
  }
}
