import Canvas
import Domain

/// The projects as a table, as a board of stages or as counts by stage with what moved last; filtered, sorted, and one project with its
/// whole history.
struct ProjectsPanel: Panel {
  static let id = ViewID.projects
  static let title = Name(zh: "项目", en: "Projects")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "表/看板/阶段", "table/board/stages", id: "projects.arrange") { view, _ in view.mode += 1 },
    Binding(",", "筛选文字", "filter text", id: "projects.filter-text") { view, _ in view.beginFilter() },
    Binding("c", "集群", "cluster", id: "projects.cluster", choosing: "cluster"),
    Binding("t", "阶段", "stage", id: "projects.stage", choosing: "stage"),
    Binding("a", "园区", "park", id: "projects.park", choosing: "park"),
    Binding("u", "业主", "owner", id: "projects.owner", choosing: "owner"),
    // Includes items of a plan that are not construction projects.
    Binding("i", "产品方向、计划事项", "product lines", id: "projects.nature") { view, _ in
      view.filters["nature"] = view.filters["nature"] == nil ? ProjectFilter.all : nil
    },
    Binding("r", "累计达到", "ever reached", id: "projects.ever-reached") { view, _ in
      view.countsEverReached.toggle()
    },
    Binding("o", "排序", "sort", id: "projects.sort", choosing: sort),
    Binding("x Del", "清除筛选", "clear filters", id: "projects.clear") { view, _ in view.filters = [:] },
    .citations,
  ]

  /// The name of the order among what can be chosen.
  static let sort = "sort"

  enum Order: Int, CaseIterable {
    case stage, date, investment, waiting, name

    var name: Name {
      switch self {
      case .stage: Name(zh: "按阶段", en: "by stage")
      case .date: Name(zh: "按日期", en: "by date")
      case .investment: Name(zh: "按投资", en: "by investment")
      case .waiting: Name(zh: "按签约未开工时长", en: "by time signed and not started")
      case .name: Name(zh: "按名称", en: "by name")
      }
    }
  }

  func order(_ view: ViewState) -> Order {
    Order(rawValue: view.order % Order.allCases.count) ?? .stage
  }

  enum Arrangement: Int, CaseIterable {
    case table, board, stages
  }

  func arrangement(_ view: ViewState) -> Arrangement {
    Arrangement(rawValue: view.mode % Arrangement.allCases.count) ?? .table
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.input != nil {
      _ = view.typeFilter(key)
      return .stay
    }
    let rows = rows(view, context)
    guard !view.isOpen, arrangement(view) != .table else {
      return moveSelection(&view, in: context, on: key, through: rows, page: 10)
    }
    let before = view.selection
    view.selection = selected(view, context)?.project.id ?? before
    let effect = updateArranged(&view, context, on: key, rows)
    if effect == nil { view.selection = before }
    return effect
  }

  /// Handles a key on the board, where the arrows go by stage, or among the movements below the stages.
  private func updateArranged(
    _ view: inout ViewState, _ context: PanelContext, on key: Key, _ rows: ProjectRows
  ) -> PanelEffect? {
    guard arrangement(view) == .board else {
      let movements = rows.movements.all.map(\.project.id)
      return movements.isEmpty
        ? moveSelection(&view, in: context, on: key, through: rows, page: 10)
        : moveSelection(&view, in: context, on: key, through: movements, page: 10)
    }
    if key == .left || key == .right {
      moveAcross(&view, context, rows, by: key == .left ? -1 : 1)
      return .stay
    }
    if [.up, .down, .pageUp, .pageDown].contains(key) {
      let rung = selected(view, context).flatMap { column(of: $0, context) }
      return moveSelection(&view, in: context, on: key, through: rows.column(rung), page: 10)
    }
    return moveSelection(&view, in: context, on: key, through: rows, page: 10)
  }

  /// Moves to the neighbouring column of the board that is not empty.
  private func moveAcross(
    _ view: inout ViewState, _ context: PanelContext, _ rows: ProjectRows, by step: Int
  ) {
    let rungs = rows.rungs
    guard let now = selected(view, context), let index = rungs.firstIndex(of: column(of: now, context)),
      rungs.indices.contains(index + step)
    else { return }
    let target = rungs[index + step]
    let row = rows.column(rungs[index]).index(ofID: now.project.id) ?? 0
    let column = rows.column(target)
    view.selection = column.id(at: min(row, column.count - 1))
  }
}
