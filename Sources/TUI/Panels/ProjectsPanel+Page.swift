import Canvas
import Output

extension ProjectsPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.board.projects.map { PanelRecord(id: $0.project.id, names: $0.project.names) }
  }

  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    view.isOpen ? nil : PanelListing(kind: .projects, ids: rows(view, context).map(\.project.id))
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    let rows = rows(view, context)
    return rows.map(\.project.id) + rows.movements.all.map(\.project.id)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      return [Section(context.text(status.project.name), level: 1)]
        + ProjectWords(status, context, figures: figures(of: status, context)).sections
    }
    let filters = filterText(view, context)
    let parts = rows.counts.partsText.map { context.text($0) } ?? ""
    let remarks = [
      parts, filters.isEmpty ? "" : "\(context.text("筛选与顺序：", "Filters and order: "))\(filters)",
      rows.isEmpty ? context.text("没有符合条件的项目", "no matching projects") : "",
    ]
    let verdict = ProjectsVerdict(rows: rows, context: context).lines(width: .max)
    return [
      Section(
        title(rows, context), level: 1,
        [
          .text(verdict + remarks.map { Line($0) }),
          .list(
            tableColumns(context), rows.map { tableCells($0, context) },
            citations: rows.map { $0.reached?.citations ?? $0.project.citations }),
        ]), movementSection(rows, context),
      Section(
        context.text("年度目标任务", "Yearly commitments"), level: 1,
        [.text(CommitmentLines.lines(context, isShort: false))]),
    ]
  }
}
