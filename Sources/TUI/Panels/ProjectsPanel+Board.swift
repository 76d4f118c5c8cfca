import Canvas
import Domain
import Figures

// The projects in columns by stage.

extension ProjectsPanel {
  /// The least width of a column, and the width above which a name is cut rather than a column left out.
  private static let columnWidths = 15...37
  /// The most names that are measured in a column: those that a screen can show.
  private static let measured = 60

  /// Returns the stage in whose column a project is on the board: a part is with its project.
  func column(of status: ProjectStatus, _ context: PanelContext) -> Rung? {
    context.board.projects[status.root].rung
  }

  /// Returns the stages with a column, up the ladder: those that any project of the board is at, whatever the filters
  /// leave of them. Nil, for an unknown stage, is last.
  private func boardColumns(_ context: PanelContext) -> [Rung?] {
    let pipeline = context.board.pipeline
    return pipeline.steps.filter { $0.listed > 0 }.map(\.rung) + (pipeline.funnel.unstaged > 0 ? [nil] : [])
  }

  func renderBoard(
    _ rows: ProjectRows, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let columns = boardColumns(context)
    guard let now = selected(view, context), let position = columns.firstIndex(of: column(of: now, context))
    else { return }
    let (head, below) = area.splitTop(1)
    renderTitle(rows, view, context, head, &buffer)
    let (body, foot) = below.splitBottom(below.height >= 10 ? 1 : 0)
    buffer.put(boardLine(now, context), in: foot, ellipsis: context.glyphs.ellipsis)
    let needed = columns.map { neededWidth($0, rows, context) }
    let shown = shownColumns(needed, position, area.width, &buffer)
    let hasOutside = shown.count < columns.count
    let (edge, rest) = body.splitTop(hasOutside ? 1 : 0)
    if hasOutside { renderOutside(columns, shown, rows, context, edge, &buffer) }
    let widths = Self.widths(Array(needed[shown]), in: rest.width)
    var x = rest.x
    for (place, index) in shown.enumerated() {
      let slot = Rect(x: x, y: rest.y, width: widths[place], height: rest.height)
      renderColumn(columns[index], rows, now: index == position ? now : nil, context, slot, &buffer)
      x += widths[place] + 2
    }
  }

  /// Returns the columns that fit with their names. Where columns are outside, the one with the cursor is not the last
  /// but one, so that the next stage is in sight.
  private func shownColumns(
    _ needed: [Int], _ position: Int, _ width: Int, _ buffer: inout Buffer
  ) -> Range<Int> {
    var room = width
    let widest = needed.map { min($0, Self.columnWidths.upperBound) + 2 }.sorted(by: >)
    let fitting = max(
      1,
      widest.prefix { columns in
        room -= columns
        return room >= -2
      }.count)
    let first = buffer.lists.window(
      "columns", count: needed.count, selection: position, height: max(1, fitting - 1), isPaged: false
    ).first
    let start = min(first, needed.count - fitting)
    return start..<(start + fitting)
  }

  /// Returns the width that a column needs for its title and its names.
  private func neededWidth(_ rung: Rung?, _ rows: ProjectRows, _ context: PanelContext) -> Int {
    let members = rows.column(rung)
    let names = (0..<min(members.count, Self.measured)).map {
      TextWidth.columns(of: boardName(members[$0], under: rung, context)) + 2
    }
    let title = TextWidth.columns(of: name(rung, context)) + 6
    return max(Self.columnWidths.lowerBound, title, names.max() ?? 0)
  }

  /// Returns the widths of the columns, in screen columns: each as wide as it needs, as far as there is room for all.
  private static func widths(_ needed: [Int], in room: Int) -> [Int] {
    var rest = max(needed.count, room - 2 * (needed.count - 1) - 1)
    var widths = needed.map { _ in 0 }
    // The narrow columns first: what they leave goes to the others.
    for (place, index) in needed.indices.sorted(by: { (needed[$0], $0) < (needed[$1], $1) }).enumerated() {
      widths[index] = max(1, min(needed[index], rest / (needed.count - place)))
      rest -= widths[index]
    }
    if let last = widths.indices.last { widths[last] += rest }
    return widths
  }

