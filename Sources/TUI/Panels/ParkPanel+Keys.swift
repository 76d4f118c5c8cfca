import Canvas
import Domain
import Figures

// The arrows move from box to box on the map and from row to row in the list. The list is below the map.

extension ParkPanel {
  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    let board = parks(context).board
    if view.isOpen, key == .enter { return showProjects(&view, context) ?? .stay }
    if !view.isOpen, hasMap(board, context), let target = target(of: key, board, view, context) {
      view.selection = target
      return .stay
    }
    return moveSelection(&view, in: context, on: key, through: order(board, context), page: 10)
  }

  /// Goes to the projects that a document places in the park. If there are none, opens the detail, which lists the
  /// projects matched by industry, and shows a message.
  func showProjects(_ view: inout ViewState, _ context: PanelContext) -> PanelEffect? {
    let parks = parks(context)
    guard let park = selected(parks.board, view, context),
      let summary = parks.board.summary(of: park, parks.projects)
    else { return nil }
    guard let filters = ParkPanel.projectFilters(summary) else {
      view.isOpen = true
      return .say(Name(zh: "没有文件写明哪个项目在此", en: "no document locates a project here"))
    }
    let industryMatches = summary.industryMatches.count
    let remark = Name(
      zh: "原文写明在此的项目；可能在此的另\(industryMatches)项见园区页",
      en: "stated to be here; the park's page has \(industryMatches) more that are possibly here")
    return .go(to: ViewID.projects, filters: filters, saying: industryMatches > 0 ? remark : nil)
  }

  /// Returns the filters that select the projects of the park; nil if it has none.
  static func projectFilters(_ summary: ParkSummary) -> [String: String]? {
    summary.projects.isEmpty ? nil : ["park": summary.park.id]
  }

  // MARK: Map

  /// Returns the park that a key selects while the map is shown; nil if the map does not use the key.
  private func target(of key: Key, _ board: ParkBoard, _ view: ViewState, _ context: PanelContext) -> String?
  {
    guard let now = selected(board, view, context) else { return nil }
    let list = board.others.map(\.id)
    if let row = list.firstIndex(of: now) { return target(of: key, row: row, list, board, view, context) }
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

  /// Returns the park above the list for a key that leaves it. Other keys move inside the list as in all lists.
  private func target(
    of key: Key, row: Int, _ list: [String], _ board: ParkBoard, _ view: ViewState, _ context: PanelContext
  )
    -> String?
  {
    switch key {
    case .up where row == 0, .character("k") where row == 0, .pageUp where row == 0:
      return board.placed.last?.id ?? board.frame?.id
    case .pageUp: return list[max(0, row - max(1, context.lists.page ?? 10))]
    default: return nil
    }
  }

  private enum Side { case above, below, left, right }

  /// Returns the nearest box on one side; nil if there is none. Distance across that direction counts twice, which
  /// favours straight moves.
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
