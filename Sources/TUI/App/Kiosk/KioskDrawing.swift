import Canvas

/// Draws a page of the kiosk in the largest sizes that fit.
struct KioskDrawing {
  /// The page.
  let page: KioskPage
  /// The characters that the terminal can draw.
  let glyphs: Glyphs

  /// Lines below each other, all of one size.
  struct Group: Equatable {
    /// The size of all lines.
    var size = BigSize.plain
    /// The lines from the top, with their bars.
    var lines: [KioskRow] = []
    /// The width of the columns of a table; those of each line alone if empty.
    var columns: [Int] = []
    /// The height of each line in rows.
    var heights: [Int] = []
    /// The blank rows between two lines.
    var gap = 0
    /// How many rows of the page it shows.
    var count = 0

    /// The height in rows.
    var rows: Int { heights.reduce(0, +) + max(0, heights.count - 1) * gap }
  }

  /// The groups of a page in their sizes.
  struct Plan {
    var lead = Group()
    var table = Group()

    /// The groups that are drawn, from the top.
    var groups: [Group] { [lead, table].filter { !$0.lines.isEmpty } }

    /// Whether nothing of it is smaller or missing.
    func isAsLarge(as other: Plan) -> Bool {
      lead.size == other.lead.size && lead.lines == other.lead.lines && table.size == other.table.size
        && table.count == other.table.count && table.lines == other.table.lines
    }
  }

  /// Draws the page into all of `area`.
  func render(in area: Rect, into buffer: inout Buffer) {
    let heading = page.headings.first { TextWidth.columns(of: $0) <= area.width } ?? page.headings.last
    let (top, rest) = area.splitTop(heading == nil ? 0 : 1)
    buffer.put(
      Line([Span(heading ?? "", Style(.title, on: .plain, .bold))]), in: top, ellipsis: glyphs.ellipsis)
    var notes = notes(width: area.width)
    var plan = plan(width: rest.width, height: rest.height)
    let left = left(of: plan)
    if !left.isEmpty {
      // What has no room is named at the right of the heading, or in a note of its own.
      let columns = TextWidth.columns(of: left)
      if columns + 4 + TextWidth.columns(of: heading ?? "") <= top.width {
        buffer.put(left, x: top.right - columns, y: top.y, style: Style(.plain), clip: top)
      } else {
        notes.insert(left, at: 0)
      }
    }
    // A note takes no size from the message.
    while !notes.isEmpty {
      let smaller = self.plan(width: rest.width, height: rest.height - notes.count)
      if notes.first == left || smaller.isAsLarge(as: plan) {
        plan = smaller
        break
      }
      notes.removeLast()
    }
    let (body, lower) = rest.splitBottom(notes.count)
    for (row, note) in notes.enumerated() {
      buffer.put(Line(note), in: lower, row: row, ellipsis: glyphs.ellipsis)
    }
    draw(plan, in: body, into: &buffer)
  }

  private func notes(width: Int) -> [String] {
    page.notes.compactMap { choices in
      choices.first { TextWidth.columns(of: $0) <= width } ?? choices.last
    }.filter { !$0.isEmpty }
  }

  /// Returns the rows of a ranking that a plan has no room for, in words; empty if there are none.
  private func left(of plan: Plan) -> String {
    guard plan.table.count < page.rest.count else { return "" }
    return page.rest.dropFirst(plan.table.count).joined(separator: "   ")
  }

  // MARK: Sizes

  /// Returns the largest sizes in which everything fits: first of the lead, beside a table in ordinary text, then of the table.
  func plan(width: Int, height: Int) -> Plan {
    var plan = Plan()
    let count = page.rows.first?.count ?? 0
    if !page.lead.isEmpty {
      // A blank row between the rows of the table is worth more than a larger lead.
      let room = [2 * count, count, min(3, count)].map { height - $0 - (count > 0 ? 1 : 0) }
      let large = [page.lead, page.lastResort].lazy.flatMap { choices in
        room.lazy.compactMap { largeLead(choices, width, $0) }
      }
      plan.lead = large.first ?? plainLead(width, room[1])
    }
    let used = plan.groups.isEmpty ? 0 : plan.lead.rows + 1
    guard count > 0 else { return plan }
    plan.table = table(width, height - used, limit: page.lead.isEmpty ? nil : plan.lead.size.rows)
    return plan
  }

