import Model

// The tables of the first page.

extension OverviewPanel {
  /// How much of a row there is room for.
  enum Fullness {
    /// Name, actual, status.
    case narrow
    /// With bar, target and attainment.
    case full
  }

  func targetTable(_ entries: [Entry], _ state: AppState, _ selection: Int?, _ fullness: Fullness) -> Table {
    table(entries.map { headlineCells($0, state, fullness) }, selection, fullness)
  }

  func clusterTable(
    _ clusters: [ClusterSummary], _ state: AppState, _ selection: Int?, _ fullness: Fullness
  ) -> Table {
    let rows = clusters.map { summary in
      let name = state.text(summary.cluster.name)
      guard let row = summary.target else { return bare(name, state.label(summary.output), fullness) }
      return cells(name: name, row, summary.output, state, fullness)
    }
    return table(rows, selection, fullness)
  }

  private func table(_ rows: [[Table.Content]], _ selection: Int?, _ fullness: Fullness) -> Table {
    Table(columns: [], rows: rows.map { Table.Row($0) }, selection: selection, hasHeader: false)
      .withColumns(fullness)
  }

  func headlineCells(_ entry: Entry, _ state: AppState, _ fullness: Fullness) -> [Table.Content] {
    switch entry {
    case .target(let row):
      return cells(name: state.text(row.indicator.short), row, row.observation, state, fullness)
    case .figure(let figure):
      let name = state.dataset.indicators[figure.indicator].map { state.text($0.short) } ?? figure.indicator
      return bare(name, state.label(figure), fullness, figure.period.label(state.language))
    default: return []
    }
  }

  /// A row without a target.
  private func bare(_ name: String, _ value: String, _ fullness: Fullness, _ remark: String = "")
    -> [Table.Content]
  {
    let middle: [Table.Content] = fullness == .full ? [.text(""), .text(""), .text("")] : []
    return [.text(name), .text(value, .strong)] + middle + [.text(remark, .muted)]
  }

  private func cells(
    name: String, _ row: TargetProgress, _ observation: Figure?, _ state: AppState, _ fullness: Fullness
  ) -> [Table.Content] {
    let head: [Table.Content] = [.text(name), .text(state.value(observation), .strong)]
    let role = Style(row.status.role)
    guard fullness == .full else { return head + [.text(state.shortStanding(of: row), role)] }
    return head + [
      .bar(bar(for: row)), .text("/ \(state.label(row.target))", .muted),
      .text(state.attainment(of: row)), .text(state.standing(of: row), role),
    ]
  }

  func attentionTable(_ entries: [Entry], _ state: AppState, _ selection: Int?) -> Table {
    Table(
      columns: [
        Table.Column("", width: 1, priority: 9), Table.Column("", width: 12, flex: 1, priority: 8),
        Table.Column("", width: 8, alignment: .right, priority: 9),
        Table.Column("", width: 14, priority: 3),
      ],
      rows: entries.map { Table.Row(attentionCells($0, state)) }, selection: selection, hasHeader: false
    ).fitting(2, atMost: 24).fitting(3, atMost: 24)
  }

  func attentionCells(_ entry: Entry, _ state: AppState) -> [Table.Content] {
    func mark(_ status: Status) -> Table.Content { .text(state.glyph(status), Style(status.role)) }
    let stale = state.glyphs.statuses[.stale] ?? ""
    switch entry {
    case .target(let row):
      return [
        mark(row.status), .text(state.title(of: row)), .text(state.gap(of: row), Style(row.status.role)),
        .text(state.text(row.plan.short), .muted),
      ]
    case .unreportedTargets(let rows):
      let newest = rows.compactMap(\.observation).max { $0.period.end < $1.period.end }
      let remark = newest.map { state.text("最新\(state.time(of: $0))", "newest \(state.time(of: $0))") } ?? ""
      return [
        .text(stale, .stale), .text(state.text("目标到期无数", "Targets due, no figure")),
        .text(state.text("\(rows.count)个", "\(rows.count)"), .stale), .text(remark, .muted),
      ]
    case .unreported(let projects):
      let newest = state.board.newestSource.map { $0.date.text } ?? ""
      return projectCells(
        .text(stale, .stale), state.text("项目到期未报", "Projects due, no report"), projects,
        state.text("至\(newest)", "to \(newest)"), state)
    case .lapsed(let projects):
      let years = Set(state.board.lapsedByPlan.map(\.plan.end.year)).sorted().map(String.init)
      return projectCells(
        .text(stale, .stale), state.text("规划到期后无报道", "Plan over, no report"), projects,
        years.joined(separator: state.text("、", ", ")), state)
    case .overdue(let projects):
      return projectCells(
        mark(.behind), state.text("超期未完成", "Overdue projects"), projects, "", state)
    case .waiting(let projects):
      let longest = projects.first?.waiting?.label(state.language) ?? ""
      return projectCells(
        mark(.behind), state.text("签约未开工", "Signed, not started"), projects,
        state.text("最久\(longest)", "longest \(longest)"), state)
    case .partial(let row, let figure):
      return [
        .text(state.glyphs.bullet, .accent),
        .text(
          state.text(
            state.title(of: row),
            "\(state.title(of: row)) to \(figure.period.end.month)/\(figure.period.year)")),
        .text(state.text(state.label(figure), state.value(figure)), .strong),
        .text(figure.period.label(state.language), .muted),
      ]
    case .cluster, .rung, .figure: return []
    }
  }

