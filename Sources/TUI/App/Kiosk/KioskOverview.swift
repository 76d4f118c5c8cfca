import Canvas
import Domain
import Figures
import Panels

/// The first main figure that a target measures completely, with the others as tiles; all as tiles if there is none.
struct KioskOverview: KioskView {
  let id = "overview"
  let title = Name(zh: "总览", en: "Overview")

  func entries(_ board: Board) -> [String] {
    board.dataset.info.headlines.contains { board.headline($0) != nil || board.newest($0) != nil } ? [""] : []
  }

  private func main(_ board: Board) -> TargetProgress? {
    board.dataset.info.headlines.lazy.compactMap { board.headline($0) }.first { $0.observation != nil }
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let row = main(context.board) else {
      return KioskTiles(tiles: others(than: nil, context)).render(
        in: area, into: &buffer, glyphs: context.glyphs)
    }
    KioskFigure(row, label: context.text(row.indicator.name), context, tiles: others(than: row, context))
      .render(in: area, into: &buffer, glyphs: context.glyphs)
  }

  private func others(than main: TargetProgress?, _ context: PanelContext) -> [KioskTile] {
    context.dataset.info.headlines.filter { $0 != main?.indicator.id }.compactMap { id in
      guard let indicator = context.dataset.indicators[id] else { return nil }
      let row = context.board.headline(id)
      guard let figure = row?.observation ?? context.board.newest(id) else {
        // A figure without a value yet is shown by its target.
        guard let row else { return nil }
        var tile = KioskTile(
          observation: row.target,
          label: context.text("\(indicator.short.zh)目标", "\(indicator.short.en), target"), context)
        let stale = context.glyphs.statuses[.stale] ?? ""
        tile.note +=
          row.isUnreported
          ? "  \(stale) " + context.text("到期，数据未公布", "due, result unpublished")
          : "  \(context.statusText(row.status))"
        if row.isUnreported { tile.role = .stale }
        return tile
      }
      var tile = KioskTile(observation: figure, label: context.text(indicator.short), context)
      if let row {
        tile.note += "  \(context.glyph(row.status))"
        tile.role = row.status.isUnknown ? .strong : row.status.role
      }
      return tile
    }
  }
}
