import Canvas
import Domain
import Figures

// The funnel of the shown projects.

extension ProjectsPanel {
  /// Returns the funnel of the shown projects and the lines below it: the progress of a plan's list and the projects
  /// waiting to start.
  func funnelLines(_ rows: ProjectRows, _ view: ViewState, _ context: PanelContext) -> (
    funnel: FunnelPicture, below: [Line]
  ) {
    let funnel = rows.funnel
    // An official total covers all projects, so it is not shown beside a part of them.
    let isAll = rows.counts.projects == context.board.projectCounts.projects
    let steps = context.board.pipeline.steps.map { step in
      var step = step
      if !isAll { step.reported = nil }
      return step
    }.filter { step in
      let count =
        funnel.stages.first { $0.rung == step.rung }?.everReached ?? funnel.beside[step.rung] ?? 0
      return count > 0 || step.reported != nil
    }
    let picture = FunnelPicture(
      steps: steps, funnel: funnel, selection: nil, context: context,
      countsEverReached: view.countsEverReached)
    return (picture, cohortLines(funnel, context) + waitingLines(rows, context))
  }

  /// Returns the one meaningful conversion rate: how many projects of a plan's list went further.
  private func cohortLines(_ funnel: Funnel, _ context: PanelContext) -> [Line] {
    funnel.intentions.map { [Line(" \(context.text($0.text(in: context.dataset)))", .muted)] } ?? []
  }

  func renderFunnel(
    _ lines: (funnel: FunnelPicture, below: [Line]), _ rows: ProjectRows, _ context: PanelContext,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height > 2 else { return }
    let (head, body) = area.splitTop(1)
    let remark = context.text("清单项目；官方通报数另列，不相除", "listed projects; official totals are apart")
    let count = rows.counts.projects
    SectionTitle(context.text("项目漏斗 \(count)", "Funnel \(count)"), remark: remark)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let (picture, rest) = body.splitTop(min(lines.funnel.height, body.height))
    lines.funnel.render(in: picture, into: &buffer)
    for (row, line) in lines.below.prefix(max(0, rest.height)).enumerated() {
      buffer.put(line, in: rest, row: row, ellipsis: context.glyphs.ellipsis)
    }
  }

  /// Returns the number of projects that are signed and not started, and the longest wait. If there are none, notes
  /// whether any document reports a signing.
  private func waitingLines(_ rows: ProjectRows, _ context: PanelContext) -> [Line] {
    guard let longest = rows.longestWaiting else {
      let isPrinted = rows.isSigningPrinted
      let text =
        isPrinted
        ? context.text(" 签约未开工：无，签约项目均已开工", " Signed and not started: none")
        : context.text(
          " 签约未开工：没有文件写明哪个项目已签约", " Signed and not started: no document names a signed project")
      return [Line(text, .muted)]
    }
    let name = context.text(longest.project.name)
    return [
      Line([
        Span(
          context.text(" 签约未开工 \(rows.waitingCount)项", " Signed and not started: \(rows.waitingCount)"),
          .behind
        ),
        Span(
          context.text("  最久 ", ", longest ") + (longest.waiting?.label(context.language) ?? ""),
          Style(.strong)),
        Span("  \(name)", .muted),
      ])
    ]
  }
}
