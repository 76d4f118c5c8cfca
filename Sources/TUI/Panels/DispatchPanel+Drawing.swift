import Canvas
import Domain
import Figures
import Output

// The layout: the state in words above, the list below, and the lights beside it if there is room.

extension DispatchPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    guard !area.isEmpty else { return }
    let list = list(view, context)
    if view.isOpen, let item = item(view, context) {
      renderDetail(item, list.board, context, area, scroll: view.scroll, &buffer)
      return
    }
    let lines =
      area.height > 6
      ? DispatchVerdict(board: list.board, context: context).lines(width: area.width - 1) : []
    let (top, body) = area.splitTop(min(lines.count, area.height / 4))
    for (row, line) in lines.prefix(top.height).enumerated() {
      buffer.put(line, in: top.splitLeft(1).rest, row: row, ellipsis: context.glyphs.ellipsis)
    }
    guard area.width >= 110, list.arrangement == .dispatch, !list.board.isEmpty else {
      renderList(list, view, context, body, &buffer)
      return
    }
    let (left, right) = body.splitLeft(body.width * 52 / 100)
    renderList(list, view, context, left, &buffer)
    renderAside(list, context, right.splitLeft(2).rest, &buffer)
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    if view.isOpen { return render(view, in: context, area: area, into: &buffer) }
    renderList(list(view, context), view, context, area, &buffer)
  }

  private func renderList(
    _ list: DispatchList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    if list.board.isEmpty {
      SectionTitle(context.text("调度", "Dispatch"), isActive: true).render(
        in: head, into: &buffer, glyphs: context.glyphs)
    } else {
      SectionTabs(
        Arrangement.allCases.map { context.text($0.name) }, chosen: list.arrangement.rawValue,
        remark: context.text("按空格换", "Space")
      ).render(in: head, into: &buffer, glyphs: context.glyphs)
    }
    var rows: [Table.Row] = []
    var selection: Int?
    let selected = list.rows.first { $0.id == view.selection }?.id ?? list.rows.first?.id
    for group in list.groups {
      let empty = group.rows.isEmpty ? [Span("  \(group.empty)", .muted)] : []
      rows.append(Table.Row(heading: Line([Span(group.title, Style(.title, on: .plain, .bold))] + empty)))
      for row in group.rows {
        if row.id == selected { selection = rows.count }
        rows.append(Table.Row(row.cells, record: row.id))
      }
    }
    Table(columns: list.columns, rows: rows, selection: selection).named("dispatch").render(
      in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// Draws the lights, the reports and the ranking, without a cursor.
  private func renderAside(
    _ list: DispatchList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var rest = area
    for arrangement in [Arrangement.lights, .ranking, .reports] where rest.height > 4 {
      let other = DispatchList(list.board, arrangement, unit: nil, context)
      guard !other.rows.isEmpty else { continue }
      let (head, below) = rest.splitTop(1)
      SectionTitle(context.text(arrangement.name)).render(in: head, into: &buffer, glyphs: context.glyphs)
      var rows: [Table.Row] = []
      for group in other.groups where !group.rows.isEmpty {
        if other.groups.count > 1 { rows.append(Table.Row(heading: Line(group.title, .muted))) }
        rows += group.rows.map { Table.Row($0.cells) }
      }
      let (body, next) = below.splitTop(min(rows.count + 1, max(3, rest.height / 2)))
      var table = Table(columns: other.columns, rows: rows)
      table.list = nil
      table.render(in: body, into: &buffer, glyphs: context.glyphs)
      rest = next.splitTop(1).rest
    }
  }

  // MARK: Detail

  private func renderDetail(
    _ item: DispatchList.Item, _ board: DispatchBoard, _ context: PanelContext, _ area: Rect, scroll: Int,
    _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      context.text(item.name(context.dataset)), remark: context.text("Enter 看对象", "Enter: what it is about"),
      isActive: true
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let text = body.inset(columns: 1)
    detail(of: item, board, context, width: text.width).block(width: text.width, indent: 2, scroll: scroll)
      .render(
        in: text, into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let item = item(view, context) else { return nil }
    let text = area.splitTop(1).rest.inset(columns: 1)
    let sections = detail(of: item, DispatchPanel.board(view, context), context, width: text.width)
    return (sections.block(width: text.width, indent: 2), text)
  }

  // MARK: Pages

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    list(view, context).rows.map(\.id)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let board = DispatchPanel.board(view, context)
    if view.isOpen, let item = item(view, context) {
      return [Section(context.text(item.name(context.dataset)), level: 1)]
        + detail(of: item, board, context, width: 10_000)
    }
    let verdict = DispatchVerdict(board: board, context: context).lines(width: 10_000)
    let list = list(view, context)
    let marks = context.text(
      "\(context.glyph(.green)) 绿灯 \(context.glyph(.yellow)) 黄灯 \(context.glyph(.red)) 红灯",
      "\(context.glyph(.green)) green \(context.glyph(.yellow)) yellow \(context.glyph(.red)) red")
    return [Section([.text(verdict + (board.lights.isEmpty ? [] : [Line(marks, .muted)]))])]
      + list.groups.map { group in
        Section(
          group.title, level: 1,
          group.rows.isEmpty
            ? [.text([Line(group.empty)])]
            : [.list(list.columns, group.rows.map(\.cells), citations: group.rows.map(\.citations))])
      }
  }
}
