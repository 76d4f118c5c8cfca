import Canvas
import Domain
import Figures
import Panels

/// The number of projects at each stage: listed ones large, official totals below them.
struct KioskPipeline: KioskView {
  let id = "pipeline"
  let title = Name(zh: "项目漏斗", en: "Pipeline")

  func entries(_ board: Board) -> [String] { steps(board).isEmpty ? [] : [""] }

  private func steps(_ board: Board) -> [Pipeline.Step] {
    board.pipeline.steps.filter { $0.listed > 0 || $0.reported != nil }
  }

  func subtitle(_ context: PanelContext, entry: String) -> String {
    let items =
      context.board.projectCounts.planItemsText.map { context.text("，", ", ") + context.text($0) } ?? ""
    return context.text("大数字为清单项目，下为官方通报数", "large: listed projects, below: official totals") + items
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    let tiles = steps(context.board).map { step in
      KioskTile(
        label: context.rungName(step.rung), value: String(step.listed),
        note: step.reported.map {
          context.text(
            "\($0.period.label(.zh))官方通报 \(context.value($0))",
            "official \($0.period.label(.en)): \(context.value($0))")
        } ?? "", role: step.rung.role == .muted ? .strong : step.rung.role)
    }
    KioskTiles(tiles: tiles).render(
      in: area.inset(rows: area.height > 14 ? 1 : 0), into: &buffer, glyphs: context.glyphs)
  }
}
