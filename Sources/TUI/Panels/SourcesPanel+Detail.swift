import Canvas
import Domain

// The details that Enter opens, and the pieces that their pages are built from.

extension SourcesPanel {
  func renderDetail(
    _ item: Item, _ list: SourcesList, _ context: PanelContext, _ area: Rect, _ scroll: Int,
    _ buffer: inout Buffer, isPreview: Bool = false
  ) {
    let (head, body) = area.splitTop(1)
    let way: String
    let title: String
    switch item {
    case .document(let source):
      title = context.text(source.short)
      way = context.text("Enter 看其矛盾", "Enter its conflicts")
    case .conflict(let conflict):
      let position = list.selectedConflict.map { " \($0 + 1)/\(list.conflicts.count)" } ?? ""
      title = isPreview ? context.text(conflict.title) : context.text("矛盾", "Conflict") + position
      let target = SourcesTarget(conflict, context).map { PanelRegistry.panel($0.view).title }
      way = target.map { context.text("Enter 到\($0.zh)", "Enter to \($0.en)") } ?? ""
    }
    SectionTitle(title, remark: isPreview ? "" : way, isActive: !isPreview)
      .render(in: head, into: &buffer, glyphs: context.glyphs)
    let text = body.inset(columns: 1)
    block(item, context, width: text.width, scroll: scroll).render(
      in: text, into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let item = SourcesList(context, view: view).selected else { return nil }
    let text = area.splitTop(1).rest.inset(columns: 1)
    return (block(item, context, width: text.width, scroll: 0), text)
  }

  private func block(_ item: Item, _ context: PanelContext, width: Int, scroll: Int) -> TextBlock {
    let lines =
      switch item {
      case .document(let source): lines(of: source, context, width: width)
      case .conflict(let conflict): lines(of: conflict, context, width: width)
      }
    return TextBlock(lines, scroll: scroll, indent: SourcesPanel.labelColumns)
  }

  /// The width of a label before its value, in columns.
  static let labelColumns = 10

  /// Returns blocks of lines side by side, `count` blocks in a row, with a rule between them and a blank row below
  /// each.
  func arranged(_ blocks: [[Line]], in count: Int, width: Int, _ context: PanelContext) -> [Line] {
    guard count > 1 else { return blocks.flatMap { $0 + [Line("")] } }
    let column = SourcesPanel.columnWidth(width, count)
    var lines: [Line] = []
    var start = 0
    while start < blocks.count {
      let row = blocks[start..<min(start + count, blocks.count)]
      for index in 0..<(row.map(\.count).max() ?? 0) {
        var spans: [Span] = []
        for (place, block) in row.enumerated() {
          let line = block.indices.contains(index) ? block[index] : Line("")
          if place > 0 { spans.append(Span(" \(context.glyphs.vertical) ", .border)) }
          spans += line.spans
          if place < row.count - 1 {
            spans.append(Span(String(repeating: " ", count: max(0, column - line.columns))))
          }
        }
        lines.append(Line(spans))
      }
      lines.append(Line(""))
      start += count
    }
    return lines
  }

  /// Returns the width, in columns, of each of `count` blocks side by side.
  static func columnWidth(_ width: Int, _ count: Int) -> Int {
    count > 1 ? max(1, (width - 3 * (count - 1)) / count) : width
  }
}
