/// A table that fits its width: low-priority columns are hidden first, and flexible columns share the remaining room.
package struct Table: Sendable {
  /// A column of a table.
  package struct Column: Sendable {
    /// The heading of the column.
    package var title: String
    /// The minimum width in cells; flexible columns may get more.
    package var width: Int
    /// Share of the remaining room; 0 is none.
    package var flex: Int
    /// The alignment of the cells.
    package var alignment: TextWidth.Alignment
    /// Columns with a low priority are hidden first; the first column is always shown.
    package var priority: Int
    /// The order of the rows, if this column decides it.
    package var order: Order?

    /// A direction of sorting.
    package enum Order: Sendable { case ascending, descending }

    /// Creates a column; `width` is the least, and `flex` its share of the room that is left.
    package init(
      _ title: String, width: Int, flex: Int = 0, alignment: TextWidth.Alignment = .left, priority: Int = 5
    ) {
      self.title = title
      self.width = width
      self.flex = flex
      self.alignment = alignment
      self.priority = priority
    }
  }

  /// The content of a cell.
  package enum Content: Hashable, Sendable {
    case text(String, Style)
    case bar(ProgressBar)

    /// Returns a cell with text in the colour of a role.
    package static func text(_ text: String, _ role: Role = .plain) -> Content { .text(text, Style(role)) }
  }

  /// A row of a table.
  package struct Row: Hashable, Sendable {
    /// The cells, one for each column.
    package var cells: [Content]
    /// A heading spans the whole width and cannot be selected.
    package var heading: Line?
    /// The id of the record in this row, which makes it clickable; nil if there is none.
    package var record: String?

    /// Creates a row; `record` is the id that a click selects.
    package init(_ cells: [Content], record: String? = nil) {
      self.cells = cells
      self.record = record
    }
    /// Creates a heading across all columns, which cannot be selected.
    package init(heading: Line) {
      cells = []
      self.heading = heading
    }
  }

  /// The columns, from left to right.
  package var columns: [Column]
  /// The rows, from top to bottom.
  package var rows: [Row]
  /// Index of the row under the cursor; nil for none.
  package var selection: Int?
  /// Whether the headings are drawn.
  package var hasHeader: Bool
  /// Blank rows between two rows.
  package var spacing = 0
  /// Whether more rows follow that were not created because they do not fit.
  package var isContinued = false
  /// Identifies the list within its view, to keep its scroll position; nil for a part of a list that is scrolled elsewhere.
  package var list: String? = ""

  /// Creates a table; every row has a cell for each column.
  package init(columns: [Column], rows: [Row], selection: Int? = nil, hasHeader: Bool = true) {
    self.columns = columns
    self.rows = rows
    self.selection = selection
    self.hasHeader = hasHeader
  }

  /// Assigns the record ids to the rows, in order.
  package mutating func identifyRows(by records: some Sequence<String>) {
    for (index, record) in zip(rows.indices, records) { rows[index].record = record }
  }

  /// Returns the table under a separate name within its view.
  package func named(_ list: String) -> Table {
    var table = self
    table.list = list
    return table
  }

  /// Returns the table with a column as wide as its content, but at most `limit` cells.
  package func fitting(_ index: Int, atMost limit: Int) -> Table {
    guard columns.indices.contains(index) else { return self }
    var widest = hasHeader ? TextWidth.columns(of: columns[index].title) : 0
    for row in rows where row.cells.indices.contains(index) {
      if case .text(let text, _) = row.cells[index] { widest = max(widest, TextWidth.columns(of: text)) }
    }
    var table = self
    table.columns[index].width = min(widest, limit)
    return table
  }

  /// Returns the table with a column as wide as its content, as far as a total of `width` has room for it.
  package func lengthened(_ index: Int, in width: Int) -> Table {
    guard columns.indices.contains(index) else { return self }
    let spare = width - columns.reduce(-1) { $0 + $1.width + 1 }
    let whole = fitting(index, atMost: .max).columns[index].width
    var table = self
    table.columns[index].width += max(0, min(spare, whole - columns[index].width))
    return table
  }

  /// Returns the table with a mark in the heading of the column that decides the order of the rows.
  package func sorted(by index: Int, _ order: Column.Order, _ glyphs: Glyphs = .blocks) -> Table {
    var table = self
    guard columns.indices.contains(index) else { return self }
    table.columns[index].order = order
    // Title and mark both fit.
    table.columns[index].width = max(
      columns[index].width,
      TextWidth.columns(of: columns[index].title) + TextWidth.columns(of: glyphs.mark(of: order)))
    return table
  }

  /// Returns the table without a column.
  package func without(_ index: Int) -> Table {
    var table = self
    table.columns.remove(at: index)
    for row in rows.indices where rows[row].cells.indices.contains(index) {
      table.rows[row].cells.remove(at: index)
    }
    return table
  }

  /// Returns the table without columns that are empty in every row: no text, a dash, or a bar without value and track.
  package func withoutEmptyColumns() -> Table {
    func isEmpty(_ content: Content) -> Bool {
      switch content {
      case .text(let text, _): text.isEmpty || text == "-"
      case .bar(let bar): bar.value == 0 && bar.pace == nil && !bar.hasTrack
      }
    }
    let kept = columns.indices.filter { index in
      rows.contains { $0.cells.indices.contains(index) && !isEmpty($0.cells[index]) }
    }
    guard !rows.isEmpty, kept.count < columns.count else { return self }
    var table = self
    table.columns = kept.map { columns[$0] }
    for row in rows.indices where !rows[row].cells.isEmpty {
      table.rows[row].cells = kept.filter(rows[row].cells.indices.contains).map { rows[row].cells[$0] }
    }
    return table
  }

  /// Returns the visible columns and their widths in cells for a total of `width`, separated by one blank.
  package func layout(width: Int) -> [(index: Int, width: Int)] {
    var visible = Array(columns.indices)
    func needed() -> Int { visible.reduce(0) { $0 + columns[$1].width + 1 } - 1 }
    while visible.count > 1, needed() > width {
      guard let drop = visible.dropFirst().min(by: { columns[$0].priority < columns[$1].priority }) else {
        break
      }
      visible.removeAll { $0 == drop }
    }
    let spare = max(0, width - needed())
    let shares = visible.reduce(0) { $0 + columns[$1].flex }
    var given = 0
    var result: [(index: Int, width: Int)] = []
    let lastFlexible = visible.last { columns[$0].flex > 0 }
    for index in visible {
      var extra = shares > 0 ? spare * columns[index].flex / shares : 0
      if index == lastFlexible { extra = spare - given }
      given += extra
      result.append((index, min(columns[index].width + extra, width)))
    }
    return result
  }

  /// Returns the first visible row: the list scrolls only as far as the selection and its headings require.
  private func firstRow(height: Int, _ lists: inout ListWindows) -> Int {
    guard let list else { return 0 }
    var group = selection ?? 0
    while group > 0, rows.indices.contains(group - 1), rows[group - 1].heading != nil { group -= 1 }
    return lists.window(list, count: rows.count, selection: selection, from: group, height: height).first
  }

  /// Returns the range of rows that a table has room for, so that only these need to be created. The table made of them
  /// has no ``list`` of its own.
  package static func shownRows(
    of count: Int, selection: Int?, in area: Rect, list: String = "", hasHeader: Bool = true,
    _ lists: inout ListWindows
  ) -> Range<Int> {
    let height = max(0, hasHeader && area.height > 2 ? area.height - 1 : area.height)
    let first = lists.window(list, count: count, selection: selection, height: height).first
    return first..<min(count, first + height)
  }

  /// Draws the rows that fit; the header only if `area` has more than two rows.
  package func render(in area: Rect, into buffer: inout Buffer, glyphs: Glyphs) {
    guard !area.isEmpty else { return }
    // The first column of the area is for the cursor.
    let body = area.splitLeft(1).rest
    let layout = layout(width: body.width)
    var content = area
    if hasHeader, area.height > 2 {
      let (head, rest) = area.splitTop(1)
      content = rest
      drawHeader(layout, head, &buffer, glyphs)
    }
    let fitting = (content.height + spacing) / (1 + spacing)
    let first = firstRow(height: fitting, &buffer.lists)
    for (offset, row) in rows.dropFirst(first).prefix(fitting).enumerated() {
      let line = content.splitTop(offset * (1 + spacing)).rest.splitTop(1).top
      draw(row, isSelected: first + offset == selection, layout, line, &buffer, glyphs)
    }
    // In the cursor's column, where it hides no part of a figure.
    if rows.count - first > fitting || isContinued, selection != first + fitting - 1 {
      buffer.put(glyphs.more, x: content.x, y: content.bottom - 1, style: Style(.accent), clip: content)
    }
  }

  private func drawHeader(
    _ layout: [(index: Int, width: Int)], _ line: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs
  ) {
    var x = line.x + 1
    for (index, width) in layout {
      let column = columns[index]
      let mark = column.order.map { glyphs.mark(of: $0) } ?? ""
      // The mark is not cut with the title.
      let title =
        TextWidth.fitted(column.title, to: width - TextWidth.columns(of: mark), mark: glyphs.ellipsis) + mark
      let style = Style(column.order == nil ? .muted : .accent)
      buffer.put(
        TextWidth.padded(title, to: width, alignment: column.alignment, mark: glyphs.ellipsis), x: x,
        y: line.y, style: style, clip: line)
      x += width + 1
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, _ layout: [(index: Int, width: Int)], _ line: Rect, _ buffer: inout Buffer,
    _ glyphs: Glyphs
  ) {
    if let heading = row.heading {
      buffer.put(heading, in: line, ellipsis: glyphs.ellipsis)
      return
    }
    if let record = row.record { buffer.mark(line, as: .record(record)) }
    var x = line.x + 1
    for (index, width) in layout where row.cells.indices.contains(index) {
      switch row.cells[index] {
      case .text(let text, let style):
        let shown = TextWidth.padded(
          text, to: width, alignment: columns[index].alignment, mark: glyphs.ellipsis)
        buffer.put(shown, x: x, y: line.y, style: style, clip: line)
        quieten(
          text, columns[index].alignment, Rect(x: x, y: line.y, width: width, height: 1), &buffer, glyphs)
      case .bar(let bar):
        let cell = Rect(x: x, y: line.y, width: width, height: 1)
        bar.render(in: cell, into: &buffer, glyphs: glyphs)
        // With the gap before it, which would otherwise be as bright as the bar.
        let place = Rect(x: x - 1, y: line.y, width: width + 1, height: 1)
        if isSelected { buffer.restyle(place) { $0.attributes.insert(.solid) } }
      }
      x += width + 1
    }
    if isSelected {
      buffer.restyle(line) { if $0.background == .plain { $0.background = .selection } }
      buffer.put(glyphs.selected, x: line.x, y: line.y, style: Style(.accent, on: .selection), clip: line)
    }
  }

  /// Draws the mark of a figure in conflict quieter than the figure.
  private func quieten(
    _ text: String, _ alignment: TextWidth.Alignment, _ cell: Rect, _ buffer: inout Buffer, _ glyphs: Glyphs
  ) {
    guard !glyphs.conflict.isEmpty, text.hasSuffix(glyphs.conflict) else { return }
    let (columns, mark) = (TextWidth.columns(of: text), TextWidth.columns(of: glyphs.conflict))
    guard columns <= cell.width else { return }
    let end = alignment == .right ? cell.right : cell.x + columns
    buffer.put(glyphs.conflict, x: end - mark, y: cell.y, style: Style(.muted), clip: cell)
  }
}

extension Glyphs {
  /// Returns the mark after the heading of the column that decides the order; in ASCII in brackets, because a letter after
  /// a word would be read as a part of it.
  fileprivate func mark(of order: Table.Column.Order) -> String {
    let sign = order == .ascending ? less : more
    return isASCII ? "(\(sign))" : sign
  }
}