  /// A row that stands for several projects, each counted with its parts.
  private func projectCells(
    _ mark: Table.Content, _ name: String, _ projects: [ProjectStatus], _ remark: String, _ state: AppState
  ) -> [Table.Content] {
    let count = state.board.counts(of: projects).projects
    let role: Role = if case .text(_, let style) = mark { style.foreground } else { .muted }
    return [mark, .text(name), .text(state.text("\(count)个", "\(count)"), role), .text(remark, .muted)]
  }
}

extension Table {
  /// The columns of the main figures and the clusters, as wide as what stands in them.
  fileprivate func withColumns(_ fullness: OverviewPanel.Fullness) -> Table {
    var table = self
    let name = Column("", width: 8, flex: 1, priority: 9)
    let actual = Column("", width: 6, alignment: .right, priority: 8)
    let status = Column("", width: 8, priority: 7)
    guard fullness == .full else {
      table.columns = [name, actual, status]
      return table.fitting(0, atMost: 20).fitting(1, atMost: 9).fitting(2, atMost: 18)
    }
    table.columns = [
      name, actual, Column("", width: 6, flex: 5, priority: 6), Column("", width: 8, priority: 5),
      Column("", width: 4, alignment: .right, priority: 4), status,
    ]
    return table.fitting(0, atMost: 24).fitting(1, atMost: 10).fitting(3, atMost: 20)
      .fitting(4, atMost: 6).fitting(5, atMost: 30)
  }
}

extension AppState {
  /// Status and gap in words, with the time that they are of: `▼ 2022年滞后27.9百分点`, `◇ 仅有2020年`.
  func standing(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let when = time(of: observation)
    let word =
      "\(glyph(row.status)) " + text("\(when)\(text(row.status.name))", "\(when) \(text(row.status.name))")
    switch row.status {
    case .noData: return hasFigureOnly(row)
    case .reached: return word
    case .nothingNew: return shortStanding(of: row)
    case .onPace, .slightlyBehind, .behind, .farBehind:
      guard let gap = row.gap else { return word }
      let points = gap < 0 ? Decimal.fixed(-gap, digits: 1) : Decimal.signed(gap)
      return word + text("\(points)百分点", " \(points)pp")
    }
  }

  /// For a narrow place: `▼ 2022 -27.9百分点`, `✓ 2022年已达到`.
  func shortStanding(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let when = time(of: observation)
    return switch row.status {
    case .reached: "\(glyph(row.status)) " + text("\(when)已达到", "\(when) reached")
    case .noData: hasFigureOnly(row)
    case .nothingNew: "\(glyph(row.status)) " + text("仅有\(when)", "\(when) only")
    case .onPace, .slightlyBehind, .behind, .farBehind:
      "\(glyph(row.status)) \(observation.period.end.year) \(gap(of: row))"
    }
  }

  /// Of a target that has a figure and nothing to measure progress from: `○ 2023年10月，无基期`.
  private func hasFigureOnly(_ row: TargetProgress) -> String {
    let when = row.observation.map { time(of: $0) } ?? ""
    return "\(glyph(row.status)) " + text("\(when)，无基期", "\(when), no baseline")
  }
}
