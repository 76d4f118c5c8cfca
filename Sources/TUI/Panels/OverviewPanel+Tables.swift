import Canvas
import Domain
import Figures

// The tables of the first page.

extension OverviewPanel {
  /// How much of a row is shown.
  enum Fullness {
    /// Name, actual, status.
    case narrow
    /// With base, target and bar.
    case medium
    /// With the period of the figure beside the lag as well.
    case full
  }

  func targetTable(_ entries: [Entry], _ context: PanelContext, _ selection: Int?, _ fullness: Fullness)
    -> Table
  {
    table(entries.map { headlineCells($0, context, fullness) }, selection, fullness)
  }

  func clusterTable(
    _ clusters: [ClusterSummary], _ context: PanelContext, _ selection: Int?, _ fullness: Fullness
  ) -> Table {
    let rows = clusters.map { summary in
      let name = context.text(summary.cluster.name)
      guard let row = summary.target else { return bare(name, context.label(summary.output), fullness) }
      return cells(name: name, row, context, fullness)
    }
    return table(rows, selection, fullness)
  }

  private func table(_ rows: [[Table.Content]], _ selection: Int?, _ fullness: Fullness) -> Table {
    Table(columns: [], rows: rows.map { Table.Row($0) }, selection: selection, hasHeader: false)
      .withColumns(fullness)
  }

  func headlineCells(_ entry: Entry, _ context: PanelContext, _ fullness: Fullness) -> [Table.Content] {
    switch entry {
    case .target(let row):
      return cells(name: context.text(row.indicator.short), row, context, fullness)
    case .figure(let figure):
      let name =
        context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? figure.indicator
      return bare(name, context.label(figure), fullness, figure.period.label(context.language))
    default: return []
    }
  }

  /// Returns a row without a target.
  private func bare(_ name: String, _ value: String, _ fullness: Fullness, _ remark: String = "")
    -> [Table.Content]
  {
    guard fullness != .narrow else { return [.text(name), .text(value, .strong), .text(remark, .muted)] }
    return [.text(name), .text(""), .text(value, .strong), .text(""), .text(""), .text(remark, .muted)]
  }

  private func cells(
    name: String, _ row: TargetProgress, _ context: PanelContext, _ fullness: Fullness
  ) -> [Table.Content] {
    let role = Style(row.status.role)
    let actual = Table.Content.text(context.actual(of: row), .strong)
    let short = Table.Content.text(context.shortStanding(of: row), role)
    guard fullness != .narrow else { return [.text(name), actual, short] }
    let hasPath = row.measure != nil
    let arrow = context.glyphs.arrow
    let computed = row.base?.isComputed == true ? "*" : ""
    let draft = row.isDraft ? context.text("（稿）", " (draft)") : ""
    return [
      .text(name), .text(hasPath ? "\(context.base(of: row))\(computed) \(arrow)" : "", .muted), actual,
      .text("\(arrow) \(context.label(row.target))\(draft)", .muted), .bar(ProgressBar(for: row)),
      fullness == .full ? .text(context.standing(of: row), role) : short,
    ]
  }

  func attentionTable(_ entries: [Entry], _ context: PanelContext, _ selection: Int?) -> Table {
    Table(
      columns: [
        Table.Column("", width: 1, priority: 9), Table.Column("", width: 12, flex: 1, priority: 8),
        Table.Column("", width: 8, alignment: .right, priority: 9),
        Table.Column("", width: 14, priority: 3),
      ],
      rows: entries.map { Table.Row(attentionCells($0, context)) }, selection: selection, hasHeader: false
    ).fitting(2, atMost: 24).fitting(3, atMost: 24)
  }

  /// Returns the table without its remark column if both name and remark do not fit into `width` columns.
  static func fitted(_ attention: Table, to width: Int) -> Table {
    let whole = attention.fitting(1, atMost: 24)
    guard whole.columns.reduce(0, { $0 + $1.width + 1 }) > width, attention.columns.count > 3 else {
      return attention
    }
    return attention.without(3)
  }

