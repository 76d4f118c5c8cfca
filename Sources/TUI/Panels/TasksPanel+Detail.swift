import Canvas
import Domain
import Figures
import Output

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
    let name = title.map { Line($0, Style(.strong, on: .plain, .bold)).wrapped(to: room.width) } ?? []
    let sections = [Section([.text(name)])] + sections(of: item, page, context, room)
    return (
      TextBlock(sections.lines(width: room.width), indent: labelWidth(context)), body.splitLeft(1).rest
    )
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
    let words = text.inset(columns: 1)
    TargetWords(row, context).sections.block(width: words.width, indent: TargetWords.labelWidth)
      .render(in: words, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the name, a shorter text for narrow places, and a remark.
  func heading(_ item: Item, _ context: PanelContext) -> (title: String, kind: String, remark: String) {
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
        context.title(RecordCatalogue.tasks["name"]) + (number.isEmpty ? "" : " \(number)"),
        standing.plan.map { context.text($0.short) } ?? ""
      )
    case .unit(let standing):
      return (
        context.text(standing.organisation.name), context.text("单位", "Unit"),
        context.text(
          "牵头 \(standing.led.count) 配合 \(standing.supported.count)",
          "leads \(standing.led.count), assists \(standing.supported.count)")
      )
    }
  }

  func sections(of item: Item, _ page: Page, _ context: PanelContext, _ room: Room) -> [Section] {
    switch item {
    case .programme(let standing): programmeSections(standing, context, room)
    case .task(let standing): taskSections(standing, page, context, room)
    case .unit(let standing): unitSections(standing, context, room)
    }
  }

  func labelWidth(_ context: PanelContext) -> Int { context.language == .zh ? 6 : 11 }

  // MARK: Programme and task

  private func programmeSections(_ standing: ProgrammeStanding, _ context: PanelContext, _ room: Room)
    -> [Section]
  {
    let plan = context.field(RecordCatalogue.tasks["plan"], standing.plan.map { context.text($0.name) } ?? "")
    let tasks = standing.tasks
    return [
      Section([.fields([plan], labelWidth: labelWidth(context))]),
      Section(
        context.text("任务 \(tasks.count)", "Tasks \(tasks.count)"), [taskList(tasks, context, hasUnit: true)]),
      indicatorSection(
        standing.indicators, context.text("任务均未列指标", "its tasks list no indicator"), context),
    ] + sources(standing.programme.citations, context, room)
  }

  private func taskSections(_ standing: TaskStanding, _ page: Page, _ context: PanelContext, _ room: Room)
    -> [Section]
  {
    let task = standing.task
    var place = [
      context.field(RecordCatalogue.tasks["plan"], standing.plan.map { context.text($0.name) } ?? "")
    ]
    if !TasksPanel.isOneTask(standing.programme) {
      let kind = context.text(standing.programme.kind.name)
      place.insert(Section.Field(kind, title(standing.programme, context)), at: 0)
    }
    // In a narrow place the list shows the programme, and the figures come first.
    let isNarrow = room.width < 54
    let (width, duty) = (labelWidth(context), duty(task, context))
    let none =
      standing.printed.isEmpty
      ? context.text("文件未给这项任务列指标", "the document lists no indicator for it")
      : context.text("文件未写明哪些指标属于这项任务", "the document does not assign indicators to it")
    var sections = [
      Section([.fields(isNarrow ? duty : place + duty, labelWidth: width)]),
      statedSection(task, context), indicatorSection(standing.indicators, none, context),
      printedSection(standing.printed, context), projectSection(page.board.projects(of: task), context),
    ]
    if room.hasUnits { sections.append(unitSection(task, page, context)) }
    if isNarrow, room.hasUnits { sections.append(Section([.fields(place, labelWidth: width)])) }
    sections += sources(task.citations, context, room)
    if room.hasTasksOfUnits { sections += tasksOfUnits(task, page, context) }
    return sections
  }

  /// Returns who does a task, and by when.
  private func duty(_ task: Programme.Task, _ context: PanelContext) -> [Section.Field] {
    func known(_ value: String, _ missing: String, _ role: Role) -> [[Span]] {
      [[value.isEmpty ? Span(missing, .muted) : Span(value, role)]]
    }
    return [
      context.field(
        "牵头", "Led by", known(list(task.lead, context), context.text("未列明", "not named"), .strong)),
      context.field("配合", "Assisted by", list(task.cooperating, context)),
      context.field("期限", "Due", known(due(task, context), context.text("未列明", "not given"), .plain)),
    ]
  }

  /// Returns what units said about the state of a task, the newest first, beside what is computed from its indicators.
  private func statedSection(_ task: Programme.Task, _ context: PanelContext) -> Section {
    let entries = context.board.statements(ofTask: task.id)
    guard !entries.isEmpty else { return Section([]) }
    let rows = entries.map { entry in
      let who = entry.person.map { context.text($0) } ?? entry.unit.map { names([$0], context)[0] } ?? ""
      return [
        entry.date.description, entry.state.map { context.text($0.name) } ?? "", who,
        entry.text.map { context.text($0) } ?? "",
      ]
    }
    let heads = [
      context.text("日期", "Date"), context.title(RecordCatalogue.tasks["state"]),
      context.title(RecordCatalogue.tasks["stated-by"]), context.title(RecordCatalogue.tasks["words"]),
    ]
    let columns = rows.map { TextWidth.columns(of: $0[1]) }.max() ?? 0
    return Section(
      context.text("单位报告的进展 \(entries.count)", "What units state \(entries.count)"),
      [
        .drawing(
          lines: { width in
            rows.indices.flatMap { place -> [Line] in
              let row = rows[place]
              let words = [row[2], row[3]].filter { !$0.isEmpty }.joined(separator: context.text("：", ": "))
              let state = Style(place == 0 ? context.role(entries[place].state) : .muted)
              return Line([
                Span(row[0] + " ", .muted), Span(TextWidth.padded(row[1], to: columns), state),
                Span(" " + words),
              ]).wrapped(to: width, indent: 2)
            }
          }, words: [.list(heads, rows, citations: entries.map(\.citations))])
      ])
  }

  /// Returns the figures printed in the lines of a task that belong to none of its indicators.
  private func printedSection(_ figures: [Figure], _ context: PanelContext) -> Section {
    guard !figures.isEmpty else { return Section([]) }
    let bullet = context.glyphs.bullet
    let catalogue = RecordCatalogue.figures
    let names = [
      context.title(catalogue["indicator"]), context.title(RecordCatalogue.targets["target"]),
      context.title(catalogue["period"]),
    ]
    let rows = figures.map { figure in
      [TasksPanel.name(of: figure, context), context.label(figure), figure.period.label(context.language)]
    }
    return Section(
      context.text("同段公布的其他目标 \(figures.count)", "Also set in the same lines \(figures.count)"),
      [
        .drawing(
          lines: { width in
            rows.flatMap { row in
              Line([
                Span("\(bullet) ", .muted), Span("\(row[0])  "), Span(row[1], Style(.strong)),
                Span("  \(row[2])", .muted),
              ]).wrapped(to: width, indent: 2)
            }
          }, words: [.list(names, rows, citations: figures.map(\.citations))])
      ])
  }

  static func name(of figure: Figure, _ context: PanelContext) -> String {
    let indicator =
      context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
    guard figure.subject != .district else { return indicator }
    return "\(context.text(context.dataset.name(of: figure.subject))) \(indicator)"
  }

  private func projectSection(_ projects: [ProjectStatus], _ context: PanelContext) -> Section {
    guard !projects.isEmpty else { return Section([]) }
    return Section(
      context.text("项目 \(projects.count)", "Projects \(projects.count)"),
      [.drawing(lines: { projectLines(projects, context, $0) })])
  }

  private func projectLines(_ projects: [ProjectStatus], _ context: PanelContext, _ width: Int) -> [Line] {
    let stages = projects.map { context.stageName(of: $0) }
    let stageWidth = stages.map { TextWidth.columns(of: $0) }.max() ?? 0
    let hasDate = width >= 46 || context.language == .zh
    let nameWidth = max(8, width - stageWidth - (hasDate ? 14 : 3))
    return zip(projects, stages).map { project, stage in
      Line([
        Span("\(context.glyphs.bullet) ", .muted),
        Span(fitted(context.text(project.project.name), min(nameWidth, 44), context)),
        Span(" " + TextWidth.padded(stage, to: stageWidth), Style(project.rung?.role ?? .muted)),
        Span(hasDate ? " " + (project.reached?.dateLabel(context.language) ?? "") : "", .muted),
      ])
    }
  }

  func sources(_ citations: [Citation], _ context: PanelContext, _ room: Room) -> [Section] {
    guard room.hasSources else { return [] }
    return [
      Section(context.text("出处", "Where it is printed"), [.text(context.citationLines(citations))])
    ]
  }
}

extension Line {
  init(_ text: String, _ style: Style) { self.init([Span(text, style)]) }
}
