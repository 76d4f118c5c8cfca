import Canvas
import Domain
import Figures

// The layout of the view: what the projects say in words, the arrangement, and the project under the cursor beside it.

extension ProjectsPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      renderDetail(status, context, area, view.scroll, &buffer)
      return
    }
    let lines = area.height > 6 ? ProjectsVerdict(rows: rows, context: context).lines(width: area.width) : []
    let (top, rest) = area.splitTop(lines.count)
    for (row, line) in lines.enumerated() {
      buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
    }
    let isWide = rest.width >= 150 && rest.height >= 28
    let (left, right) = rest.splitLeft(isWide ? rest.width * 58 / 100 : rest.width)
    renderArranged(rows, view, context, left, &buffer)
    if isWide { renderSide(rows, view, context, right.splitLeft(2).rest, &buffer) }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderArranged(rows(view, context), view, context, area, &buffer)
  }

  /// Draws the stages and the project under the cursor, beside the list on large screens.
  private func renderSide(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var rest = area
    if arrangement(view) != .stages {
      let picture = stagePicture(rows, view, context)
      let notes = stageNotes(rows, picture, context)
      let (top, below) = area.splitTop(picture.height + notes.count + 2)
      renderPicture(picture, notes, rows, context, top, &buffer)
      rest = below
    }
    if let status = selected(view, context) { renderDetail(status, context, rest, 0, &buffer) }
  }

  private func renderArranged(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard !rows.isEmpty else { return renderNone(rows, view, context, area, &buffer) }
    switch arrangement(view) {
    case .table: renderList(rows, view, context, area, &buffer)
    case .board: renderBoard(rows, view, context, area, &buffer)
    case .stages: renderStages(rows, view, context, area, &buffer)
    }
  }

  func renderTitle(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let parts = rows.counts.partsText.map { context.text($0) } ?? ""
    SectionTitle(
      title(rows, context),
      remarks: [
        itemsRemark(rows, context), unreportedRemark(rows, context), parts, filterText(view, context),
      ]
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  private func renderNone(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    renderTitle(rows, view, context, head, &buffer)
    let text =
      view.filters.isEmpty
      ? context.text("没有项目", "no projects")
      : noMatches(Name(zh: "项目", en: "projects"), view, in: context)
    buffer.put(text, x: body.x + 1, y: body.y, style: Style(.muted), clip: body)
  }

  func renderList(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, below) = area.splitTop(1)
    renderTitle(rows, view, context, head, &buffer)
    let commitments = context.board.pipeline.commitments.count
    let (body, foot) = below.splitBottom(commitments > 0 && below.height >= 26 ? commitments + 1 : 0)
    renderTable(rows, view, context, body, &buffer)
    renderCommitments(context, foot, &buffer)
  }

  func renderCommitments(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
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
