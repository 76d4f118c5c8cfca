import Canvas

/// A figure with a name above and a remark below.
struct KioskTile: Equatable, Sendable {
  var label: String
  var value: String
  var note: String
  var role: Role = .strong
}

/// Tiles side by side, in as many rows as needed, with all figures the same size.
struct KioskTiles: Sendable {
  var tiles: [KioskTile]
  /// Columns below which a tile is too narrow for its text.
  var minimumWidth = 18

  private func rows(_ columns: Int) -> Int { (tiles.count + columns - 1) / columns }

  /// Returns the number of tiles per row: the one with the largest figures, then with the fewest rows.
  private func columns(in area: Rect, _ glyphs: Glyphs) -> Int {
    let most = max(1, min(tiles.count, area.width / minimumWidth))
    let choices = (1...most).reversed().filter { columns in columns == 1 || rows(columns) < rows(columns - 1)
    }
    let scales = choices.map { columns in
      (columns, scale(width: area.width / columns, height: area.height / rows(columns), glyphs) ?? 0)
    }
    return scales.max { ($0.1, $0.0) < ($1.1, $1.0) }?.0 ?? most
  }

  private func scale(width: Int, height: Int, _ glyphs: Glyphs) -> Int? {
    BigText.scale(for: tiles.map(\.value), columns: width - 4, rows: height - 2, glyphs)
  }

  /// Returns as many tiles as can be drawn large, at least three; all of them if that is impossible.
  private func drawable(in area: Rect, _ glyphs: Glyphs) -> KioskTiles {
    for count in stride(from: tiles.count, through: min(tiles.count, 3), by: -1) where count > 0 {
      let some = KioskTiles(tiles: Array(tiles.prefix(count)), minimumWidth: minimumWidth)
      let columns = some.columns(in: area, glyphs)
      if some.scale(width: area.width / columns, height: area.height / some.rows(columns), glyphs) != nil {
        return some
      }
    }
    return self
  }

  /// Draws the tiles; only the first ones if there is no room for large figures in all of them.
  func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    drawable(in: area, glyphs).draw(in: area, into: &buffer, glyphs: glyphs)
  }

  private func draw(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard !tiles.isEmpty, area.width > 0, area.height > 1 else { return }
    let columns = columns(in: area, glyphs)
    let rows = min(rows(columns), max(1, area.height / 2))
    let (width, height) = (area.width / columns, area.height / rows)
    let scale = scale(width: width, height: height, glyphs)
    for (index, tile) in tiles.prefix(rows * columns).enumerated() {
      let place = Rect(
        x: area.x + index % columns * width, y: area.y + index / columns * height, width: width - 1,
        height: height)
      draw(tile, scale, in: place.intersection(area), &buffer, glyphs)
    }
  }

  private func draw(
    _ tile: KioskTile, _ scale: Int?, in area: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs
  ) {
    let style = Style(tile.role, on: .plain, .bold)
    let mark = glyphs.ellipsis
    // Two rows fit a name and a figure side by side.
    guard area.height > 2 else {
      buffer.put(
        Line([Span("\(tile.label) ", .muted), Span(tile.value, style), Span(" \(tile.note)", .muted)]),
        in: area,
        ellipsis: mark)
      return
    }
    buffer.put(Line([Span(tile.label, Style(.plain, on: .plain, .bold))]), in: area, ellipsis: mark)
    var rest = area.splitTop(1).rest
    var used = 1
    if let scale, rest.height >= BigText.rows(scale: scale) + 3 { rest = rest.splitTop(1).rest }
    if let scale {
      let figure = BigText(text: tile.value, scale: scale, style: style)
      figure.render(in: rest, into: &buffer, glyphs: glyphs)
      used = figure.rows
    } else {
      buffer.put(Line([Span(tile.value, style)]), in: rest, ellipsis: mark)
    }
    buffer.put(Line(tile.note, .muted), in: rest, row: used, ellipsis: mark)
  }
}
