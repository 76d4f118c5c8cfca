import Canvas
import Domain
import Figures

extension ParkPanel {
  /// Returns the map of the placed parks, each with its area, its clusters and its project counts.
  func map(
    _ board: ParkBoard, _ projects: ParkProjects, _ context: PanelContext, selected: String
  ) -> ParkPanelMap {
    // Rows and columns without parks are omitted. The others keep their order.
    let rows = Set(board.placed.compactMap(\.place?.row)).sorted()
    let columns = Set(board.placed.compactMap(\.place?.column)).sorted()
    let sites = board.placed.compactMap { park -> ParkPanelMap.Site? in
      guard let place = park.place, let row = rows.firstIndex(of: place.row),
        let column = columns.firstIndex(of: place.column),
        let summary = board.summary(of: park.id, projects)
      else { return nil }
      return site(summary, row, column, context)
    }
    let frame = board.frame.flatMap { board.summary(of: $0.id, projects) }
    return ParkPanelMap(
      frame: box(of: frame, sites, context, isSelected: frame?.park.id == selected),
      frameID: frame?.park.id,
      sites: sites,
      selected: selected, glyphs: context.glyphs, lists: context.lists)
  }

  private func box(
    of frame: ParkSummary?, _ sites: [ParkPanelMap.Site], _ context: PanelContext, isSelected: Bool
  ) -> ParkPanelBox {
    var title = Line(context.text("园区示意", "Parks"), .title)
    if let frame {
      title = Line(context.text(frame.park.name), isSelected ? .selection : .title)
      if let area = frame.area(in: context.dataset) {
        title.spans.append(Span("  \(areaText(area, context))", .muted))
      }
    }
    return ParkPanelBox(
      title: title, remark: Line(context.text("示意图，不按比例", "schematic, not to scale"), .muted),
      feet: legends(sites, context), isSelected: isSelected)
  }

  /// Returns the meaning of the words and lines in use, longest first.
  private func legends(_ sites: [ParkPanelMap.Site], _ context: PanelContext) -> [Line] {
    let hasLinks = sites.contains { site in sites.contains { $0.id == site.parent && $0.row == site.row } }
    var texts: [String] = []
    if sites.contains(where: \.hasIndustryMatches) {
      texts.append(
        context.text("写明：文件写明在此  可能：行业相同、位置未写明", "stated: placed here by a document  possible: same industry")
      )
    }
    if hasLinks { texts.append(context.text("连线：属于", "line: part of")) }
    return stride(from: texts.count, to: 0, by: -1).map { count in
      Line(texts.prefix(count).joined(separator: "  "), .muted)
    }
  }

  private func site(
    _ summary: ParkSummary, _ row: Int, _ column: Int, _ context: PanelContext
  ) -> ParkPanelMap.Site {
    var site = ParkPanelMap.Site(
      id: summary.park.id, name: context.text(summary.park.name), row: row, column: column,
      feet: feet(summary, context), hasIndustryMatches: !summary.industryMatches.isEmpty,
      parent: summary.park.parent)
    if let area = summary.area(in: context.dataset) {
      site.lead.append(Line(areaText(area, context), .strong))
    }
    site.entries = summary.clusters.map { placement in
      var line = clusterText(placement, context)
      if placement.isPart { line.spans.insert(Span("  "), at: 0) }
      return (line: line, remark: remark(placement, context))
    }
    site.note = summary.park.note.map { Line(context.text($0.name), .muted) }
    return site
  }

  /// Returns the target of an industry, and its cluster if that has another name.
  private func remark(_ placement: ParkSummary.Placement, _ context: PanelContext) -> Line {
    guard let shown = placement.shown else { return Line("") }
    let year = shown.target.period.text
    let goal = context.text(
      "\(year)年目标\(context.label(shown.target))", "target \(year): \(context.label(shown.target))")
    guard placement.isShownByEquivalent, let equivalent = placement.equivalent,
      equivalent.name != placement.cluster.name
    else { return Line(goal, .muted) }
    let name = context.text(equivalent.name)
    return Line(context.text("同\(name) \(goal)", "as \(name): \(goal)"), .muted)
  }

  private func areaText(_ figure: Figure, _ context: PanelContext) -> String {
    let name = context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? ""
    return "\(name) \(context.label(figure))"
  }

  /// Returns `· 新材料`.
  func clusterText(_ placement: ParkSummary.Placement, _ context: PanelContext) -> Line {
    Line([Span("\(context.glyphs.bullet) ", .muted), Span(context.text(placement.cluster.name))])
  }

  // MARK: Projects

  /// Returns the project counts of a park, longest first: those that a document places there, and those of the same
  /// industry, which are possibly there.
  private func feet(_ summary: ParkSummary, _ context: PanelContext) -> [Line] {
    let (total, matches) = (summary.projects.count, summary.industryMatches.count)
    let possible = matches > 0 ? [Span(context.text("可能 \(matches)", "possible \(matches)"), .muted)] : []
    let stated = Span(context.text("写明 \(total)", "stated \(total)"))
    let gap = [Span("  ")]
    // That nothing is stated is said once, above the map.
    guard total > 0 else { return possible.isEmpty ? [] : [Line(possible)] }
    let rungs = countSpans(summary.projects, context)
    guard matches > 0 else { return [Line(rungs), Line([stated])] }
    return [
      Line([stated] + [Span(context.text("：", ": "))] + rungs + gap + possible),
      Line([stated] + gap + possible), Line([stated]),
    ]
  }

  /// Returns `在建 1 开工 2`, each count in the colour of its rung.
  func countSpans(_ projects: [ProjectStatus], _ context: PanelContext) -> [Span] {
    let between = context.text("  ", ", ")
    var spans: [Span] = []
    for (rung, count) in ParkSummary.counts(projects) {
      let name = context.rungName(rung)
      let text = context.text("\(name) \(count)", "\(count) \(name.lowercased())")
      spans += (spans.isEmpty ? [] : [Span(between)]) + [Span(text, rung.role)]
    }
    let rest = projects.count { $0.rung == nil }
    if rest > 0 {
      let text = context.text("未定 \(rest)", "\(rest) without a stage")
      spans += (spans.isEmpty ? [] : [Span(between)]) + [Span(text, .muted)]
    }
    return spans
  }
}
