import Model

// The arrows go from box to box on the map and from row to row in the list; the list lies below the map.

extension ParkPanel {
  func update(_ state: inout AppState, on key: Key) -> Bool {
    let board = state.parks.board
    let ids = order(board, state)
    let isOpen = state.viewState(id).isOpen
    if key == .character("v") || (isOpen && key == .enter) {
      showProjects(&state, board)
      return true
    }
    if !isOpen, hasMap(board, state), let target = target(of: key, board, state) {
      state.views[id, default: ViewState()].selection = target
      return true
    }
    return moveSelection(&state, on: key, through: ids, page: 10)
  }

  /// Goes to the projects that a document puts here; where none does, to the detail, which says so and lists those that match
  /// by industry.
  private func showProjects(_ state: inout AppState, _ board: ParkBoard) {
    let projects = state.parks.projects
    guard let park = selected(board, state), let summary = board.summary(of: park, projects) else { return }
    guard let filters = ParkPanel.projectFilters(summary) else {
      state.views[id, default: ViewState()].isOpen = true
      return state.say("没有文件写明哪个项目在此", "no document says of a project that it is here")
    }
    state.go(to: ViewID.projects)
    ProjectsPanel.filter(&state, by: filters)
    let kindred = summary.kindred.count
    guard kindred > 0 else { return }
    state.say(
      "原文写明在此的项目；行业匹配的另\(kindred)项见园区页",
      "printed as being here; the page of the park has \(kindred) more that match by industry")
  }

  /// The filters under which its projects are found; nil where there are none.
  static func projectFilters(_ summary: ParkSummary) -> [String: String]? {
    summary.projects.isEmpty ? nil : ["park": summary.park.id]
  }

  // MARK: Map

  /// The park that a key leads to while a map is shown; nil when it is no key of the map.
  private func target(of key: Key, _ board: ParkBoard, _ state: AppState) -> String? {
    guard let now = selected(board, state) else { return nil }
    let list = board.others.map(\.id)
    if let row = list.firstIndex(of: now) { return target(of: key, row: row, list, board, state) }
    let box = board.placed.first { $0.id == now }
    func neighbour(_ side: Side) -> String? { box.flatMap { nearest(to: $0, side, board.placed) }?.id }
    switch key {
    case .up, .character("k"): return neighbour(.above) ?? board.frame?.id ?? now
    case .down, .character("j"):
      return (box == nil ? board.placed.first?.id : neighbour(.below)) ?? list.first ?? now
    case .left, .character("h"): return neighbour(.left) ?? now
    case .right, .character("l"): return neighbour(.right) ?? now
    case .pageDown: return list.first ?? board.placed.last?.id ?? now
    case .pageUp: return board.frame?.id ?? board.placed.first?.id ?? now
    default: return nil
    }
  }

  /// The way out of the list, upwards; inside it the keys of all lists hold.
  private func target(of key: Key, row: Int, _ list: [String], _ board: ParkBoard, _ state: AppState)
    -> String?
  {
    switch key {
    case .up where row == 0, .character("k") where row == 0, .pageUp where row == 0:
      return board.placed.last?.id ?? board.frame?.id
    case .pageUp: return list[max(0, row - state.page(id, otherwise: 10))]
    default: return nil
    }
  }

  private enum Side { case above, below, left, right }

  /// The nearest of the boxes on one side; what lies across counts twice, so that the way is as straight as it can be.
  private func nearest(to box: Park, _ side: Side, _ boxes: [Park]) -> Park? {
    guard let from = box.place else { return nil }
    func distance(_ park: Park) -> Int? {
      guard let to = park.place else { return nil }
      let (down, right) = (to.row - from.row, to.column - from.column)
      switch side {
      case .above: return down < 0 ? -down + 2 * abs(right) : nil
      case .below: return down > 0 ? down + 2 * abs(right) : nil
      case .left: return right < 0 ? -right + 2 * abs(down) : nil
      case .right: return right > 0 ? right + 2 * abs(down) : nil
      }
    }
    return boxes.compactMap { park in distance(park).map { (park: park, distance: $0) } }
      .min { $0.distance < $1.distance }?.park
  }
}
