import Model

// One unit, and the lists that all details of the tasks view share.

extension TasksPanel {
  // MARK: Unit

  func unitLines(_ standing: UnitStanding, _ state: AppState, _ room: Room) -> [Line] {
    var lines: [Line] = []
    let aliases = standing.organisation.otherNames.map { state.text($0) }
      .filter { $0 != state.text(standing.organisation.name) }
    if !aliases.isEmpty {
      let also = aliases.joined(separator: state.text("、", ", "))
      lines += [label(state.text("又名", "Also"), also, state), ""]
    }
    lines += section(
      state.text("牵头任务 \(standing.led.count)", "Leads \(standing.led.count)"), [], state
    ).dropFirst()
    lines +=
      standing.led.isEmpty
      ? [Line(state.text("不牵头任何任务", "leads no task"), .muted)]
      : taskList(standing.led, state, room.width, hasUnit: false)
    if !standing.led.isEmpty {
      lines += indicatorLines(
        standing.indicators, state.text("牵头任务未列指标", "the tasks that it leads name no indicator"), state,
        room.width)
    }
    if !standing.supported.isEmpty {
      lines += section(
        state.text("配合任务 \(standing.supported.count)", "Helps with \(standing.supported.count)"), [], state)
      lines += taskList(standing.supported, state, room.width, hasUnit: true)
    }
    if !standing.supportedIndicators.isEmpty {
      lines += section(
        state.text(
          "配合任务的责任指标 \(standing.supportedIndicators.count)",
          "Indicators of these tasks \(standing.supportedIndicators.count)"),
        standing.supportedIndicators, state)
      lines += IndicatorLines(standing.supportedIndicators, state).lines(width: room.width)
    }
    return lines + sources(standing.organisation.citations, state, room)
  }

  // MARK: Lists

  /// Tasks one by one: name, who leads it, when it is due, how its indicators stand.
  func taskList(
    _ tasks: [TaskStanding], _ state: AppState, _ width: Int, hasUnit: Bool
  ) -> [Line] {
    let counts = tasks.map { marks($0.indicators, state) }
    let countWidth = counts.map(\.columns).max() ?? 0
    let titles = tasks.map { title($0, state) }
    let longest = titles.map { TextWidth.columns(of: $0) }.max() ?? 0
    let titleWidth = min(longest, max(12, width - countWidth - 1))
    let room = width - titleWidth - countWidth - 2
    return zip(tasks, zip(titles, counts)).map { task, words in
      let units = names(task.task.lead, state)
      let more = units.count > 1 ? " +\(units.count - 1)" : ""
      let remark = hasUnit ? (units.first.map { $0 + more } ?? "") : due(task.task, state)
      var spans = [Span(fitted(words.0, titleWidth, state)), Span(" ")]
      spans.append(Span(TextWidth.padded("", to: countWidth - words.1.columns)))
      spans += words.1.spans
      if room >= TextWidth.columns(of: remark) { spans.append(Span(" \(remark)", .muted)) }
      return Line(spans)
    }
  }

  func indicatorLines(
    _ indicators: [IndicatorStanding], _ none: String, _ state: AppState, _ width: Int
  ) -> [Line] {
    let title = state.text("责任指标 \(indicators.count)", "Indicators to deliver \(indicators.count)")
    guard !indicators.isEmpty else {
      return section(state.text("责任指标", "Indicators to deliver"), [], state)
        + Line(none, .muted).wrapped(to: width)
    }
    return section(title, indicators, state) + IndicatorLines(indicators, state).lines(width: width)
  }

  func fitted(_ text: String, _ width: Int, _ state: AppState) -> String {
    TextWidth.padded(text, to: width, mark: state.glyphs.ellipsis)
  }
}
