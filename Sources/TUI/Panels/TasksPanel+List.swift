import Canvas
import Domain
import Figures
import Output

// The layout of the tasks view, and its lists.

extension TasksPanel {
  /// The width, in columns, from which the record under the cursor is shown beside the list.
  private static let besideWidth = 76
  /// The height, in rows, from which it is shown below the list if there is no room beside it.
  private static let belowHeight = 22

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    guard !area.isEmpty else { return }
    let page = page(view, context)
    let item = item(view, context, page)
    if view.isOpen, let item {
      renderDetail(item, page, view, context, area, scroll: view.scroll, &buffer)
      return
    }
    let lines = area.height > 6 ? TasksVerdict(page: page, context: context).lines(width: area.width) : []
    let (top, body) = area.splitTop(lines.count)
    for (row, line) in lines.enumerated() {
      buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
    }
    guard let item else {
      renderList(page, view, context, body, &buffer)
      return
    }
    let isBeside = area.width >= TasksPanel.besideWidth
    if isBeside {
      let (left, right) = body.splitLeft(listWidth(area.width, page, context))
      renderList(page, view, context, left, &buffer)
      renderDetail(item, page, view, context, right.splitLeft(2).rest, scroll: 0, &buffer)
    } else if area.height >= TasksPanel.belowHeight {
      let (top, bottom) = body.splitTop(body.height / 2)
      renderList(page, view, context, top, &buffer)
      renderDetail(item, page, view, context, bottom, scroll: 0, &buffer)
    } else {
      renderList(page, view, context, body, &buffer)
    }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderList(page(view, context), view, context, area, &buffer)
  }

  /// Returns half of a small screen. On a large screen, returns the width that the columns can use, so that who leads is
  /// shown.
  private func listWidth(_ width: Int, _ page: Page, _ context: PanelContext) -> Int {
    let isChinese = context.language == .zh
    // The detail beside the list has who leads, so the list takes the larger part.
    if width < 100 { return width * (page.isByUnit ? 54 : 58) / 100 }
    return min(width * 58 / 100, page.isByUnit ? (isChinese ? 72 : 92) : (isChinese ? 110 : 116))
  }

  // MARK: Lists

  private func renderList(
    _ page: Page, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let tasks = page.tasks.count
    let title =
      page.isByUnit
      ? context.text("单位 \(page.items.count)", "Units \(page.items.count)")
      : context.text("任务 \(tasks)", "Tasks \(tasks)")
    SectionTitle(title, remark: remark(page, view, context))
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    guard !page.items.isEmpty else {
      TextBlock([Line(emptyText(page, view, context), .muted)])
        .render(in: body.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
      return
    }
    let stated = !page.isByUnit && TasksPanel.hasStates(context) ? context.board.taskStates : nil
    let states = page.items.map { state($0.indicators, context) }
    let stateWidth = states.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    let columns =
      page.isByUnit ? unitColumns(context, stateWidth) : taskColumns(context, stateWidth, area.width)
    var rows: [Table.Row] = []
    var selection: Int?
    let chosen = selectedIndex(view, context, page)
    var index = 0
    for group in page.groups {
      if let heading = heading(of: group, page, context, area.width) { rows.append(heading) }
      for item in group.items {
        if index == chosen { selection = rows.count }
        let state = Table.Content.text(states[index].text, states[index].style)
        rows.append(Table.Row(cells(item, context, state: state, stated: stated), record: item.key))
        index += 1
      }
    }
    Table(columns: columns, rows: rows, selection: selection, hasHeader: area.height >= 12)
      .render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the plan of a group as a heading if there are several groups, and that its tasks are only assisted.
  private func heading(of group: Group, _ page: Page, _ context: PanelContext, _ width: Int) -> Table.Row? {
    guard page.groups.count > 1, let plan = group.plan else { return nil }
    let note = group.isSupported ? context.text("（只配合）", " (assists only)") : ""
    let names = [plan.name, plan.short].map { " \(context.text($0))\(note)" }
    let name = names.first { TextWidth.columns(of: $0) < width } ?? names[1]
    return Table.Row(heading: Line([Span(name, Style(.accent, on: .plain, .bold))]))
  }

  private func remark(_ page: Page, _ view: ViewState, _ context: PanelContext) -> String {
    let parts = filterLabels(view, in: context)
    if !parts.isEmpty { return parts.joined(separator: " + ") }
    return page.isByUnit
      ? context.text("按单位（空格换）", "by unit (Space)") : context.text("按工程（空格换）", "by programme (Space)")
  }

  private func emptyText(_ page: Page, _ view: ViewState, _ context: PanelContext) -> String {
    if !view.filters.isEmpty {
      let records = page.isByUnit ? Name(zh: "单位", en: "units") : Name(zh: "任务", en: "tasks")
      return noMatches(records, view, in: context)
    }
    return page.isByUnit
      ? context.text("当时所知的资料中没有单位", "no unit in the documents known on the day")
      : context.text("当时所知的资料中没有任务", "no task in the documents known on the day")
  }

  /// - Parameters:
  ///   - state: the width of the states, in columns.
  ///   - width: the width of the list, in columns. The names take what they need of it before the units do.
  private func taskColumns(_ context: PanelContext, _ state: Int, _ width: Int) -> [Table.Column] {
    let isChinese = context.language == .zh
    // Who leads has its room before the longest names are whole.
    let names = max(8, min(isChinese ? 24 : width >= 66 ? 26 : 32, width - min(state, 23) - 2))
    let stated =
      TasksPanel.hasStates(context)
      ? [Table.Column(context.title(RecordCatalogue.tasks["state"]), width: isChinese ? 8 : 11, priority: 6)]
      : []
    return [
      Table.Column(
        context.text("工程与任务", "Programme and task"), width: names, flex: 3, priority: 10),
      stateColumn(context, state),
    ] + stated + [
      Table.Column(context.text("牵头", "Led by"), width: 14, flex: 1, priority: 5),
      context.column(RecordCatalogue.tasks["due"], width: isChinese ? 12 : 14, priority: 1),
    ]
  }

  /// Whether somebody stated how a task is.
  static func hasStates(_ context: PanelContext) -> Bool {
    context.board.statusEntries.contains { $0.state != nil && $0.about.task != nil }
  }

  private func unitColumns(_ context: PanelContext, _ state: Int) -> [Table.Column] {
    func count(_ zh: String, _ en: String, priority: Int) -> Table.Column {
      let title = context.text(zh, en)
      return Table.Column(
        title, width: TextWidth.columns(of: title), alignment: .right, priority: priority)
    }
    return [
      Table.Column(
        context.text("单位", "Unit"), width: context.language == .zh ? 14 : 20, flex: 3, priority: 10),
      count("牵头", "Leads", priority: 9), count("配合", "Assists", priority: 6), stateColumn(context, state),
    ]
  }

  private func stateColumn(_ context: PanelContext, _ width: Int) -> Table.Column {
    Table.Column(context.text("责任指标", "Indicators"), width: min(width, 23), priority: 8)
  }

  private func cells(
    _ item: Item, _ context: PanelContext, state: Table.Content, stated: [String: StatusEntry]?
  ) -> [Table.Content] {
    switch item {
    case .programme(let standing):
      return [.text(title(standing.programme, context), Style(.title, on: .plain, .bold)), state]
        + Array(repeating: .text(""), count: stated == nil ? 2 : 3)
    case .task(let standing):
      let isAlone = TasksPanel.isOneTask(standing.programme)
      let units = names(standing.task.lead, context)
      let entry = stated?[standing.task.id]
      let own: [Table.Content] =
        stated == nil
        ? [] : [.text(entry?.state.map { context.text($0.name) } ?? "", Style(context.role(entry?.state)))]
      let rest = units.count > 1 ? " +\(units.count - 1)" : ""
      return [
        .text(
          (isAlone ? "" : " ") + title(standing, context),
          isAlone ? Style(.title, on: .plain, .bold) : Style()), state,
      ] + own + [
        .text((units.first ?? "") + rest, .muted), .text(due(standing.task, context), .muted),
      ]
    case .unit(let standing):
      let role: Role = standing.led.isEmpty ? .muted : .plain
      func count(_ tasks: [TaskStanding], _ role: Role) -> Table.Content {
        .text(tasks.isEmpty ? context.glyphs.bullet : "\(tasks.count)", tasks.isEmpty ? .muted : role)
      }
      return [
        .text(context.text(standing.organisation.name), role), count(standing.led, .strong),
        count(standing.supported, .muted), state,
      ]
    }
  }

  /// Returns the programme's number as printed, and its name.
  func title(_ programme: Programme, _ context: PanelContext) -> String {
    let number = context.number(programme.number)
    return number + (number.hasSuffix("）") ? "" : " ") + context.text(programme.name)
  }

  func title(_ standing: TaskStanding, _ context: PanelContext) -> String {
    let number = context.number(standing.task.number)
    let name = context.text(standing.task.name)
    guard !number.isEmpty else { return name }
    if number.hasSuffix("）") { return number + name }
    return TextWidth.padded(number, to: max(2, TextWidth.columns(of: number)), alignment: .right) + " " + name
  }

  func names(_ units: [String], _ context: PanelContext) -> [String] {
    units.map { id in context.dataset.organisations[id].map { context.text($0.name) } ?? id }
  }

  func due(_ task: Programme.Task, _ context: PanelContext) -> String {
    [task.due?.label(context.language), task.dueNote.map { context.text($0) }].compactMap { $0 }
      .joined(separator: context.text("，", ", "))
  }
}
