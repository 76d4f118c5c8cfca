import Canvas
import Domain
import Figures

// One programme, task or unit in full.

extension TasksPanel {
  /// Draws a record. A wide place also shows its worst target.
  func renderDetail(
    _ item: Item, _ page: Page, _ view: ViewState, _ context: PanelContext, _ area: Rect, scroll: Int,
    _ buffer: inout Buffer
  ) {
    var place = area
    if area.width >= 120, let worst = item.worst {
      let (left, right) = area.splitLeft(area.width / 2)
      place = left
      renderTarget(worst, context, right.splitLeft(2).rest, &buffer)
    }
    let (head, body) = place.splitTop(1)
    let isOpen = view.isOpen
    let (title, kind, remark) = heading(item, context)
    let columns = TextWidth.columns(of: title)
    let fits = columns + 4 <= head.width
    let hasRemark = !fits || columns + TextWidth.columns(of: remark) + 8 <= head.width
    SectionTitle(fits ? title : kind, remark: hasRemark ? remark : "", isActive: isOpen)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    var text = text(of: item, page, view, context, in: body, title: fits ? nil : title)
    text.block.scroll = scroll
    text.block.render(in: text.area, into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    let page = page(view, context)
    guard view.isOpen, let item = item(view, context, page) else { return nil }
    let place = area.width >= 120 && item.worst != nil ? area.splitLeft(area.width / 2).left : area
    let (head, body) = place.splitTop(1)
    let title = heading(item, context).title
    let fits = TextWidth.columns(of: title) + 4 <= head.width
    return text(of: item, page, view, context, in: body, title: fits ? nil : title)
  }

  /// Returns the text of a record and its area in the place below its title.
  ///
  /// - Parameter title: its name, if that is too long for its place.
  private func text(
    of item: Item, _ page: Page, _ view: ViewState, _ context: PanelContext, in body: Rect, title: String?
  ) -> (
    block: TextBlock, area: Rect
  ) {
    let isOpen = view.isOpen
    // The last column is for the mark that there is more. In a small place the citations, which `s` also shows, would
    // only push figures out.
    let room = Room(
      width: body.width - 2, hasSources: isOpen || body.height >= 30, hasUnits: isOpen || body.width >= 56,
      hasTasksOfUnits: !isOpen && body.height >= 30)
    var lines = lines(item, page, context, room)
    if let title {
      let name = Line(title, Style(.strong, on: .plain, .bold)).wrapped(to: room.width)
      lines.insert(contentsOf: name + [""], at: 0)
    }
    return (TextBlock(lines, indent: labelWidth(context)), body.splitLeft(1).rest)
  }

  /// What a place has room for. The width is in columns.
  struct Room {
    var width: Int
    var hasSources: Bool
    var hasUnits: Bool
    var hasTasksOfUnits: Bool
  }

  private func renderTarget(
    _ row: TargetProgress, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      (row.status == .reached ? context.text("目标：", "Target: ") : context.text("最差目标：", "Worst target: "))
        + context.title(of: row), remark: context.text(row.planName)
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let (line, text) = body.splitTop(2)
    ProgressBar(for: row).render(
      in: line.splitTop(1).top.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
    TextBlock(TargetWords(row, context).lines, indent: TargetWords.labelWidth)
      .render(in: text.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the name, a shorter text for narrow places, and a remark.
  private func heading(_ item: Item, _ context: PanelContext) -> (title: String, kind: String, remark: String)
  {
    switch item {
    case .programme(let standing):
      let kind = context.text(standing.programme.kind.name)
      return (
        title(standing.programme, context), "\(kind) \(standing.programme.number)",
        standing.plan.map { context.text($0.short) } ?? ""
      )
    case .task(let standing):
      let number = standing.task.number
      let separator = number.isEmpty || number.hasSuffix("）") ? "" : " "
      return (
        number + separator + context.text(standing.task.name),
        context.text("任务", "Task") + (number.isEmpty ? "" : " \(number)"),
        standing.plan.map { context.text($0.short) } ?? ""
      )
    case .unit(let standing):
      return (
        context.text(standing.organisation.name), context.text("单位", "Unit"),
        context.text(
          "牵头 \(standing.led.count) 配合 \(standing.supported.count)",
          "leads \(standing.led.count), helps with \(standing.supported.count)")
      )
    }
  }

  private func lines(_ item: Item, _ page: Page, _ context: PanelContext, _ room: Room) -> [Line] {
    switch item {
    case .programme(let standing): programmeLines(standing, context, room)
    case .task(let standing): taskLines(standing, page, context, room)
    case .unit(let standing): unitLines(standing, context, room)
    }
  }

  func labelWidth(_ context: PanelContext) -> Int { context.language == .zh ? 6 : 11 }

  func label(_ name: String, _ value: String, _ context: PanelContext, _ role: Role = .plain) -> Line {
    Line([Span(TextWidth.padded(name, to: labelWidth(context)), .muted), Span(value, role)])
  }

  func section(_ title: String, _ indicators: [IndicatorStanding] = [], _ context: PanelContext) -> [Line] {
    let counts = marks(indicators, context)
    return ["", Line([Span("\(title)  ", Style(.title, on: .plain, .bold))] + counts.spans)]
  }

  /// Returns numbers of indicators by status, worst first: `▼2 ✓1 ○5`.
  func marks(_ indicators: [IndicatorStanding], _ context: PanelContext) -> Line {
    let counts = Dictionary(indicators.map { ($0.status, 1) }, uniquingKeysWith: +)
    return Line(
      Status.worstFirst.compactMap { status in
        counts[status].map { Span("\(context.glyph(status))\($0) ", status.role) }
      })
  }

  // MARK: Programme and task

  private func programmeLines(_ standing: ProgrammeStanding, _ context: PanelContext, _ room: Room) -> [Line]
  {
    var lines: [Line] = []
    if let plan = standing.plan {
      lines.append(label(context.text("规划", "Plan"), context.text(plan.name), context))
    }
    lines += section(context.text("任务 \(standing.tasks.count)", "Tasks \(standing.tasks.count)"), [], context)
    lines += taskList(standing.tasks, context, room.width, hasUnit: true)
    lines += indicatorLines(
      standing.indicators, context.text("任务均未列指标", "none of its tasks names an indicator"), context,
      room.width)
    return lines + sources(standing.programme.citations, context, room)
  }

  private func taskLines(_ standing: TaskStanding, _ page: Page, _ context: PanelContext, _ room: Room)
    -> [Line]
  {
    let task = standing.task
    let separator = context.text("、", ", ")
    // In a narrow place the list shows the programme, and the figures come first.
    let isNarrow = room.width < 54
    var place: [Line] = []
    if !TasksPanel.isOneTask(standing.programme) {
      place.append(
        label(context.text(standing.programme.kind.name), title(standing.programme, context), context))
    }
    if let plan = standing.plan {
      place.append(label(context.text("规划", "Plan"), context.text(plan.name), context))
    }
    var lines = isNarrow ? [] : place
    let missing = context.text("未列明", "not named")
    let lead = names(task.lead, context).joined(separator: separator)
    lines.append(
      label(
        context.text("牵头", "Led by"), lead.isEmpty ? missing : lead, context, lead.isEmpty ? .muted : .strong)
    )
    let cooperating = names(task.cooperating, context).joined(separator: separator)
    if !cooperating.isEmpty { lines.append(label(context.text("配合", "Helped by"), cooperating, context)) }
    let due = due(task, context)
    lines.append(
      label(
        context.text("期限", "Due"), due.isEmpty ? context.text("未列明", "not given") : due, context,
        due.isEmpty ? .muted : .plain))
    let none =
      standing.printed.isEmpty
      ? context.text("文件未给这项任务列指标", "the document names no indicator for it")
      : context.text("文件未写明哪些指标属于这项任务", "the document does not say which indicators belong to it")
    lines += indicatorLines(standing.indicators, none, context, room.width)
    lines += printedLines(standing.printed, context, room.width)
    lines += projectLines(page.board.projects(of: task), context, room.width)
    if room.hasUnits { lines += unitShares(task, page, context, room.width) }
    if isNarrow, room.hasUnits { lines += [""] + place }
    lines += sources(task.citations, context, room)
    if room.hasTasksOfUnits { lines += tasksOfUnits(task, page, context, room.width) }
    return lines
  }

  /// Returns the figures printed in the lines of a task that belong to none of its indicators.
  private func printedLines(_ figures: [Figure], _ context: PanelContext, _ width: Int) -> [Line] {
    guard !figures.isEmpty else { return [] }
    return section(TasksPanel.printedTitle(figures.count, context), [], context)
      + figures.flatMap { figure in
        Line([
          Span("\(context.glyphs.bullet) ", .muted), Span("\(TasksPanel.name(of: figure, context))  "),
          Span(context.label(figure), Style(.strong)),
          Span("  \(figure.period.label(context.language))", .muted),
        ]).wrapped(to: width, indent: 2)
      }
  }

  static func printedTitle(_ count: Int, _ context: PanelContext) -> String {
    context.text("同段公布的其他目标 \(count)", "Also set in the same lines \(count)")
  }

  static func name(of figure: Figure, _ context: PanelContext) -> String {
    let indicator =
      context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
    guard figure.subject != .district else { return indicator }
    return "\(context.text(context.dataset.name(of: figure.subject))) \(indicator)"
  }

  private func projectLines(_ projects: [ProjectStatus], _ context: PanelContext, _ width: Int) -> [Line] {
    guard !projects.isEmpty else { return [] }
    var lines = section(context.text("项目 \(projects.count)", "Projects \(projects.count)"), [], context)
    let stages = projects.map { context.stageName(of: $0) }
    let stageWidth = stages.map { TextWidth.columns(of: $0) }.max() ?? 0
    let hasDate = width >= 46 || context.language == .zh
    let nameWidth = max(8, width - stageWidth - (hasDate ? 14 : 3))
    for (project, stage) in zip(projects, stages) {
      lines.append(
        Line([
          Span("\(context.glyphs.bullet) ", .muted),
          Span(fitted(context.text(project.project.name), min(nameWidth, 44), context)),
          Span(" " + TextWidth.padded(stage, to: stageWidth), Style(project.rung?.role ?? .muted)),
          Span(hasDate ? " " + (project.reached?.dateLabel(context.language) ?? "") : "", .muted),
        ]))
    }
    return lines
  }

  /// Returns the whole load of the units that lead and support a task.
  private func unitShares(_ task: Programme.Task, _ page: Page, _ context: PanelContext, _ width: Int)
    -> [Line]
  {
    let units = (task.lead + task.cooperating).compactMap { id in
      page.board.units.first { $0.organisation.id == id }
    }
    guard !units.isEmpty else { return [] }
    var lines = section(context.text("这些单位共承担", "What these units carry in all"), [], context)
    let longest = units.map { TextWidth.columns(of: context.text($0.organisation.name)) }.max() ?? 0
    let countWidth = units.map { marks($0.indicators, context).columns }.max() ?? 0
    let nameWidth = max(8, min(longest, width - countWidth - (context.language == .zh ? 18 : 21)))
    for unit in units {
      let isLead = task.lead.contains(unit.organisation.id)
      let led = TextWidth.padded("\(unit.led.count)", to: 3, alignment: .right)
      let supported = TextWidth.padded("\(unit.supported.count)", to: 3, alignment: .right)
      lines.append(
        Line(
          [
            Span(fitted(context.text(unit.organisation.name), nameWidth, context), isLead ? .strong : .plain),
            Span(context.text(" 牵头\(led) 配合\(supported)  ", " leads\(led), helps\(supported)  "), .muted),
          ] + marks(unit.indicators, context).spans))
    }
    return lines
  }

  /// Returns all tasks of the first three units that lead a task, for tall places that would otherwise stay empty.
  private func tasksOfUnits(
    _ task: Programme.Task, _ page: Page, _ context: PanelContext, _ width: Int
  ) -> [Line] {
    task.lead.prefix(3).flatMap { id -> [Line] in
      guard let unit = page.board.units.first(where: { $0.organisation.id == id }) else { return [] }
      let name = context.text(unit.organisation.name)
      return section(
        context.text("\(name)牵头 \(unit.led.count)", "\(name) leads \(unit.led.count)"), [], context)
        + taskList(unit.led, context, width, hasUnit: false)
    }
  }

  func sources(_ citations: [Citation], _ context: PanelContext, _ room: Room) -> [Line] {
    guard room.hasSources else { return [] }
    return section(context.text("出处", "Where it is printed"), [], context)
      + context.citationLines(citations)
  }
}

extension Line {
  init(_ text: String, _ style: Style) { self.init([Span(text, style)]) }
}
