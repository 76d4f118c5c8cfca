import Canvas
import Output

extension ClustersPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.board.clusters.map { PanelRecord(id: $0.cluster.id, names: $0.cluster.names) }
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    context.board.clusters.map(\.cluster.id)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let summaries = context.board.clusters
    guard !summaries.isEmpty else {
      return [Section([.text([Line(context.text("此日期尚无集群数据", "no clusters known on this day"))])])]
    }
    if view.isOpen, let summary = selected(view, context) {
      return [Section(context.text(summary.cluster.name), level: 1)] + sections(of: summary, context)
    }
    let table = listTable(summaries, view, context, isWide: true)
    return [
      Section(
        context.board.classification.map { context.text($0.name) } ?? context.text(title), level: 1,
        [
          .list(
            table.columns, table.rows.map(\.cells),
            citations: summaries.map { ($0.output?.citations ?? []) + ($0.target?.target.citations ?? []) })
        ])
    ]
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    guard view.scenario == nil, let summary = selected(view, context) else {
      return render(view, in: context, area: area, into: &buffer)
    }
    let summaries = context.board.clusters
    let (list, below) = area.splitTop(view.isOpen ? 0 : min(summaries.count + 2, area.height))
    let chart = HistoryPoints.chart(of: summary, context)
    // The chart of an opened cluster has the screen; scrolling shows the words.
    guard chart.isDrawable, below.height > HistoryChart.leastHeight, !view.isOpen || view.scroll == 0 else {
      return view.isOpen
        ? render(view, in: context, area: area, into: &buffer)
        : renderList(summaries, 0, view, context, area, &buffer)
    }
    if !view.isOpen { renderList(summaries, 0, view, context, list, &buffer) }
    let (head, picture) = below.splitTop(1)
    SectionTitle(
      context.text(summary.cluster.name), remark: HistoryPoints.legend(chart, context), isActive: view.isOpen
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    chart.render(in: picture.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
  }
}