  /// Draws the stages on either side that have no room, with their counts: `← 谋划 284` and `停工停产 2  阶段不明 1 →`.
  private func renderOutside(
    _ columns: [Rung?], _ shown: Range<Int>, _ rows: ProjectRows, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    func names(_ rungs: ArraySlice<Rung?>) -> String {
      rungs.map { "\(name($0, context)) \(rows.column($0).projectCount)" }.joined(separator: "  ")
    }
    let (left, right) = (names(columns[..<shown.lowerBound]), names(columns[shown.upperBound...]))
    let arrow = context.glyphs.arrow
    let back = context.glyphs.isASCII ? "<-" : "←"
    if !left.isEmpty {
      buffer.put(Line(" \(back) \(left)", .accent), in: area, ellipsis: context.glyphs.ellipsis)
    }
    guard !right.isEmpty else { return }
    let text = "\(right) \(arrow) "
    let used = left.isEmpty ? 0 : TextWidth.columns(of: left) + 6
    let room = area.splitLeft(max(used, area.width - TextWidth.columns(of: text))).rest
    buffer.put(Line(text, .accent), in: room, ellipsis: context.glyphs.ellipsis)
  }

  private func name(_ rung: Rung?, _ context: PanelContext) -> String {
    rung.map { context.rungName($0) } ?? context.text("阶段不明", "Stage unknown")
  }

  /// - Parameter now: the project under the cursor if it is in this column.
  private func renderColumn(
    _ rung: Rung?, _ rows: ProjectRows, now: ProjectStatus?, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    let members = rows.column(rung)
    let (head, body) = area.splitTop(1)
    let (name, count) = (name(rung, context), " \(members.projectCount)")
    // A long name gives way to its count.
    let room = max(0, area.width - 4 - count.count)
    SectionTitle(
      TextWidth.fitted(name, to: room, mark: context.glyphs.ellipsis) + count, isActive: now != nil
    )
    .render(in: head, into: &buffer, glyphs: context.glyphs)
    let selection = now.flatMap { members.index(ofID: $0.project.id) }
    let shown = Table.shownRows(
      of: members.count, selection: selection, in: body, list: "column \(name)", hasHeader: false,
      &buffer.lists)
    var table = Table(
      columns: [Table.Column("", width: 8, flex: 1)],
      rows: shown.map {
        Table.Row([.text(boardName(members[$0], under: rung, context))], record: members[$0].project.id)
      },
      selection: selection.map { $0 - shown.lowerBound }, hasHeader: false)
    table.isContinued = shown.upperBound < members.count
    table.list = nil
    table.render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the name on the board. A part at another stage than its project shows its stage: `└ 投产：12万吨ECR生产线`.
  private func boardName(_ status: ProjectStatus, under rung: Rung?, _ context: PanelContext) -> String {
    guard status.isPart, status.rung != rung else { return rowName(status, context) }
    let stage = context.stageName(of: status) + context.text("：", ": ")
    return context.glyphs.branch + stage + context.text(status.project.name)
  }

  /// Returns the project under the cursor in full: name, stage, date, owner.
  private func boardLine(_ status: ProjectStatus, _ context: PanelContext) -> Line {
    let project = status.project
    let owner = project.firm.flatMap { context.dataset.firms[$0]?.name } ?? project.owner
    let date = status.reached?.dateLabel(context.language) ?? ""
    return Line([
      Span(" \(context.text(project.name))", Style(.strong)),
      Span("  \(context.stageName(of: status))", status.rung?.role ?? .muted), Span("  \(date)", .muted),
      Span(owner.map { "  \(context.text($0))" } ?? "", .muted),
    ])
  }
}
