import Domain
import Figures
import Output

// The values of the filters, and the orders, for the user to choose from.

extension ProjectsPanel {
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    if name == ProjectsPanel.sort {
      return Order.allCases.map { FilterValue(String($0.rawValue), $0.name, count: nil) }
    }
    var others = view.filters
    others[name] = nil
    let board = context.board
    let filter = ProjectFilter(others, board, (context.prepared as? Prepared)?.names)
    // A part is counted with its project.
    var all: Set<Int> = []
    var roots: [String: Set<Int>] = [:]
    for (position, status) in board.projects.enumerated() where filter.passes(position) {
      all.insert(status.root)
      for value in values(of: name, status, board) { roots[value, default: []].insert(status.root) }
    }
    let values = ids(of: name, board).compactMap { id in
      roots[id].map { FilterValue(id, self.name(of: id, as: name, context), count: $0.count) }
    }
    return ([.all(all.count)] + values).including(
      view.filters[name], view.filters[name].map { self.name(of: $0, as: name, context) } ?? Name(both: ""))
  }

  func present(_ name: String, _ view: ViewState, of values: [FilterValue]) -> Int? {
    name == ProjectsPanel.sort
      ? order(view).rawValue : values.firstIndex { $0.id == view.filters[name] }
  }

  func setFilter(_ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext) {
    if name == ProjectsPanel.sort {
      view.order = value.flatMap { Int($0) } ?? 0
    } else {
      view.filters[name] = value
    }
  }

  private func values(of name: String, _ status: ProjectStatus, _ board: Board) -> [String] {
    switch name {
    case "cluster": status.project.clusters
    case "stage": board.projects[status.root].rung.map { [$0.rawValue] } ?? []
    case "park": status.project.park.map { [$0] } ?? []
    case "owner": status.project.firm.map { [$0] } ?? []
    default: []
    }
  }

  /// Returns all values of a filter in the order of the list. Clusters of the shown classification are first.
  private func ids(of name: String, _ board: Board) -> [String] {
    let dataset = board.dataset
    switch name {
    case "cluster":
      let shown = board.classification?.id
      let clusters = dataset.clusters.filter { $0.parent == nil }
      return (clusters.filter { $0.classification == shown } + clusters.filter { $0.classification != shown })
        .map(\.id)
    case "stage": return Rung.allCases.map(\.rawValue)
    case "park": return dataset.parks.map(\.id)
    case "owner": return dataset.firms.map(\.id)
    default: return []
    }
  }

  /// Returns the name of a value; that of a cluster of another classification than the shown one names it as well.
  private func name(of id: String, as filter: String, _ context: PanelContext) -> Name {
    let dataset = context.dataset
    let name: Name?
    switch filter {
    case "cluster":
      let cluster = dataset.clusters[id]
      let other = cluster.flatMap {
        $0.classification == context.board.classification?.id
          ? nil : dataset.classifications[$0.classification]
      }
      name = cluster.map { cluster in
        other.map {
          Name(zh: "\(cluster.name.zh)（\($0.name.zh)）", en: "\(cluster.name.en) (\($0.name.en))")
        } ?? cluster.name
      }
    case "stage": name = Rung(rawValue: id).map { dataset.rungName($0) }
    case "park": name = dataset.parks[id]?.name
    case "owner": name = dataset.firms[id]?.name
    default: name = nil
    }
    return name ?? Name(both: id)
  }
}
