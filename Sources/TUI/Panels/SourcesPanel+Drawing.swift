import Canvas
import Domain
import Figures
import Output

// The layout: what the documents disagree on in words, documents above, conflicts below, and a preview of the record under
// the cursor if there is room.

extension SourcesPanel {
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let list = SourcesList(context, view: view)
    if list.documents.isEmpty && list.all.isEmpty {
      SectionTitle(context.text("出处", "Sources")).render(in: area, into: &buffer, glyphs: context.glyphs)
      message(
        context.text("此日尚无文件", "no document is known on this day"), context, area.splitTop(1).rest, &buffer)
    } else if view.isOpen, let item = list.selected {
      renderDetail(item, list, context, area, view.scroll, &buffer)
    } else {
      renderLists(list, view, context, area, &buffer)
    }
  }

  private func renderLists(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let lines = area.height > 6 ? SourcesVerdict(list: list, context: context).lines(width: area.width) : []
    let (top, body) = area.splitTop(lines.count)
    for (row, line) in lines.enumerated() {
      buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
    }
    if area.width >= 150 {
      renderWide(list, view, context, body, &buffer)
    } else if list.isConflictsOnly {
      renderFull(list, view, context, body, &buffer)
    } else {
      renderBoth(list, view, context, body, &buffer)
    }
  }

  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let list = SourcesList(context, view: view)
    switch list.selected {
    case .document? where !view.isOpen: renderDocuments(list, context, area, &buffer)
    case .conflict? where !view.isOpen: renderConflicts(list, view, context, area, &buffer)
    default: render(view, in: context, area: area, into: &buffer)
    }
  }

  /// Draws the documents across and, below them, the conflicts with a preview at their side; or the conflicts alone.
  private func renderWide(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var rest = area
    if !list.isConflictsOnly {
      let (top, below) = area.splitTop(documentRows(list, area))
      renderDocuments(list, context, top, &buffer)
      rest = below
    }
    let (left, right) = rest.splitLeft(rest.width * 52 / 100)
    renderConflicts(list, view, context, left, &buffer)
    guard let item = list.selected else { return }
    let pane = right.splitLeft(2).rest
    renderDetail(item, list, context, pane, 0, &buffer, isPreview: true)
  }

  /// Draws the conflicts at full height and, below them, the sides of the selected one.
  private func renderFull(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    let rows = area.height >= 16 ? min(area.height * 11 / 20, 16) : 0
    // A short list leaves its room to the preview.
    let needed = rows > 0 ? listRows(list) : area.height
    let (top, below) = area.splitTop(min(needed, area.height - rows))
    renderConflicts(list, view, context, top, &buffer)
    if rows > 0, let item = list.selected { renderPreview(item, list, context, below, &buffer) }
  }

  /// Returns the rows of all conflicts with their headings and a blank row.
  private func listRows(_ list: SourcesList) -> Int { max(list.conflicts.count, 1) + 3 }

  private func renderPreview(
    _ item: Item, _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard case .conflict(let conflict) = item else {
      renderDetail(item, list, context, area, 0, &buffer, isPreview: true)
      return
    }
    let (head, body) = area.splitTop(1)
    SectionTitle(context.text(conflict.title), remark: context.text(conflict.foundBy.sentence))
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let text = body.inset(columns: 1)
    TextBlock(preview(of: conflict, context, width: text.width), indent: SourcesPanel.labelColumns)
      .render(in: text, into: &buffer, glyphs: context.glyphs)
  }

  /// Draws documents and conflicts, or only the part with the cursor if there are fewer than 14 rows.
  private func renderBoth(
    _ list: SourcesList, _ view: ViewState, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    guard area.height >= 14 else {
      if case .conflict? = list.selected {
        renderConflicts(list, view, context, area, &buffer)
      } else {
        renderDocuments(list, context, area, &buffer)
      }
      return
    }
    let (top, below) = area.splitTop(documentRows(list, area))
    renderDocuments(list, context, top, &buffer)
    guard let item = list.selected, below.height - listRows(list) >= 8 else {
      renderConflicts(list, view, context, below, &buffer)
      return
    }
    let (middle, rest) = below.splitTop(listRows(list))
    renderConflicts(list, view, context, middle, &buffer)
    renderPreview(item, list, context, rest, &buffer)
  }

  private func documentRows(_ list: SourcesList, _ area: Rect) -> Int {
    min(max(list.documents.count, 2) + 2 + (area.height >= 30 ? 1 : 0), area.height / 2)
  }

  func message(_ text: String, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    buffer.put(
      Line([Span(text, .muted)]), in: area.inset(columns: 1), ellipsis: context.glyphs.ellipsis)
  }
}
