import Model

extension ClustersPanel {
  func records(_ state: AppState) -> [PanelRecord] {
    state.board.clusters.map { PanelRecord(id: $0.cluster.id, names: $0.cluster.names) }
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    let summaries = state.board.clusters
    guard !summaries.isEmpty else {
      page.add(paragraph: state.text("此日期尚无集群数据", "no clusters known on this day"))
      return page
    }
    if state.viewState(id).isOpen, let summary = selected(state) {
      page.add(heading: state.text(summary.cluster.name))
      page.add(words(of: summary, state))
      return page
    }
    page.add(heading: state.board.classification.map { state.text($0.name) } ?? state.text(title))
    let table = listTable(summaries, state, isWide: true)
    let notes = summaries.map { summary in
      page.notes((summary.output?.citations ?? []) + (summary.target?.target.citations ?? []), state)
    }
    page.add(table.columns, table.rows.map(\.cells), notes: notes)
    return page
  }

  func renderFocus(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    let view = state.viewState(id)
    if view.isOpen || view.scenario != nil { return render(state, in: area, into: &buffer) }
    renderList(state.board.clusters, 0, state, area, &buffer)
  }
}
