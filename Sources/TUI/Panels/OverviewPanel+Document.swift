import Canvas
import Domain
import Figures
import Output

extension OverviewPanel {
  /// Returns the targets of the main figures and of the clusters.
  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    let board = context.board
    let rows =
      context.dataset.info.headlines.compactMap { board.headline($0) } + board.clusters.compactMap(\.target)
    return rows.isEmpty ? nil : PanelListing(kind: .targets, ids: rows.map(\.target.id))
  }

  /// Returns the entries in order. The row of projects without a stage, after the rungs, cannot be opened.
  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    var ids: [String?] = ids(of: entries(context))
    let beforeAttention = ids.count - attention(context).count
    if context.board.pipeline.funnel.unstaged > 0 { ids.insert(nil, at: beforeAttention) }
    return ids
  }

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    for line in OverviewVerdict(context).lines(width: 120) { page.add(paragraph: line.text) }
    page.add(heading: context.text("主要指标", "Main figures"))
    let headlines = headlines(context)
    page.add(
      named(context.text("指标", "Indicator"), context),
      headlines.map { withoutArrows(headlineCells($0, context, .full), context) },
      notes: headlines.map { page.notes(citations($0), context) })
    page.add(
      heading: context.board.classification.map { context.text($0.name) } ?? context.text("产业集群", "Clusters"))
    let clusters = context.board.clusters
    let table = clusterTable(clusters, context, nil, .full)
    page.add(
      named(context.text("集群", "Cluster"), context), table.rows.map { withoutArrows($0.cells, context) },
      notes: clusters.map { summary in page.notes(summary.output?.citations ?? [], context) })
    addPipeline(&page, context)
    page.add(heading: context.text("需要关注", "Needs attention"))
    let attention = attention(context)
    if attention.isEmpty { page.add(paragraph: context.text("没有其他滞后的目标", "no other target is behind")) }
    page.add(
      [
        Table.Column("", width: 1), Table.Column(context.text("目标", "Target"), width: 1),
        Table.Column(context.text("滞后或数量", "Lag or count"), width: 1, alignment: .right),
        Table.Column(context.text("规划或期间", "Plan or period"), width: 1),
      ], attention.map { attentionCells($0, context) })
    let misleading = context.board.conflicts.filter { $0.severity == .misleads }
    if !misleading.isEmpty {
      page.add(heading: context.text("易误读的数据矛盾", "Conflicts that mislead"))
      for conflict in misleading { page.add(paragraph: context.text(conflict.title)) }
    }
    return page
  }

  /// Returns the cells without the arrows between base, actual and target, which are redundant where each value is
  /// named.
  private func withoutArrows(_ cells: [Table.Content], _ context: PanelContext) -> [Table.Content] {
    let arrow = context.glyphs.arrow
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

  private func named(_ first: String, _ context: PanelContext) -> [Table.Column] {
    let names = [
      first, context.text("基期", "Base"), context.text("实际", "Actual"), context.text("目标", "Target"), "",
      context.text("状态", "Status"),
    ]
    return zip(targetTable([], context, nil, .full).columns, names).map { column, name in
      var column = column
      column.title = name
      return column
    }
  }

  private func addPipeline(_ page: inout Document, _ context: PanelContext) {
    page.add(heading: context.text("项目漏斗", "Pipeline"))
    page.add(paragraph: pipelineText(context))
    var notes: [[Int]] = []
    var rows = steps(context).map { step -> [Table.Content] in
      notes.append(page.notes(step.reported?.citations ?? [], context))
      return [
        .text(context.rungName(step.rung)), .text("\(step.listed)"),
        .text(step.reported.map { context.value($0) } ?? "-"),
      ]
    }
    let unstaged = context.board.pipeline.funnel.unstaged
    if unstaged > 0 {
      rows.append([.text(context.text("阶段不明", "Stage unknown")), .text("\(unstaged)"), .text("-")])
      notes.append([])
    }
    page.add(
      [
        Table.Column(context.text("阶段", "Stage"), width: 1),
        Table.Column(context.text("清单项目", "Listed"), width: 1, alignment: .right),
        Table.Column(context.text("官方通报数", "Official total"), width: 1, alignment: .right),
      ], rows, notes: notes)
    page.add(heading: context.text("年度目标任务", "Yearly commitments"))
    for line in CommitmentLines.lines(context, isShort: false) { page.add(paragraph: line.text) }
  }

  /// Returns the number of listed projects, and of the plan items and parts among them.
  private func pipelineText(_ context: PanelContext) -> String {
    let counts = context.board.projectCounts
    let remarks = [counts.planItemsText, counts.partsText].compactMap { $0.map { context.text($0) } }
    let count = context.text("清单项目\(counts.projects)项", "\(counts.projects) listed projects")
    return ([count] + remarks).joined(separator: context.text("，", ", "))
  }
}
