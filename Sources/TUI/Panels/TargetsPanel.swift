import Model

/// Every target as a progress bar, sorted by gap or grouped by category or plan; the detail of one with its history.
struct TargetsPanel: Panel {
  let id = "targets"
  let title = Name(zh: "目标", en: "Targets")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"), KeyHint("Space", "分组", "group by"),
    KeyHint("+", "显示被替代目标", "show superseded"), KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  private enum Grouping: Int, CaseIterable {
    case gap, category, plan

    var name: Name {
      switch self {
      case .gap: Name(zh: "按差距", en: "by gap")
      case .category: Name(zh: "按类别", en: "by category")
      case .plan: Name(zh: "按规划", en: "by plan")
      }
    }
  }

  private func grouping(_ state: AppState) -> Grouping {
    Grouping(rawValue: state.viewState(id).mode % Grouping.allCases.count) ?? .gap
  }

  // MARK: Keys

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if !state.viewState(id).isOpen {
      switch key {
      case .character(" "):
        state.updateView { $0.mode += 1 }
        return true
      case .character("+"), .character("="):
        state.updateView { $0.filters["all"] = $0.filters["all"] == nil ? "yes" : nil }
        return true
      default: break
      }
    }
    return moveSelection(&state, on: key, through: groups(state).flatMap(\.rows).map(\.target.id), page: 10)
  }

  func statements(_ state: AppState) -> [Statement] {
    selected(state).map { TargetsPanel.statements(of: $0, state) } ?? []
  }

  /// The target, what it is measured by, and what other plans want.
  static func statements(of row: TargetProgress, _ state: AppState) -> [Statement] {
    let figures =
      [row.observation, row.target, row.partial, row.baseline?.figure].compactMap { $0 } + row.alternatives
    var seen: Set<String> = []
    return figures.filter { seen.insert($0.id).inserted }.map(state.statement)
  }

  // MARK: Content

  private struct Group {
    var title: String?
    var rows: [TargetProgress]
  }

  /// The rows in the order they are shown. Rows without data come last in each group.
  private func groups(_ state: AppState) -> [Group] {
    let showsAll = state.viewState(id).filters["all"] != nil
    let rows = state.board.targets.filter { showsAll || !$0.isSecondary }
    switch grouping(state) {
    case .gap:
      return [Group(rows: rows)]
    case .category:
      return state.dataset.vocabulary.categories.map { category in
        Group(title: state.text(category.name), rows: rows.filter { $0.indicator.category == category.id })
      }.filter { !$0.rows.isEmpty }
    case .plan:
      return state.dataset.plans.map { plan in
        Group(title: state.text(plan.name), rows: rows.filter { $0.plan.id == plan.id })
      }.filter { !$0.rows.isEmpty }
    }
  }

  private func selected(_ state: AppState) -> TargetProgress? {
    let rows = groups(state).flatMap(\.rows)
    if let index = selectedIndex(state, in: rows.map(\.target.id)) {
      // A target that the list leaves out can still be opened from elsewhere.
      let view = state.viewState(id)
      let opened = view.isOpen ? state.board.targets.first { $0.target.id == view.selection } : nil
      return opened ?? rows[index]
    }
    return nil
  }

  // MARK: Drawing

  func render(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    let view = state.viewState(id)
    if view.isOpen, let row = selected(state) {
      renderDetail(row, state, area, scroll: view.scroll, &buffer)
      return
    }
    if area.width >= 150, let row = selected(state) {
      let (left, right) = area.splitLeft(area.width * 60 / 100)
      renderList(state, left, &buffer)
      renderDetail(
        row, state, Rect(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height), scroll: 0,
        &buffer)
    } else {
      renderList(state, area, &buffer)
    }
  }

  private func renderList(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let groups = groups(state)
    let count = groups.reduce(0) { $0 + $1.rows.count }
    let (head, body) = area.splitTop(1)
    SectionTitle(
      state.text("目标", "Targets") + " \(count)",
      remark: state.text(grouping(state).name) + state.text("（空格换）", " (Space)")
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    var rows: [Table.Row] = []
    var selection: Int?
    let chosen = selectedIndex(state, in: groups.flatMap(\.rows).map(\.target.id))
    var index = 0
    for group in groups {
      if let title = group.title { rows.append(Table.Row(heading: Line(" \(title)", .title))) }
      for row in group.rows {
        if index == chosen { selection = rows.count }
        rows.append(Table.Row(cells(row, state)))
        index += 1
      }
    }
    Table(columns: columns(state), rows: rows, selection: selection).render(
      in: body, into: &buffer, glyphs: state.glyphs)
  }

  private func columns(_ state: AppState) -> [Table.Column] {
    [
      Table.Column("", width: 1, priority: 9),
      Table.Column(state.text("指标", "Indicator"), width: 18, flex: 2, priority: 9),
      Table.Column(state.text("实际", "Actual"), width: 8, alignment: .right, priority: 7),
      Table.Column(state.text("进度", "Progress"), width: 10, flex: 3, priority: 4),
      Table.Column(state.text("目标", "Target"), width: state.language == .zh ? 11 : 13, priority: 6),
      Table.Column(state.text("完成率", "Attain"), width: 6, alignment: .right, priority: 5),
      Table.Column(state.text("差距", "Gap pp"), width: 6, alignment: .right, priority: 8),
      Table.Column(state.text("规划", "Plan"), width: state.language == .zh ? 15 : 16, priority: 3),
      Table.Column(state.text("年均需", "Need/yr"), width: 7, alignment: .right, priority: 2),
      Table.Column(state.text("数据", "Data"), width: 8, priority: 1),
    ]
  }

  private func cells(_ row: TargetProgress, _ state: AppState) -> [Table.Content] {
    let name = state.title(of: row)
    return [
      .text(state.glyph(row.status), Style(row.status.role)),
      .text(name, Style(row.isSecondary ? .muted : .plain)),
      .text(
        row.observation.map { state.value($0) } ?? row.partial.map { "(\(state.value($0)))" } ?? "-", .strong),
      .bar(bar(for: row)),
      .text("\(state.label(row.target))", .plain),
      .text(row.attainment.map { Decimal.percent($0, digits: 0) } ?? "-"),
      .text(row.status == .reached ? "" : row.gap.map { Decimal.signed($0) } ?? "-", Style(row.status.role)),
      .text("\(row.target.period.year) \(state.text(row.plan.short))", .muted),
      .text(row.requiredGrowth.map { Decimal.percent($0) } ?? ""),
      .text((row.observation?.period.text ?? "") + (row.isStale ? state.text(" 旧", " old") : ""), .stale),
    ]
  }

  private func renderDetail(
    _ row: TargetProgress, _ state: AppState, _ area: Rect, scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let subject =
      row.target.subject == .district ? "" : state.text(state.dataset.name(of: row.target.subject)) + " "
    SectionTitle(subject + state.text(row.indicator.name), remark: state.text(row.plan.name), isActive: true)
      .render(in: head, into: &buffer, glyphs: state.glyphs)
    let points = chartPoints(row, state)
    let parts = detailParts(body, points)
    bar(for: row).render(in: parts.bar.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
    ColumnChart(points).render(in: parts.chart, into: &buffer, glyphs: state.glyphs)
    TextBlock(TargetsPanel.lines(of: row, state), scroll: scroll, indent: 14)
      .render(in: parts.text, into: &buffer, glyphs: state.glyphs)
  }

  /// Where bar, chart and words of an opened target stand below its title; the chart only where there is room.
  private func detailParts(_ body: Rect, _ points: [ColumnChart.Point]) -> (
    bar: Rect, chart: Rect, text: Rect
  ) {
    let (bars, rest) = body.splitTop(2)
    let hasChart = points.count > 1 && rest.height >= 14
    let (chart, words) = rest.splitTop(hasChart ? min(9, rest.height / 3) : 0)
    return (bars.splitTop(1).top, chart, words.inset(columns: 1))
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let row = selected(state) else { return nil }
    let parts = detailParts(area.splitTop(1).rest, chartPoints(row, state))
    return (TextBlock(TargetsPanel.lines(of: row, state), indent: 14), parts.text)
  }

  private func chartPoints(_ row: TargetProgress, _ state: AppState) -> [ColumnChart.Point] {
    var seenPeriods: Set<String> = []
    var points = row.history.filter { seenPeriods.insert($0.period.text).inserted }.map {
      ColumnChart.Point($0.value, label: state.value($0), caption: $0.period.text)
    }
    if let base = row.baseline, base.isComputed {
      points.insert(
        ColumnChart.Point(
          base.value, label: Decimal.text(base.value),
          caption: "\(base.day.year) \(state.text("推算", "comp."))",
          role: .muted, isOutline: true), at: 0)
    }
    let targets = ([row.target] + row.alternatives).filter { $0.unit == row.target.unit }
      .sorted { $0.period.end < $1.period.end }
    var seen: Set<Double> = []
    for target in targets where seen.insert(target.value).inserted {
      points.append(
        ColumnChart.Point(
          target.value, label: state.value(target),
          caption: "\(target.period.text)\(state.text("目标", " goal"))",
          role: row.status.role, isOutline: true))
    }
    return points
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
    let status =
      "\(state.statusText(row.status))\(row.status == .reached ? "" : row.gap.map { "  \(Decimal.signed($0)) \(state.text("个百分点", "pp"))" } ?? "")"
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
    if let value = row.attainment {
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
        remark: state.text("达到目标的年份，复利外推(\(Decimal.percent(value)))", "target reached, compound growth"))
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

  private static func describe(_ figure: Figure, _ state: AppState) -> String {
    let plan = figure.plan.flatMap { state.dataset.plans[$0] }.map { state.text($0.short) + " " } ?? ""
    let note = figure.note.map { " (\(state.text($0)))" } ?? ""
    return
      "\(plan)\(figure.period.label(state.language)) \(state.text(state.dataset.scopeName(figure.scope)))\(note)"
  }
}
