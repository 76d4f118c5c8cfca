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

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var document = context.page(self)
    let page = page(view, context)
    if view.isOpen, let item = item(view, context, page) {
      add(item, to: &document, context)
      return document
    }
    for group in page.groups {
      let plan = group.plan.map { context.text($0.name) }
      document.add(
        heading: plan ?? (page.isByUnit ? context.text("单位", "Units") : context.text("任务", "Tasks")))
      let notes = group.items.map { document.notes(citations($0), context) }
      document.add(columns(page, context), group.items.map { row($0, context) }, notes: notes)
    }
    return document
  }

  private func columns(_ page: Page, _ context: PanelContext) -> [Table.Column] {
    let names =
      page.isByUnit
      ? [context.text("单位", "Unit"), context.text("牵头", "Leads"), context.text("配合", "Helps with")]
      : [
        context.text("工程与任务", "Programme and task"), context.text("牵头", "Led by"), context.text("期限", "Due"),
      ]
    return (names + [context.text("指标", "Indicators")]).map { Table.Column($0, width: 1) }
  }

  private func row(_ item: Item, _ context: PanelContext) -> [Table.Content] {
    let texts =
      switch item {
      case .programme(let standing): [title(standing.programme, context), "", ""]
      case .task(let standing):
        [title(standing, context), list(standing.task.lead, context), due(standing.task, context)]
      case .unit(let standing):
        [context.text(standing.organisation.name), "\(standing.led.count)", "\(standing.supported.count)"]
      }
    return (texts + [counts(item.indicators, context)]).map { .text($0) }
  }

  private func list(_ units: [String], _ context: PanelContext) -> String {
    names(units, context).joined(separator: context.text("、", ", "))
  }

  /// Returns `滞后 2、达标 1`.
  private func counts(_ indicators: [IndicatorStanding], _ context: PanelContext) -> String {
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

  // MARK: Opened

  private func add(_ item: Item, to document: inout Document, _ context: PanelContext) {
    var fields: [Document.Field] = []
    func field(_ zh: String, _ en: String, _ value: String) {
      if !value.isEmpty { fields.append(Document.Field(context.text(zh, en), Phrase(value))) }
    }
    switch item {
    case .programme(let standing):
      document.add(heading: title(standing.programme, context))
      field("规划", "Plan", standing.plan.map { context.text($0.name) } ?? "")
      for task in standing.tasks {
        field("任务", "Task", "\(title(task, context)) \(list(task.task.lead, context))")
      }
    case .task(let standing):
      document.add(heading: title(standing, context))
      field("规划", "Plan", standing.plan.map { context.text($0.name) } ?? "")
      field("牵头", "Led by", list(standing.task.lead, context))
      field("配合", "Helped by", list(standing.task.cooperating, context))
      field("期限", "Due", due(standing.task, context))
    case .unit(let standing):
      document.add(heading: context.text(standing.organisation.name))
      for task in standing.led { field("牵头任务", "Leads", title(task, context)) }
      for task in standing.supported { field("配合任务", "Helps with", title(task, context)) }
    }
    if !fields.isEmpty { document.blocks.append(.fields(fields)) }
    add(item.indicators, context.text("责任指标", "Indicators to deliver"), to: &document, context)
    if case .task(let standing) = item { add(printed: standing.printed, to: &document, context) }
    if case .unit(let standing) = item {
      add(
        standing.supportedIndicators, context.text("配合任务的责任指标", "Indicators of tasks it helps with"),
        to: &document,
        context)
    }
  }

  private func add(
    _ indicators: [IndicatorStanding], _ heading: String, to document: inout Document, _ context: PanelContext
  ) {
    guard !indicators.isEmpty else { return }
    document.add(heading: heading, level: 2)
    let names = [
      context.text("指标", "Indicator"), context.text("状态", "Status"), context.text("实际", "Actual"),
      context.text("目标", "Target"), context.text("差距", "Gap"),
    ]
    let notes = indicators.map { standing in
      let figure =
        standing.reported ?? standing.target?.observation ?? standing.target?.target ?? standing.goal
      return document.notes(standing.citations + (figure?.citations ?? []), context)
    }
    document.add(
      names.map { Table.Column($0, width: 1) },
      indicators.map { standing in
        let row = IndicatorLines.row(standing, context)
        return [row.name, context.text(standing.status.name), row.actual, row.target, row.lag].map {
          .text($0)
        }
      }, notes: notes)
  }

  /// Adds the figures printed in the lines of a task that belong to none of its indicators.
  private func add(printed figures: [Figure], to document: inout Document, _ context: PanelContext) {
    guard !figures.isEmpty else { return }
    document.add(heading: TasksPanel.printedTitle(figures.count, context), level: 2)
    let notes = figures.map { document.notes($0.citations, context) }
    let names = [context.text("指标", "Indicator"), context.text("目标", "Target"), context.text("时期", "Period")]
    document.add(
      names.map { Table.Column($0, width: 1) },
      figures.map { figure in
        [TasksPanel.name(of: figure, context), context.label(figure), figure.period.label(context.language)]
          .map {
            .text($0)
          }
      }, notes: notes)
  }
}
