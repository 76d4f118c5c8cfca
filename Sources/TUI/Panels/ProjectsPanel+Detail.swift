import Canvas
import Figures

// One project in full: its milestones, facts, and what was stated about it over time.

extension ProjectsPanel {
  func renderDetail(
    _ status: ProjectStatus, _ context: PanelContext, _ area: Rect, _ scroll: Int, _ buffer: inout Buffer
  ) {
    SectionTitle(
      context.text(status.project.name), remark: context.stageName(of: status), isActive: true
    ).render(in: area.splitTop(1).top, into: &buffer, glyphs: context.glyphs)
    var text = text(of: status, context, area)
    text.block.scroll = scroll
    text.block.render(in: text.area, into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let status = selected(view, context) else { return nil }
    return text(of: status, context, area)
  }

  private func text(of status: ProjectStatus, _ context: PanelContext, _ area: Rect) -> (
    block: TextBlock, area: Rect
  ) {
    let text = area.splitTop(1).rest.inset(columns: 1)
    let sections = ProjectWords(status, context, figures: figures(of: status, context)).sections
    return (sections.block(width: text.width, indent: 10), text)
  }
}
