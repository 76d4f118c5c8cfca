import Canvas
import Domain
import Figures
import Panels

/// The listed projects by their current stage, with the stage of most of them first. Official totals are another count and are not shown.
struct KioskPipeline: KioskView {
  let id = "pipeline"
  let title = Name(zh: "项目阶段", en: "Projects by stage")

  func page(_ context: PanelContext) -> KioskPage? {
    let steps = context.board.pipeline.steps.filter { $0.listed > 0 }
    let counts = context.board.projectCounts
    guard let most = steps.max(by: { $0.listed < $1.listed }), counts.projects > 0 else { return nil }
    let unstaged = context.board.pipeline.funnel.unstaged
    let unknown = context.text("阶段不明", "Stage unknown")
    let stages =
      steps.map {
        (context.rungName($0.rung), $0.listed, $0.rung.role == .muted ? Role.strong : $0.rung.role)
      }
      + (unstaged > 0 ? [(unknown, unstaged, .noData)] : [])
    let rows = stages.map { name, count, role in
      KioskRow(
        .text(name, role), .figure(String(count), role),
        bar: ProgressBar(
          value: Double(count) / Double(counts.projects), role: role, leavesTrace: true, hasTrack: true))
    }
    let items = counts.planItemsText.map { context.text("，", ", ") + context.text($0) } ?? ""
    let listed = context.text(counts.projectsText)
    return KioskPage(
      headings: [listed + items, listed],
      lead: lead(most, of: counts.projects, context).map { [BigLine($0)] },
      rows: [rows], dates: context.datesOfDocuments())
  }

  /// Returns the ways to say `314项中284项仅谋划`.
  private func lead(_ most: Pipeline.Step, of all: Int, _ context: PanelContext) -> [[BigLine.Piece]] {
    let stage = context.rungName(most.rung)
    let isEarly = most.rung <= .reserve
    let name = "\(stage.prefix(1).lowercased())\(stage.dropFirst())"
    let (zh, en) = isEarly ? ("仅\(stage)", "only \(name)") : (stage, name)
    return [
      [.text(context.text("\(all)项中\(most.listed)项\(zh)", "\(most.listed) of \(all) \(en)"))],
      [.text(context.text("\(most.listed)项\(zh)", "\(most.listed) \(en)"))],
    ]
  }
}
