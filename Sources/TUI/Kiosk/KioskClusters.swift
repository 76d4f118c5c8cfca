import Model

/// One page for each cluster that something is known about.
struct KioskClusters: KioskView {
  let id = "clusters"
  let title = Name(zh: "集群", en: "Clusters")

  func entries(_ board: Board) -> [String] {
    board.clusters.filter { $0.output != nil || $0.target?.observation != nil }.map(\.cluster.id)
  }

  private func summary(_ state: AppState, _ entry: String) -> ClusterSummary? {
    state.board.clusters.first { $0.cluster.id == entry }
  }

  func subtitle(_ state: AppState, entry: String) -> String {
    summary(state, entry).map { state.text($0.cluster.name) } ?? ""
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let summary = summary(state, entry) else { return }
    let name = state.text(summary.cluster.name)
    var figure: KioskFigure
    if let row = summary.target {
      let indicator = state.text(row.indicator.short)
      figure = KioskFigure(row, label: "\(name)  \(indicator)", state, tiles: tiles(summary, state))
      figure.figure = KioskTile(
        observation: summary.output, label: figure.figure.label, role: row.status.role, state)
    } else {
      let indicator = summary.output.flatMap { state.dataset.indicators[$0.indicator] }.map {
        state.text($0.short)
      }
      figure = KioskFigure(
        figure: KioskTile(
          observation: summary.output, label: [name, indicator ?? ""].joined(separator: "  "), state),
        verdict: Line(""), tiles: tiles(summary, state))
    }
    figure.render(in: area, into: &buffer, glyphs: state.glyphs)
  }

  private func tiles(_ summary: ClusterSummary, _ state: AppState) -> [KioskTile] {
    var tiles: [KioskTile] = []
    if let growth = summary.publishedGrowth {
      var tile = KioskTile(observation: growth, label: state.text("增速", "growth"), state)
      tile.note += state.text(" 公布", " published")
      tiles.append(tile)
    } else if let growth = summary.computedGrowth {
      tiles.append(
        KioskTile(
          label: state.text("增速", "growth"), value: Decimal.signed(growth * 100) + "%",
          note: state.text("按产值算", "computed from output")))
    }
    let needs = summary.target.map { KioskTile.needs($0, state) } ?? []
    tiles += needs.dropFirst()
    if let share = summary.share {
      tiles.append(
        KioskTile(
          label: state.text("占比", "share"), value: Decimal.percent(share),
          note: state.text("各产业之和", "of the sum of all")))
    }
    return tiles
  }
}
