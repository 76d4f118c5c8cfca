import Canvas
import Figures

// The content that larger screens have room for: latest project changes, conflicts, documents.

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

  /// Draws the critical conflicts, the histories of the other main figures if there is room, and the documents.
  func renderLast(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let documents = documentLines(context)
    let conflicts = context.board.conflicts.count { $0.severity == .critical } + 1
    let (top, bottom) = area.splitTop(max(3, area.height - documents.count - 2))
    let (list, spare) = top.splitTop(min(conflicts, top.height))
    renderConflicts(context, list, &buffer)
    renderOthers(context, spare, &buffer)
    renderDocuments(documents, context, bottom, &buffer)
  }

  /// Draws the histories of the other main figures, as many as have room.
  private func renderOthers(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let histories = otherHistories(context)
    let count = min(histories.count, area.height / (HistoryChart.leastHeight + 2))
    guard count > 0 else { return }
    let height = min(14, area.height / count)
    for (index, history) in histories.prefix(count).enumerated() {
      let place = Rect(x: area.x, y: area.y + index * height + 1, width: area.width, height: height - 1)
      render(history, context, place, &buffer)
    }
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
}
