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

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    let rows = rows(view, context)
    if view.isOpen, let status = selected(view, context) {
      page.add(heading: context.text(status.project.name))
      page.add(ProjectWords(status, context, figures: figures(of: status, context)).lines)
      return page
    }
    page.add(heading: title(rows, context))
    page.add(paragraph: countRemarks(rows, context).joined(separator: context.text("，", ", ")))
    let filters = filterText(view, context)
    page.add(paragraph: filters.isEmpty ? "" : "\(context.text("筛选与顺序：", "Filters and order: "))\(filters)")
    if rows.isEmpty { page.add(paragraph: context.text("没有符合条件的项目", "no matching projects")) }
    let notes = rows.map { page.notes($0.reached?.citations ?? $0.project.citations, context) }
    page.add(tableColumns(context), rows.map { tableCells($0, context) }, notes: notes)
    page.add(heading: context.text("年度目标任务", "Yearly commitments"))
    for line in CommitmentLines.lines(context, isShort: false) { page.add(paragraph: line.text) }
    return page
  }
}
