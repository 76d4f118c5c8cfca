import Model

extension ParkPanel {
  func records(_ state: AppState) -> [PanelRecord] {
    state.dataset.parks.filter { state.board.isKnown($0.citations) }.map {
      PanelRecord(id: $0.id, names: $0.names)
    }
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    let parks = state.parks
    let (board, projects) = (parks.board, parks.projects)
    if state.viewState(id).isOpen, let id = selected(board, state),
      let summary = board.summary(of: id, projects)
    {
      page.add(heading: state.text(summary.park.name))
      let lines = ParkPanelPage(
        summary: summary, projects: projects, state: state, width: 10_000, hasAllProjects: true)
      page.add(lines.lines())
      return page
    }
    if board.parks.isEmpty { page.add(paragraph: state.text("此日期尚无园区资料", "no parks known on this day")) }
    for kind in Park.Kind.allCases {
      let members = board.parks.filter { $0.kind == kind }
      guard !members.isEmpty else { continue }
      page.add(heading: "\(state.text(kind.plural)) \(members.count)")
      let notes = members.map { page.notes($0.citations, state) }
      page.add(listColumns(state), members.map { row($0, projects, state).cells }, notes: notes)
    }
    return page
  }
}
