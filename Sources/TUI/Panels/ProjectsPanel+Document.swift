import Model

extension ProjectsPanel {
  func records(_ state: AppState) -> [PanelRecord] {
    state.board.projects.map { PanelRecord(id: $0.project.id, names: $0.project.names) }
  }

  func listing(_ state: AppState) -> PanelListing? {
    state.viewState(id).isOpen ? nil : PanelListing(kind: .projects, ids: rows(state).map(\.project.id))
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    let rows = rows(state)
    if state.viewState(id).isOpen, let status = selected(state) {
      page.add(heading: state.text(status.project.name))
      page.add(ProjectWords(status, state, figures: figures(of: status, state)).lines)
      return page
    }
    page.add(heading: title(rows, state))
    page.add(paragraph: countRemarks(rows, state).joined(separator: state.text("，", ", ")))
    let filters = filterText(state)
    page.add(paragraph: filters.isEmpty ? "" : "\(state.text("筛选与顺序：", "Filters and order: "))\(filters)")
    if rows.isEmpty { page.add(paragraph: state.text("没有符合条件的项目", "no matching projects")) }
    let notes = rows.map { page.notes($0.reached?.citations ?? $0.project.citations, state) }
    page.add(tableColumns(state), rows.map { tableCells($0, state) }, notes: notes)
    page.add(heading: state.text("年度目标任务", "Yearly commitments"))
    for line in CommitmentLines.lines(state, isShort: false) { page.add(paragraph: line.text) }
    return page
  }
}
