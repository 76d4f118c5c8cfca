import Canvas
import Output

extension ClustersPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.board.clusters.map { PanelRecord(id: $0.cluster.id, names: $0.cluster.names) }
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    context.board.clusters.map(\.cluster.id)
  }

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    let summaries = context.board.clusters
    guard !summaries.isEmpty else {
      page.add(paragraph: context.text("此日期尚无集群数据", "no clusters known on this day"))
      return page
    }
    if view.isOpen, let summary = selected(view, context) {
      page.add(heading: context.text(summary.cluster.name))
      page.add(words(of: summary, context))
      return page
    }
    page.add(heading: context.board.classification.map { context.text($0.name) } ?? context.text(title))
    let table = listTable(summaries, view, context, isWide: true)
    let notes = summaries.map { summary in
      page.notes((summary.output?.citations ?? []) + (summary.target?.target.citations ?? []), context)
    }
    page.add(table.columns, table.rows.map(\.cells), notes: notes)
    return page
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen || view.scenario != nil { return render(view, in: context, area: area, into: &buffer) }
    renderList(context.board.clusters, 0, view, context, area, &buffer)
  }
}
