import Model

// Which projects are shown, and in what order.

extension ProjectsPanel {
  // MARK: Content

  /// Those that pass the filters, in the order of the view; found once where the state keeps them.
  func rows(_ state: AppState) -> ProjectRows {
    let key = ProjectRows.Key(state.viewState(id).filters, order(state), state.language)
    if let rows = state.projectRows, rows.key == key { return rows }
    return ProjectRows(key, of: state.board, after: state.projectRows, state.projectNames)
  }

  /// The values of a filter under which the other filters leave a project; those of the shown classification first.
  func choices(of name: String, _ state: AppState) -> [String] {
    ProjectRows.choices(of: name, among: state.viewState(id).filters, state.board, state.projectNames)
  }

  func selected(_ state: AppState) -> ProjectStatus? {
    let rows = rows(state)
    return selectedIndex(state, in: rows).map { rows[$0] }
  }

  func explained(_ state: AppState) -> [String] { selected(state).map { ["project/\($0.project.id)"] } ?? [] }

  func statements(_ state: AppState) -> [Statement] {
    guard let status = selected(state) else { return [] }
    let milestones = status.milestones.map { milestone in
      Statement(
        label: status.project.name,
        value: Name(
          zh: ProjectWords.text(of: milestone, state, .zh), en: ProjectWords.text(of: milestone, state, .en)),
        citations: milestone.citations)
    }
    return milestones + figures(of: status, state).map(state.statement)
  }

  func figures(of status: ProjectStatus, _ state: AppState) -> [Figure] {
    state.board.figures(of: status)
  }
}
