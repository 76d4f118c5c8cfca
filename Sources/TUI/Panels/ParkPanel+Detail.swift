import Canvas
import Figures

extension ParkPanel {
  func renderDetail(
    _ summary: ParkSummary, _ projects: ParkProjects, _ view: ViewState, _ context: PanelContext,
    _ area: Rect, isActive: Bool,
    _ buffer: inout Buffer
  ) {
    let name = context.text(summary.park.name)
    let room = area.width - TextWidth.columns(of: name) - 6
    let remarks = remarks(summary, context, isActive: isActive)
    SectionTitle(
      name, remark: remarks.first { TextWidth.columns(of: $0) <= room } ?? "", isActive: isActive
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
    detailBlock(summary, projects, view, context, area, isActive: isActive)
      .render(in: detailText(area), into: &buffer, glyphs: context.glyphs)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    let parks = parks(context)
    guard view.isOpen, let id = selected(parks.board, view, context),
      let summary = parks.board.summary(of: id, parks.projects)
    else { return nil }
    return (detailBlock(summary, parks.projects, view, context, area, isActive: true), detailText(area))
  }

  /// Returns the part of the detail for its text.
  private func detailText(_ area: Rect) -> Rect { area.splitTop(1).rest.inset(columns: 1) }

  private func detailBlock(
    _ summary: ParkSummary, _ projects: ParkProjects, _ view: ViewState, _ context: PanelContext,
    _ area: Rect, isActive: Bool
  ) -> TextBlock {
    let page = ParkPanelPage(
      summary: summary, projects: projects, context: context, width: detailText(area).width,
      hasAllProjects: isActive || area.height >= 45)
    let isShort = !isActive && area.height < 14
    let sections = isShort ? page.shortSections : page.sections
    return sections.block(
      width: page.width, indent: page.labelWidth, scroll: isActive ? view.scroll : 0)
  }

  /// Returns the remarks, longest first.
  private func remarks(_ summary: ParkSummary, _ context: PanelContext, isActive: Bool) -> [String] {
    guard isActive else {
      let open = context.text("Enter 展开", "Enter opens")
      return ["\(ParkPanelPage.kind(summary, context))  \(open)", open]
    }
    let back = context.text("上下滚动  Esc 返回", "Up/Down scroll  Esc back")
    guard ParkPanel.projectFilters(summary) != nil else { return [back] }
    return [context.text("上下滚动  Enter 看项目  Esc 返回", "Up/Down scroll  Enter projects  Esc back"), back]
  }
}
