import Model

// What larger screens have room for: histories, what moved last, conflicts, documents.

extension OverviewPanel {
  /// What moved last, and the documents that the board rests on.
  func renderNews(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= 4 else { return }
    let documents = documentLines(state)
    let (top, bottom) = area.splitTop(max(3, area.height - documents.count - 2))
    renderMoves(state, top, &buffer)
    renderDocuments(documents, state, bottom, &buffer)
  }

  func renderMoves(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    renderLines(
      state.text("项目动态", "Latest milestones"), "", moves(state, atMost: area.height), state, area, &buffer)
  }

  /// The conflicts that mislead, and below them the documents.
  func renderLast(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let documents = documentLines(state)
    let (top, bottom) = area.splitTop(max(3, area.height - documents.count - 2))
    renderConflicts(state, top, &buffer)
    renderDocuments(documents, state, bottom, &buffer)
  }

  private func renderDocuments(
    _ lines: [Line], _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    renderLines(
      state.text("资料", "Documents"), documentsRemark(state), lines, state, area, &buffer)
  }

  /// The order, and from which day a document counts whose date is only a year or month.
  private func documentsRemark(_ state: AppState) -> String {
    let isExact = state.board.sources.allSatisfy { $0.date.precision == .day }
    return state.text("新者在上", "newest first")
      + (isExact ? "" : state.text("，只印年月的按其末日计", ", a year or month counts as its last day"))
  }

  private func documentLines(_ state: AppState) -> [Line] {
    state.board.sources.reversed().map { source in
      Line([
        Span(" " + TextWidth.padded(source.date.text, to: 11, mark: state.glyphs.ellipsis), .muted),
        Span(state.text(source.title)),
      ])
    }
  }

  func renderConflicts(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let misleading = state.board.conflicts.filter { $0.severity == .misleads }
    guard !misleading.isEmpty else { return }
    let lines = misleading.prefix(area.height).map { conflict in
      Line([Span(" \(state.glyphs.conflict) ", .conflict), Span(state.text(conflict.title))])
    }
    renderLines(
      state.text("易误读的数据矛盾", "Conflicts that mislead"), "\(misleading.count)", lines, state, area, &buffer)
  }

  /// The milestones that were reached last, beyond being planned.
  private func moves(_ state: AppState, atMost limit: Int) -> [Line] {
    let moves = state.board.moves(atMost: limit)
    let dates = moves.map { TextWidth.columns(of: $0.reached?.dateLabel(state.language) ?? "") }
    let dateWidth = min(dates.max() ?? 0, 17) + 1
    return moves.map { status in
      let rung = status.rung ?? .planned
      let date = status.reached?.dateLabel(state.language) ?? ""
      return Line([
        Span(" " + TextWidth.padded(date, to: dateWidth, mark: state.glyphs.ellipsis), .muted),
        Span(
          TextWidth.padded(
            state.stageName(of: status), to: state.stageColumns + 1, mark: state.glyphs.ellipsis),
          rung.role),
        Span(state.text(status.project.name)),
      ])
    }
  }

  /// The total over the years, and below it the clusters side by side.
  func renderHistories(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= 8 else { return }
    let total = state.board.headline(state.dataset.info.total)
    let wanted = state.board.clusters.filter { !$0.history.isEmpty }
    let fitting = max(1, area.width / (3 * HistoryChart.slot + 2))
    let (top, bottom) = area.splitTop(wanted.isEmpty ? area.height : max(8, area.height * 2 / 5))
    if let total {
      let name = state.text(total.indicator.name)
      let unit = state.heading(of: total.target.unit)
      section("\(name) \(unit)", state.text("历年与各规划目标", "years and goals"), top, state, &buffer) {
        HistoryChart(HistoryPoints.points(of: total, state)).render(in: $0, into: &$1, glyphs: state.glyphs)
      }
    }
    let rows = stride(from: 0, to: wanted.count, by: fitting).map {
      Array(wanted[$0..<min($0 + fitting, wanted.count)])
    }
    let height = rows.isEmpty ? 0 : bottom.height / rows.count
    guard height >= 7 else { return }
    for (index, row) in rows.enumerated() {
      let line = Rect(x: bottom.x, y: bottom.y + index * height, width: bottom.width, height: height)
      renderClusters(row, width: line.width / fitting, state, line, &buffer)
    }
  }

  private func renderClusters(
    _ clusters: [ClusterSummary], width: Int, _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    for (index, summary) in clusters.enumerated() {
      let cell = Rect(x: area.x + index * width, y: area.y, width: width - 2, height: area.height)
      let status = summary.target.map { state.statusText($0.status) } ?? ""
      section(state.text(summary.cluster.name), status, cell, state, &buffer) {
        HistoryChart(HistoryPoints.points(of: summary, state)).render(in: $0, into: &$1, glyphs: state.glyphs)
      }
    }
  }
}
