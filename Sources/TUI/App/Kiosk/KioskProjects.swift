import Canvas
import Domain
import Figures
import Panels

/// The projects that changed last, the newest first: the stage as a block, the date, and the name.
struct KioskProjects: KioskView {
  let id = "projects"
  let title = Name(zh: "项目动态", en: "Project news")

  private static let limit = 6

  func page(_ context: PanelContext) -> KioskPage? {
    let moves = context.board.moves(atMost: KioskProjects.limit)
    guard let newest = moves.first else { return nil }
    let name = BigLine([.text(context.text(newest.project.name))])
    let (stage, date) = pieces(newest, context)
    func table(hasDate: Bool) -> [KioskRow] {
      moves.dropFirst().map { status in
        let (stage, date) = pieces(status, context)
        let name = BigLine.Piece.text(context.text(status.project.name))
        return KioskRow(BigLine(hasDate ? [stage, date, name] : [stage, name]))
      }
    }
    return KioskPage(
      headings: headings(context),
      lead: [
        [name, BigLine([stage, date])], [name, BigLine([stage]), BigLine([date])], [name, BigLine([stage])],
      ],
      rows: moves.count > 1 ? [table(hasDate: true), table(hasDate: false)] : [],
      dates: context.datesOfDocuments())
  }

  private func pieces(_ status: ProjectStatus, _ context: PanelContext) -> (BigLine.Piece, BigLine.Piece) {
    let date = status.reached.map { $0.dateLabel(context.language) } ?? ""
    return (.block(context.stageName(of: status), status.rung?.role ?? .strong), .text(date, .plain))
  }

  /// Returns how many projects have had no news, which is the message beside the news.
  private func headings(_ context: PanelContext) -> [String] {
    let lapsed = context.board.counts(of: context.board.lapsed).projects
    guard lapsed > 0 else { return [] }
    return [
      context.text(
        "最新进展；\(lapsed)项列入已到期的规划，此后无报道",
        "the newest reports; nothing since on \(lapsed) projects of plans that are over"),
      context.text("\(lapsed)项到期后无报道", "nothing reported on \(lapsed) others"),
    ]
  }
}
