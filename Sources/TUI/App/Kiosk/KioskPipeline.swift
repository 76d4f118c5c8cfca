import Canvas
import Domain
import Figures
import Panels

/// The listed projects by their current stage, those that have come furthest first. Official totals are another count and stand apart.
struct KioskPipeline: KioskView {
  let id = "pipeline"
  let title = Name(zh: "项目阶段", en: "Projects by stage")

  func page(_ context: PanelContext) -> KioskPage? {
    let steps = context.board.pipeline.steps.filter { $0.listed > 0 }
    guard let most = steps.map(\.listed).max() else { return nil }
    let ladder = steps.filter { $0.rung < .stalled }.reversed() + steps.filter { $0.rung >= .stalled }
    let lines = ladder.enumerated().map { index, step in
      let role = step.rung.role == .muted ? Role.strong : step.rung.role
      let name = BigLine.Piece.large(context.rungName(step.rung), role)
      let count = BigLine.Piece.large(String(step.listed), role)
      return KioskLine(
        [[BigLine([name, count])], [BigLine([name]), BigLine([count])]], weight: ladder.count - index,
        bar: ProgressBar(
          value: Double(step.listed) / Double(most), role: role, leavesTrace: true, hasTrack: false))
    }
    let counts = context.board.projectCounts
    let items = counts.planItemsText.map { context.text("，", ", ") + context.text($0) } ?? ""
    return KioskPage(
      title: context.text(
        "清单项目\(counts.projects)项\(items)", "\(counts.projects) listed projects\(items)"),
      lines: lines, isList: true, notes: [official(context)])
  }

  /// Returns `2022年官方通报：开工24，在建19`; empty if no total is reported.
  private func official(_ context: PanelContext) -> String {
    let reported = context.board.pipeline.steps.compactMap { step in step.reported.map { (step.rung, $0) } }
    guard let period = reported.first?.1.period else { return "" }
    let totals = reported.filter { $0.1.period == period }
      .map { "\(context.rungName($0.0)) \(context.value($0.1))" }
      .joined(separator: context.text("，", ", "))
    return context.text(
      "\(period.label(.zh))官方通报：\(totals)", "official totals of \(period.label(.en)): \(totals)")
  }
}
