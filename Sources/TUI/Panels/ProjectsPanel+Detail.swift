import Canvas
import Figures

// One project in full: its milestones, facts, and what was stated about it over time.

extension ProjectsPanel {
  func renderDetail(
    _ status: ProjectStatus, _ context: PanelContext, _ area: Rect, _ scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      context.text(status.project.name), remark: context.stageName(of: status), isActive: true
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    TextBlock(detail(of: status, context, width: body.width - 2), scroll: scroll, indent: 10)
      .render(in: body.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let status = selected(view, context) else { return nil }
    return (
      TextBlock(detail(of: status, context, width: area.width - 2), indent: 10),
      area.splitTop(1).rest.inset(columns: 1)
    )
  }

  private func detail(of status: ProjectStatus, _ context: PanelContext, width: Int) -> [Line] {
    MilestonePicture(status: status, context: context).lines(width: width) + [Line("")]
      + ProjectWords(status, context, figures: figures(of: status, context)).lines
  }
}
