import Model

/// The tasks of all plans by programme or by unit, and where the indicators stand that they are to deliver.
struct TasksPanel: Panel {
  let id = ViewID.tasks
  let title = Name(zh: "任务", en: "Tasks")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"),
    KeyHint("Space", "工程/单位", "programme/unit", id: "tasks.arrange"),
    KeyHint(",", "筛选文字", "filter text", id: "tasks.filter-text"),
    KeyHint("c .", "规划", "plan", id: "tasks.plan"), KeyHint("Enter Enter", "最差目标", "worst target"),
    KeyHint("x Del", "清除筛选", "clear filters", id: "tasks.clear"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  /// A row under the cursor.
  enum Item {
    case programme(ProgrammeStanding)
    case task(TaskStanding)
    case unit(UnitStanding)

    /// What the view's selection calls it: a task by its own id, others with their kind before it.
    var key: String {
      switch self {
      case .programme(let standing): Item.programme + standing.programme.id
      case .task(let standing): standing.task.id
      case .unit(let standing): Item.unit + standing.organisation.id
      }
    }

    var indicators: [IndicatorStanding] {
      switch self {
      case .programme(let standing): standing.indicators
      case .task(let standing): standing.indicators
      case .unit(let standing): standing.indicators
      }
    }

    /// All indicators that its detail shows.
    var shownIndicators: [IndicatorStanding] {
      guard case .unit(let standing) = self else { return indicators }
      return indicators + standing.supportedIndicators
    }

    /// The target that is furthest behind, or the first of those without data.
    var worst: TargetProgress? { shownIndicators.lazy.compactMap(\.target).first }

    static let programme = "programme/"
    static let unit = "organisation/"
  }

  /// Rows under one plan; units stand in one group without a plan.
  struct Group {
    var plan: Plan?
    var items: [Item]
  }

  /// What is listed, once the filters are applied.
  struct Page {
    var board: TaskBoard
    var isByUnit: Bool
    var groups: [Group]
    var items: [Item] { groups.flatMap(\.items) }
  }

  // MARK: Keys

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if state.viewState(id).input != nil {
      state.updateView { _ = $0.typeFilter(key) }
      return true
    }
    let page = page(state)
    adopt(&state, page)
    if state.viewState(id).isOpen {
      if key == .enter || key == .right {
        if let row = item(state, page)?.worst {
          state.go(to: ViewID.targets, selecting: row.target.id, open: true)
        }
        return true
      }
    } else if filter(&state, key, page) {
      return true
    }
    return moveSelection(&state, on: key, through: page.items.map(\.key), page: 10)
  }

  /// Calls a programme or unit that another view has selected by its plain id as this view does.
  private func adopt(_ state: inout AppState, _ page: Page) {
    guard let selection = state.viewState(id).selection, let item = item(state, page),
      item.key != selection, item.key.hasSuffix("/\(selection)")
    else { return }
    state.views[id, default: ViewState()].selection = item.key
  }

  private func filter(_ state: inout AppState, _ key: Key, _ page: Page) -> Bool {
    switch key {
    case .character(" "): turn(&state, page)
    case .character(","): state.updateView { $0.beginFilter() }
    case .character("x"), .delete: state.updateView { $0.filters = [:] }
    case .character("c"), .character("."):
      let plans = page.board.plans.map(\.id)
      state.updateView { view in
        let next = view.filters["plan"].flatMap(plans.firstIndex).map { $0 + 1 } ?? 0
        view.filters["plan"] = plans.indices.contains(next) ? plans[next] : nil
      }
    default: return false
    }
    return true
  }

  /// Shows the same from the other side: a task's lead unit, a unit's first task.
  private func turn(_ state: inout AppState, _ page: Page) {
    var selection: String?
    if state.viewState(id).selection != nil {
      switch item(state, page) {
      case .task(let standing):
        let unit = standing.task.lead.first { id in
          page.board.units.contains { $0.organisation.id == id }
        }
        selection = unit.map { Item.unit + $0 }
      case .unit(let standing): selection = (standing.led.first ?? standing.supported.first)?.task.id
      case .programme, nil: break
      }
    }
    state.updateView { view in
      view.mode = page.isByUnit ? 0 : 1
      view.selection = selection
    }
  }

  // MARK: Content

  func page(_ state: AppState) -> Page {
    let view = state.viewState(id)
    let board = state.tasks(plan: view.filters["plan"])
    let filter = view.filterText.map { NameFilter($0) }
    if isByUnit(state) {
      let units = board.units.filter { unit in
        if view.filters["plan"] != nil, unit.led.isEmpty, unit.supported.isEmpty { return false }
        return filter?.matches(unit.organisation.names) ?? true
      }
      return Page(
        board: board, isByUnit: true,
        groups: units.isEmpty ? [] : [Group(plan: nil, items: units.map(Item.unit))])
    }
    var groups: [Group] = []
    for programme in board.programmes {
      let items = items(of: programme, filter, state)
      guard !items.isEmpty else { continue }
      if let last = groups.indices.last, groups[last].plan?.id == programme.plan?.id {
        groups[last].items += items
      } else {
        groups.append(Group(plan: programme.plan, items: items))
      }
    }
    return Page(board: board, isByUnit: false, groups: groups)
  }

