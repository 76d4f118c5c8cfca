import Canvas
import Figures

// The content that larger screens have room for: histories, latest project changes, conflicts, documents.

extension OverviewPanel {
  /// Draws the latest project changes and the documents that the board is based on.
  func renderNews(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= 4 else { return }
    let documents = documentLines(context)
    let (top, bottom) = area.splitTop(max(3, area.height - documents.count - 2))
    renderMoves(context, top, &buffer)
    renderDocuments(documents, context, bottom, &buffer)
  }

  func renderMoves(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    renderLines(
      context.text("项目动态", "Latest milestones"), "", moves(context, atMost: area.height), context, area,
      &buffer)
  }

  /// Draws the critical conflicts and, below them, the documents.
  func renderLast(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let documents = documentLines(context)
    let (top, bottom) = area.splitTop(max(3, area.height - documents.count - 2))
    renderConflicts(context, top, &buffer)
    renderDocuments(documents, context, bottom, &buffer)
  }

  private func renderDocuments(
    _ lines: [Line], _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    renderLines(
      context.text("资料", "Documents"), documentsRemark(context), lines, context, area, &buffer)
  }

  /// Returns the order, and the day that applies to a document whose date is only a year or month.
  private func documentsRemark(_ context: PanelContext) -> String {
    let isExact = context.board.sources.allSatisfy { $0.date.precision == .day }
    return context.text("新者在上", "newest first")
      + (isExact ? "" : context.text("，只印年月的按其末日计", ", a year or month counts as its last day"))
  }

  private func documentLines(_ context: PanelContext) -> [Line] {
    context.board.sources.reversed().map { source in
      Line([
        Span(" " + TextWidth.padded(source.date.text, to: 11, mark: context.glyphs.ellipsis), .muted),
        Span(context.text(source.title)),
      ])
    }
  }

  func renderConflicts(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let critical = context.board.conflicts.filter { $0.severity == .critical }
    guard !critical.isEmpty else { return }
    let lines = critical.prefix(area.height).map { conflict in
      Line([Span(" \(context.glyphs.conflict) ", .conflict), Span(context.text(conflict.title))])
    }
    renderLines(
      context.text("数据矛盾：重大分歧", "Critical conflicts"), "\(critical.count)", lines, context, area, &buffer
    )
  }

  /// Returns the milestones reached last, at most `limit`. Planned and in reserve do not count.
  private func moves(_ context: PanelContext, atMost limit: Int) -> [Line] {
    let moves = context.board.moves(atMost: limit)
    let dates = moves.map { TextWidth.columns(of: $0.reached?.dateLabel(context.language) ?? "") }
    let dateWidth = min(dates.max() ?? 0, 17) + 1
    return moves.map { status in
      let rung = status.rung ?? .planned
      let date = status.reached?.dateLabel(context.language) ?? ""
      return Line([
        Span(" " + TextWidth.padded(date, to: dateWidth, mark: context.glyphs.ellipsis), .muted),
        Span(
          TextWidth.padded(
            context.stageName(of: status), to: context.stageColumns + 1, mark: context.glyphs.ellipsis),
          rung.role),
        Span(context.text(status.project.name)),
      ])
    }
  }

  /// Draws the total over the years and, below it, the clusters side by side.
  func renderHistories(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= 8 else { return }
    let total = context.board.headline(context.dataset.info.total)
    let wanted = context.board.clusters.filter { !$0.history.isEmpty }
    let fitting = max(1, area.width / (3 * HistoryChart.slot + 2))
    let (top, bottom) = area.splitTop(wanted.isEmpty ? area.height : max(8, area.height * 2 / 5))
    if let total {
      let name = context.text(total.indicator.name)
      let unit = context.heading(of: total.target.unit)
      section("\(name) \(unit)", context.text("历年与各规划目标", "years and goals"), top, context, &buffer) {
        HistoryChart(HistoryPoints.points(of: total, context)).render(
          in: $0, into: &$1, glyphs: context.glyphs)
      }
    }
    let rows = stride(from: 0, to: wanted.count, by: fitting).map {
      Array(wanted[$0..<min($0 + fitting, wanted.count)])
    }
    let height = rows.isEmpty ? 0 : bottom.height / rows.count
    guard height >= 7 else { return }
    for (index, row) in rows.enumerated() {
      let line = Rect(x: bottom.x, y: bottom.y + index * height, width: bottom.width, height: height)
      renderClusters(row, width: line.width / fitting, context, line, &buffer)
    }
  }

  private func renderClusters(
    _ clusters: [ClusterSummary], width: Int, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    for (index, summary) in clusters.enumerated() {
      let cell = Rect(x: area.x + index * width, y: area.y, width: width - 2, height: area.height)
      let status = summary.target.map { context.statusText($0.status) } ?? ""
      section(context.text(summary.cluster.name), status, cell, context, &buffer) {
        HistoryChart(HistoryPoints.points(of: summary, context)).render(
          in: $0, into: &$1, glyphs: context.glyphs)
      }
    }
  }
}
