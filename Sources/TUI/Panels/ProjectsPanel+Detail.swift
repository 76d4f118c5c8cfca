import Model

// One project in full: its milestones, facts, and what was stated about it over time.

extension ProjectsPanel {
  func renderDetail(
    _ status: ProjectStatus, _ state: AppState, _ area: Rect, _ scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      state.text(status.project.name), remark: status.rung.map { state.rungName($0) } ?? "", isActive: true
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
    MilestonePicture(status: status, state: state).lines(width: width) + [Line("")] + words(of: status, state)
  }

  /// All that is known of a project, without the picture of its milestones.
  func words(of status: ProjectStatus, _ state: AppState) -> [Line] {
    let project = status.project
    var lines: [Line] = []
    func add(_ zh: String, _ en: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(Line([Span(TextWidth.padded(state.text(zh, en), to: 10), .muted), Span(value)]))
    }
    let separator = state.text("、", ", ")
    add("又名", "Also", project.aliases.map { state.text($0) }.joined(separator: separator))
    add(
      "集群", "Cluster",
      project.clusters.compactMap { state.dataset.clusters[$0] }.map { state.name(of: $0) }.joined(
        separator: separator))
    add(
      "业主", "Owner",
      (project.enterprise.flatMap { state.dataset.enterprises[$0]?.name } ?? project.owner).map {
        state.text($0)
      } ?? "")
    add("园区", "Park", project.park.flatMap { state.dataset.parks[$0] }.map { state.text($0.name) } ?? "")
    add("专栏", "Box", project.box.map { state.text($0) } ?? "")
    add("说明", "Note", project.note.map { state.text($0) } ?? "")
    for figure in figures(of: status, state) {
      let name = state.dataset.indicators[figure.indicator].map { state.text($0.short) } ?? ""
      add(
        name, name,
        "\(state.label(figure))  \(figure.period.label(state.language)) \(state.text(figure.kind.name))")
    }
    if let waiting = status.waiting {
      lines.append(
        Line([
          Span(TextWidth.padded(state.text("待开工", "Waiting"), to: 10), .muted),
          Span(
            state.text("签约后", "signed and not started for ") + waiting.label(state.language), .behind),
          Span(
            state.text("  自\(waiting.since.dateLabel(.zh))", "  since \(waiting.since.dateLabel(.en))"),
            .muted),
        ]))
    }
    if status.isOverdue, let expected = status.expected {
      lines.append(
        Line([
          Span(TextWidth.padded(state.text("逾期", "Overdue"), to: 10), .muted),
          Span(milestoneText(expected, state, state.language), .behind),
          Span(state.text("  未见到达的记载", "  nothing says it was reached"), .muted),
        ]))
    }
    lines.append(Line(""))
    lines.append(Line(state.text("历次记载", "What was stated, and where"), .title))
    for milestone in status.milestones {
      let rung = state.dataset.rung(of: milestone.stage)
      lines.append(
        Line([
          Span(milestone.isExpected ? "  " : "\(state.glyphs.bullet) ", .accent),
          Span(milestoneText(milestone, state, state.language), milestone.isExpected ? .muted : rung.role),
          Span(milestone.note.map { "  \(state.text($0))" } ?? "", .muted),
        ]))
      lines += state.citationLines(milestone.citations).map { Line([Span("    ")] + $0.spans) }
    }
    for figure in figures(of: status, state) {
      lines += state.citationLines(figure.citations).map { Line([Span("    ")] + $0.spans) }
    }
    return lines
  }
}
