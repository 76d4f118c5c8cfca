import Model

// Which projects are shown, and in what order.

extension ProjectsPanel {
  // MARK: Content

  func rows(_ state: AppState) -> [ProjectStatus] {
    let filters = state.viewState(id).filters
    let names = filters["text"].map { NameFilter($0) }
    return ordered(state.board.projects.filter { passes($0, filters, names, state.dataset) }, state)
  }

  /// Whether a project passes all filters.
  private func passes(
    _ status: ProjectStatus, _ filters: [String: String], _ names: NameFilter?, _ dataset: Dataset
  ) -> Bool {
    let project = status.project
    if let stage = filters["stage"], status.rung?.rawValue != stage { return false }
    if let cluster = filters["cluster"], !project.clusters.contains(cluster) { return false }
    if let park = filters["park"], project.park != park { return false }
    if let owner = filters["owner"], project.enterprise != owner { return false }
    if filters["overdue"] != nil, !status.isOverdue { return false }
    if filters["unreported"] != nil, !status.isUnreported { return false }
    if filters["waiting"] != nil, status.waiting == nil { return false }
    return names?.matches(searchedNames(of: project, dataset)) ?? true
  }

  /// The values of a filter under which the other filters leave a project; those of the shown classification first.
  func choices(of name: String, _ state: AppState) -> [String] {
    var others = state.viewState(id).filters
    others[name] = nil
    let names = others["text"].map { NameFilter($0) }
    let rest = state.board.projects.filter { passes($0, others, names, state.dataset) }
    switch name {
    case "cluster":
      let used = Set(rest.flatMap(\.project.clusters))
      let shown = state.board.classification?.id
      let clusters = state.dataset.clusters.filter { $0.parent == nil && used.contains($0.id) }
      return (clusters.filter { $0.classification == shown } + clusters.filter { $0.classification != shown })
        .map(\.id)
    case "stage":
      let used = Set(rest.compactMap(\.rung))
      return Rung.allCases.filter(used.contains).map(\.rawValue)
    case "park":
      let used = Set(rest.compactMap(\.project.park))
      return state.dataset.parks.map(\.id).filter(used.contains)
    case "owner":
      let used = Set(rest.compactMap(\.project.enterprise))
      return state.dataset.enterprises.map(\.id).filter(used.contains)
    default: return []
    }
  }

  private func ordered(_ projects: [ProjectStatus], _ state: AppState) -> [ProjectStatus] {
    var rows = projects
    switch order(state) {
    case .stage: rows = stable(rows) { ($0.rung ?? .planned) > ($1.rung ?? .planned) }
    case .date: rows = stable(rows) { ($0.since ?? .distantPast) > ($1.since ?? .distantPast) }
    case .investment: rows = stable(rows) { ($0.investment?.value ?? -1) > ($1.investment?.value ?? -1) }
    case .waiting: rows = stable(rows) { ($0.waiting?.shortest ?? -1) > ($1.waiting?.shortest ?? -1) }
    case .name: rows = stable(rows) { state.text($0.project.name) < state.text($1.project.name) }
    }
    return rows
  }

  func stable(
    _ rows: [ProjectStatus], _ precedes: (ProjectStatus, ProjectStatus) -> Bool
  ) -> [ProjectStatus] {
    rows.enumerated().sorted { left, right in
      precedes(left.element, right.element)
        || (!precedes(right.element, left.element) && left.offset < right.offset)
    }.map(\.element)
  }

  /// The names of the project, of its owner and of its park.
  private func searchedNames(of project: Project, _ dataset: Dataset) -> [Name] {
    let owner = project.enterprise.flatMap { dataset.enterprises[$0] }
    return [project.name] + project.aliases + [project.owner, owner?.name].compactMap { $0 }
      + (owner?.aliases ?? [])
      + [project.park.flatMap { dataset.parks[$0]?.name }].compactMap { $0 }
  }

  func selected(_ state: AppState) -> ProjectStatus? {
    let rows = rows(state)
    return selectedIndex(state, in: rows.map(\.project.id)).map { rows[$0] }
  }

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
    state.board.figures.filter { $0.subject == .project(status.project.id) }
  }
}