  private var largeSizes: [BigSize] { BigSize.allowed(glyphs).filter { $0.font != nil }.reversed() }

  /// Returns the lead in the fullest words that have a quarter of the height, otherwise in the fullest that can be large; without broken lines
  /// if possible.
  private func largeLead(_ choices: [[BigLine]], _ width: Int, _ height: Int) -> Group? {
    for breaks in [false, true] {
      for rows in [max(DotFont.high.height / 2, height / 4), 0] {
        for choice in choices {
          for size in largeSizes where size.rows >= rows {
            guard let lines = fitting(choice, size, width, breaks: breaks) else { continue }
            let isBlocks = lines.allSatisfy(\.hasBlock)
            // Blocks may touch before they are ordinary text.
            for gap in isBlocks && rows == 0 ? [1, 0] : [1] {
              let group = Group(
                size: size, lines: lines.map { KioskRow($0) }, heights: lines.map { $0.rows(size) }, gap: gap)
              if group.rows <= height { return group }
            }
          }
        }
      }
    }
    return nil
  }

  /// Returns the lines of a choice, those of one word broken if they are too long; nil if a line does not fit.
  private func fitting(_ lines: [BigLine], _ size: BigSize, _ width: Int, breaks: Bool) -> [BigLine]? {
    var result: [BigLine] = []
    for line in lines {
      guard let widths = line.widths(size) else { return nil }
      if total(widths, size) <= width {
        result.append(line)
      } else if breaks, !line.hasBlock, let parts = line.broken(size, to: width, limit: 3) {
        result += parts
      } else {
        return nil
      }
    }
    return result
  }

  /// Returns the lead in ordinary text: its blocks are three rows high if there is room.
  private func plainLead(_ width: Int, _ height: Int) -> Group {
    let lines =
      page.lead.lazy.compactMap { fitting($0, .plain, width, breaks: true) }.first ?? page.lead.last ?? []
    return spread(lines.map { KioskRow($0) }, height)
  }

  private func table(_ width: Int, _ height: Int, limit: Int?) -> Group {
    var partial: Group?
    for size in largeSizes where limit.map({ size.rows <= $0 }) ?? true {
      for rows in page.rows {
        guard let columns = columns(rows, size), total(columns, size) + room(for: rows) <= width else {
          continue
        }
        let heights = rows.map { $0.line.rows(size) }
        var group = Group(
          size: size, lines: rows, columns: columns, heights: heights, gap: 1, count: rows.count)
        if group.rows <= height { return group }
        while group.rows > height, !group.heights.isEmpty { group.heights.removeLast() }
        group.count = group.heights.count
        group.lines = Array(rows.prefix(group.count))
        if group.count > partial?.count ?? 0 { partial = group }
      }
    }
    // The first of a ranking in a large size say more than all of it in ordinary text.
    if let partial, !page.rest.isEmpty, partial.count >= 3, 2 * partial.count > page.rest.count {
      return partial
    }
    return plainTable(width, height)
  }

  private func plainTable(_ width: Int, _ height: Int) -> Group {
    for rows in page.rows {
      guard let columns = columns(rows, .plain), total(columns, .plain) + room(for: rows) <= width else {
        continue
      }
      return plain(rows, columns, height)
    }
    guard let rows = page.rows.last, var columns = columns(rows, .plain), !columns.isEmpty else {
      return Group()
    }
    // Only the names may be broken, never a state or a figure.
    let pieces = rows.first?.line.pieces ?? []
    let names = columns.indices.filter {
      pieces.indices.contains($0) && !pieces[$0].isBlock && !pieces[$0].isTrailing
    }
    let broken = names.max { columns[$0] < columns[$1] } ?? columns.count - 1
    columns[broken] = max(4, width - (total(columns, .plain) - columns[broken]))
    var lines: [KioskRow] = []
    var count = 0
    for row in rows {
      let parts = continued(row, columns, broken)
      guard lines.count + parts.count <= height else { break }
      lines += parts
      count += 1
    }
    let gap = lines.count == count && 2 * count - 1 <= height ? 1 : 0
    return Group(
      lines: lines, columns: columns, heights: lines.map { _ in 1 }, gap: gap, count: count)
  }

