import Model

/// Every target as a progress bar, the worst first or grouped by category or plan; the detail of one with its history.
struct TargetsPanel: Panel {
  let id = ViewID.targets
  let title = Name(zh: "目标", en: "Targets")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "详情", "detail"),
    KeyHint("Space", "分组", "group by", id: "targets.group"),
    KeyHint("+ =", "显示另有目标", "show other targets", id: "targets.superseded"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  enum Grouping: Int, CaseIterable {
    case lag, category, plan

    var name: Name {
      switch self {
      case .lag: Name(zh: "最慢在前", en: "worst first")
      case .category: Name(zh: "按类别", en: "by category")
      case .plan: Name(zh: "按规划", en: "by plan")
      }
    }
  }

  private func grouping(_ state: AppState) -> Grouping {
    Grouping(rawValue: state.viewState(id).mode % Grouping.allCases.count) ?? .lag
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
      case .escape where state.viewState(id).filters["unreported"] != nil:
        state.updateView { $0.filters["unreported"] = nil }
        // Whoever came for these only goes back with the same key.
        return state.history.last != ViewID.overview
      default: if updateFold(&state, on: key) { return true }
      }
    }
    return moveSelection(&state, on: key, through: ids(state), page: 10)
  }

  /// Shows those alone that are due and have no figure, from the first.
  static func filterUnreported(_ state: inout AppState) {
    state.updateView { view in
      view.filters["unreported"] = "yes"
      view.selection = nil
      view.isOpen = false
    }
  }

  func statements(_ state: AppState) -> [Statement] {
    selected(state).map { TargetsPanel.statements(of: $0, state) } ?? []
  }

  func explained(_ state: AppState) -> [String] { selected(state).map { ["target/\($0.target.id)"] } ?? [] }

  /// The target, what it is measured by, and what other plans want.
  static func statements(of row: TargetProgress, _ state: AppState) -> [Statement] {
    let figures =
      [row.observation, row.target, row.partial].compactMap { $0 } + (row.base?.statements ?? [])
      + row.alternatives
    var seen: Set<String> = []
    return figures.filter { seen.insert($0.id).inserted }.map(state.statement)
  }

  // MARK: Content

  struct Group {
    var title: String?
    var rows: [TargetProgress]
  }

  /// The rows in the order they are shown. Rows without data come last in each group.
  func groups(_ state: AppState) -> [Group] {
    let filters = state.viewState(id).filters
    let rows = state.board.targets.filter {
      (filters["all"] != nil || !$0.isSecondary) && (filters["unreported"] == nil || $0.isUnreported)
    }
    switch grouping(state) {
    case .lag:
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

  func selected(_ state: AppState) -> TargetProgress? {
    // A target that the list leaves out can still be opened from elsewhere.
    let view = state.viewState(id)
    if view.isOpen, let opened = view.selection.flatMap({ state.board.target($0) }) { return opened }
    let ids = ids(state)
    return selectedIndex(state, in: ids).flatMap { state.board.target(ids[$0]) }
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

  func renderFocus(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    if state.viewState(id).isOpen { return render(state, in: area, into: &buffer) }
    renderList(state, area, &buffer)
  }

  private func renderList(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let groups = groups(state)
    let (head, body) = area.splitTop(1)
    SectionTitle(
      title(groups.flatMap(\.rows), state), remarks: remarks(groups, state)
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    var rows: [Table.Row] = []
    var selection: Int?
    let folded = folded(groups, state)
    let hidden = Set(folded.map(\.target.id))
    let chosen = selectedIndex(state, in: ids(state))
    var index = 0
    for group in groups {
      if let title = group.title { rows.append(Table.Row(heading: Line(" \(title)", .title))) }
      for row in group.rows where !hidden.contains(row.target.id) {
        if index == chosen { selection = rows.count }
        rows.append(Table.Row(cells(row, state), record: row.target.id))
        index += 1
      }
    }
    if !folded.isEmpty {
      if index == chosen { selection = rows.count }
      rows.append(foldRow(folded.count, state))
    }
    var table = Table(columns: columns(state), rows: rows, selection: selection)
    table = table.fitting(4, atMost: body.width >= 110 ? 20 : 18).fitting(8, atMost: 10)
    if body.width >= 110 { table = table.fitting(1, atMost: 36) }
    table.render(in: body, into: &buffer, glyphs: state.glyphs)
  }

  /// `目标 72，年度承诺 2`: commitments of each year are no targets that are reached once.
  func title(_ rows: [TargetProgress], _ state: AppState) -> String {
    let yearly = rows.count(where: \.isYearly)
    let isFiltered = state.viewState(id).filters["unreported"] != nil
    return state.text(
      isFiltered ? "目标年已过、数据未公布" : "目标", isFiltered ? "Past due, result unpublished" : "Targets")
      + " \(rows.count - yearly)"
      + (yearly > 0 ? state.text("，年度目标任务 \(yearly)", ", yearly \(yearly)") : "")
  }

  func columns(_ state: AppState) -> [Table.Column] {
    [
      Table.Column("", width: 1, priority: 9),
      Table.Column(state.text("指标", "Indicator"), width: 18, flex: 3, priority: 9),
      Table.Column(state.text("实际", "Actual"), width: 8, alignment: .right, priority: 7),
      Table.Column(state.text("目标", "Target"), width: state.language == .zh ? 11 : 13, priority: 6),
      Table.Column(state.text("进度", "Earned"), width: 8, flex: 2, priority: 4),
      Table.Column(state.text("滞后", "Lag"), width: state.language == .zh ? 11 : 16, priority: 8),
      Table.Column(state.text("状态", "Status"), width: state.language == .zh ? 12 : 17, priority: 0),
      Table.Column(state.text("规划", "Plan"), width: state.language == .zh ? 16 : 17, priority: 3),
      Table.Column(state.text("数据", "Data"), width: 4, priority: 5),
      Table.Column(state.text("后续年均需", "Needs/yr"), width: 11, alignment: .right, priority: 1),
      Table.Column(state.text("年内新数", "Newer, part of a year"), width: 22, priority: 0),
    ]
  }

  func cells(_ row: TargetProgress, _ state: AppState) -> [Table.Content] {
    let name = state.title(of: row)
    return [
      .text(row.isSecondary ? "" : state.glyph(row.status), Style(row.status.role)),
      .text(name, Style(row.isSecondary ? .muted : .plain)),
      .text(actual(row, state), .strong),
      .text("\(state.label(row.target))", .plain),
      .bar(bar(for: row)),
      .text(lag(row, state), Style(state.role(of: row))),
      .text(state.word(of: row), Style(state.role(of: row))),
      .text("\(due(row, state))\(row.target.period.year) \(state.text(row.planName))", .muted),
      .text(row.observation?.period.text ?? "", row.isStale ? .stale : .muted),
      // Of a time that is over nothing is needed any more; the mark before the year says so.
      .text(row.isUnreported ? "" : state.rate(of: row) ?? ""),
      .text(row.partial.map { "\($0.period.label(state.language)) \(state.value($0))" } ?? "", .muted),
    ]
  }

  /// The newest comparable figure, marked when there is a newer one over part of a year; that one in brackets when
  /// nothing compares.
  private func actual(_ row: TargetProgress, _ state: AppState) -> String {
    let mark = row.partial == nil ? "" : "+"
    return row.observation.map { _ in state.actual(of: row) + mark } ?? row.partial.map {
      "(\(state.value($0)))"
    } ?? "-"
  }

  /// The lag, marked where another method in use gives another light.
  private func lag(_ row: TargetProgress, _ state: AppState) -> String {
    if row.status == .reached, row.target.kind != .growth {
      return row.asksForNothing ? state.text("目标同基期", "target at base") : state.text("已达到", "reached")
    }
    return state.lag(of: row) + (row.measure?.isMethodSensitive == true ? state.glyphs.bullet : "")
  }

  private func due(_ row: TargetProgress, _ state: AppState) -> String {
    row.isUnreported ? state.glyphs.statuses[.stale] ?? "" : " "
  }

  /// What marks and units mean, and the order; the least needed first.
  private func remarks(_ groups: [Group], _ state: AppState) -> [String] {
    let hasPartial = groups.contains { $0.rows.contains { $0.partial != nil && $0.observation != nil } }
    let due = groups.reduce(0) { $0 + $1.rows.count(where: \.isUnreported) }
    let glyph = state.glyphs.statuses[.stale] ?? ""
    let isFiltered = state.viewState(id).filters["unreported"] != nil
    return [
      groups.contains { $0.rows.contains { $0.measure?.isMethodSensitive == true } }
        ? state.text("\(state.glyphs.bullet) 因方法而异", "\(state.glyphs.bullet) depends on the method") : "",
      hasPartial ? state.text("+ 另有年内新数", "+ newer part of a year") : "",
      isFiltered
        ? state.text("Esc 全部目标", "Esc all targets")
        : due > 0
          ? state.text("\(glyph) 目标年已过、数据未公布\(due)", "\(glyph) \(due) past due, result unpublished") : "",
      state.text(grouping(state).name) + state.text("（空格换）", " (Space)"),
    ]
  }
}
