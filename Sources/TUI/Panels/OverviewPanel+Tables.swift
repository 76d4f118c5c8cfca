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
      guard let row = summary.target else {
        guard summary.output == nil, let partial = summary.partial else {
          return bare(name, context.label(summary.output), fullness)
        }
        return bare(name, context.label(partial), fullness, partial.period.label(context.language))
      }
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
      return cells(name: context.text(row.indicator.short), row, context, fullness, hasYear: true)
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
    return [
      .text(name), .text(""), .text(value, .strong), .text(""), .text(""), .text(remark, .muted), .text(""),
    ]
  }

  /// Returns the level with its unit; without it if that is long.
  private func shortActual(_ row: TargetProgress, _ context: PanelContext) -> String {
    let label = context.actualLabel(of: row)
    return TextWidth.columns(of: label) > 11 ? context.actual(of: row) : label
  }

  /// Returns a figure with room for the mark of a conflict if another one has it, so that the digits line up.
  private func padded(_ figure: String, _ context: PanelContext) -> String {
    let mark = context.glyphs.conflict
    let isMarked = rowsAbove(context).contains { row in
      row.observation.map { context.board.contested.contains($0.id) } ?? false
    }
    guard isMarked, !mark.isEmpty, !figure.hasSuffix(mark) else { return figure }
    return figure + String(repeating: " ", count: mark.count)
  }

  /// - Parameter hasYear: whether the time of the figure is named; the heading of the clusters has it.
  private func cells(
    name: String, _ row: TargetProgress, _ context: PanelContext, _ fullness: Fullness, hasYear: Bool = false
  ) -> [Table.Content] {
    let role = Style(context.role(of: row))
    guard fullness != .narrow else {
      return [
        .text(name), .text(shortActual(row, context), .strong),
        .text(context.compactStanding(of: row), role),
      ]
    }
    let actual = Table.Content.text(padded(context.actual(of: row), context), .strong)
    let short = Table.Content.text(context.shortStanding(of: row, hasYear: hasYear), role)
    let hasPath = row.measure != nil
    let arrow = context.glyphs.arrow
    let hasComputed = rowsAbove(context).contains { $0.base?.isComputed == true }
    let computed = row.base?.isComputed == true ? "*" : hasComputed ? " " : ""
    let draft = row.isDraft ? context.text("（稿）", " (draft)") : ""
    return [
      .text(name), .text(hasPath ? "\(context.base(of: row))\(computed) \(arrow)" : "", .muted), actual,
      .text("\(arrow) \(context.label(row.target))\(draft)", .muted), .bar(ProgressBar(for: row)),
      fullness == .full ? .text(context.standing(of: row), role) : short,
      .text(context.text(row.planName), .muted),
    ]
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
      return table.fitting(0, atMost: 20).fitting(1, atMost: 13).fitting(2, atMost: 18)
    }
    table.columns = [
      name, base, actual, Column("", width: 8, priority: 5), Column("", width: 10, flex: 5, priority: 6),
      status, Column("", width: 6, priority: 2),
    ]
    table = table.fitting(6, atMost: 18)
    return table.fitting(0, atMost: fullness == .full ? 24 : 16).fitting(1, atMost: 10).fitting(2, atMost: 10)
      .fitting(3, atMost: 20)
      .fitting(5, atMost: fullness == .full ? 30 : 20)
  }
}
