import Model

// One target in full: bar, history, words and citations.

extension TargetsPanel {
  func renderDetail(
    _ row: TargetProgress, _ state: AppState, _ area: Rect, scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let subject =
      row.target.subject == .district ? "" : state.text(state.dataset.name(of: row.target.subject)) + " "
    SectionTitle(subject + state.text(row.indicator.name), remark: state.text(row.plan.name), isActive: true)
      .render(in: head, into: &buffer, glyphs: state.glyphs)
    let points = HistoryPoints.points(of: row, state)
    let parts = detailParts(body, points)
    bar(for: row).render(in: parts.bar.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
    HistoryChart(points).render(in: parts.chart, into: &buffer, glyphs: state.glyphs)
    TextBlock(TargetsPanel.lines(of: row, state), scroll: scroll, indent: 14)
      .render(in: parts.text, into: &buffer, glyphs: state.glyphs)
  }

  /// Where bar, chart and words of an opened target stand below its title; the chart only where there is room.
  private func detailParts(_ body: Rect, _ points: [HistoryChart.Point]) -> (
    bar: Rect, chart: Rect, text: Rect
  ) {
    let (bars, rest) = body.splitTop(2)
    let hasChart = points.count > 1 && rest.height >= 14
    let (chart, words) = rest.splitTop(hasChart ? min(18, rest.height * 2 / 5) : 0)
    let width = min(chart.width, points.count * 3 * HistoryChart.slot)
    return (bars.splitTop(1).top, chart.splitLeft(width).left, words.inset(columns: 1))
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let row = selected(state) else { return nil }
    let parts = detailParts(area.splitTop(1).rest, HistoryPoints.points(of: row, state))
    return (TextBlock(TargetsPanel.lines(of: row, state), indent: 14), parts.text)
  }

  /// Everything about a target in words: `label  value`.
  static func lines(of row: TargetProgress, _ state: AppState) -> [Line] {
    var lines: [Line] = []
    func add(_ zh: String, _ en: String, _ value: String, _ role: Role = .plain, remark: String = "") {
      let label = TextWidth.padded(state.text(zh, en), to: 14)
      lines.append(
        Line([
          Span(label, .muted), Span(value, Style(role)), Span(remark.isEmpty ? "" : "  \(remark)", .muted),
        ]))
    }
    let status = "\(state.statusText(row.status))  \(state.gap(of: row))"
    add("状态", "Status", status, row.status.role, remark: row.obstacle.map { state.text($0.name) } ?? "")
    add("目标", "Target", state.label(row.target), .strong, remark: describe(row.target, state))
    if let observation = row.observation {
      add("实际", "Actual", state.label(observation), .strong, remark: describe(observation, state))
    } else {
      add("实际", "Actual", "-", remark: row.obstacle.map { state.text($0.name) } ?? "")
    }
    if let partial = row.partial {
      add(
        "年内累计", "Year to date", state.label(partial), .strong,
        remark:
          "\(partial.period.label(state.language)) \(state.text("不与全年目标相除", "not divided by a year's target"))"
      )
    }
    if let base = row.baseline {
      add(
        "基期", "Baseline",
        state.dataset.label(Decimal.text(base.value), unit: row.target.unit, state.language),
        remark: "\(base.day)"
          + (base.isComputed
            ? state.text(
              "（按公布增速 \(base.figure.valueText)% 推算）",
              " (computed from the published growth of \(base.figure.valueText)%)")
            : ""))
    } else {
      add("基期", "Baseline", "-", remark: state.text(Obstacle.noBaseline.name))
    }
    if row.indicator.better == .lower {
      add("完成率", "Attainment", state.attainment(of: row), remark: lowerRemark(row, state))
    } else if let value = row.attainment {
      add("完成率", "Attainment", Decimal.percent(value), remark: state.text("实际 / 目标", "actual / target"))
    }
    if let value = row.progress {
      add(
        "进度", "Progress", Decimal.percent(value),
        remark: state.text("(实际 - 基期) / (目标 - 基期)", "(actual - baseline) / (target - baseline)"))
    }
    if let value = row.pace {
      add(
        "序时进度", "Pace", Decimal.percent(value),
        remark: state.text(
          "到 \(row.observation?.period.end.description ?? "") 已过时间的份额",
          "share of the time that had passed by \(row.observation?.period.end.description ?? "")"))
    }
    if let value = row.requiredGrowth, let years = row.yearsLeft {
      add(
        "年均需增长", "Needed growth", Decimal.percent(value),
        remark: state.text(
          "其后\(Decimal.text(years, digits: 1))年", "over the \(Decimal.text(years, digits: 1)) years left"))
    }
    if let value = row.observedGrowth {
      add("已有年均", "Growth so far", Decimal.percent(value), remark: state.text("自基期起", "since the baseline"))
    }
    if row.status != .reached, let value = row.observedGrowth, row.gap != nil {
      let year = row.projectedYear.map(String.init) ?? state.text("百年内不能达到", "not within a century")
      add(
        "按此速度", "At that rate", year,
        remark: state.text(
          "达到目标的年份：本指标按基期以来年均\(Decimal.percent(value))复利外推；情景推演按各集群增速逐年加总，年份可不同",
          "target reached: this figure alone at \(Decimal.percent(value)) a year, compound; the scenario adds up the "
            + "clusters' own growth and may give another year"))
    }
    for other in row.alternatives {
      add("另一规划", "Another plan", state.label(other), .accent, remark: describe(other, state))
    }
    if !row.alternatives.isEmpty {
      add(
        "取舍", "Shown because", state.text("按规划层级", "rank of the plan"),
        remark: state.text("两者并存，不互相覆盖", "both are kept"))
    }
    if row.isStale {
      add("时效", "Age", state.text("超过应更新期限", "older than its cadence allows"), .stale)
    }
    for figure in [row.observation, row.target].compactMap({ $0 }) {
      for conflict in state.board.conflicts(about: figure) {
        add(
          "矛盾", "Conflict", "\(state.glyphs.conflict) \(state.text(conflict.title))", .conflict,
          remark: conflict.computed.map { state.text($0) } ?? "")
      }
    }
    lines.append("")
    for statement in statements(of: row, state) {
      lines.append(
        Line([Span(state.text(statement.label), .strong), Span("  \(state.text(statement.value))", .muted)]))
      lines += state.citationLines(statement.citations).map { Line([Span("  ")] + $0.spans) }
    }
    return lines
  }

  /// What attainment means where less is wanted.
  private static func lowerRemark(_ row: TargetProgress, _ state: AppState) -> String {
    state.text(
      "越低越好：实际为目标的\(row.attainment.map { Decimal.percent($0, digits: 0) } ?? "-")，看进度",
      "lower is better: \(row.attainment.map { Decimal.percent($0, digits: 0) } ?? "-") of the target; see progress"
    )
  }

  private static func describe(_ figure: Figure, _ state: AppState) -> String {
    let plan = figure.plan.flatMap { state.dataset.plans[$0] }.map { state.text($0.short) + " " } ?? ""
    let note = figure.note.map { " (\(state.text($0)))" } ?? ""
    return
      "\(plan)\(figure.period.label(state.language)) \(state.text(state.dataset.scopeName(figure.scope)))\(note)"
  }
}
