import Canvas
import Domain
import Figures

/// The parks as a schematic map of boxes in their relative positions, a list of those without a position, and one park
/// in full: figures, clusters, firms, projects, parts.
struct ParkPanel: Panel {
  static let id = ViewID.park
  static let title = Name(zh: "园区", en: "Park")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "展开", "open"), Binding("PgDn", "位置不明", "off the map"),
    Binding(
      "v", "看项目", "its projects", id: "park.projects", isForRecords: true,
      perform: { view, context in
        ParkPanel().showProjects(&view, context)
      }),
    .citations,
  ]

  // MARK: Selection

  /// The parks on the board's day.
  struct Prepared: Sendable {
    let board: ParkBoard
    let projects: ParkProjects

    init(_ board: Board) {
      self.board = ParkBoard(board)
      projects = self.board.projects()
    }
  }

  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)? { parks(context) }

  func parks(_ context: PanelContext) -> Prepared { context.prepared as? Prepared ?? Prepared(context.board) }

  /// Returns the ids in the order of Home, End and the list: the frame, the map row by row, the rest. Without a map the
  /// parks are ordered by kind.
  func order(_ board: ParkBoard, _ context: PanelContext) -> [String] {
    guard hasMap(board, context) else { return ParkBoard.byKind(board.parks).map(\.id) }
    return (board.frame.map { [$0] } ?? []).map(\.id) + board.placed.map(\.id) + board.others.map(\.id)
  }

  func selected(_ board: ParkBoard, _ view: ViewState, _ context: PanelContext) -> String? {
    let ids = order(board, context)
    return selectedIndex(view, in: ids).map { ids[$0] }
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    let parks = parks(context)
    let (board, projects) = (parks.board, parks.projects)
    guard let id = selected(board, view, context), let summary = board.summary(of: id, projects) else {
      return []
    }
    let name = Statement(
      label: summary.park.name, value: summary.park.kind.name, citations: summary.citations)
    return [name] + summary.figures.map(context.statement)
  }

  // MARK: Arrangement

  /// The areas of the parts of the view.
  struct Layout: Equatable {
    /// Empty if the map is not shown, such as while the cursor is in the list of a small screen.
    var map = Rect(width: 0, height: 0)
    /// Empty if the list is not shown.
    var list = Rect(width: 0, height: 0)
    /// One line that counts the parks the list would show.
    var tally = Rect(width: 0, height: 0)
    var detail = Rect(width: 0, height: 0)
  }

  /// Returns whether the screen has room for a map and the data has places for one.
  func hasMap(_ board: ParkBoard, _ context: PanelContext) -> Bool {
    !board.placed.isEmpty && context.width >= ParkPanel.mapWidth && context.height >= 16
  }

  /// The minimum width of a screen with a map, in columns.
  static let mapWidth = 60

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let parks = parks(context)
    let (board, projects) = (parks.board, parks.projects)
    guard let id = selected(board, view, context) else {
      let text = context.text("此日期尚无园区资料", "no parks known on this day")
      buffer.put(text, x: area.x + 1, y: area.y, style: Style(.muted), clip: area)
      return
    }
    guard let summary = board.summary(of: id, projects) else { return }
    if view.isOpen {
      renderDetail(summary, projects, view, context, area, isActive: true, &buffer)
      return
    }
    let lines = area.height > 6 ? ParkVerdict(parks: parks, context: context).lines(width: area.width) : []
    let (top, body) = area.splitTop(lines.count)
    for (row, line) in lines.enumerated() {
      buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
    }
    let map = hasMap(board, context) ? map(board, projects, context, selected: id) : nil
    let layout = layout(body, map, board, isListed: board.others.contains { $0.id == id })
    if let map, !layout.map.isEmpty { map.render(in: layout.map, into: &buffer) }
    if !layout.list.isEmpty {
      let parks = map == nil ? ParkBoard.byKind(board.parks) : board.others
      renderList(parks, isWhole: map == nil, selected: id, projects, context, layout.list, &buffer)
    }
    if !layout.tally.isEmpty { renderTally(board, context, layout.tally, &buffer) }
    if !layout.detail.isEmpty {
      renderDetail(summary, projects, view, context, layout.detail, isActive: false, &buffer)
    }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let parks = parks(context)
    let (board, projects) = (parks.board, parks.projects)
    guard !view.isOpen, let id = selected(board, view, context) else {
      return render(view, in: context, area: area, into: &buffer)
    }
    if hasMap(board, context), !board.others.contains(where: { $0.id == id }) {
      let map = map(board, projects, context, selected: id)
      let (top, below) = area.splitTop(map.height(width: area.width, room: area.height))
      map.render(in: top, into: &buffer)
      if let summary = board.summary(of: id, projects), below.height > 3 {
        renderDetail(summary, projects, view, context, below, isActive: false, &buffer)
      }
    } else {
      let isWhole = !hasMap(board, context)
      let parks = isWhole ? ParkBoard.byKind(board.parks) : board.others
      renderList(parks, isWhole: isWhole, selected: id, projects, context, area, &buffer)
    }
  }

  /// Places the parts side by side if there is width for it, otherwise one above the other. A small screen shows the
  /// map or the list.
  func layout(
    _ area: Rect, _ map: ParkPanelMap?, _ board: ParkBoard, isListed: Bool
  ) -> Layout {
    var layout = Layout()
    guard let map else {
      let isWide = area.width >= 100
      let detail = isWide ? area.height : area.height >= 16 ? area.height / 2 : 0
      if isWide {
        let (left, right) = area.splitLeft(area.width * 2 / 5)
        (layout.list, layout.detail) = (left, right.splitLeft(2).rest)
      } else {
        (layout.list, layout.detail) = area.splitBottom(detail)
      }
      return layout
    }
    let hasList = !board.others.isEmpty
    let isWide = area.width >= 110
    let (left, right) = area.splitLeft(isWide ? area.width * 3 / 5 : area.width)
    // The list takes nine rows beside a wide detail, or half of the rest above a narrow one.
    let hasRoom = isWide ? left.height >= 24 : left.height >= 44
    let kept = isWide ? (hasRoom ? 9 : 1) : 6
    let height = map.height(width: left.width, room: left.height - (hasList || !isWide ? kept : 0))
    let (top, rest) = left.splitTop(height)
    (layout.map, layout.detail) = (top, isWide ? right.splitLeft(2).rest : rest)
    guard hasList else { return layout }
    if hasRoom {
      let (list, below) = rest.splitTop(isWide ? rest.height : rest.height / 2)
      layout.list = list
      if !isWide { layout.detail = below }
    } else if isListed {
      layout.map.height = 0
      layout.list = isWide ? left : top
    } else {
      let (tally, below) = rest.splitTop(1)
      layout.tally = tally
      if !isWide { layout.detail = below }
    }
    return layout
  }
}

extension Park.Kind {
  var plural: Name {
    switch self {
    case .park: Name(zh: "园区", en: "Parks")
    case .zone: Name(zh: "组团", en: "Zones")
    case .functionalArea: Name(zh: "功能区", en: "Functional areas")
    case .facility: Name(zh: "设施", en: "Facilities")
    case .concept: Name(zh: "概念", en: "Concepts")
    }
  }
}
