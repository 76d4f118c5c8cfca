import Canvas
import Domain
import Figures
import Panels

/// The clusters by how far they are behind, the slowest first.
struct KioskClusters: KioskView {
  let id = "clusters"
  let title = Name(zh: "产业集群", en: "Clusters")

  func page(_ context: PanelContext) -> KioskPage? {
    let summaries = context.board.clusters.filter { $0.output != nil || $0.target?.observation != nil }
    guard !summaries.isEmpty else { return nil }
    let lines = summaries.enumerated().map { index, summary in
      line(summary, weight: summaries.count - index, context)
    }
    let times = Set(summaries.compactMap { $0.target?.observation }.map { context.time(of: $0) })
    let time = times.count == 1 ? times.first ?? "" : ""
    return KioskPage(
      title: context.text("产业集群\(time)滞后月数，最慢的在前", "Clusters \(time): months behind, the slowest first"),
      lines: lines, isList: true)
  }

  private func line(_ summary: ClusterSummary, weight: Int, _ context: PanelContext) -> KioskLine {
    let name = context.text(summary.cluster.name)
    guard let row = summary.target, row.observation != nil else {
      return KioskLine(
        [.large(name)] + (summary.output.map { context.pieces(of: $0) } ?? []), weight: weight)
    }
    let role = row.status.role
    let glyph = context.glyph(row.status)
    guard let lag = row.measure?.lagMonths, row.status != .reached else {
      let word = context.text(row.word)
      return KioskLine(
        [.large(name, role), .block("\(glyph) \(word)", role)],
        [.large(name, role), .small("\(glyph) \(word)", role)], weight: weight)
    }
    let months = Decimal.text(abs(lag), digits: 0)
    let side = lag > 0 ? context.text("滞后", "behind") : context.text("超前", "ahead")
    let unit = context.text("个月", "months")
    let small = BigLine.Piece.small("\(glyph) \(side)\n\(unit)", role)
    var line = KioskLine(
      [
        [BigLine([.large(name, role), .large(months, role), small])],
        [BigLine([.large(name, role)]), BigLine([.large(months, role), small])],
      ], weight: weight, breaks: true)
    line.plain = [.large(name, role), .block("\(glyph) \(context.lag(of: row))", role)]
    return line
  }
}
