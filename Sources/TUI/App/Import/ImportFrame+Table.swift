import Canvas
import Domain
import Output

extension ImportFrame {
  /// The rows of the page of the table.
  private struct Layout {
    /// What was read, or how much is to be settled.
    let status: Rect
    /// The letters of the columns, their fields, units and periods, and the reasons.
    let mapping: Rect
    let rule: Rect
    let rows: Rect
    /// The cell under the cursor with its column and row.
    let detail: Rect

    init(_ area: Rect) {
      let isTall = area.height >= 18
      let (status, below) = area.splitTop(1)
      let (mapping, rest) = below.splitTop(isTall ? 4 : 3)
      let (rule, middle) = rest.splitTop(1)
      let (rows, detail) = middle.splitBottom(isTall ? 5 : 2)
      (self.status, self.mapping, self.rule, self.rows, self.detail) = (status, mapping, rule, rows, detail)
    }
  }

  private static func body(_ state: ImportState) -> Rect {
    Rect(x: 0, y: 1, width: state.width, height: state.height - 2)
  }

  /// The number of rows of the table that the screen shows.
  static func rowCount(_ state: ImportState) -> Int { max(1, Layout(body(state)).rows.height) }

  // MARK: Columns

  /// A column on the screen.
  private struct Shown {
    var column: Int
    var x: Int
    var width: Int
  }

  /// Whether a row has a text of its own, which the columns do not divide.
  private static func isText(_ label: LineLabel) -> Bool { [.title, .unit, .note, .section].contains(label) }

  /// The blanks between two columns.
  private static let gap = 2

  /// Returns the columns that fit, with the one under the cursor among them.
  private static func columns(_ state: ImportState, _ area: Rect, _ rows: Range<Int>) -> [Shown] {
    let draft = state.trial.draft
    let widest = max(16, min(28, area.width / 4))
    func width(_ column: Int) -> Int {
      let divided = rows.filter { draft.labels.indices.contains($0) && !isText(draft.labels[$0]) }
      let texts = mapping(column, state) + divided.map { draft.grid.text($0, column) }
      let need = texts.map { TextWidth.columns(of: $0) }.max() ?? 0
      return min(max(need, 4), widest)
    }
    var first = state.column
    var used = draft.columns.indices.contains(first) ? width(first) : 0
    while first > 0, used + gap + width(first - 1) <= area.width {
      first -= 1
      used += gap + width(first)
    }
    var shown: [Shown] = []
    var x = area.x
    for column in first..<max(first, draft.columns.count) {
      let room = area.right - x
      guard room >= 4 else { break }
      let width = min(width(column), room)
      shown.append(Shown(column: column, x: x, width: width))
      x += width + gap
    }
    return shown
  }

  /// Returns what a column is: its letter, field, unit with period, and the reason.
  private static func mapping(_ column: Int, _ state: ImportState) -> [String] {
    let own = state.trial.draft.columns[column]
    return [
      Grid.letters(column), field(own, state), measure(own, state), own.reason.map { state.text($0) } ?? "",
    ]
  }

  private static func field(_ column: TableDraft.Column, _ state: ImportState) -> String {
    if let id = column.indicator, let indicator = state.input.dataset.indicators[id] {
      return state.text(indicator.short)
    }
    if let field = column.field { return state.text(field.name) }
    return column.isUsed ? state.text("数值", "value") : state.text("（不用）", "(not used)")
  }

