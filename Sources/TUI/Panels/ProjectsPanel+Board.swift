import Canvas
import Domain
import Figures

// The projects in columns by stage.

extension ProjectsPanel {
  /// The minimum width of a column, in screen columns.
  private static let columnWidth = 24

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
    let shown = shownColumns(columns, position, area.width, &buffer)
    let hasOutside = shown.count < columns.count
    let (edge, rest) = body.splitTop(hasOutside ? 1 : 0)
    if hasOutside { renderOutside(columns, shown, rows, context, edge, &buffer) }
    let width = rest.width / shown.count
    for (place, index) in shown.enumerated() {
      let slot = Rect(
        x: rest.x + place * width, y: rest.y, width: width - (index < shown.upperBound - 1 ? 1 : 0),
        height: rest.height)
      renderColumn(columns[index], rows, now: index == position ? now : nil, context, slot, &buffer)
    }
  }

  /// Returns the columns that fit. Where columns are outside, the one with the cursor is not the last but one, so that
  /// the next stage is in sight.
  private func shownColumns(
    _ columns: [Rung?], _ position: Int, _ width: Int, _ buffer: inout Buffer
  ) -> Range<Int> {
    let fitting = max(1, min(columns.count, width / Self.columnWidth))
    let first = buffer.lists.window(
      "columns", count: columns.count, selection: position, height: max(1, fitting - 1), isPaged: false
    ).first
    let start = min(first, columns.count - fitting)
    return start..<(start + fitting)
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