  /// Returns a row whose piece at `index` continues in a second row if it is too long.
  private func continued(_ row: KioskRow, _ columns: [Int], _ index: Int) -> [KioskRow] {
    guard row.line.pieces.indices.contains(index) else { return [row] }
    let parts = Line(row.line.pieces[index].text).wrapped(to: columns[index])
    guard parts.count > 1 else { return [row] }
    var (first, second) = (row, row)
    first.line.pieces[index].text = parts[0].text
    for other in second.line.pieces.indices { second.line.pieces[other].text = "" }
    second.line.pieces[index].text = parts.dropFirst().map(\.text).joined()
    return [first, second]
  }

  private func plain(_ rows: [KioskRow], _ columns: [Int], _ height: Int) -> Group {
    let shown = Array(rows.prefix(max(0, height)))
    var group = spread(shown, height)
    (group.columns, group.count) = (columns, shown.count)
    return group
  }

  /// Returns lines of ordinary text: with blocks of three rows and a blank row between, or less, as far as there is room. Bars are two rows
  /// high.
  private func spread(_ lines: [KioskRow], _ height: Int) -> Group {
    for (block, bar, gap) in [(3, 2, 1), (3, 1, 1), (1, 2, 1), (1, 1, 1)] {
      let heights = lines.map { $0.line.hasBlock ? block : $0.bar != nil ? bar : 1 }
      let group = Group(lines: lines, heights: heights, gap: gap, count: lines.count)
      if group.rows <= height { return group }
    }
    return Group(lines: lines, heights: lines.map { _ in 1 }, count: lines.count)
  }

  private func columns(_ rows: [KioskRow], _ size: BigSize) -> [Int]? {
    var columns: [Int] = []
    for row in rows {
      guard let widths = row.line.widths(size) else { return nil }
      for (index, width) in widths.enumerated() {
        if index < columns.count {
          columns[index] = max(columns[index], width)
        } else {
          columns.append(width)
        }
      }
    }
    return columns
  }

  private func total(_ columns: [Int], _ size: BigSize) -> Int {
    columns.reduce(0, +) + max(0, columns.count - 1) * size.gap
  }

  /// The columns that bars need.
  private func room(for rows: [KioskRow]) -> Int { rows.contains { $0.bar != nil } ? 16 : 0 }

  // MARK: Cells

  private func draw(_ plan: Plan, in area: Rect, into buffer: inout Buffer) {
    var groups = plan.groups
    var spare = area.height - groups.reduce(0) { $0 + $1.rows } - max(0, groups.count - 1)
    // A second blank row between the lines of a group, if room remains above and below.
    for index in groups.indices.reversed() {
      let places = groups[index].lines.count - 1
      guard places > 0, groups[index].gap > 0, spare > 2 * places else { continue }
      groups[index].gap += 1
      spare -= places
    }
    var rest = area.splitTop(max(0, spare + 1) / 2).rest
    for group in groups {
      draw(group, in: rest, into: &buffer)
      rest = rest.splitTop(group.rows + 1).rest
    }
  }

  /// Draws a group in the middle of the width; one with bars takes all of it.
  private func draw(_ group: Group, in area: Rect, into buffer: inout Buffer) {
    let widths = group.lines.map { row in
      group.columns.isEmpty ? row.line.widths(group.size) ?? [] : group.columns
    }
    let used = widths.map { total($0, group.size) }.max() ?? 0
    let hasBars = group.lines.contains { $0.bar != nil }
    let margin = hasBars ? 0 : max(0, area.width - used) / 2
    var rest = area.splitLeft(margin).rest
    for ((row, columns), height) in zip(zip(group.lines, widths), group.heights) {
      let place = rest.splitTop(height).top
      row.line.render(group.size, columns: columns, in: place, into: &buffer, glyphs: glyphs)
      if let bar = row.bar { draw(bar, in: place.splitLeft(used + group.size.gap).rest, into: &buffer) }
      rest = rest.splitTop(height + group.gap).rest
    }
  }

  /// Draws a bar in the middle of a line, half as high as a large one.
  private func draw(_ bar: ProgressBar, in area: Rect, into buffer: inout Buffer) {
    let thickness = area.height > 2 ? (area.height + 1) / 2 : area.height
    let top = (area.height - thickness) / 2
    for row in 0..<thickness {
      var part = bar
      part.hasTrack = row == thickness / 2
      part.render(in: area.splitTop(top + row).rest, into: &buffer, glyphs: glyphs)
    }
  }
}
