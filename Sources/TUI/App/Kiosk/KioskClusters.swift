import Canvas
import Domain
import Figures
import Panels

/// One page for each cluster with data.
struct KioskClusters: KioskView {
  let id = "clusters"
  let title = Name(zh: "集群", en: "Clusters")

  func entries(_ board: Board) -> [String] {
    board.clusters.filter { $0.output != nil || $0.target?.observation != nil }.map(\.cluster.id)
  }

  private func summary(_ context: PanelContext, _ entry: String) -> ClusterSummary? {
    context.board.clusters.first { $0.cluster.id == entry }
  }

  func subtitle(_ context: PanelContext, entry: String) -> String {
    summary(context, entry).map { context.text($0.cluster.name) } ?? ""
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let summary = summary(context, entry) else { return }
    let name = context.text(summary.cluster.name)
    var figure: KioskFigure
    if let row = summary.target {
      let indicator = context.text(row.indicator.short)
      figure = KioskFigure(row, label: "\(name)  \(indicator)", context, tiles: tiles(summary, context))
      figure.figure = KioskTile(
        observation: summary.output, label: figure.figure.label, role: row.status.role, context)
    } else {
      let indicator = summary.output.flatMap { context.dataset.indicators[$0.indicator] }.map {
        context.text($0.short)
      }
      figure = KioskFigure(
        figure: KioskTile(
          observation: summary.output, label: [name, indicator ?? ""].joined(separator: "  "), context),
        verdict: Line(""), tiles: tiles(summary, context))
    }
    figure.render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  private func tiles(_ summary: ClusterSummary, _ context: PanelContext) -> [KioskTile] {
    var tiles: [KioskTile] = []
    if let growth = summary.publishedGrowth {
      var tile = KioskTile(observation: growth, label: context.text("增速", "growth"), context)
      tile.note += context.text(" 公布", " published")
      tiles.append(tile)
    } else if let growth = summary.computedGrowth {
      tiles.append(
        KioskTile(
          label: context.text("增速", "growth"), value: Decimal.signed(growth * 100) + "%",
          note: context.text("按产值算", "computed from output")))
    }
    let needs = summary.target.map { KioskTile.needs($0, context) } ?? []
    tiles += needs.dropFirst()
    if let share = summary.share {
      tiles.append(
        KioskTile(
          label: context.text("占比", "share"), value: Decimal.percent(share),
          note: context.text("各产业之和", "of the sum of all")))
    }
    return tiles
  }
}