  /// A programme and those of its tasks that match; nothing when none does.
  private func items(of standing: ProgrammeStanding, _ filter: NameFilter?, _ state: AppState) -> [Item] {
    var tasks = standing.tasks
    if let filter, !filter.matches([standing.programme.name]) {
      tasks = tasks.filter { task in
        let units = (task.task.lead + task.task.cooperating).compactMap { state.dataset.organisations[$0] }
        return filter.matches([task.task.name] + units.flatMap(\.names))
      }
      if tasks.isEmpty { return [] }
    }
    // Its counts are of the tasks that stand below it.
    let shown = tasks.count == standing.tasks.count ? standing : standing.only(tasks)
    return (TasksPanel.isOneTask(standing.programme) ? [] : [.programme(shown)]) + tasks.map(Item.task)
  }

  /// Whether a programme and its only task are one thing, printed under one name, and take one row.
  static func isOneTask(_ programme: Programme) -> Bool {
    programme.tasks.count == 1 && programme.tasks.first?.name == programme.name
  }

  /// A selection that another view has set decides the arrangement; without one the mode does.
  private func isByUnit(_ state: AppState) -> Bool {
    let view = state.viewState(id)
    guard let selection = view.selection else { return view.mode % 2 == 1 }
    if selection.hasPrefix(Item.unit) { return true }
    if selection.hasPrefix(Item.programme) { return false }
    let isTask = state.dataset.programmes.contains { programme in
      programme.id == selection || programme.tasks.contains { $0.id == selection }
    }
    if isTask { return false }
    return state.dataset.organisations[selection] != nil || view.mode % 2 == 1
  }

  func selectedIndex(_ state: AppState, _ page: Page) -> Int? {
    let items = page.items
    guard !items.isEmpty else { return nil }
    return state.viewState(id).selection.flatMap { index(of: $0, in: items) } ?? 0
  }

  private func index(of selection: String, in items: [Item]) -> Int? {
    items.firstIndex { $0.key == selection }
      ?? items.firstIndex { [Item.programme + selection, Item.unit + selection].contains($0.key) }
  }

  /// The record under the cursor; an opened one also when the filters leave it out.
  func item(_ state: AppState, _ page: Page) -> Item? {
    let items = page.items
    let view = state.viewState(id)
    if let selection = view.selection, view.isOpen, index(of: selection, in: items) == nil {
      let all = state.tasks(plan: nil)
      let others =
        page.isByUnit
        ? all.units.map(Item.unit)
        : all.programmes.flatMap { [.programme($0)] + $0.tasks.map(Item.task) }
      if let index = index(of: selection, in: others) { return others[index] }
    }
    return selectedIndex(state, page).map { items[$0] }
  }

  // MARK: Sources

  func statements(_ state: AppState) -> [Statement] {
    let page = page(state)
    guard let item = item(state, page) else { return [] }
    var statements: [Statement] =
      switch item {
      case .programme(let standing):
        [statement(standing.programme, standing.plan)] + standing.tasks.map { statement($0, state) }
      case .task(let standing):
        [statement(standing, state)]
          + (standing.programme.citations == standing.task.citations
            ? [] : [statement(standing.programme, standing.plan)])
      case .unit(let standing):
        [
          Statement(
            label: standing.organisation.name, value: Name(both: ""),
            citations: standing.organisation.citations)
        ] + (standing.led + standing.supported).map { statement($0, state) }
      }
    for standing in item.shownIndicators {
      statements.append(statement(standing))
      if let goal = standing.goal { statements.append(state.statement(goal)) }
      if let row = standing.target { statements += TargetsPanel.statements(of: row, state) }
      if let reported = standing.reported { statements.append(state.statement(reported)) }
    }
    if case .task(let standing) = item { statements += standing.printed.map(state.statement) }
    var seen: Set<String> = []
    return statements.filter { $0.figure.map { seen.insert($0).inserted } ?? true }
  }

  /// That tasks print an indicator, and where.
  private func statement(_ standing: IndicatorStanding) -> Statement {
    Statement(
      label: standing.indicator.name, value: Name(zh: "责任指标", en: "indicator to deliver"),
      citations: standing.citations)
  }

  private func statement(_ programme: Programme, _ plan: Plan?) -> Statement {
    Statement(
      label: programme.name, value: plan?.name ?? Name(both: ""), citations: programme.citations)
  }

  private func statement(_ standing: TaskStanding, _ state: AppState) -> Statement {
    func units(_ language: Language) -> String {
      standing.task.lead.map { state.dataset.organisations[$0]?.name[language] ?? $0 }
        .joined(separator: language == .zh ? "、" : ", ")
    }
    let number = standing.task.number.isEmpty ? "" : "\(standing.task.number) "
    return Statement(
      label: Name(both: number) + standing.task.name,
      value: standing.task.lead.isEmpty
        ? Name(both: "") : Name(zh: "牵头 \(units(.zh))", en: "led by \(units(.en))"),
      citations: standing.task.citations)
  }
}
