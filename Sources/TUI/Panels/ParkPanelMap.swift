import Canvas

/// Boxes in rows and columns inside a frame. They show relative positions, not distances.
///
/// If not all rows or columns fit, those around the selected box are shown.
struct ParkPanelMap: Sendable {
  /// A park on the map.
  struct Site: Sendable {
    var id: String
    var name: String
    /// Row and column among the occupied ones, from 0.
    var row: Int
    var column: Int
    /// To the right in the lower edge, longest first.
    var feet: [Line]
    /// Whether its foot counts projects matched by industry.
    var hasIndustryMatches: Bool
    /// Id of the park that contains it; nil if none does.
    var parent: String?
    /// Always shown, above the rest.
    var lead: [Line] = []
    /// The clusters of the park. Each has a remark at the right, which is drawn only if all remarks fit.
    var entries: [(line: Line, remark: Line)] = []
    /// Shown if there are no entries, in at most two rows.
    var note: Line?
  }

  var frame: ParkPanelBox
  /// Id of the park that the frame represents; nil if it represents none.
  var frameID: String?
  var sites: [Site]
  var selected: String
  var glyphs: Glyphs
  /// The rows and columns shown in the last frame.
  var lists = ListWindows()

  private let minimumWidth = 16
  private let minimumHeight = 3
  private let gap = 2

  // MARK: Measures

  private var rowCount: Int { (sites.map(\.row).max() ?? -1) + 1 }
  private var columnCount: Int { (sites.map(\.column).max() ?? -1) + 1 }

  private static let columnList = "map columns"
  private static let rowList = "map rows"

  /// Returns `count` of `total` indices that include `index`, as close as possible to those shown last.
  private func window(_ list: String, _ count: Int, around index: Int, of total: Int) -> Range<Int> {
    var lists = lists
    let first = lists.window(list, count: total, selection: index, height: count, isPaged: false).first
    return first..<(first + count)
  }

  /// Returns the shown columns of a map that is `width` screen columns wide, and the width of their boxes in columns.
  private func columns(width: Int) -> (shown: Range<Int>, width: Int) {
    let inner = max(0, width - 4)
    let fitting = min(columnCount, max(1, (inner + gap) / (minimumWidth + gap)))
    let now = sites.first { $0.id == selected }?.column ?? 0
    return (
      window(Self.columnList, fitting, around: now, of: columnCount),
      (inner - gap * (fitting - 1)) / max(1, fitting)
    )
  }

  /// Returns the screen rows of the map, including the frame; at most `room` where the minimum box height allows it.
  func height(width: Int, room: Int) -> Int {
    2 + rows(width: width, room: room - 2).reduce(0) { $0 + $1.height }
  }

  /// Returns the shown rows and their heights in screen rows: one line per entry if there is room, otherwise several
  /// entries per line, otherwise cut.
  private func rows(width: Int, room: Int) -> [(row: Int, height: Int)] {
    let (shown, boxWidth) = columns(width: width)
    let now = sites.first { $0.id == selected }?.row ?? 0
    let rows = Array(
      window(Self.rowList, min(rowCount, max(1, room / minimumHeight)), around: now, of: rowCount))
    func heights(isFull: Bool) -> [Int] {
      rows.map { row in
        let lines = sites.filter { $0.row == row && shown.contains($0.column) }
          .map { text(of: $0, width: boxWidth - 4, isFull: isFull).count }
        return max(minimumHeight, (lines.max() ?? 0) + 2)
      }
    }
    var result = heights(isFull: true)
    // The tallest row shrinks first, down to the height it needs and then below it.
    for least in [heights(isFull: false), rows.map { _ in minimumHeight }] {
      while result.reduce(0, +) > room,
        let tallest = result.indices.filter({ result[$0] > least[$0] }).max(by: { result[$0] < result[$1] })
      {
        result[tallest] -= 1
      }
    }
    return zip(rows, result).map { (row: $0, height: $1) }
  }

  // MARK: Text

  /// Returns the name, wrapped: the first line is for the edge, the others are inside.
  private func title(of site: Site, width: Int) -> [Line] {
    let style = Style(site.id == selected ? .selection : .strong)
    return Line([Span(site.name, style)]).wrapped(to: width).map { line in
      var text = line.text
      while text.last == " " { text.removeLast() }
      return Line([Span(text, style)])
    }
  }

  /// Returns the lines of a box whose inside is `width` columns wide.
  private func text(of site: Site, width: Int, isFull: Bool) -> [Line] {
    var lines = title(of: site, width: width).dropFirst().map { Line($0.text, .strong) }
    lines += site.lead.flatMap { $0.wrapped(to: width, indent: 2) }
    if site.entries.isEmpty {
      guard isFull ? site.lead.isEmpty : lines.isEmpty, let note = site.note else { return lines }
      return lines + shortened(note, to: isFull ? 2 : 1, width: width)
    }
    if isFull {
      let hasRemarks = hasRemarks(width: width)
      return lines
        + site.entries.flatMap { entry in
          let spare = width - entry.line.columns - entry.remark.columns
          guard hasRemarks, spare > 0 else { return entry.line.wrapped(to: width, indent: 2) }
          return [Line(entry.line.spans + [Span(String(repeating: " ", count: spare))] + entry.remark.spans)]
        }
    }
    return lines + flowing(site.entries.map(\.line), width: width)
  }

