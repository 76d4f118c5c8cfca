import Canvas
import Domain
import Figures
import Panels

/// The yearly commitments compared with the reported results, the latest years first.
struct KioskCommitments: KioskView {
  let id = "commitments"
  let title = Name(zh: "年度目标任务", en: "Commitments")

  private static let years = 4

  func entries(_ board: Board) -> [String] {
    board.pipeline.commitments.contains { !$0.reported.isEmpty } ? [""] : []
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    let commitments = context.board.pipeline.commitments
    let height = area.height / max(1, commitments.count)
    for (index, commitment) in commitments.enumerated() {
      let part = area.splitTop(index * height).rest.splitTop(height).top.inset(rows: height > 9 ? 1 : 0)
      KioskTiles(tiles: tiles(commitment, context)).render(in: part, into: &buffer, glyphs: context.glyphs)
    }
  }

  /// Returns the tiles of a commitment: the promise first, then the result.
  private func tiles(_ commitment: Pipeline.Commitment, _ context: PanelContext) -> [KioskTile] {
    let name = context.dataset.indicators[commitment.target.indicator].map { context.text($0.short) } ?? ""
    let unit = context.heading(of: commitment.target.unit)
    let unknown = commitment.reported.isEmpty ? context.text("，通报数未公布", ", result not published") : ""
    let promise = KioskTile(
      label: context.text("任务 ", "promised ") + name, value: context.plainValue(commitment.target),
      note: context.text("\(unit)/年", "\(unit) a year") + unknown)
    return [promise]
      + commitment.reported.suffix(KioskCommitments.years).reversed().map { tile($0, commitment, context) }
  }

  private func tile(_ figure: Figure, _ commitment: Pipeline.Commitment, _ context: PanelContext) -> KioskTile
  {
    let year = figure.period.year
    let outcome = commitment.outcome(of: year)
    let count = commitment.identified[year] ?? 0
    let identified = commitment.rung == nil ? "" : context.text("  清单 \(count)", "  \(count) identified")
    return KioskTile(
      label: context.text("\(figure.period.label(.zh))通报", "\(figure.period.label(.en)) reported"),
      value: context.plainValue(figure),
      note: "\(context.glyph(outcome.status)) \(context.text(outcome.name))\(identified)",
      role: outcome.status.role)
  }
}
