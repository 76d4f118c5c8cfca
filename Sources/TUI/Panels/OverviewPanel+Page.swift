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
    var ids: [String?] = ids(of: entries(context, isWhole: true))
    let beforeAttention = ids.count - attention(context).count
    if context.board.pipeline.funnel.unstaged > 0 { ids.insert(nil, at: beforeAttention) }
    return ids
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let board = context.board
    let (headlines, clusters) = (headlines(context), board.clusters)
    let attention = attention(context)
    let critical = board.conflicts.filter { $0.severity == .critical }
    let table = clusterTable(clusters, context, nil, .full)
    return [
      Section([.text(OverviewVerdict(context).lines(width: 300))]),
      Section(
        context.text("主要指标", "Main figures"), level: 1,
        [
          .list(
            named(context.title(RecordCatalogue.targets["indicator"]), context),
            headlines.map { withoutArrows(headlineCells($0, context, .full), context) },
            citations: headlines.map(citations))
        ]),
      Section(
        board.classification.map { context.text($0.name) } ?? context.text("产业集群", "Clusters"), level: 1,
        [
          .list(
            named(context.title(RecordCatalogue.targets["cluster"]), context),
            table.rows.map { withoutArrows($0.cells, context) },
            citations: clusters.map { $0.output?.citations ?? [] })
        ]),
      pipelineSection(context),
      Section(
        context.text("年度目标任务", "Yearly commitments"), level: 1,
        [.text(CommitmentLines.lines(context, isShort: false))]),
      Section(
        context.text("需要关注", "Needs attention"), level: 1,
        [
          .text(attention.isEmpty ? [Line(context.text("没有其他滞后的目标", "no other target is behind"))] : []),
          .list(attentionColumns(context), attention.map { attentionCells($0, context) }, citations: []),
        ]),
    ]
      + (critical.isEmpty
        ? []
        : [
          Section(
            context.text("数据矛盾：重大分歧", "Critical conflicts"), level: 1,
            [.text(critical.map { Line(context.text($0.title)) })])
        ])
  }

  private func attentionColumns(_ context: PanelContext) -> [Table.Column] {
    [
      Table.Column("", width: 1), Table.Column(context.text("事项", "Matter"), width: 1),
      Table.Column(context.text("说明", "Remark"), width: 1),
    ]
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
    let targets = RecordCatalogue.targets
    let names = [
      first, context.title(targets["base"]), context.title(targets["actual"]),
      context.title(targets["target"]), "",
      context.title(targets["status"]),
    ]
    return zip(targetTable([], context, nil, .full).columns, names).map { column, name in
      var column = column
      column.title = name
      return column
    }
  }

  private func pipelineSection(_ context: PanelContext) -> Section {
    let steps = steps(context, isWhole: true)
    var rows = steps.map { step in
      [
        context.rungName(step.rung), step.isUnknown ? context.text("未载明", "?") : "\(step.listed)",
        step.reported.map { context.value($0) } ?? "-",
      ]
    }
    let unstaged = context.board.pipeline.funnel.unstaged
    if unstaged > 0 { rows.append([context.text("阶段不明", "Stage unknown"), "\(unstaged)", "-"]) }
    let columns = [
      Table.Column(context.title(RecordCatalogue.projects["stage"]), width: 1),
      Table.Column(context.text("清单项目", "Listed"), width: 1, alignment: .right),
      Table.Column(context.text("官方通报数", "Official total"), width: 1, alignment: .right),
    ]
    return Section(
      context.text("项目漏斗", "Pipeline"), level: 1,
      [
        .text([Line(pipelineText(context))]),
        .list(
          columns, rows.map { row in row.map { .text($0) } },
          citations: steps.map { $0.reported?.citations ?? [] }),
      ])
  }

  /// Returns the number of listed projects, and of the plan items and parts among them.
  private func pipelineText(_ context: PanelContext) -> String {
    let counts = context.board.projectCounts
    let remarks = [counts.planItemsText, counts.partsText].compactMap { $0.map { context.text($0) } }
    let count = context.text(counts.projectsText)
    return ([count] + remarks).joined(separator: context.text("，", ", "))
  }
}
