import Canvas
import Figures

// One unit, and the lists shared by all details of the tasks view.

extension TasksPanel {
  // MARK: Unit

  func unitLines(_ standing: UnitStanding, _ context: PanelContext, _ room: Room) -> [Line] {
    var lines: [Line] = []
    let aliases = standing.organisation.otherNames.map { context.text($0) }
      .filter { $0 != context.text(standing.organisation.name) }
    if !aliases.isEmpty {
      let also = aliases.joined(separator: context.text("、", ", "))
      lines += [label(context.text("又名", "Also"), also, context), ""]
    }
    lines += section(
      context.text("牵头任务 \(standing.led.count)", "Leads \(standing.led.count)"), [], context
    ).dropFirst()
    lines +=
      standing.led.isEmpty
      ? [Line(context.text("不牵头任何任务", "leads no task"), .muted)]
      : taskList(standing.led, context, room.width, hasUnit: false)
    if !standing.led.isEmpty {
      lines += indicatorLines(
        standing.indicators, context.text("牵头任务未列指标", "the tasks that it leads name no indicator"), context,
        room.width)
    }
    if !standing.supported.isEmpty {
      lines += section(
        context.text("配合任务 \(standing.supported.count)", "Helps with \(standing.supported.count)"), [],
        context)
      lines += taskList(standing.supported, context, room.width, hasUnit: true)
    }
    if !standing.supportedIndicators.isEmpty {
      lines += section(
        context.text(
          "配合任务的责任指标 \(standing.supportedIndicators.count)",
          "Indicators of these tasks \(standing.supportedIndicators.count)"),
        standing.supportedIndicators, context)
      lines += IndicatorLines(standing.supportedIndicators, context).lines(width: room.width)
    }
    return lines + sources(standing.organisation.citations, context, room)
  }

  // MARK: Lists

  /// Returns tasks one by one: name, lead unit, due date, and status of their indicators.
  func taskList(
    _ tasks: [TaskStanding], _ context: PanelContext, _ width: Int, hasUnit: Bool
  ) -> [Line] {
    let counts = tasks.map { marks($0.indicators, context) }
    let countWidth = counts.map(\.columns).max() ?? 0
    let titles = tasks.map { title($0, context) }
    let longest = titles.map { TextWidth.columns(of: $0) }.max() ?? 0
    let titleWidth = min(longest, max(12, width - countWidth - 1))
    let room = width - titleWidth - countWidth - 2
    return zip(tasks, zip(titles, counts)).map { task, words in
      let units = names(task.task.lead, context)
      let more = units.count > 1 ? " +\(units.count - 1)" : ""
      let remark = hasUnit ? (units.first.map { $0 + more } ?? "") : due(task.task, context)
      var spans = [Span(fitted(words.0, titleWidth, context)), Span(" ")]
      spans.append(Span(TextWidth.padded("", to: countWidth - words.1.columns)))
      spans += words.1.spans
      if room >= TextWidth.columns(of: remark) { spans.append(Span(" \(remark)", .muted)) }
      return Line(spans)
    }
  }

  func indicatorLines(
    _ indicators: [IndicatorStanding], _ none: String, _ context: PanelContext, _ width: Int
  ) -> [Line] {
    let title = context.text("责任指标 \(indicators.count)", "Indicators to deliver \(indicators.count)")
    guard !indicators.isEmpty else {
      return section(context.text("责任指标", "Indicators to deliver"), [], context)
        + Line(none, .muted).wrapped(to: width)
    }
    return section(title, indicators, context) + IndicatorLines(indicators, context).lines(width: width)
  }

  func fitted(_ text: String, _ width: Int, _ context: PanelContext) -> String {
    TextWidth.padded(text, to: width, mark: context.glyphs.ellipsis)
  }
}
