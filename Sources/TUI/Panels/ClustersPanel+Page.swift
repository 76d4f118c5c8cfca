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
    if view.isOpen || view.scenario != nil { return render(view, in: context, area: area, into: &buffer) }
    renderList(context.board.clusters, 0, view, context, area, &buffer)
  }
}
