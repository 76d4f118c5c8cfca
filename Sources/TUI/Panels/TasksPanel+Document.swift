import Model

extension TasksPanel {
  func records(_ state: AppState) -> [PanelRecord] {
    let tasks = TaskBoard(state.board)
    return tasks.programmes.flatMap(\.tasks).map { PanelRecord(id: $0.task.id, names: [$0.task.name]) }
      + tasks.units.map { PanelRecord(id: $0.organisation.id, names: [$0.organisation.name], mode: 1) }
  }

  func listing(_ state: AppState) -> PanelListing? {
    let page = page(state)
    guard !state.viewState(id).isOpen, !page.isByUnit else { return nil }
    let ids = page.items.compactMap { item in if case .task(let task) = item { task.task.id } else { nil } }
    return PanelListing(kind: .tasks, ids: ids)
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var document = state.page(self)
    let page = page(state)
    if state.viewState(id).isOpen, let item = item(state, page) {
      add(item, to: &document, state)
      return document
    }
    for group in page.groups {
      let plan = group.plan.map { state.text($0.name) }
      document.add(heading: plan ?? (page.isByUnit ? state.text("单位", "Units") : state.text("任务", "Tasks")))
      let notes = group.items.map { document.notes(citations($0), state) }
      document.add(columns(page, state), group.items.map { row($0, state) }, notes: notes)
    }
    return document
  }

  private func columns(_ page: Page, _ state: AppState) -> [Table.Column] {
    let names =
      page.isByUnit
      ? [state.text("单位", "Unit"), state.text("牵头", "Leads"), state.text("配合", "Helps with")]
      : [state.text("工程与任务", "Programme and task"), state.text("牵头", "Led by"), state.text("期限", "Due")]
    return (names + [state.text("指标", "Indicators")]).map { Table.Column($0, width: 1) }
  }

  private func row(_ item: Item, _ state: AppState) -> [Table.Content] {
    let texts =
      switch item {
      case .programme(let standing): [title(standing.programme, state), "", ""]
      case .task(let standing):
        [title(standing, state), list(standing.task.lead, state), due(standing.task, state)]
      case .unit(let standing):
        [state.text(standing.organisation.name), "\(standing.led.count)", "\(standing.supported.count)"]
      }
    return (texts + [counts(item.indicators, state)]).map { .text($0) }
  }

  private func list(_ units: [String], _ state: AppState) -> String {
    names(units, state).joined(separator: state.text("、", ", "))
  }

  /// `滞后 2、达标 1`
  private func counts(_ indicators: [IndicatorStanding], _ state: AppState) -> String {
    let counts = Dictionary(indicators.map { ($0.status, 1) }, uniquingKeysWith: +)
    return Status.worstFirst.compactMap { status in counts[status].map { "\(state.text(status.name)) \($0)" }
    }
    .joined(separator: state.text("、", ", "))
  }

  private func citations(_ item: Item) -> [Citation] {
    switch item {
    case .programme(let standing): standing.programme.citations
    case .task(let standing): standing.task.citations
    case .unit(let standing): standing.organisation.citations
    }
  }

  // MARK: Opened

  private func add(_ item: Item, to document: inout Document, _ state: AppState) {
    var fields: [Document.Field] = []
    func field(_ zh: String, _ en: String, _ value: String) {
      if !value.isEmpty { fields.append(Document.Field(state.text(zh, en), Phrase(value))) }
    }
    switch item {
    case .programme(let standing):
      document.add(heading: title(standing.programme, state))
      field("规划", "Plan", standing.plan.map { state.text($0.name) } ?? "")
      for task in standing.tasks {
        field("任务", "Task", "\(title(task, state)) \(list(task.task.lead, state))")
      }
    case .task(let standing):
      document.add(heading: title(standing, state))
      field("规划", "Plan", standing.plan.map { state.text($0.name) } ?? "")
      field("牵头", "Led by", list(standing.task.lead, state))
      field("配合", "Helped by", list(standing.task.cooperating, state))
      field("期限", "Due", due(standing.task, state))
    case .unit(let standing):
      document.add(heading: state.text(standing.organisation.name))
      for task in standing.led { field("牵头任务", "Leads", title(task, state)) }
      for task in standing.supported { field("配合任务", "Helps with", title(task, state)) }
    }
    if !fields.isEmpty { document.blocks.append(.fields(fields)) }
    add(item.indicators, state.text("责任指标", "Indicators to deliver"), to: &document, state)
    if case .task(let standing) = item { add(printed: standing.printed, to: &document, state) }
    if case .unit(let standing) = item {
      add(
        standing.supportedIndicators, state.text("配合任务的责任指标", "Indicators of tasks it helps with"),
        to: &document,
        state)
    }
  }

  private func add(
    _ indicators: [IndicatorStanding], _ heading: String, to document: inout Document, _ state: AppState
  ) {
    guard !indicators.isEmpty else { return }
    document.add(heading: heading, level: 2)
    let names = [
      state.text("指标", "Indicator"), state.text("状态", "Status"), state.text("实际", "Actual"),
      state.text("目标", "Target"), state.text("差距", "Gap"),
    ]
    let notes = indicators.map { standing in
      let figure =
        standing.reported ?? standing.target?.observation ?? standing.target?.target ?? standing.goal
      return document.notes(standing.citations + (figure?.citations ?? []), state)
    }
    document.add(
      names.map { Table.Column($0, width: 1) },
      indicators.map { standing in
        let row = IndicatorLines.row(standing, state)
        return [row.name, state.text(standing.status.name), row.actual, row.target, row.lag].map { .text($0) }
      }, notes: notes)
  }

  /// What stands in the lines of a task and belongs to no indicator of it.
  private func add(printed figures: [Figure], to document: inout Document, _ state: AppState) {
    guard !figures.isEmpty else { return }
    document.add(heading: TasksPanel.printedTitle(figures.count, state), level: 2)
    let notes = figures.map { document.notes($0.citations, state) }
    let names = [state.text("指标", "Indicator"), state.text("目标", "Target"), state.text("时期", "Period")]
    document.add(
      names.map { Table.Column($0, width: 1) },
      figures.map { figure in
        [TasksPanel.name(of: figure, state), state.label(figure), figure.period.label(state.language)].map {
          .text($0)
        }
      }, notes: notes)
  }
}
