import Canvas
import Domain
import Figures
import Output

extension TasksPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    let tasks = TaskBoard(context.board)
    return tasks.programmes.flatMap(\.tasks).map { PanelRecord(id: $0.task.id, names: [$0.task.name]) }
      + tasks.units.map { PanelRecord(id: $0.organisation.id, names: [$0.organisation.name], mode: 1) }
  }

  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    let page = page(view, context)
    guard !view.isOpen, !page.isByUnit else { return nil }
    let ids = page.items.compactMap { item in if case .task(let task) = item { task.task.id } else { nil } }
    return PanelListing(kind: .tasks, ids: ids)
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    page(view, context).items.map(\.key)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let page = page(view, context)
    if view.isOpen, let item = item(view, context, page) {
      let room = Room(width: 10_000, hasSources: true, hasUnits: true, hasTasksOfUnits: false)
      return [Section(heading(item, context).title, level: 1)] + sections(of: item, page, context, room)
    }
    let verdict = TasksVerdict(page: page, context: context).lines(width: .max)
    let states = page.isByUnit || !TasksPanel.hasStates(context) ? nil : context.board.taskStates
    return [Section([.text(verdict)])]
      + page.groups.map { group in
        let note = group.isSupported ? context.text("（只配合）", " (assists only)") : ""
        let plan = group.plan.map { context.text($0.name) + note }
        return Section(
          plan ?? (page.isByUnit ? context.text("单位", "Units") : context.text("任务", "Tasks")), level: 1,
          [
            .list(
              titles(page, context), group.items.map { row($0, context, states) },
              citations: group.items.map(citations)
            )
          ])
      }
  }

  private func titles(_ page: Page, _ context: PanelContext) -> [String] {
    let tasks = RecordCatalogue.tasks
    let names =
      page.isByUnit
      ? [context.text("单位", "Unit"), context.text("牵头", "Leads"), context.text("配合", "Assists with")]
      : [
        context.text("工程与任务", "Programme and task"), context.title(tasks["lead"]),
        context.title(tasks["due"]),
      ] + (TasksPanel.hasStates(context) ? [context.title(tasks["state"])] : [])
    return names + [context.text("指标", "Indicators")]
  }

  private func row(_ item: Item, _ context: PanelContext, _ states: [String: StatusEntry]?) -> [String] {
    let texts =
      switch item {
      case .programme(let standing): [title(standing.programme, context), "", ""]
      case .task(let standing):
        [title(standing, context), list(standing.task.lead, context), due(standing.task, context)]
      case .unit(let standing):
        [context.text(standing.organisation.name), "\(standing.led.count)", "\(standing.supported.count)"]
      }
    let stated: [String]
    if let states {
      let entry: StatusEntry? = if case .task(let standing) = item { states[standing.task.id] } else { nil }
      stated = [entry?.state.map { "\(context.text($0.name)) \(entry?.date.description ?? "")" } ?? ""]
    } else {
      stated = []
    }
    return texts + stated + [counts(item.indicators, context)]
  }

  func list(_ units: [String], _ context: PanelContext) -> String {
    names(units, context).joined(separator: context.text("、", ", "))
  }

  /// Returns `滞后 2、达标 1`.
  func counts(_ indicators: [IndicatorStanding], _ context: PanelContext) -> String {
    let counts = Dictionary(indicators.map { ($0.status, 1) }, uniquingKeysWith: +)
    return Status.worstFirst.compactMap { status in
      counts[status].map { "\(context.text(status.name)) \($0)" }
    }
    .joined(separator: context.text("、", ", "))
  }

  private func citations(_ item: Item) -> [Citation] {
    switch item {
    case .programme(let standing): standing.programme.citations
    case .task(let standing): standing.task.citations
    case .unit(let standing): standing.organisation.citations
    }
  }
}
