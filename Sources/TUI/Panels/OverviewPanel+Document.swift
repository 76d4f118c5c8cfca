import Model

extension OverviewPanel {
  /// The targets of the main figures and of the clusters.
  func listing(_ state: AppState) -> PanelListing? {
    let board = state.board
    let rows =
      state.dataset.info.headlines.compactMap { board.headline($0) } + board.clusters.compactMap(\.target)
    return rows.isEmpty ? nil : PanelListing(kind: .targets, ids: rows.map(\.target.id))
  }

  func document(_ state: AppState) -> Document {
    let state = state.spoken
    var page = state.page(self)
    for line in OverviewVerdict(state).lines(width: 120) { page.add(paragraph: line.text) }
    page.add(heading: state.text("主要指标", "Main figures"))
    let headlines = headlines(state)
    page.add(
      named(state.text("指标", "Indicator"), state),
      headlines.map { withoutArrows(headlineCells($0, state, .full), state) },
      notes: headlines.map { page.notes(citations($0), state) })
    page.add(
      heading: state.board.classification.map { state.text($0.name) } ?? state.text("产业集群", "Clusters"))
    let clusters = state.board.clusters
    let table = clusterTable(clusters, state, nil, .full)
    page.add(
      named(state.text("集群", "Cluster"), state), table.rows.map { withoutArrows($0.cells, state) },
      notes: clusters.map { summary in page.notes(summary.output?.citations ?? [], state) })
    addPipeline(&page, state)
    page.add(heading: state.text("需要关注", "Needs attention"))
    let attention = attention(state)
    if attention.isEmpty { page.add(paragraph: state.text("没有其他滞后的目标", "no other target is behind")) }
    page.add(
      [
        Table.Column("", width: 1), Table.Column(state.text("目标", "Target"), width: 1),
        Table.Column(state.text("滞后或数量", "Lag or count"), width: 1, alignment: .right),
        Table.Column(state.text("规划或期间", "Plan or period"), width: 1),
      ], attention.map { attentionCells($0, state) })
    let misleading = state.board.conflicts.filter { $0.severity == .misleads }
    if !misleading.isEmpty {
      page.add(heading: state.text("易误读的数据矛盾", "Conflicts that mislead"))
      for conflict in misleading { page.add(paragraph: state.text(conflict.title)) }
    }
    return page
  }

  /// The arrows between base, actual and target say nothing where all have their names.
  private func withoutArrows(_ cells: [Table.Content], _ state: AppState) -> [Table.Content] {
    let arrow = state.glyphs.arrow
    return cells.map { cell in
      guard case .text(var text, let style) = cell else { return cell }
      if text.hasPrefix("\(arrow) ") { text = String(text.dropFirst(arrow.count + 1)) }
      if text.hasSuffix(" \(arrow)") { text = String(text.dropLast(arrow.count + 1)) }
      return .text(text, style)
    }
  }

  private func citations(_ entry: Entry) -> [Citation] {
    switch entry {
    case .target(let row): row.observation?.citations ?? row.target.citations
    case .figure(let figure): figure.citations
    default: []
    }
  }

  private func named(_ first: String, _ state: AppState) -> [Table.Column] {
    let names = [
      first, state.text("基期", "Base"), state.text("实际", "Actual"), state.text("目标", "Target"), "",
      state.text("状态", "Status"),
    ]
    return zip(targetTable([], state, nil, .full).columns, names).map { column, name in
      var column = column
      column.title = name
      return column
    }
  }

  private func addPipeline(_ page: inout Document, _ state: AppState) {
    page.add(heading: state.text("项目漏斗", "Pipeline"))
    page.add(paragraph: pipelineText(state))
    var notes: [[Int]] = []
    var rows = steps(state).map { step -> [Table.Content] in
      notes.append(page.notes(step.reported?.citations ?? [], state))
      return [
        .text(state.rungName(step.rung)), .text("\(step.listed)"),
        .text(step.reported.map { state.value($0) } ?? "-"),
      ]
    }
    let unstaged = state.board.pipeline.funnel.unstaged
    if unstaged > 0 {
      rows.append([.text(state.text("阶段不明", "Stage unknown")), .text("\(unstaged)"), .text("-")])
      notes.append([])
    }
    page.add(
      [
        Table.Column(state.text("阶段", "Stage"), width: 1),
        Table.Column(state.text("清单项目", "Listed"), width: 1, alignment: .right),
        Table.Column(state.text("官方通报数", "Official total"), width: 1, alignment: .right),
      ], rows, notes: notes)
    page.add(heading: state.text("年度目标任务", "Yearly commitments"))
    for line in CommitmentLines.lines(state, isShort: false) { page.add(paragraph: line.text) }
  }

  /// How many projects are listed, and what they are.
  private func pipelineText(_ state: AppState) -> String {
    let counts = state.board.projectCounts
    let remarks = [counts.planItemsText, counts.partsText].compactMap { $0.map { state.text($0) } }
    let count = state.text("清单项目\(counts.projects)项", "\(counts.projects) listed projects")
    return ([count] + remarks).joined(separator: state.text("，", ", "))
  }
}
