import Model

extension TargetsPanel {
  func records(_ state: AppState) -> [PanelRecord] {
    state.board.targets.filter { !$0.isSecondary }.map { row in
      let isOfDistrict = row.target.subject == .district
      let names = isOfDistrict ? [row.indicator.name, row.indicator.short] : []
      return PanelRecord(id: row.target.id, names: names + [Name(both: state.title(of: row))])
    }
  }

  func listing(_ state: AppState) -> PanelListing? {
    state.viewState(id).isOpen
      ? nil : PanelListing(kind: .targets, ids: groups(state).flatMap(\.rows).map(\.target.id))
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    if state.viewState(id).isOpen, let row = selected(state) {
      page.add(heading: "\(state.title(of: row)) \(state.text(row.plan.name))")
      page.add(TargetWords(row, state).lines)
      return page
    }
    for group in groups(state) {
      page.add(heading: group.title ?? title(group.rows, state))
      let notes = group.rows.map {
        page.notes(($0.observation?.citations ?? []) + $0.target.citations, state)
      }
      page.add(
        columns(state), group.rows.map { cells($0, state) }, notes: notes)
    }
    return page
  }
}
