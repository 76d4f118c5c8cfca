import Canvas
import Domain
import Figures
import Output

/// The tasks of all plans by programme or by unit, and the status of their indicators to deliver.
struct TasksPanel: Panel {
  static let id = ViewID.tasks
  static let title = Name(zh: "任务", en: "Tasks")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "详情", "detail"),
    Binding("Space", "工程/单位", "programme/unit", id: "tasks.arrange") { view, context in
      TasksPanel().turn(&view, context)
    },
    Binding("Enter Enter", "滞后最多的目标", "worst target"),
    Binding(",", "筛选文字", "filter text", id: "tasks.filter-text") { view, _ in view.beginFilter() },
    Binding("c .", "规划", "plan", id: "tasks.plan", choosing: "plan"),
    Binding("x Del", "清除筛选", "clear filters", id: "tasks.clear") { view, _ in view.filters = [:] },
    .citations,
  ]

  /// A row under the cursor.
  enum Item {
    case programme(ProgrammeStanding)
    case task(TaskStanding)
    case unit(UnitStanding)

    /// Its id in the view's selection: a task has its own id, others have their kind before it.
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

    /// All indicators in its detail.
    var shownIndicators: [IndicatorStanding] {
      guard case .unit(let standing) = self else { return indicators }
      return indicators + standing.supportedIndicators
    }

    /// The target that is furthest behind, or the first of those without data.
    var worst: TargetProgress? { shownIndicators.lazy.compactMap(\.judged).first }

    static let programme = "programme/"
    static let unit = "organisation/"
  }

  /// Rows of one plan. Units are in one group without a plan.
  struct Group {
    var plan: Plan?
    /// Whether its tasks have the text of the filter only in the name of a unit that assists.
    var isSupported = false
    var items: [Item]
  }

  /// The listed rows after the filters are applied.
  struct Page {
    var board: TaskBoard
    var isByUnit: Bool
    var groups: [Group]
    var items: [Item] { groups.flatMap(\.items) }
  }

  // MARK: Keys

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.input != nil {
      _ = view.typeFilter(key)
      return .stay
    }
    let page = page(view, context)
    adopt(&view, context, page)
    if view.isOpen, key == .enter || key == .right {
      return item(view, context, page)?.worst.map { .go(to: ViewID.targets, at: .opened($0.target.id)) }
        ?? .stay
    }
    return moveSelection(&view, in: context, on: key, through: page.items.map(\.key), page: 10)
  }

  /// Returns the plans, each with the number of its tasks or units beside the other filters.
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    func count(_ plan: String?) -> Int {
      var view = view
      view.filters[name] = plan
      let page = page(view, context)
      return page.isByUnit ? page.items.count : page.tasks.count
    }
    let plans = page(view, context).board.plans
    return [.all(count(nil))]
      + plans.map { FilterValue($0.id, $0.short, count: count($0.id)) }
      .including(view.filters[name], Name(both: label(ofFilter: name, view, in: context)))
  }

  /// Replaces the plain id of a programme or unit, as other views set it, with the id that this view uses.
  private func adopt(_ view: inout ViewState, _ context: PanelContext, _ page: Page) {
    guard let selection = view.selection, let item = item(view, context, page),
      item.key != selection, item.key.hasSuffix("/\(selection)")
    else { return }
    view.selection = item.key
  }

  /// Switches the arrangement and keeps the subject: a task's lead unit, a unit's first task.
  private func turn(_ view: inout ViewState, _ context: PanelContext) {
    let page = page(view, context)
    var selection: String?
    if view.selection != nil {
      switch item(view, context, page) {
      case .task(let standing):
        let unit = standing.task.lead.first { id in
          page.board.units.contains { $0.organisation.id == id }
        }
        selection = unit.map { Item.unit + $0 }
      case .unit(let standing): selection = (standing.led.first ?? standing.supported.first)?.task.id
      case .programme, nil: break
      }
    }
    view.mode = page.isByUnit ? 0 : 1
    view.selection = selection
  }

  // MARK: Content

  /// The tasks of one plan or of all.
  struct Prepared: Sendable {
    let plan: String?
    let board: TaskBoard

    /// Reuses the prepared board if it has the same plan.
    init(_ context: PanelContext, plan: String?) {
      self.plan = plan
      let kept = context.prepared as? Prepared
      board = kept.flatMap { $0.plan == plan ? $0.board : nil } ?? TaskBoard(context.board, plan: plan)
    }
  }

  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)? {
    Prepared(context, plan: view.filters["plan"])
  }

  func page(_ view: ViewState, _ context: PanelContext) -> Page {
    let board = Prepared(context, plan: view.filters["plan"]).board
    let filter = view.filterText.map { NameFilter($0) }
    if isByUnit(view, context) {
      let units = board.units.filter { unit in
        if unit.led.isEmpty, unit.supported.isEmpty { return false }
        return filter?.matches(unit.organisation.names) ?? true
      }
      return Page(
        board: board, isByUnit: true,
        groups: units.isEmpty ? [] : [Group(plan: nil, items: units.map(Item.unit))])
    }
    var groups = groups(board.programmes) { items(of: $0, filter, context) }
    if let filter {
      groups += self.groups(board.programmes) { supportedItems(of: $0, filter, context) }
        .map { Group(plan: $0.plan, isSupported: true, items: $0.items) }
    }
    return Page(board: board, isByUnit: false, groups: groups)
  }

  /// Returns the rows of the programmes by plan.
  private func groups(_ programmes: [ProgrammeStanding], _ items: (ProgrammeStanding) -> [Item]) -> [Group] {
    var groups: [Group] = []
    for programme in programmes {
      let items = items(programme)
      guard !items.isEmpty else { continue }
      if let last = groups.indices.last, groups[last].plan?.id == programme.plan?.id {
        groups[last].items += items
      } else {
        groups.append(Group(plan: programme.plan, items: items))
      }
    }
    return groups
  }

  /// Returns a programme and its tasks that match by name or by a unit that leads them; empty if none match.
  private func items(of standing: ProgrammeStanding, _ filter: NameFilter?, _ context: PanelContext) -> [Item]
  {
    var tasks = standing.tasks
    if let filter, !filter.matches([standing.programme.name]) {
      tasks = tasks.filter { matches($0, filter, context) }
      if tasks.isEmpty { return [] }
    }
    // Its counts cover only the tasks shown below it.
    let shown = tasks.count == standing.tasks.count ? standing : standing.only(tasks)
    return (TasksPanel.isOneTask(standing.programme) ? [] : [.programme(shown)]) + tasks.map(Item.task)
  }

  private func matches(_ task: TaskStanding, _ filter: NameFilter, _ context: PanelContext) -> Bool {
    let units = task.task.lead.compactMap { context.dataset.organisations[$0] }
    return filter.matches([task.task.name] + units.flatMap(\.names))
  }

  /// Returns the tasks of a programme that match only by a unit that assists.
  private func supportedItems(
    of standing: ProgrammeStanding, _ filter: NameFilter, _ context: PanelContext
  ) -> [Item] {
    guard !filter.matches([standing.programme.name]) else { return [] }
    return standing.tasks.filter { task in
      let units = task.task.cooperating.compactMap { context.dataset.organisations[$0] }
      return !matches(task, filter, context) && filter.matches(units.flatMap(\.names))
    }.map(Item.task)
  }

  /// Returns whether a programme and its only task are printed under one name and take one row.
  static func isOneTask(_ programme: Programme) -> Bool {
    programme.tasks.count == 1 && programme.tasks.first?.name == programme.name
  }

  /// Returns the arrangement. A selection set by another view decides it; without a selection the mode does.
  private func isByUnit(_ view: ViewState, _ context: PanelContext) -> Bool {
    guard let selection = view.selection else { return view.mode % 2 == 1 }
    if selection.hasPrefix(Item.unit) { return true }
    if selection.hasPrefix(Item.programme) { return false }
    let isTask = context.dataset.programmes.contains { programme in
      programme.id == selection || programme.tasks.contains { $0.id == selection }
    }
    if isTask { return false }
    return context.dataset.organisations[selection] != nil || view.mode % 2 == 1
  }

  func selectedIndex(_ view: ViewState, _ context: PanelContext, _ page: Page) -> Int? {
    let items = page.items
    guard !items.isEmpty else { return nil }
    return view.selection.flatMap { index(of: $0, in: items) } ?? 0
  }

  private func index(of selection: String, in items: [Item]) -> Int? {
    items.firstIndex { $0.key == selection }
      ?? items.firstIndex { [Item.programme + selection, Item.unit + selection].contains($0.key) }
  }

  /// Returns the record under the cursor, or an opened one even if the filters exclude it.
  func item(_ view: ViewState, _ context: PanelContext, _ page: Page) -> Item? {
    let items = page.items
    if let selection = view.selection, view.isOpen, index(of: selection, in: items) == nil {
      let all = Prepared(context, plan: nil).board
      let others =
        page.isByUnit
        ? all.units.map(Item.unit)
        : all.programmes.flatMap { [.programme($0)] + $0.tasks.map(Item.task) }
      if let index = index(of: selection, in: others) { return others[index] }
    }
    return selectedIndex(view, context, page).map { items[$0] }
  }

  // MARK: Sources

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    let page = page(view, context)
    guard let item = item(view, context, page) else { return [] }
    var statements: [Statement] =
      switch item {
      case .programme(let standing):
        [statement(standing.programme, standing.plan)] + standing.tasks.map { statement($0, context) }
      case .task(let standing):
        [statement(standing, context)]
          + (standing.programme.citations == standing.task.citations
            ? [] : [statement(standing.programme, standing.plan)])
      case .unit(let standing):
        [
          Statement(
            label: standing.organisation.name, value: Name(both: ""),
            citations: standing.organisation.citations)
        ] + (standing.led + standing.supported).map { statement($0, context) }
      }
    for standing in item.shownIndicators {
      statements.append(statement(standing))
      if let goal = standing.goal { statements.append(context.statement(goal)) }
      if let row = standing.target { statements += TargetsPanel.statements(of: row, context) }
      if let reported = standing.reported { statements.append(context.statement(reported)) }
    }
    if case .task(let standing) = item { statements += standing.printed.map(context.statement) }
    var seen: Set<String> = []
    return statements.filter { $0.figure.map { seen.insert($0).inserted } ?? true }
  }

  /// Returns the statement that tasks print an indicator, with its citations.
  private func statement(_ standing: IndicatorStanding) -> Statement {
    Statement(
      label: standing.indicator.name, value: Name(zh: "责任指标", en: "indicator to deliver"),
      citations: standing.citations)
  }

  private func statement(_ programme: Programme, _ plan: Plan?) -> Statement {
    Statement(
      label: programme.name, value: plan?.name ?? Name(both: ""), citations: programme.citations)
  }

  private func statement(_ standing: TaskStanding, _ context: PanelContext) -> Statement {
    func units(_ language: Language) -> String {
      standing.task.lead.map { context.dataset.organisations[$0]?.name[language] ?? $0 }
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
