import Model

extension ParkPanel {
  /// The map of the placed parks, each with its area, its clusters, and how many projects stand where.
  func map(
    _ board: ParkBoard, _ projects: ParkProjects, _ state: AppState, selected: String
  ) -> ParkPanelMap {
    // Rows and columns that no park uses are left out; the others keep their order.
    let rows = Set(board.placed.compactMap(\.place?.row)).sorted()
    let columns = Set(board.placed.compactMap(\.place?.column)).sorted()
    let sites = board.placed.compactMap { park -> ParkPanelMap.Site? in
      guard let place = park.place, let row = rows.firstIndex(of: place.row),
        let column = columns.firstIndex(of: place.column),
        let summary = board.summary(of: park.id, projects)
      else { return nil }
      return site(summary, row, column, state)
    }
    let frame = board.frame.flatMap { board.summary(of: $0.id, projects) }
    return ParkPanelMap(
      frame: box(
        of: frame, sites, board.kindredTotal(projects), state, isSelected: frame?.park.id == selected),
      frameID: frame?.park.id,
      sites: sites,
      selected: selected, glyphs: state.glyphs, lists: state.lists)
  }

  private func box(
    of frame: ParkSummary?, _ sites: [ParkPanelMap.Site], _ kindred: (distinct: Int, counted: Int),
    _ state: AppState, isSelected: Bool
  ) -> ParkPanelBox {
    var title = Line(state.text("园区示意", "Parks"), .title)
    if let frame {
      title = Line(state.text(frame.park.name), isSelected ? .selection : .title)
      if let area = frame.area(in: state.dataset) {
        title.spans.append(Span("  \(areaText(area, state))", .muted))
      }
    }
    return ParkPanelBox(
      title: title, remark: Line(state.text("示意图，不按比例", "schematic, not to scale"), .muted),
      feet: legends(sites, kindred, state), isSelected: isSelected)
  }

  /// What the signs mean, as far as they are used; from the fullest text to the shortest.
  private func legends(
    _ sites: [ParkPanelMap.Site], _ kindred: (distinct: Int, counted: Int), _ state: AppState
  ) -> [Line] {
    let hasLinks = sites.contains { site in sites.contains { $0.id == site.parent && $0.row == site.row } }
    var texts: [String] = []
    if sites.contains(where: { !$0.entries.isEmpty }) {
      texts.append(state.text("符号：目标状态", "mark: target status"))
    }
    if sites.contains(where: \.hasKindred) {
      texts.append(kindredLegend(kindred, state))
    }
    if hasLinks { texts.append(state.text("连线：属于", "line: part of")) }
    return stride(from: texts.count, to: 0, by: -1).map { count in
      Line(texts.prefix(count).joined(separator: "  "), .muted)
    }
  }

  /// What is counted by cluster, and that some of it is counted in more than one group.
  private func kindredLegend(_ kindred: (distinct: Int, counted: Int), _ state: AppState) -> String {
    kindred.counted == kindred.distinct
      ? state.text("行业匹配，位置未写明", "matched by industry; location unstated")
      : state.text(
        "行业匹配、位置未写明：各组团去重\(kindred.distinct)",
        "matched by industry; location unstated, \(kindred.distinct) without doubles")
  }

  private func site(
    _ summary: ParkSummary, _ row: Int, _ column: Int, _ state: AppState
  ) -> ParkPanelMap.Site {
    var site = ParkPanelMap.Site(
      id: summary.park.id, name: state.text(summary.park.name), row: row, column: column,
      feet: feet(summary, state), hasKindred: !summary.kindred.isEmpty, parent: summary.park.parent)
    if let area = summary.area(in: state.dataset) {
      site.lead.append(Line(areaText(area, state), .strong))
    }
    site.entries = summary.clusters.map { placement in
      var line = clusterText(placement, state)
      if placement.isPart { line.spans.insert(Span("  "), at: 0) }
      return (line: line, remark: remark(placement, state))
    }
    site.note = summary.park.note.map { Line(state.text($0.name), .muted) }
    return site
  }

  /// The number of the target that the sign is of, and whose it is where that is a cluster of another name.
  private func remark(_ placement: ParkSummary.Placement, _ state: AppState) -> Line {
    guard let shown = placement.shown else { return Line("") }
    let number = state.label(shown.target)
    guard placement.isShownByKin, let kin = placement.kin, kin.name != placement.cluster.name else {
      return Line(number, .muted)
    }
    let name = state.text(kin.name)
    return Line(state.text("同\(name) \(number)", "as \(name): \(number)"), .muted)
  }

  private func areaText(_ figure: Figure, _ state: AppState) -> String {
    let name = state.dataset.indicators[figure.indicator].map { state.text($0.short) } ?? ""
    return "\(name) \(state.label(figure))"
  }

  /// `▼ 新材料`
  func clusterText(_ placement: ParkSummary.Placement, _ state: AppState) -> Line {
    let name = state.text(placement.cluster.name)
    guard let status = placement.status else {
      return Line([Span("\(state.glyphs.bullet) ", .muted), Span(name)])
    }
    return Line([Span("\(state.glyph(status)) ", status.role), Span(name)])
  }

  // MARK: Projects

  /// How many projects stand where, from the fullest text to the shortest.
  private func feet(_ summary: ParkSummary, _ state: AppState) -> [Line] {
    let total = summary.projects.count
    let kindred = summary.kindred.count
    let byCluster =
      kindred > 0 ? [Span(state.text("行业匹配 \(kindred)", "\(kindred) matched by industry"), .muted)] : []
    guard total > 0 else { return [Line(byCluster)] }
    let own = Span(state.text("项目 \(total)", "\(total) \(total == 1 ? "project" : "projects")"))
    let rungs = countSpans(summary.projects, state)
    let bar = kindred > 0 ? [Span("  ")] : []
    return [Line(rungs + bar + byCluster), Line([own] + bar + byCluster), Line(rungs), Line([own])]
  }

  /// `在建 1 开工 2`, each in the colour of its rung.
  func countSpans(_ projects: [ProjectStatus], _ state: AppState) -> [Span] {
    let between = state.text("  ", ", ")
    var spans: [Span] = []
    for (rung, count) in ParkSummary.counts(projects) {
      let name = state.rungName(rung)
      let text = state.text("\(name) \(count)", "\(count) \(name.lowercased())")
      spans += (spans.isEmpty ? [] : [Span(between)]) + [Span(text, rung.role)]
    }
    let rest = projects.count { $0.rung == nil }
    if rest > 0 {
      let text = state.text("未定 \(rest)", "\(rest) without a stage")
      spans += (spans.isEmpty ? [] : [Span(between)]) + [Span(text, .muted)]
    }
    return spans
  }
}
