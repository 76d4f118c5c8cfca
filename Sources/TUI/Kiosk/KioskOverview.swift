import Model

/// The first main figure that is measured by a target in full, the others as tiles; all as tiles where none is.
struct KioskOverview: KioskView {
  let id = "overview"
  let title = Name(zh: "总览", en: "Overview")

  func entries(_ board: Board) -> [String] {
    board.dataset.info.headlines.contains { board.headline($0) != nil || board.newest($0) != nil } ? [""] : []
  }

  private func main(_ board: Board) -> TargetProgress? {
    board.dataset.info.headlines.lazy.compactMap { board.headline($0) }.first { $0.observation != nil }
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let row = main(state.board) else {
      return KioskTiles(tiles: others(than: nil, state)).render(in: area, into: &buffer, glyphs: state.glyphs)
    }
    KioskFigure(row, label: state.text(row.indicator.name), state, tiles: others(than: row, state))
      .render(in: area, into: &buffer, glyphs: state.glyphs)
  }

  private func others(than main: TargetProgress?, _ state: AppState) -> [KioskTile] {
    state.dataset.info.headlines.filter { $0 != main?.indicator.id }.compactMap { id in
      guard let indicator = state.dataset.indicators[id] else { return nil }
      let row = state.board.headline(id)
      guard let figure = row?.observation ?? state.board.newest(id) else {
        // Of what has no figure yet the target is what can be told.
        guard let row else { return nil }
        var tile = KioskTile(
          observation: row.target,
          label: state.text("\(indicator.short.zh)目标", "\(indicator.short.en), target"), state)
        let stale = state.glyphs.statuses[.stale] ?? ""
        tile.note +=
          row.isUnreported
          ? "  \(stale) " + state.text("到期，数据未公布", "due, result unpublished")
          : "  \(state.statusText(row.status))"
        if row.isUnreported { tile.role = .stale }
        return tile
      }
      var tile = KioskTile(observation: figure, label: state.text(indicator.short), state)
      if let row {
        tile.note += "  \(state.glyph(row.status))"
        tile.role = row.status.isUnknown ? .strong : row.status.role
      }
      return tile
    }
  }
}
