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
    rows(view, context).map(\.project.id)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      return [Section(context.text(status.project.name), level: 1)]
        + ProjectWords(status, context, figures: figures(of: status, context)).sections
    }
    let filters = filterText(view, context)
    let remarks = [
      countRemarks(rows, context).joined(separator: context.text("，", ", ")),
      filters.isEmpty ? "" : "\(context.text("筛选与顺序：", "Filters and order: "))\(filters)",
      rows.isEmpty ? context.text("没有符合条件的项目", "no matching projects") : "",
    ]
    return [
      Section(
        title(rows, context), level: 1,
        [
          .text(remarks.map { Line($0) }),
          .list(
            tableColumns(context), rows.map { tableCells($0, context) },
            citations: rows.map { $0.reached?.citations ?? $0.project.citations }),
        ]),
      Section(
        context.text("年度目标任务", "Yearly commitments"), level: 1,
        [.text(CommitmentLines.lines(context, isShort: false))]),
    ]
  }
}