  /// Returns the first `count` rows of a text. The last row ends with an ellipsis if text is cut.
  private func shortened(_ line: Line, to count: Int, width: Int) -> [Line] {
    let rows = line.wrapped(to: width)
    guard rows.count > count, let last = rows.prefix(count).last else { return rows }
    let room = width - TextWidth.columns(of: glyphs.ellipsis)
    let cut = TextWidth.fitted(last.text, to: room, ellipsis: false) + glyphs.ellipsis
    return rows.prefix(count - 1) + [Line(cut, .muted)]
  }

  /// Returns whether remarks fit beside the entries of all boxes. Otherwise no box shows them.
  private func hasRemarks(width: Int) -> Bool {
    sites.allSatisfy { site in
      site.entries.allSatisfy { $0.line.columns + $0.remark.columns + 2 <= width }
    }
  }

  /// Returns lines with as many entries as fit. Entries that are too long for a line are cut.
  private func flowing(_ entries: [Line], width: Int) -> [Line] {
    var lines: [Line] = []
    for entry in entries {
      let bare = Line(entry.spans.filter { !$0.text.allSatisfy { $0 == " " } })
      if let last = lines.indices.last, lines[last].columns + 1 + bare.columns <= width {
        lines[last].spans += [Span(" ")] + bare.spans
      } else {
        lines.append(bare)
      }
    }
    return lines.map { line in
      guard line.columns > width, let last = line.spans.last else { return line }
      let room = width - line.columns + TextWidth.columns(of: last.text)
      let text = TextWidth.fitted(last.text, to: room, mark: glyphs.ellipsis)
      return Line(line.spans.dropLast() + [Span(text, last.style)])
    }
  }

  // MARK: Drawing

  func render(in area: Rect, into buffer: inout Buffer) {
    if let frameID { buffer.mark(area, as: .record(frameID)) }
    frame.render(in: area, into: &buffer, glyphs: glyphs)
    let inside = ParkPanelBox.inside(area)
    let (shown, width) = columns(width: area.width)
    let rows = rows(width: area.width, room: inside.height)
    var y = inside.y
    for (row, height) in rows {
      for site in sites where site.row == row && shown.contains(site.column) {
        let x = inside.x + (site.column - shown.lowerBound) * (width + gap)
        let box = Rect(x: x, y: y, width: width, height: min(height, needed(site, width, height)))
          .intersection(inside)
        draw(site, in: box, into: &buffer)
        drawLink(from: site, box, shown, into: &buffer)
      }
      y += height
    }
    keep(columns: shown, rows: rows.map(\.row), in: &buffer)
    let middle = area.y + area.height / 2
    if shown.lowerBound > 0 { mark("<", x: area.x, y: middle, area, into: &buffer) }
    if shown.upperBound < columnCount { mark(">", x: area.right - 1, y: middle, area, into: &buffer) }
    if let last = rows.last, last.row < rowCount - 1 {
      mark(glyphs.more, x: area.x + 2, y: area.bottom - 1, area, into: &buffer)
    }
  }

  private func keep(columns: Range<Int>, rows: [Int], in buffer: inout Buffer) {
    guard let site = sites.first(where: { $0.id == selected }) else { return }
    _ = buffer.lists.window(
      Self.columnList, count: columnCount, selection: site.column, height: columns.count, isPaged: false)
    _ = buffer.lists.window(
      Self.rowList, count: rowCount, selection: site.row, height: rows.count, isPaged: false)
  }

  /// Marks at the edge that there is more on that side.
  private func mark(_ text: String, x: Int, y: Int, _ area: Rect, into buffer: inout Buffer) {
    buffer.put(text, x: x, y: y, style: Style(.accent), clip: area)
  }

  /// Returns the rows that a box needs for its lines; a box is no taller than that beside taller ones.
  private func needed(_ site: Site, _ width: Int, _ room: Int) -> Int {
    let full = text(of: site, width: width - 4, isFull: true).count + 2
    let rows = full <= room ? full : text(of: site, width: width - 4, isFull: false).count + 2
    return max(minimumHeight, rows)
  }

  private func draw(_ site: Site, in area: Rect, into buffer: inout Buffer) {
    buffer.mark(area, as: .record(site.id))
    let inside = ParkPanelBox.inside(area)
    ParkPanelBox(
      title: title(of: site, width: inside.width).first ?? Line(site.name), feet: site.feet,
      isSelected: site.id == selected
    ).render(in: area, into: &buffer, glyphs: glyphs)
    let full = text(of: site, width: inside.width, isFull: true)
    let lines = full.count <= inside.height ? full : text(of: site, width: inside.width, isFull: false)
    TextBlock(lines).render(in: inside, into: &buffer, glyphs: glyphs)
  }

  /// Joins a box with the adjacent box that contains it.
  private func drawLink(from site: Site, _ box: Rect, _ shown: Range<Int>, into buffer: inout Buffer) {
    guard let parent = sites.first(where: { $0.id == site.parent }), parent.row == site.row,
      abs(parent.column - site.column) == 1, shown.contains(parent.column)
    else { return }
    let x = parent.column < site.column ? box.x - gap : box.right
    let link = Rect(x: x, y: box.y + 1, width: gap, height: 1)
    buffer.fill(link, with: glyphs.horizontal, style: Style(.muted))
  }
}
