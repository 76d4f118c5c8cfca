import Model

/// The clusters side by side, and one of them in full: output, targets, sub-industries, chain, firms, projects.
struct ClustersPanel: Panel {
  let id = "clusters"
  let title = Name(zh: "集群", en: "Clusters")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "展开", "open"), KeyHint("w", "情景推演", "what if"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  func update(_ state: inout AppState, on key: Key) -> Bool {
    if key == .character("w") || key == .insert {
      state.updateView { $0.scenario = $0.scenario == nil ? [:] : nil }
      return true
    }
    if state.viewState(id).scenario != nil, ScenarioPage.update(&state, on: key, cluster: selected(state)) {
      return true
    }
    return moveSelection(&state, on: key, through: state.board.clusters.map(\.cluster.id), page: 10)
  }

  private func selected(_ state: AppState) -> ClusterSummary? {
    selectedIndex(state, in: state.board.clusters.map(\.cluster.id)).map { state.board.clusters[$0] }
  }

  func statements(_ state: AppState) -> [Statement] {
    selected(state).map { ClustersPanel.statements(of: $0, state) } ?? []
  }

  static func statements(of summary: ClusterSummary, _ state: AppState) -> [Statement] {
    var figures = [summary.output, summary.publishedGrowth, summary.target?.target, summary.partial]
      .compactMap { $0 }
    figures += summary.target?.alternatives ?? []
    var result = figures.map(state.statement)
    result.append(
      Statement(
        label: summary.cluster.name, value: Name(zh: "名称", en: "name"), citations: summary.cluster.citations))
    return result
  }

  // MARK: Drawing

  func render(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    let summaries = state.board.clusters
    guard !summaries.isEmpty else {
      buffer.put(
        state.text("此日期尚无集群数据", "no clusters known on this day"), x: area.x + 1, y: area.y,
        style: Style(.muted), clip: area)
      return
    }
    let view = state.viewState(id)
    guard let summary = selected(state) else { return }
    if let assumed = view.scenario {
      ScenarioPage.render(assumed, selected: summary.cluster.id, state, in: area, into: &buffer)
      return
    }
    if view.isOpen {
      renderDetail(summary, state, area, scroll: view.scroll, isActive: true, &buffer)
      return
    }
    let (list, detail) = area.splitTop(min(summaries.count + 2, area.height))
    renderList(summaries, state, list, &buffer)
    if detail.height > 2 {
      let gap = detail.splitTop(detail.height > 14 ? 1 : 0).rest
      renderDetail(summary, state, gap, scroll: view.scroll, isActive: false, &buffer)
    }
  }

  private func renderList(
    _ summaries: [ClusterSummary], _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let classification = state.board.classification
    let unit = summaries.compactMap(\.output?.unit).first.map { state.text(state.dataset.unitName($0)) } ?? ""
    SectionTitle(
      state.text("产业集群", "Clusters"), remark: "\(classification.map { state.text($0.name) } ?? "") \(unit)"
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    let period = summaries.compactMap(\.output?.period).max { $0.end < $1.end }?.text ?? ""
    let columns = [
      Table.Column(state.text("集群", "Cluster"), width: state.language == .zh ? 10 : 18, flex: 1, priority: 9),
      Table.Column(period, width: 8, alignment: .right, priority: 9),
      Table.Column(state.text("增速", "Growth"), width: 6, alignment: .right, priority: 8),
      Table.Column(state.text("目标", "Target"), width: 6, alignment: .right, priority: 8),
      Table.Column(state.text("进度", "Progress"), width: 8, flex: 2, priority: 3),
      Table.Column(state.text("年均需", "Need/yr"), width: 7, alignment: .right, priority: 6),
      Table.Column(state.text("占比", "Share"), width: 6, alignment: .right, priority: 5),
      Table.Column(state.text("拉动", "Adds pp"), width: 7, alignment: .right, priority: 4),
      Table.Column(state.text("状态", "Status"), width: state.language == .zh ? 10 : 17, priority: 7),
    ]
    let rows = summaries.map { summary -> Table.Row in
      let status = summary.target?.status ?? .noData
      return Table.Row([
        .text(state.text(summary.cluster.name)), .text(state.value(summary.output), .strong),
        .text(summary.publishedGrowth.map { state.label($0) } ?? "-"),
        .text(state.value(summary.target?.target)),
        .bar(summary.target.map { bar(for: $0) } ?? ProgressBar(value: 0)),
        .text(summary.target?.requiredGrowth.map { Decimal.percent($0) } ?? "-"),
        .text(summary.share.map { Decimal.percent($0) } ?? "-"),
        .text(summary.contribution.map { Decimal.signed($0, digits: 2) } ?? "-"),
        .text(state.statusText(status), Style(status.role)),
      ])
    }
    let selection = selectedIndex(state, in: summaries.map(\.cluster.id))
    Table(columns: columns, rows: rows, selection: selection).render(
      in: body, into: &buffer, glyphs: state.glyphs)
  }

  private func renderDetail(
    _ summary: ClusterSummary, _ state: AppState, _ area: Rect, scroll: Int, isActive: Bool,
    _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(
      state.text(summary.cluster.name),
      remark: isActive
        ? state.text("↑↓滚动 Esc返回", "Up/Down scroll, Esc back") : state.text("Enter 展开", "Enter opens"),
      isActive: isActive
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    let points = chartPoints(summary, state)
    let (text, chart) = detailParts(body, points)
    ColumnChart(points).render(in: chart, into: &buffer, glyphs: state.glyphs)
    TextBlock(lines(of: summary, state), scroll: scroll, indent: 10)
      .render(in: text, into: &buffer, glyphs: state.glyphs)
  }

  /// The history stands at the right where the text leaves room for it.
  private func detailParts(_ body: Rect, _ points: [ColumnChart.Point]) -> (text: Rect, chart: Rect) {
    let hasChart = body.width >= 100 && body.height >= 12 && points.count > 1
    let (text, side) = body.splitLeft(body.width - (hasChart ? 34 : 0))
    let chart = Rect(x: side.x + 3, y: side.y, width: side.width - 3, height: min(12, side.height))
    return (text.inset(columns: 1), chart)
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let summary = selected(state) else { return nil }
    let parts = detailParts(area.splitTop(1).rest, chartPoints(summary, state))
    return (TextBlock(lines(of: summary, state), indent: 10), parts.text)
  }

  /// The level before, where it follows from the published growth; the outputs; the target.
  private func chartPoints(_ summary: ClusterSummary, _ state: AppState) -> [ColumnChart.Point] {
    var points = summary.history.map {
      ColumnChart.Point($0.value, label: state.value($0), caption: $0.period.text)
    }
    if let base = summary.target?.baseline, base.isComputed {
      let caption = "\(base.day.year) \(state.text("推算", "comp."))"
      points.insert(
        ColumnChart.Point(
          base.value, label: Decimal.text(base.value), caption: caption, role: .muted, isOutline: true),
        at: 0)
    }
    if let row = summary.target {
      points.append(
        ColumnChart.Point(
          row.target.value, label: state.value(row.target),
          caption: "\(row.target.period.text)\(state.text("目标", " goal"))", role: row.status.role,
          isOutline: true))
    }
    return points
  }

  // MARK: Detail

  private func lines(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    let cluster = summary.cluster
    var lines: [Line] = []
    func add(_ zh: String, _ en: String, _ spans: [Span]) {
      lines.append(Line([Span(TextWidth.padded(state.text(zh, en), to: 10), .muted)] + spans))
    }
    var output = summary.history.flatMap {
      [Span("\($0.period.text) ", .muted), Span(state.label($0) + "  ", Style(.strong))]
    }
    if let partial = summary.partial {
      output += [
        Span("\(partial.period.label(state.language)) ", .muted), Span(state.label(partial), Style(.strong)),
      ]
    }
    if !output.isEmpty { add("产值", "Output", output) }
    add("增长", "Growth", growth(summary, state))
    if let target = summary.target { add("目标", "Target", targets(target, state)) }
    for row in summary.kinTargets {
      let cluster = state.text(state.dataset.name(of: row.target.subject))
      let classification =
        state.dataset.clusters[row.target.subject.id]
        .flatMap { state.dataset.classifications[$0.classification] }.map { state.text($0.name) } ?? ""
      add(
        "", "",
        [
          Span("\(state.label(row.target)) ", Style(.accent)),
          Span(
            "\(state.text(row.plan.short)) \(row.target.period.text)  \(cluster) (\(classification))", .muted),
        ])
    }
    if let share = summary.share {
      let contribution =
        summary.contribution.map {
          state.text(
            "  拉动增长 \(Decimal.fixed($0, digits: 2)) 个百分点（推算）",
            "  adds \(Decimal.fixed($0, digits: 2)) pp to growth (computed)")
        } ?? ""
      add("占比", "Share", [Span("\(Decimal.percent(share))\(contribution)")])
    }
    for part in summary.parts
    where part.target != nil || part.cluster.classification == cluster.classification {
      let figure = part.target.map { state.label($0.target) + " (\($0.target.period.text))" } ?? ""
      add(
        lines.contains { $0.text.hasPrefix(state.text("子产业", "Parts")) } ? "" : "子产业", "Parts",
        [
          Span(state.text(part.cluster.name)), Span("  \(figure)", Style(.strong)),
          Span("  \(part.target.map { state.text($0.plan.short) } ?? "")", .muted),
        ])
    }
    lines += chain(of: summary, state)
    add("企业", "Firms", firms(summary, state))
    add("园区", "Where", parks(summary, state))
    add("项目", "Projects", projects(summary, state))
    add("其他分类", "Also", kin(of: cluster, state))
    return lines
  }

  private func growth(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    var spans: [Span] = []
    if let published = summary.publishedGrowth {
      spans.append(Span("\(state.label(published)) ", Style(.strong)))
      spans.append(Span(state.text("公布", "published"), .muted))
    } else {
      spans.append(Span(state.text("未公布", "not published"), .muted))
    }
    if let computed = summary.computedGrowth {
      spans.append(Span("  \(Decimal.percent(computed)) ", Style(.strong)))
      spans.append(Span(state.text("推算", "computed"), .muted))
    } else {
      spans.append(Span(state.text("  上年数值未印，无法验算", "  no level of the year before to check it"), .muted))
    }
    return spans
  }

  private func targets(_ row: TargetProgress, _ state: AppState) -> [Span] {
    var spans = [
      Span("\(state.label(row.target)) ", Style(.strong)),
      Span("\(state.text(row.plan.short)) \(row.target.period.text)  ", .muted),
      Span(state.statusText(row.status), row.status.role),
      Span(row.status == .reached ? "" : row.gap.map { " \(Decimal.signed($0))pp" } ?? "", row.status.role),
    ]
    for other in row.alternatives {
      let plan = other.plan.flatMap { state.dataset.plans[$0] }.map { state.text($0.short) } ?? ""
      spans.append(Span("  \(state.label(other)) ", Style(.accent)))
      spans.append(Span("\(plan) \(other.period.text)", .muted))
    }
    return spans
  }

  /// Upstream, midstream and downstream, a row for each sub-industry that has a chain.
  private func chain(of summary: ClusterSummary, _ state: AppState) -> [Line] {
    let clusters = [summary.cluster] + summary.parts.map(\.cluster)
    var lines: [Line] = []
    for cluster in clusters where !cluster.chain.isEmpty {
      var spans = [Span(TextWidth.padded(lines.isEmpty ? state.text("产业链", "Chain") : "", to: 10), .muted)]
      if cluster.id != summary.cluster.id { spans.append(Span("\(state.text(cluster.name)): ", .accent)) }
      for (index, stage) in Cluster.ChainStage.allCases.enumerated() {
        let items = cluster.chain.filter { $0.stage == stage }.flatMap(\.items)
        guard !items.isEmpty else { continue }
        if index > 0 { spans.append(Span(" \(state.glyphs.arrow) ", .accent)) }
        spans.append(Span("[\(items.map { state.text($0.name) }.joined(separator: state.text("、", ", ")))]"))
      }
      lines.append(Line(spans))
    }
    return lines
  }

  private func firms(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let ids = summary.cluster.enterprises
    let firms = state.dataset.enterprises.filter {
      (ids.contains($0.id) || $0.clusters.contains(summary.cluster.id)) && state.board.isKnown($0.citations)
    }
    guard !firms.isEmpty else { return [Span("-")] }
    return [
      Span(
        firms.map { firm in
          state.text(firm.name) + (firm.role.map { "(\(state.text($0)))" } ?? "")
        }.joined(separator: state.text("、", ", ")))
    ]
  }

  private func parks(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    let kin = Set(
      [summary.cluster.id]
        + state.dataset.clusters.filter { $0.sameAs.contains(summary.cluster.id) }.map(\.id))
    let parks = state.dataset.parks.filter { park in
      (summary.cluster.parks.contains(park.id) || !kin.isDisjoint(with: park.clusters))
        && state.board.isKnown(park.citations)
    }
    return [
      Span(parks.isEmpty ? "-" : parks.map { state.text($0.name) }.joined(separator: state.text("、", ", ")))
    ]
  }

  private func projects(_ summary: ClusterSummary, _ state: AppState) -> [Span] {
    var spans: [Span] = []
    for rung in Rung.allCases {
      guard let count = summary.projects[rung], count > 0 else { continue }
      spans.append(Span("\(state.rungName(rung)) ", rung.role))
      spans.append(Span("\(count)  ", Style(.strong)))
    }
    return spans.isEmpty ? [Span("-")] : spans
  }

  private func kin(of cluster: Cluster, _ state: AppState) -> [Span] {
    let others = state.dataset.clusters.filter {
      (cluster.sameAs.contains($0.id) || $0.sameAs.contains(cluster.id)) && state.board.isKnown($0.citations)
    }
    guard !others.isEmpty else { return [Span("-")] }
    return [
      Span(
        others.map { other in
          let classification =
            state.dataset.classifications[other.classification].map { state.text($0.name) } ?? ""
          return "\(state.text(other.name)) (\(classification))"
        }.joined(separator: state.text("、", ", ")))
    ]
  }
}