  func attentionCells(_ entry: Entry, _ context: PanelContext) -> [Table.Content] {
    func mark(_ status: Status) -> Table.Content { .text(context.glyph(status), Style(status.role)) }
    let stale = context.glyphs.statuses[.stale] ?? ""
    switch entry {
    case .target(let row):
      return [
        mark(row.status), .text(context.title(of: row)), .text(context.lag(of: row), Style(row.status.role)),
        .text(context.text(row.planName), .muted),
      ]
    case .unreportedTargets(let rows):
      let newest = rows.compactMap(\.observation).max { $0.period.end < $1.period.end }
      let remark =
        newest.map { context.text("最新\(context.time(of: $0))", "newest \(context.time(of: $0))") } ?? ""
      return [
        .text(stale, .stale), .text(context.text("目标年已过、数据未公布", "Past due, no result")),
        .text(context.text("\(rows.count)个", "\(rows.count)"), .stale), .text(remark, .muted),
      ]
    case .unreported(let projects):
      let newest = context.board.newestSource.map { $0.date.text } ?? ""
      return projectCells(
        .text(stale, .stale), context.text("到期无新资料", "Due, no new document"), projects,
        context.text("至\(newest)", "to \(newest)"), context)
    case .lapsed(let projects):
      let years = Set(context.board.lapsedByPlan.map(\.plan.end.year)).sorted().map(String.init)
      return projectCells(
        .text(stale, .stale), context.text("规划到期后无报道", "Plan over, no report"), projects,
        years.joined(separator: context.text("、", ", ")), context)
    case .overdue(let projects):
      return projectCells(
        mark(.behind), context.text("超期未完成", "Overdue projects"), projects, parts(among: projects, context),
        context
      )
    case .waiting(let projects):
      let longest = projects.first?.waiting?.label(context.language) ?? ""
      return projectCells(
        mark(.behind), context.text("签约未开工", "Signed, not started"), projects,
        context.text("最久\(longest)", "longest \(longest)"), context)
    case .partial(let row, let figure):
      return [
        .text(context.glyphs.bullet, .accent),
        .text(
          context.text(
            context.title(of: row),
            "\(context.title(of: row)) to \(figure.period.end.month)/\(figure.period.year)")),
        .text(context.text(context.label(figure), context.value(figure)), .strong),
        .text(figure.period.label(context.language), .muted),
      ]
    case .cluster, .rung, .figure: return []
    }
  }

  /// Returns how many of the projects are parts of others, which are not counted: `含组成部分1`; empty if none are.
  private func parts(among projects: [ProjectStatus], _ context: PanelContext) -> String {
    let count = projects.count(where: \.isPart)
    return count == 0 ? "" : context.text("含组成部分\(count)", count == 1 ? "with 1 part" : "with \(count) parts")
  }

  /// Returns a row for several projects, each counted with its parts.
  private func projectCells(
    _ mark: Table.Content, _ name: String, _ projects: [ProjectStatus], _ remark: String,
    _ context: PanelContext
  ) -> [Table.Content] {
    let count = context.board.counts(of: projects).projects
    let role: Role = if case .text(_, let style) = mark { style.foreground } else { .muted }
    return [mark, .text(name), .text(context.text("\(count)个", "\(count)"), role), .text(remark, .muted)]
  }
}

extension Table {
  /// Sets the columns of the main figures and the clusters, as wide as their contents.
  fileprivate func withColumns(_ fullness: OverviewPanel.Fullness) -> Table {
    var table = self
    let name = Column("", width: 8, flex: 1, priority: 9)
    let base = Column("", width: 6, alignment: .right, priority: 4)
    let actual = Column("", width: 6, alignment: .right, priority: 8)
    let status = Column("", width: 8, priority: 7)
    guard fullness != .narrow else {
      table.columns = [name, actual, status]
      return table.fitting(0, atMost: 20).fitting(1, atMost: 9).fitting(2, atMost: 18)
    }
    table.columns = [
      name, base, actual, Column("", width: 8, priority: 5), Column("", width: 6, flex: 5, priority: 6),
      status,
    ]
    return table.fitting(0, atMost: fullness == .full ? 24 : 20).fitting(1, atMost: 10).fitting(2, atMost: 10)
      .fitting(3, atMost: 20)
      .fitting(5, atMost: fullness == .full ? 30 : 18)
  }
}

extension PanelContext {
  /// Returns the status glyph with the period of the figure and the lag: `✗ 2022年滞后11个月`, `◇ 2020年后未公布`.
  func standing(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let mark = glyph(row.status)
    let when = time(of: observation)
    switch row.status {
    case .noDataSinceBase: return "\(mark) " + text("\(when)后未公布", "not published since \(when)")
    case .noBase, .notComparable, .noData:
      return "\(mark) " + text("\(when)，\(row.word.zh)", "\(when), \(row.word.en)")
    case .reached where row.asksForNothing:
      return "\(mark) "
        + text("\(row.word.zh)（\(row.remark(.zh) ?? "")）", "\(row.word.en) (\(row.remark(.en) ?? ""))")
    // A reached target shows its year if that is not the target's own.
    case .reached: return "\(mark) " + text(row.word)
    default: return "\(mark) " + text("\(when)\(said(of: row))", "\(when): \(said(of: row))")
    }
  }

  /// Returns the same for a narrow column: `✗ 滞后11个月`, `✓ 已完成`.
  func shortStanding(of row: TargetProgress) -> String {
    guard let observation = row.observation else { return statusText(row.status) }
    let mark = glyph(row.status)
    let when = time(of: observation)
    switch row.status {
    case .noDataSinceBase: return "\(mark) " + text("\(when)后未公布", "none since \(when)")
    case .reached where row.asksForNothing: return "\(mark) " + text("目标同基期", "target at base")
    case .noBase, .notComparable, .noData:
      return "\(mark) " + text("\(when)，\(row.word.zh)", "\(when), \(row.word.en)")
    default: return "\(mark) \(said(of: row))"
    }
  }

  /// Returns the lag if there is one, otherwise the status.
  private func said(of row: TargetProgress) -> String {
    let lag = lag(of: row)
    return lag.isEmpty ? text(row.word) : lag
  }
}
