import Model

/// The yearly commitments against what was reported, the latest years first.
struct KioskCommitments: KioskView {
  let id = "commitments"
  let title = Name(zh: "年度目标任务", en: "Commitments")

  private static let years = 4

  func entries(_ board: Board) -> [String] {
    board.pipeline.commitments.contains { !$0.reported.isEmpty } ? [""] : []
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    let commitments = state.board.pipeline.commitments
    let height = area.height / max(1, commitments.count)
    for (index, commitment) in commitments.enumerated() {
      let part = area.splitTop(index * height).rest.splitTop(height).top.inset(rows: height > 9 ? 1 : 0)
      KioskTiles(tiles: tiles(commitment, state)).render(in: part, into: &buffer, glyphs: state.glyphs)
    }
  }

  /// The promise first, then what became of it.
  private func tiles(_ commitment: Pipeline.Commitment, _ state: AppState) -> [KioskTile] {
    let name = state.dataset.indicators[commitment.target.indicator].map { state.text($0.short) } ?? ""
    let unit = state.heading(of: commitment.target.unit)
    let unknown = commitment.reported.isEmpty ? state.text("，通报数未公布", ", result not published") : ""
    let promise = KioskTile(
      label: state.text("任务 ", "promised ") + name, value: state.plainValue(commitment.target),
      note: state.text("\(unit)/年", "\(unit) a year") + unknown)
    return [promise]
      + commitment.reported.suffix(KioskCommitments.years).reversed().map { tile($0, commitment, state) }
  }

  private func tile(_ figure: Figure, _ commitment: Pipeline.Commitment, _ state: AppState) -> KioskTile {
    let year = figure.period.year
    let outcome = commitment.outcome(of: year)
    let count = commitment.identified[year] ?? 0
    let identified = commitment.rung == nil ? "" : state.text("  清单 \(count)", "  \(count) identified")
    return KioskTile(
      label: state.text("\(figure.period.label(.zh))通报", "\(figure.period.label(.en)) reported"),
      value: state.plainValue(figure),
      note: "\(state.glyph(outcome.status)) \(state.text(outcome.name))\(identified)",
      role: outcome.status.role)
  }
}
