import Model

// One project in full: its milestones, facts, and what was stated about it over time.

extension ProjectsPanel {
  func renderDetail(
    _ status: ProjectStatus, _ state: AppState, _ area: Rect, _ scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      state.text(status.project.name), remark: state.stageName(of: status), isActive: true
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    TextBlock(detail(of: status, state, width: body.width - 2), scroll: scroll, indent: 10)
      .render(in: body.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let status = selected(state) else { return nil }
    return (
      TextBlock(detail(of: status, state, width: area.width - 2), indent: 10),
      area.splitTop(1).rest.inset(columns: 1)
    )
  }

  private func detail(of status: ProjectStatus, _ state: AppState, width: Int) -> [Line] {
    MilestonePicture(status: status, state: state).lines(width: width) + [Line("")]
      + ProjectWords(status, state, figures: figures(of: status, state)).lines
  }
}
