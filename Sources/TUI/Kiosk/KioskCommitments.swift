import Model

/// The yearly commitments against what was reported, the latest years first.
struct KioskCommitments: KioskView {
  let id = "commitments"
  let title = Name(zh: "年度承诺", en: "Commitments")

  private static let years = 4

  func entries(_ board: Board) -> [String] {
    board.pipeline.commitments.contains { !$0.reported.isEmpty } ? [""] : []
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    let commitments = state.board.pipeline.commitments.filter { !$0.reported.isEmpty }
    let height = area.height / max(1, commitments.count)
    for (index, commitment) in commitments.enumerated() {
      let part = area.splitTop(index * height).rest.splitTop(height).top.inset(rows: height > 9 ? 1 : 0)
      KioskTiles(tiles: tiles(commitment, state)).render(in: part, into: &buffer, glyphs: state.glyphs)
    }
  }

  /// The promise first, then what became of it.
  private func tiles(_ commitment: Pipeline.Commitment, _ state: AppState) -> [KioskTile] {
    let name = state.dataset.indicators[commitment.target.indicator].map { state.text($0.short) } ?? ""
    let unit = state.text(state.dataset.unitName(commitment.target.unit))
    let promise = KioskTile(
      label: state.text("承诺 ", "promised ") + name, value: state.plainValue(commitment.target),
      note: state.text("\(unit)/年", "\(unit) a year"))
    return [promise]
      + commitment.reported.suffix(KioskCommitments.years).reversed().map { figure in
        let status: Status = commitment.isKept(figure) ? .reached : .behind
        let named = commitment.named[figure.period.year] ?? 0
        return KioskTile(
          label: state.text("\(figure.period.label(.zh))通报", "\(figure.period.label(.en)) reported"),
          value: state.plainValue(figure),
          note:
            "\(state.glyph(status)) \(state.text(commitment.word(figure)))  \(state.text("列名 \(named)", "named \(named)"))",
          role: status.role)
      }
  }
}
