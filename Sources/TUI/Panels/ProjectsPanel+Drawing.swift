import Canvas
import Domain
import Figures

extension ProjectsPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      renderDetail(status, context, area, view.scroll, &buffer)
      return
    }
    let isWide = area.width >= 150 && area.height >= 30
    let (left, right) = area.splitLeft(isWide ? area.width * 58 / 100 : area.width)
    renderList(rows, view, context, left, hasFunnel: arrangement(view) == .funnel, &buffer)
    if isWide { renderSide(rows, view, context, right.splitLeft(2).rest, &buffer) }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderList(rows(view, context), view, context, area, hasFunnel: arrangement(view) == .funnel, &buffer)
  }

  /// Draws the funnel and the project under the cursor, beside the list on large screens.
  private func renderSide(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let lines = funnelLines(rows, view, context)
    let isShown = arrangement(view) != .funnel
    let (top, bottom) = area.splitTop(isShown ? lines.funnel.height + lines.below.count + 2 : 0)
    if isShown { renderFunnel(lines, rows, context, top, &buffer) }
    if let status = selected(view, context) { renderDetail(status, context, bottom, 0, &buffer) }
  }

  private func renderList(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, hasFunnel: Bool,
    _ buffer: inout Buffer
  ) {
    var rest = area
    if hasFunnel, area.height >= 14 {
      let lines = funnelLines(rows, view, context)
      let (top, below) = area.splitTop(
        min(lines.funnel.height + lines.below.count + 2, max(0, area.height - 5)))
      renderFunnel(lines, rows, context, top, &buffer)
      rest = below
    }
    let (head, below) = rest.splitTop(1)
    SectionTitle(
      title(rows, context),
      remarks: [lapsedRemark(context), unreportedRemark(context)] + countRemarks(rows, context).reversed()
        + [filterText(view, context)]
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let wantsCommitments = !context.board.pipeline.commitments.isEmpty && below.height >= 14
    let (body, foot) = below.splitBottom(wantsCommitments ? context.board.pipeline.commitments.count + 1 : 0)
    if rows.isEmpty {
      let clear = context.clearingKey
      let text =
        view.filters.isEmpty
        ? context.text("没有项目", "no projects")
        : context.text("没有符合条件的项目，按 \(clear) 清除筛选", "no matching projects; \(clear) clears the filters")
      buffer.put(
        text, x: body.x + 1,
        y: body.y, style: Style(.muted), clip: body)
    } else if arrangement(view) == .board {
      renderBoard(rows, view, context, body, &buffer)
    } else {
      // If not all rows are visible, the visible ones do not show how many projects are at each stage.
      let hasCounts = !hasFunnel && rows.count > body.height && body.height >= 10 && body.width >= 70
      let (strip, table) = body.splitTop(hasCounts ? 1 : 0)
      if hasCounts {
        buffer.put(
          stageCounts(rows, context, width: strip.width), in: strip, ellipsis: context.glyphs.ellipsis)
      }
      renderTable(rows, view, context, table, &buffer)
    }
    renderCommitments(context, foot, &buffer)
  }

  /// Returns ` 谋划 284  开工 2  在建 7  投产 18`: the shown projects by current stage, most first.
  private func stageCounts(_ rows: ProjectRows, _ context: PanelContext, width: Int) -> Line {
    let counts = rows.rungs.map { rung in (rung: rung, count: rows.column(rung).projectCount) }
    let ordered = counts.sorted { $0.count > $1.count }
    var shown: [Span] = []
    for (rung, count) in ordered {
      let name = rung.map { context.rungName($0) } ?? context.text("阶段不明", "Stage unknown")
      let spans = [Span(" \(name) ", rung?.role ?? .muted), Span("\(count) ", Style(.strong))]
      guard Line(shown + spans).columns <= width else { break }
      shown += spans
    }
    return Line(shown)
  }

  private func renderCommitments(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height > 1 else { return }
    SectionTitle(
      context.text("年度目标任务", "Yearly commitments"),
      remark: context.text("官方通报数与清单项目口径不同", "official totals and listed projects differ")
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
    for (index, line) in CommitmentLines.lines(context, isShort: false).enumerated() {
      buffer.put(line, in: area, row: index + 1, ellipsis: context.glyphs.ellipsis)
    }
  }
}