  private static func measure(_ column: TableDraft.Column, _ state: ImportState) -> String {
    let kind = column.kind.flatMap { $0 == .actual ? nil : state.text($0.name) }
    return [column.unit, column.period.map { $0.label(state.look.language) } ?? "", kind ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Drawing

  static func renderTable(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    let layout = Layout(area)
    let draft = state.trial.draft
    renderStatus(state, layout.status, &buffer)
    guard draft.grid.count > 0 else { return }
    let rows = state.top..<min(draft.grid.count, state.top + layout.rows.height)
    let labels = LineLabel.allCases.map { TextWidth.columns(of: state.text($0.name)) }.max() ?? 0
    let digits = "\(draft.grid.number(draft.grid.count - 1))".count
    let gutter = 2 + labels + 1 + digits + 1
    let columns = columns(
      state, Rect(x: gutter, y: 0, width: area.width - gutter, height: 1), rows)
    renderMapping(state, columns, layout.mapping, &buffer)
    buffer.fill(layout.rule, with: state.look.glyphs.horizontal, style: Style(.border))
    for (number, row) in rows.enumerated() {
      let line = Rect(x: 0, y: layout.rows.y + number, width: area.width, height: 1)
      renderRow(state, row, columns, (labels, digits), line, &buffer)
    }
    renderDetail(state, layout.detail, &buffer)
  }

  private static func renderStatus(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    let glyphs = state.look.glyphs
    let line: Line
    if let plan = state.trial.plan {
      let counts = ImportChange.Kind.allCases.map { kind in
        let count = plan.changes.count { $0.kind == kind }
        return state.text("\(kind.name.zh) \(count)", "\(count) \(kind.name.en)")
      }
      let rows = state.text("\(plan.rows) 行：", plan.rows == 1 ? "1 row: " : "\(plan.rows) rows: ")
      let same = state.text("未变 \(plan.unchanged) 行", "\(plan.unchanged) unchanged")
      let doubts = state.things.count
      let review =
        doubts == 0
        ? [] : [Span("   ? \(state.text("请核对 \(doubts) 处（e）", "\(doubts) to review (e)"))", .accent)]
      line = Line(
        [Span(rows + (counts + [same]).joined(separator: state.text("，", ", ")), .strong)] + review)
    } else {
      let count = state.things.count
      line = Line(
        " \(glyphs.conflict) "
          + state.text("\(count) 处须处理（e 列出，n 下一处）", "\(count) to settle (e lists, n goes to the next)"),
        .conflict)
    }
    buffer.put(line, in: area.inset(columns: 1), ellipsis: glyphs.ellipsis)
  }

  private static func renderMapping(
    _ state: ImportState, _ columns: [Shown], _ area: Rect, _ buffer: inout Buffer
  ) {
    for shown in columns {
      let texts = mapping(shown.column, state)
      let isUsed = state.trial.draft.columns[shown.column].isUsed
      let roles: [Role] = [.muted, isUsed ? .accent : .muted, .plain, .muted]
      for row in 0..<min(area.height, texts.count) {
        let isCursor = shown.column == state.column && row == 0
        buffer.put(
          TextWidth.padded(texts[row], to: shown.width, mark: state.look.glyphs.ellipsis), x: shown.x,
          y: area.y + row,
          style: Style(roles[row], on: isCursor ? .selection : .plain, row == 1 && isUsed ? .bold : []),
          clip: area)
      }
    }
  }

  private static func renderRow(
    _ state: ImportState, _ row: Int, _ columns: [Shown], _ gutter: (labels: Int, digits: Int), _ line: Rect,
    _ buffer: inout Buffer
  ) {
    let marked = state.marked
    let draft = state.trial.draft
    let glyphs = state.look.glyphs
    let label = draft.labels.indices.contains(row) ? draft.labels[row] : .data
    if marked[row] != nil {
      buffer.put(glyphs.conflict, x: 0, y: line.y, style: Style(.conflict), clip: line)
    }
    let text =
      TextWidth.padded(state.text(label.name), to: gutter.labels, mark: glyphs.ellipsis) + " "
      + TextWidth.padded("\(draft.grid.number(row))", to: gutter.digits, alignment: .right)
    buffer.put(
      text, x: 2, y: line.y, style: Style(label == .data ? .muted : .title), clip: line)
    if row == state.row {
      buffer.restyle(Rect(x: 0, y: line.y, width: 3 + gutter.labels + gutter.digits, height: 1)) {
        $0.background = .selection
      }
    }
    for (number, shown) in columns.enumerated() {
      let isMarked = marked[row]?.contains(shown.column) ?? false
      let isUsed = draft.columns[shown.column].isUsed && label == .data
      let role: Role =
        isMarked ? .conflict : [.head, .title, .unit].contains(label) ? .strong : isUsed ? .plain : .muted
      let isCursor = row == state.row && shown.column == state.column
      let cell = draft.grid.text(row, shown.column)
      var room = shown.width
      if isText(label), !cell.isEmpty {
        // The text of a title goes on over blank cells.
        let next = columns[(number + 1)...].first { !draft.grid.isEmpty(row, $0.column) }
        room = (next?.x).map { $0 - gap - shown.x } ?? line.right - shown.x
      } else if isText(label), !isCursor {
        continue
      }
      buffer.put(
        TextWidth.padded(cell, to: room, mark: glyphs.ellipsis), x: shown.x, y: line.y,
        style: Style(role, on: isCursor ? .selection : .plain, isMarked ? .underline : []), clip: line)
    }
  }

  private static func renderDetail(_ state: ImportState, _ area: Rect, _ buffer: inout Buffer) {
    guard state.row < state.trial.draft.grid.count else { return }
    let glyphs = state.look.glyphs
    let place = state.trial.draft.grid.place(state.row, state.column)
    SectionTitle(place, remark: state.trial.draft.grid.text(state.row, state.column)).render(
      in: area.splitTop(1).top, into: &buffer, glyphs: glyphs)
    let now = ImportState.Position(row: state.row, column: state.column)
    let here = state.things.first { $0.position == now }
    let inRow = state.things.first { $0.position?.row == state.row }
    let thing = (here ?? inRow).map { [thingLine($0, state)] } ?? []
    let lines = area.height > 2 ? [columnLine(state), rowLine(state)] + thing : thing + [columnLine(state)]
    TextBlock(lines).render(in: area.splitTop(1).rest.inset(columns: 1), into: &buffer, glyphs: glyphs)
  }

  private static func columnLine(_ state: ImportState) -> Line {
    guard state.trial.draft.columns.indices.contains(state.column) else { return "" }
    let column = state.trial.draft.columns[state.column]
    let reasons = [
      column.reason.map { state.text($0) },
      column.unitReason.map { state.text("单位\($0.zh)", "unit \($0.en)") },
      column.period.flatMap { _ in column.periodReason }.map {
        state.text("期间\($0.zh)", "period \($0.en)")
      },
    ].compactMap { $0 }.joined(separator: state.text("；", "; "))
    let what =
      column.remark.map { state.text($0) }
      ?? [field(column, state), measure(column, state)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return Line([
      Span(state.headName(state.column), .strong), Span("  \(state.look.glyphs.arrow)  ", .muted), Span(what),
      Span(reasons.isEmpty ? "" : "  (\(reasons))", .muted),
    ])
  }

  private static func rowLine(_ state: ImportState) -> Line {
    let draft = state.trial.draft
    let label = draft.labels.indices.contains(state.row) ? draft.labels[state.row] : .data
    let number = draft.grid.number(state.row)
    let reason = draft.reasons[state.row].map { "  (\(state.text($0)))" } ?? ""
    return Line([
      Span(state.text("第\(number)行", "row \(number)"), .strong), Span("  \(state.text(label.name))"),
      Span(reason, .muted),
    ])
  }
}
