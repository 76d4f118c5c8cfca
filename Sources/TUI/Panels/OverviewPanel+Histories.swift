import Canvas
import Figures

// The charts of the first page: the total and, on large screens, each cluster.

extension OverviewPanel {
  /// A chart with the words above it.
  struct History {
    var title: String
    var remark: String
    var chart: HistoryChart
  }

  /// Returns the chart of the total; nil if there is nothing to compare.
  func totalHistory(_ context: PanelContext) -> History? {
    context.board.headline(context.dataset.info.total).flatMap { history(of: $0, context) }
  }

  /// Returns the charts of the other main figures that have something to compare.
  func otherHistories(_ context: PanelContext) -> [History] {
    context.dataset.info.headlines.filter { $0 != context.dataset.info.total }
      .compactMap { context.board.headline($0).flatMap { history(of: $0, context) } }
  }

  private func history(of row: TargetProgress, _ context: PanelContext) -> History? {
    let chart = HistoryPoints.chart(of: row, context)
    guard chart.isDrawable else { return nil }
    let unit = context.heading(of: row.target.unit)
    return History(
      title: "\(context.text(row.indicator.short)) \(unit)", remark: HistoryPoints.legend(chart, context),
      chart: chart)
  }

  /// Returns the charts of the clusters on one scale.
  private func clusterHistories(_ context: PanelContext) -> [History] {
    let histories = context.board.clusters.compactMap { summary -> History? in
      let chart = HistoryPoints.chart(of: summary, context).withoutPlans
      guard chart.isDrawable else { return nil }
      let status = summary.target.map { context.shortStanding(of: $0) } ?? ""
      return History(title: context.text(summary.cluster.name), remark: status, chart: chart)
    }
    let charts = HistoryChart.sharingScale(histories.map(\.chart))
    return zip(histories, charts).map { History(title: $0.title, remark: $0.remark, chart: $1) }
  }

  func render(_ history: History, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    section(history.title, history.remark, area, context, &buffer) {
      history.chart.render(in: $0, into: &$1, glyphs: context.glyphs)
    }
  }

  /// Draws the total over the years and, below it, the clusters side by side.
  func renderHistories(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height > HistoryChart.leastHeight else { return }
    let clusters = clusterHistories(context)
    let perRow = max(1, min(clusters.count, area.width / 28))
    let rows = clusters.isEmpty ? 0 : (clusters.count + perRow - 1) / perRow
    // Rows of about the same number of charts.
    let columns = rows == 0 ? 1 : (clusters.count + rows - 1) / rows
    let least = HistoryChart.leastHeight + 1
    let fits = rows > 0 && area.height >= (rows + 1) * least
    let height = fits ? min(14, max(least, area.height * 3 / 5 / rows)) : 0
    let (top, bottom) = area.splitTop(area.height - height * rows)
    if let total = totalHistory(context) {
      render(total, context, top.splitTop(top.height - (fits && top.height > least ? 1 : 0)).top, &buffer)
    }
    guard fits else { return }
    let width = bottom.width / columns
    for (index, history) in clusters.enumerated() {
      let cell = Rect(
        x: bottom.x + index % columns * width, y: bottom.y + index / columns * height, width: width - 2,
        height: height)
      render(history, context, cell, &buffer)
    }
  }
}

extension HistoryChart {
  /// The chart with the levels of its targets but without the names of their plans, for a small place.
  fileprivate var withoutPlans: HistoryChart {
    var chart = self
    for index in chart.targets.indices { chart.targets[index].remark = "" }
    chart.pathWord = ""
    return chart
  }
}
