import Model

/// How many projects stand on each rung: named ones large, reported totals beside them.
struct KioskPipeline: KioskView {
  let id = "pipeline"
  let title = Name(zh: "项目漏斗", en: "Pipeline")

  func entries(_ board: Board) -> [String] { steps(board).isEmpty ? [] : [""] }

  private func steps(_ board: Board) -> [Pipeline.Step] {
    board.pipeline.steps.filter { $0.named > 0 || $0.reported != nil }
  }

  func subtitle(_ state: AppState, entry: String) -> String {
    state.text("大数字为列名项目，下为通报数", "large: named projects, below: reported")
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    let tiles = steps(state.board).map { step in
      KioskTile(
        label: state.rungName(step.rung), value: String(step.named),
        note: step.reported.map {
          state.text(
            "\($0.period.label(.zh))通报 \(state.value($0))",
            "\($0.period.label(.en)) reported \(state.value($0))")
        } ?? "", role: step.rung.role == .muted ? .strong : step.rung.role)
    }
    KioskTiles(tiles: tiles).render(
      in: area.inset(rows: area.height > 14 ? 1 : 0), into: &buffer, glyphs: state.glyphs)
  }
}
