import Canvas
import Domain
import Figures
import Panels

/// The targets that are behind, the worst first, one per page.
struct KioskTargets: KioskView {
  let id = "targets"
  let title = Name(zh: "滞后指标", en: "Behind")

  /// More pages would keep the other views off the screen for too long.
  private static let limit = 6

  func entries(_ board: Board) -> [String] {
    board.belowPace.filter { $0.observation != nil }.prefix(KioskTargets.limit).map(\.target.id)
  }

  private func row(_ context: PanelContext, _ entry: String) -> TargetProgress? {
    context.board.target(entry)
  }

  func subtitle(_ context: PanelContext, entry: String) -> String {
    let all = entries(context.board)
    let place = all.firstIndex(of: entry).map { "\($0 + 1)/\(all.count)" } ?? ""
    return context.text("最慢第\(place)", "place \(place), worst first")
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let row = row(context, entry) else { return }
    KioskFigure(row, label: label(row, context), context, tiles: KioskTile.needs(row, context))
      .render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the subject and the name of the target.
  private func label(_ row: TargetProgress, _ context: PanelContext) -> String {
    let subject =
      row.target.subject == .district
      ? context.dataset.info.short : context.dataset.name(of: row.target.subject)
    return "\(context.text(subject))  \(context.text(row.indicator.short))"
  }
}
