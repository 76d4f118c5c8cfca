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
      frame: box(
        of: frame, sites, board.industryMatchTotal(projects), context, isSelected: frame?.park.id == selected),
      frameID: frame?.park.id,
      sites: sites,
      selected: selected, glyphs: context.glyphs, lists: context.lists)
  }

  private func box(
    of frame: ParkSummary?, _ sites: [ParkPanelMap.Site], _ industryMatches: (distinct: Int, counted: Int),
    _ context: PanelContext, isSelected: Bool
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
      feet: legends(sites, industryMatches, context), isSelected: isSelected)
  }

  /// Returns the legend of the signs in use, longest first.
  private func legends(
    _ sites: [ParkPanelMap.Site], _ industryMatches: (distinct: Int, counted: Int), _ context: PanelContext
  ) -> [Line] {
    let hasLinks = sites.contains { site in sites.contains { $0.id == site.parent && $0.row == site.row } }
    var texts: [String] = []
    if sites.contains(where: { !$0.entries.isEmpty }) {
      texts.append(context.text("符号：目标状态", "mark: target status"))
    }
    if sites.contains(where: \.hasIndustryMatches) {
      texts.append(industryMatchLegend(industryMatches, context))
    }
    if hasLinks { texts.append(context.text("连线：属于", "line: part of")) }
    return stride(from: texts.count, to: 0, by: -1).map { count in
      Line(texts.prefix(count).joined(separator: "  "), .muted)
    }
  }

  /// Returns the legend of the projects matched by industry, with the distinct count if some match more than one zone.
  private func industryMatchLegend(_ industryMatches: (distinct: Int, counted: Int), _ context: PanelContext)
    -> String
  {
    industryMatches.counted == industryMatches.distinct
      ? context.text("行业匹配，位置未写明", "matched by industry; location unstated")
      : context.text(
        "行业匹配、位置未写明：各组团去重\(industryMatches.distinct)",
        "\(industryMatches.distinct) distinct projects matched by industry; location unstated")
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

  /// Returns the number of the target behind the status glyph, and its cluster if that has another name.
  private func remark(_ placement: ParkSummary.Placement, _ context: PanelContext) -> Line {
    guard let shown = placement.shown else { return Line("") }
    let number = context.label(shown.target)
    guard placement.isShownByEquivalent, let equivalent = placement.equivalent,
      equivalent.name != placement.cluster.name
    else {
      return Line(number, .muted)
    }
    let name = context.text(equivalent.name)
    return Line(context.text("同\(name) \(number)", "as \(name): \(number)"), .muted)
  }

  private func areaText(_ figure: Figure, _ context: PanelContext) -> String {
    let name = context.dataset.indicators[figure.indicator].map { context.text($0.short) } ?? ""
    return "\(name) \(context.label(figure))"
  }

  /// Returns `▼ 新材料`.
  func clusterText(_ placement: ParkSummary.Placement, _ context: PanelContext) -> Line {
    let name = context.text(placement.cluster.name)
    guard let status = placement.status else {
      return Line([Span("\(context.glyphs.bullet) ", .muted), Span(name)])
    }
    return Line([Span("\(context.glyph(status)) ", status.role), Span(name)])
  }

  // MARK: Projects

  /// Returns the project counts of a park, longest first.
  private func feet(_ summary: ParkSummary, _ context: PanelContext) -> [Line] {
    let total = summary.projects.count
    let industryMatches = summary.industryMatches.count
    let byCluster =
      industryMatches > 0
      ? [Span(context.text("行业匹配 \(industryMatches)", "\(industryMatches) matched by industry"), .muted)] : []
    guard total > 0 else { return [Line(byCluster)] }
    let own = Span(context.text("项目 \(total)", "\(total) \(total == 1 ? "project" : "projects")"))
    let rungs = countSpans(summary.projects, context)
    let bar = industryMatches > 0 ? [Span("  ")] : []
    return [Line(rungs + bar + byCluster), Line([own] + bar + byCluster), Line(rungs), Line([own])]
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
