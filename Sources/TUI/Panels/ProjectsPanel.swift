import Model

/// The projects as a table, as a board of stages or below their funnel; filtered, sorted, and one of them with its whole history.
struct ProjectsPanel: Panel {
  let id = ViewID.projects
  let title = Name(zh: "项目", en: "Projects")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"),
    KeyHint("Space", "表/看板/漏斗", "table/board/funnel", id: "projects.arrange"),
    KeyHint(",", "筛选文字", "filter text", id: "projects.filter-text"),
    KeyHint("c", "集群", "cluster", id: "projects.cluster"), KeyHint("t", "阶段", "stage", id: "projects.stage"),
    KeyHint("a", "园区", "park", id: "projects.park"), KeyHint("u", "业主", "owner", id: "projects.owner"),
    KeyHint("i", "只看项目", "projects only", id: "projects.nature"),
    KeyHint("r", "累计达到", "ever reached", id: "projects.ever-reached"),
    KeyHint("o", "排序", "sort", id: "projects.sort"),
    KeyHint("x Del", "清除筛选", "clear filters", id: "projects.clear"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

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

  func order(_ state: AppState) -> Order {
    Order(rawValue: state.viewState(id).order % Order.allCases.count) ?? .stage
  }

  enum Arrangement: Int, CaseIterable {
    case table, board, funnel
  }

  func arrangement(_ state: AppState) -> Arrangement {
    Arrangement(rawValue: state.viewState(id).mode % Arrangement.allCases.count) ?? .table
  }

  private func isBoard(_ state: AppState) -> Bool { arrangement(state) == .board }

  /// Shows all that these filters let through, and nothing that was left from before.
  static func filter(_ state: inout AppState, by filters: [String: String]) {
    let before = state.views[ViewID.projects]?.filters ?? [:]
    state.views[ViewID.projects, default: ViewState()].filtersBefore = before
    state.views[ViewID.projects, default: ViewState()].filters = filters
    state.views[ViewID.projects, default: ViewState()].isOpen = false
    state.views[ViewID.projects, default: ViewState()].input = nil
  }

  // MARK: Keys

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if state.viewState(id).input != nil {
      state.updateView { _ = $0.typeFilter(key) }
      return true
    }
    if !state.viewState(id).isOpen, filter(&state, key) { return true }
    let rows = rows(state)
    if isBoard(state), !state.viewState(id).isOpen, key == .left || key == .right {
      moveAcross(&state, rows, by: key == .left ? -1 : 1)
      return true
    }
    if isBoard(state), !state.viewState(id).isOpen, [.up, .down].contains(key) {
      let rung = selected(state).flatMap { column(of: $0, state) }
      return moveSelection(&state, on: key, through: rows.column(rung), page: 10)
    }
    return moveSelection(&state, on: key, through: rows, page: 10)
  }

  private func filter(_ state: inout AppState, _ key: Key) -> Bool {
    switch key {
    case .character(" "): state.updateView { $0.mode += 1 }
    case .character(","): state.updateView { $0.beginFilter() }
    case .character("o"): state.updateView { $0.order += 1 }
    case .character("r"): state.updateView { $0.countsEverReached.toggle() }
    case .character("i"):
      // Leaves out what is listed in a plan and is nothing that gets built.
      let only = Project.Nature.project.rawValue
      state.updateView { $0.filters["nature"] = $0.filters["nature"] == nil ? only : nil }
    case .character("x"), .delete: state.updateView { $0.filters = [:] }
    case .character("c"): cycle(&state, "cluster")
    case .character("t"): cycle(&state, "stage")
    case .character("a"): cycle(&state, "park")
    case .character("u"): cycle(&state, "owner")
    default: return false
    }
    return true
  }

  /// The next value of a filter, after the last none.
  private func cycle(_ state: inout AppState, _ name: String) {
    let values = choices(of: name, state)
    state.updateView { view in
      let index = view.filters[name].flatMap(values.firstIndex).map { $0 + 1 } ?? 0
      view.filters[name] = values.indices.contains(index) ? values[index] : nil
    }
  }

  /// Goes to the neighbouring column of the board that is not empty.
  private func moveAcross(_ state: inout AppState, _ rows: ProjectRows, by step: Int) {
    let rungs = rows.rungs
    guard let now = selected(state), let index = rungs.firstIndex(of: column(of: now, state)),
      rungs.indices.contains(index + step)
    else { return }
    let target = rungs[index + step]
    let row = rows.column(rungs[index]).index(ofID: now.project.id) ?? 0
    let column = rows.column(target)
    state.updateView { $0.selection = column.id(at: min(row, column.count - 1)) }
  }
}
