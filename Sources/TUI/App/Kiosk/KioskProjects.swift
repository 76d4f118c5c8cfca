import Canvas
import Domain
import Figures
import Panels

/// The projects that changed last, the newest first: the stage as a block, the date small, and the name.
struct KioskProjects: KioskView {
  let id = "projects"
  let title = Name(zh: "项目动态", en: "Project news")

  private static let limit = 6

  func page(_ context: PanelContext) -> KioskPage? {
    let moves = context.board.moves(atMost: KioskProjects.limit)
    guard !moves.isEmpty else { return nil }
    let lines = moves.enumerated().flatMap { index, status -> [KioskLine] in
      let role = status.rung?.role ?? .strong
      let date = status.reached.map { $0.dateLabel(context.language) } ?? ""
      let stage = [BigLine.Piece.block(context.stageName(of: status), role), .small(date)]
      let name = context.text(status.project.name)
      guard index == 0 else { return [KioskLine(stage + [.small(name)], weight: 0)] }
      return [KioskLine(stage, weight: 1), KioskLine([.large(name)], weight: 2, breaks: true)]
    }
    let board = context.board
    let lapsed = board.counts(of: board.lapsed).projects
    return KioskPage(
      title: context.text("项目动态 新的在前", "Project news, the newest first"), lines: lines,
      notes: [
        lapsed > 0
          ? context.text(
            "另有\(lapsed)项列入已到期的规划，此后无报道",
            "\(lapsed) more are listed in plans that are over, nothing reported since") : ""
      ])
  }
}
