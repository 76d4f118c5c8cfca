import Canvas
import Domain
import Figures
import Output

// One unit, and the lists shared by all details of the tasks view.

extension TasksPanel {
  // MARK: Unit

  func unitSections(_ standing: UnitStanding, _ context: PanelContext, _ room: Room) -> [Section] {
    let aliases = standing.organisation.otherNames.map { context.text($0) }
      .filter { $0 != context.text(standing.organisation.name) }
    let also = aliases.joined(separator: context.text("、", ", "))
    let (led, supported) = (standing.led, standing.supported)
    let shared = standing.supportedIndicators
    var sections = [Section([.fields([context.field("又名", "Also", also)], labelWidth: labelWidth(context))])]
    sections.append(
      Section(
        context.text("牵头任务 \(led.count)", "Leads \(led.count)"),
        led.isEmpty
          ? [.text([Line(context.text("不牵头任何任务", "leads no tasks"), .muted)])]
          : [taskList(led, context, hasUnit: false)]))
    if !led.isEmpty {
      sections.append(
        indicatorSection(
          standing.indicators, context.text("牵头任务未列指标", "the tasks it leads list no indicator"), context)
      )
    }
    if !supported.isEmpty {
      sections.append(
        Section(
          context.text("配合任务 \(supported.count)", "Assists with \(supported.count)"),
          [taskList(supported, context, hasUnit: true)]))
    }
    if !shared.isEmpty {
      sections.append(
        Section(
          context.text("配合任务的责任指标 \(shared.count)", "Indicators of these tasks \(shared.count)"),
          [stateLine(shared, context), IndicatorLines(shared, context).block]))
    }
    return sections + sources(standing.organisation.citations, context, room)
  }

  // MARK: Units of a task

  /// Returns the whole load of the units that lead and support a task.
  func unitSection(_ task: Programme.Task, _ page: Page, _ context: PanelContext) -> Section {
    let units = (task.lead + task.cooperating).compactMap { id in
      page.board.units.first { $0.organisation.id == id }
    }
    guard !units.isEmpty else { return Section([]) }
    return Section(
      context.text("这些单位共承担", "All work of these units"),
      [.drawing(lines: { unitLines(units, leaders: task.lead, context, $0) })])
  }

  private func unitLines(
    _ units: [UnitStanding], leaders: [String], _ context: PanelContext, _ width: Int
  ) -> [Line] {
    let longest = units.map { TextWidth.columns(of: context.text($0.organisation.name)) }.max() ?? 0
    let countWidth = units.map { TextWidth.columns(of: state($0.indicators, context).text) }.max() ?? 0
    let nameWidth = max(8, min(longest, width - countWidth - (context.language == .zh ? 18 : 23)))
    return units.map { unit in
      let isLead = leaders.contains(unit.organisation.id)
      let led = TextWidth.padded("\(unit.led.count)", to: 3, alignment: .right)
      let supported = TextWidth.padded("\(unit.supported.count)", to: 3, alignment: .right)
      return Line(
        [
          Span(fitted(context.text(unit.organisation.name), nameWidth, context), isLead ? .strong : .plain),
          Span(context.text(" 牵头\(led) 配合\(supported)  ", " leads\(led), assists\(supported)  "), .muted),
          state(unit.indicators, context),
        ])
    }
  }

  /// Returns all tasks of the first three units that lead a task, for tall places that would otherwise stay empty.
  func tasksOfUnits(_ task: Programme.Task, _ page: Page, _ context: PanelContext) -> [Section] {
    task.lead.prefix(3).compactMap { id in
      guard let unit = page.board.units.first(where: { $0.organisation.id == id }) else { return nil }
      let (name, count) = (context.text(unit.organisation.name), unit.led.count)
      return Section(
        context.text("\(name)牵头 \(count)", "\(name) leads \(count)"),
        [taskList(unit.led, context, hasUnit: false)])
    }
  }

  // MARK: Lists

  /// Returns tasks one by one: name, lead unit or due date, and status of their indicators.
  func taskList(_ tasks: [TaskStanding], _ context: PanelContext, hasUnit: Bool) -> Section.Block {
    let fields = tasks.map { task in
      let remark = hasUnit ? list(task.task.lead, context) : due(task.task, context)
      return context.field(RecordCatalogue.tasks["name"], title(task, context), remark: remark)
    }
    return .drawing(
      lines: { taskLines(tasks, context, $0, hasUnit: hasUnit) }, words: [.fields(fields, labelWidth: 0)])
  }

  private func taskLines(
    _ tasks: [TaskStanding], _ context: PanelContext, _ width: Int, hasUnit: Bool
  ) -> [Line] {
    let counts = tasks.map { state($0.indicators, context) }
    let widest = counts.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    // In a narrow place the names matter more; the list beside it has the states.
    let countWidth = width - widest >= 22 ? widest : 0
    let titles = tasks.map { title($0, context) }
    let longest = titles.map { TextWidth.columns(of: $0) }.max() ?? 0
    let titleWidth = min(longest, max(12, width - countWidth - 1))
    let room = width - titleWidth - countWidth - 2
    return zip(tasks, zip(titles, counts)).map { task, words in
      let units = names(task.task.lead, context)
      let more = units.count > 1 ? " +\(units.count - 1)" : ""
      let remark = hasUnit ? (units.first.map { $0 + more } ?? "") : due(task.task, context)
      var spans = [Span(fitted(words.0, titleWidth, context)), Span(" ")]
      if countWidth > 0 { spans.append(Span(TextWidth.padded(words.1.text, to: countWidth), words.1.style)) }
      if room >= TextWidth.columns(of: remark) { spans.append(Span(" \(remark)", .muted)) }
      return Line(spans)
    }
  }

  /// - Parameter none: the text if there are no indicators.
  func indicatorSection(_ indicators: [IndicatorStanding], _ none: String, _ context: PanelContext) -> Section
  {
    guard !indicators.isEmpty else {
      return Section(
        context.title(RecordCatalogue.tasks["links"]),
        [.drawing(lines: { Line(none, .muted).wrapped(to: $0) })])
    }
    return Section(
      context.text("责任指标 \(indicators.count)", "Indicators to deliver \(indicators.count)"),
      [stateLine(indicators, context), IndicatorLines(indicators, context).block])
  }

  /// Returns the states of several indicators in words; nothing for one, whose own line says it.
  private func stateLine(_ indicators: [IndicatorStanding], _ context: PanelContext) -> Section.Block {
    let lines = [false, true].map {
      Line(TasksPanel.stateSpans(indicators, context, joinsUnknown: $0))
    }
    guard indicators.count > 1 else { return .text([]) }
    return .drawing(
      lines: { width in (lines.first { $0.columns <= width } ?? lines[1]).wrapped(to: width) },
      words: [.text([lines[0]])])
  }

  func fitted(_ text: String, _ width: Int, _ context: PanelContext) -> String {
    TextWidth.padded(text, to: width, mark: context.glyphs.ellipsis)
  }
}
