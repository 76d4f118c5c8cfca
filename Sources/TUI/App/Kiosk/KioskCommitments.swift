import Canvas
import Domain
import Figures
import Panels

/// The yearly commitments with the result of the newest reported year.
struct KioskCommitments: KioskView {
  let id = "commitments"
  let title = Name(zh: "年度目标任务", en: "Yearly commitments")

  func page(_ context: PanelContext) -> KioskPage? {
    let commitments = context.board.pipeline.commitments
    guard commitments.contains(where: { !$0.reported.isEmpty }) else { return nil }
    return KioskPage(
      title: context.text("年度目标任务 最新通报", "Yearly commitments, newest report"),
      lines: commitments.enumerated().map { index, commitment in
        line(commitment, weight: commitments.count - index, context)
      }, isList: true)
  }

  private func line(_ commitment: Pipeline.Commitment, weight: Int, _ context: PanelContext) -> KioskLine {
    let name = context.dataset.indicators[commitment.target.indicator].map { context.text($0.short) } ?? ""
    let promise = context.text(
      "任务\(context.label(commitment.target))", "promised \(context.label(commitment.target))")
    guard let figure = commitment.reported.last else {
      let small = BigLine.Piece.small("\(promise)\n\(context.text("未公布", "not published"))", .muted)
      return KioskLine(
        [[BigLine([.large(name, .muted), small])], [BigLine([.large(name, .muted)]), BigLine([small])]],
        weight: weight)
    }
    let outcome = commitment.outcome(of: figure.period.year)
    let role = outcome.status.role
    let value = BigLine.Piece.large(context.plainValue(figure), role)
    let small = BigLine.Piece.small(
      "\(context.time(of: figure))\n\(promise)\n\(context.glyph(outcome.status)) \(context.text(outcome.name))",
      role)
    return KioskLine(
      [[BigLine([.large(name), value, small])], [BigLine([.large(name)]), BigLine([value, small])]],
      weight: weight)
  }
}
