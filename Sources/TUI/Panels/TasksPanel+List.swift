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
    let (body, foot) = area.splitBottom(area.height >= 16 ? 1 : 0)
    guard let item else {
      renderList(page, view, context, body, &buffer)
      return
    }
    let isBeside = area.width >= TasksPanel.besideWidth
    let left = isBeside ? listWidth(area.width, page, context) : area.width
    let legend = legend(page, context, isJoined: slots(page, context, left).isJoined)
    buffer.put(legend, in: foot, ellipsis: context.glyphs.ellipsis)
    if isBeside {
      let (left, right) = body.splitLeft(left)
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

  /// Returns half of a small screen. On a large screen, returns the width that the columns can use.
  private func listWidth(_ width: Int, _ page: Page, _ context: PanelContext) -> Int {
    let isChinese = context.language == .zh
    if width < 100 { return isChinese ? width / 2 : width * 53 / 100 }
    return min(width * 48 / 100, page.isByUnit ? (isChinese ? 60 : 80) : (isChinese ? 92 : 112))
  }

  // MARK: Lists

  private func renderList(
    _ page: Page, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let tasks = page.items.count { if case .task = $0 { true } else { false } }
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
    let slots = slots(page, context, area.width)
    let room = area.width - 1 - slots.columns.reduce(0) { $0 + $1.width + 1 }
    let columns = (page.isByUnit ? unitColumns(context) : taskColumns(context, room)) + slots.columns
    var rows: [Table.Row] = []
    var selection: Int?
    let chosen = selectedIndex(view, context, page)
    var index = 0
    for group in page.groups {
      if page.groups.count > 1, let plan = group.plan {
        let name = context.text(plan.name)
        let fits = TextWidth.columns(of: name) + 2 <= area.width
        rows.append(
          Table.Row(
            heading: Line(" \(fits ? name : context.text(plan.short))", Style(.accent, on: .plain, .bold))))
      }
      for item in group.items {
        if index == chosen { selection = rows.count }
        rows.append(Table.Row(cells(item, context) + slots.cells(item.indicators, context), record: item.key))
        index += 1
      }
    }
    Table(columns: columns, rows: rows, selection: selection, hasHeader: area.height >= 12)
      .render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  private func slots(_ page: Page, _ context: PanelContext, _ width: Int) -> Slots {
    let isChinese = context.language == .zh
    let names = page.isByUnit ? (isChinese ? 32 : 42) : (isChinese ? 28 : 34)
    return Slots(page.items.map(\.indicators), room: width - 1 - names)
  }

  private func remark(_ page: Page, _ view: ViewState, _ context: PanelContext) -> String {
    let filters = view.filters
    let parts = [
      filters["plan"].flatMap { context.dataset.plans[$0] }.map { context.text($0.short) }, filters["text"],
    ].compactMap { $0 }
    if !parts.isEmpty { return parts.joined(separator: " + ") }
    return page.isByUnit
      ? context.text("按单位（空格换）", "by unit (Space)") : context.text("按工程（空格换）", "by programme (Space)")
  }

  private func emptyText(_ page: Page, _ view: ViewState, _ context: PanelContext) -> String {
    if !view.filters.isEmpty {
      let clear = context.clearingKey
      return page.isByUnit
        ? context.text("没有符合条件的单位，按 \(clear) 清除筛选", "no matching units; \(clear) clears the filters")
        : context.text("没有符合条件的任务，按 \(clear) 清除筛选", "no matching tasks; \(clear) clears the filters")
    }
    return page.isByUnit
      ? context.text("当时所知的资料中没有单位", "no unit in the documents known on the day")
      : context.text("当时所知的资料中没有任务", "no task in the documents known on the day")
  }

  /// - Parameter room: the width for these columns, without those of the statuses.
  private func taskColumns(_ context: PanelContext, _ room: Int) -> [Table.Column] {
    let isChinese = context.language == .zh
    let tasks = RecordCatalogue.tasks
    return [
      Table.Column(
        context.text("工程与任务", "Programme and task"), width: max(8, min(room, isChinese ? 28 : 36)), flex: 2,
        priority: 9),
      context.column(tasks["lead"], width: isChinese ? 14 : 24, flex: 1, priority: 2),
      context.column(tasks["due"], width: isChinese ? 12 : 14, priority: 1),
    ]
  }

  private func unitColumns(_ context: PanelContext) -> [Table.Column] {
    let tasks = RecordCatalogue.tasks
    return [
      Table.Column(context.text("单位", "Unit"), width: 16, flex: 3, priority: 9),
      context.column(tasks["lead"], width: 4, alignment: .right, priority: 7),
      context.column(
        tasks["cooperating"], width: context.language == .zh ? 4 : 7, alignment: .right, priority: 6),
    ]
  }

  private func cells(_ item: Item, _ context: PanelContext) -> [Table.Content] {
    switch item {
    case .programme(let standing):
      return [
        .text(title(standing.programme, context), Style(.title, on: .plain, .bold)), .text(""), .text(""),
      ]
    case .task(let standing):
      let isAlone = TasksPanel.isOneTask(standing.programme)
      let units = names(standing.task.lead, context)
      let rest = units.count > 1 ? " +\(units.count - 1)" : ""
      return [
        .text(
          (isAlone ? "" : " ") + title(standing, context),
          isAlone ? Style(.title, on: .plain, .bold) : Style()),
        .text((units.first ?? "") + rest, .muted), .text(due(standing.task, context), .muted),
      ]
    case .unit(let standing):
      let role: Role = standing.led.isEmpty ? .muted : .plain
      func count(_ tasks: [TaskStanding], _ role: Role) -> Table.Content {
        .text(tasks.isEmpty ? context.glyphs.bullet : "\(tasks.count)", tasks.isEmpty ? .muted : role)
      }
      return [
        .text(context.text(standing.organisation.name), role), count(standing.led, .strong),
        count(standing.supported, .muted),
      ]
    }
  }

  /// Returns the programme's number as printed, and its name.
  func title(_ programme: Programme, _ context: PanelContext) -> String {
    programme.number + (programme.number.hasSuffix("）") ? "" : " ") + context.text(programme.name)
  }

  func title(_ standing: TaskStanding, _ context: PanelContext) -> String {
    let number = standing.task.number
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

  /// Returns the meaning of the glyphs that are in the list.
  private func legend(_ page: Page, _ context: PanelContext, isJoined: Bool) -> Line {
    let shown = Set(page.items.flatMap { $0.indicators.map(\.status) })
    let statuses = Status.worstFirst.filter(shown.contains)
    guard !statuses.isEmpty else { return Line("") }
    var what =
      page.isByUnit
      ? context.text(" 牵头任务的责任指标", " Indicators of led tasks")
      : context.text(" 责任指标", " Indicators to deliver")
    if isJoined { what += context.text("（最差/全部）", " (worst/all)") }
    return Line(
      [Span(what, .muted)] + statuses.map { Span(" \(context.statusText($0)) ", Style($0.role)) })
  }
}

/// Narrow columns with numbers of indicators by status, one column per status in use. If they leave too little room for
/// the names, one column shows how many of all have the worst status.
private struct Slots {
  private let statuses: [Status]
  private let widths: [Int]
  /// The width of the single column if all are joined.
  private let joined: Int
  let isJoined: Bool

  /// - Parameter room: the columns of the list that the other columns can spare.
  init(_ rows: [[IndicatorStanding]], room: Int) {
    let counts = rows.map { Slots.counts($0) }
    let occurring = Status.worstFirst.filter { status in counts.contains { $0[status] != nil } }
    statuses = occurring
    widths = occurring.map { status in
      1 + String(counts.compactMap { $0[status] }.max() ?? 0).count
    }
    joined = rows.map { 1 + Slots.worst(of: $0, counts: Slots.counts($0)).utf8.count }.max() ?? 0
    isJoined = widths.reduce(0) { $0 + $1 + 1 } > room && widths.count > 2
  }

  private static func counts(_ indicators: [IndicatorStanding]) -> [Status: Int] {
    Dictionary(indicators.map { ($0.status, 1) }, uniquingKeysWith: +)
  }

  var columns: [Table.Column] {
    (isJoined ? [joined] : widths).map {
      Table.Column("", width: $0, alignment: .right, priority: 8)
    }
  }

  func cells(_ indicators: [IndicatorStanding], _ context: PanelContext) -> [Table.Content] {
    let counts = Slots.counts(indicators)
    guard isJoined else {
      return statuses.map { status in
        counts[status].map { .text("\(context.glyph(status))\($0)", status.role) } ?? .text("")
      }
    }
    guard let worst = indicators.first?.status else { return [.text("")] }
    return [.text(context.glyph(worst) + Slots.worst(of: indicators, counts: counts), worst.role)]
  }

  /// Returns `1/13`: how many of all have the worst status; `3` if all have it.
  private static func worst(of indicators: [IndicatorStanding], counts: [Status: Int]) -> String {
    guard let count = indicators.first.flatMap({ counts[$0.status] }) else { return "" }
    return count == indicators.count ? "\(count)" : "\(count)/\(indicators.count)"
  }
}
