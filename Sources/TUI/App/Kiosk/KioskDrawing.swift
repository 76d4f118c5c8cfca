import Canvas

/// Draws a page of the kiosk in the largest sizes that fit.
struct KioskDrawing {
  /// The page.
  let page: KioskPage
  /// The sizes that the screen allows, from the lowest to the highest.
  let sizes: [BigSize]
  /// The characters that the terminal can draw.
  let glyphs: Glyphs

  /// A line as it is drawn.
  private struct Placed {
    var size: BigSize
    var lines: [BigLine]
    var bar: ProgressBar?

    /// The height in rows; one for a bar alone.
    var rows: Int { lines.isEmpty ? 1 : lines.reduce(0) { $0 + $1.rows(size) } }

    /// The blank rows wanted below.
    var gap: Int { size == .plain ? 0 : 1 }
  }

  /// Draws the page into all of `area`.
  func render(in area: Rect, into buffer: inout Buffer) {
    let notes = page.notes.filter { !$0.isEmpty }
    let (upper, lower) = area.splitBottom(min(notes.count, area.height / 4))
    for (row, note) in notes.prefix(lower.height).enumerated() {
      buffer.put(Line(note), in: lower, row: row, ellipsis: glyphs.ellipsis)
    }
    buffer.put(
      Line([Span(page.title, Style(.title, on: .plain, .bold))]), in: upper, ellipsis: glyphs.ellipsis)
    let body = upper.splitTop(page.title.isEmpty ? 0 : upper.height >= 14 ? 2 : 1).rest
    draw(placed(in: body), in: body, into: &buffer)
  }

  /// Returns the size of each line of the page in an area.
  func sizes(in area: Rect) -> [BigSize] { placed(in: area).map(\.size) }

  /// Returns the lines in their sizes: all are enlarged to eight rows, those of the highest weight first, as long as everything
  /// of positive weight fits with a blank row after each large line, then to sixteen, and so on. No line is larger than one of
  /// a higher weight.
  private func placed(in area: Rect) -> [Placed] {
    var placed = page.lines.map { line in
      Placed(size: .plain, lines: line.lines(.plain, columns: area.width) ?? [], bar: line.bar)
    }
    let order = page.lines.indices.filter { page.lines[$0].weight > 0 }
      .sorted { (page.lines[$1].weight, $0) < (page.lines[$0].weight, $1) }
    // Figures of some lines alone, without large words, would not make a list clearer.
    let sizes = page.isList ? sizes.filter { $0 == .plain || $0.hasWords } : sizes
    for limit in [4, 8, 16, 24] {
      var largest = limit
      for index in order {
        let others = order.filter { $0 != index }.reduce(1) { $0 + placed[$1].rows + placed[$1].gap }
        for size in sizes.reversed() where size.rows > placed[index].size.rows && size.rows <= largest {
          guard let lines = page.lines[index].lines(size, columns: area.width),
            others + lines.reduce(0, { $0 + $1.rows(size) }) <= area.height
          else { continue }
          (placed[index].size, placed[index].lines) = (size, lines)
          break
        }
        largest = min(largest, placed[index].size.rows)
      }
    }
    return placed
  }

  /// Draws the lines; what does not fit is left out.
  private func draw(_ placed: [Placed], in area: Rect, into buffer: inout Buffer) {
    let gaps = gaps(placed, area.height)
    let used = placed.reduce(0) { $0 + $1.rows } + gaps.reduce(0, +)
    var rest = area.splitTop(max(0, area.height - used) / 3).rest
    for (item, gap) in zip(placed, gaps) {
      guard rest.height >= item.rows else { return }
      var row = rest
      for line in item.lines {
        line.render(
          item.size, column: column(of: item, among: placed, area.width), in: row, into: &buffer,
          glyphs: glyphs)
        row = row.splitTop(line.rows(item.size)).rest
      }
      if let bar = item.bar { draw(bar, item, beside: placed, in: rest, into: &buffer) }
      rest = rest.splitTop(item.rows + gap).rest
    }
  }

  /// Returns the blank rows after each line, all but one of the page: one after each large line, then one after the others, then a second one, each
  /// as far as there are rows for all.
  private func gaps(_ placed: [Placed], _ height: Int) -> [Int] {
    var gaps = placed.map { _ in 0 }
    var free = height - placed.reduce(0) { $0 + $1.rows } - 1
    for isLarge in [true, false, true, false] {
      let places = placed.indices.dropLast().filter { (placed[$0].rows > 1) == isLarge }
      guard places.count <= free else { continue }
      for index in places { gaps[index] += 1 }
      free -= places.count
    }
    return gaps
  }

  /// Returns the width of the first piece of all lines of one size, so that what follows is in one column; nil if it would not
  /// fit, or if the page is no list.
  private func column(of item: Placed, among placed: [Placed], _ width: Int) -> Int? {
    guard page.isList, item.size != .plain, item.lines.count == 1 else { return nil }
    let lines = placed.filter { $0.size == item.size && $0.lines.count == 1 }.compactMap(\.lines.first)
    let first = lines.compactMap { BigLine(Array($0.pieces.prefix(1))).columns(item.size) }.max() ?? 0
    let fits = lines.allSatisfy { line in
      BigLine(Array(line.pieces.dropFirst())).columns(item.size, isPart: true).map {
        first + item.size.gap + $0 <= width
      } ?? false
    }
    return fits ? first : nil
  }

  /// Draws a bar to the right of all texts with bars: all bars begin at one column, so that their lengths can be compared.
  private func draw(
    _ bar: ProgressBar, _ item: Placed, beside placed: [Placed], in area: Rect, into buffer: inout Buffer
  ) {
    let texts = placed.filter { $0.bar != nil }
    let widths = texts.compactMap { text -> Int? in
      guard let line = text.lines.first, let columns = line.columns(text.size) else { return nil }
      let first = BigLine(Array(line.pieces.prefix(1))).columns(text.size, isPart: true) ?? 0
      return columns + text.size.gap + max(0, (column(of: text, among: placed, area.width) ?? first) - first)
    }
    let place = area.splitLeft(widths.max() ?? 0).rest
    guard place.width >= 8 else { return }
    let thickness = max(1, item.size.rows / 2)
    for row in 0..<thickness {
      bar.render(
        in: place.splitTop((item.size.rows - thickness + 1) / 2 + row).rest, into: &buffer, glyphs: glyphs)
    }
  }
}
