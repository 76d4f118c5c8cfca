import Canvas
import Domain
import Figures
import Output

/// The clusters side by side, and one of them in full: output, targets, sub-industries, chain, firms, projects.
struct ClustersPanel: Panel {
  static let id = ViewID.clusters
  static let title = Name(zh: "集群", en: "Clusters")
  static let keys = [
    Binding("↑↓", "移动", "move"), Binding("Enter", "展开", "open"),
    Binding(
      "v", "看项目", "its projects", id: "clusters.projects", isForRecords: true,
      perform: { view, context in
        ClustersPanel().showProjects(view, context)
      }),
    Binding("w Insert", "情景推演", "what if", id: "clusters.what-if", isForRecords: true) { view, _ in
      view.scenario = view.scenario == nil ? [:] : nil
    },
    .citations,
  ]

  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect? {
    if view.scenario != nil, ScenarioPage.update(&view, on: key, cluster: selected(view, context)) {
      return .stay
    }
    // An opened record has nothing more to open, so Enter goes to its projects.
    if key == .enter, view.isOpen, let effect = showProjects(view, context) { return effect }
    return moveSelection(
      &view, in: context, on: key, through: context.board.clusters.map(\.cluster.id), page: 10)
  }

  private func showProjects(_ view: ViewState, _ context: PanelContext) -> PanelEffect? {
    selected(view, context).map { .go(to: ViewID.projects, filters: ["cluster": $0.cluster.id]) }
  }

  func hints(_ view: ViewState, in context: PanelContext) -> [KeyHint] {
    if view.scenario != nil { return ScenarioPage.keys }
    return view.isOpen ? recordHints : keys.map(\.hint)
  }

  func selected(_ view: ViewState, _ context: PanelContext) -> ClusterSummary? {
    selectedIndex(view, in: context.board.clusters.map(\.cluster.id)).map { context.board.clusters[$0] }
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    selected(view, context).map { ClustersPanel.statements(of: $0, context) } ?? []
  }

  func explained(_ view: ViewState, in context: PanelContext) -> [String] {
    selected(view, context).map(ClustersPanel.explained) ?? []
  }

  /// Returns the ids of its target, and of its own share and contribution.
  static func explained(_ summary: ClusterSummary) -> [String] {
    (summary.target.map { ["target/\($0.target.id)"] } ?? []) + ["cluster/\(summary.cluster.id)"]
  }

  static func statements(of summary: ClusterSummary, _ context: PanelContext) -> [Statement] {
    var figures = [summary.output, summary.publishedGrowth, summary.target?.target, summary.partial]
      .compactMap { $0 }
    figures += summary.target?.alternatives ?? []
    var result = figures.map(context.statement)
    result.append(
      Statement(
        label: summary.cluster.name, value: Name(zh: "名称", en: "name"), citations: summary.cluster.citations))
    return result
  }

  // MARK: Drawing

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    let summaries = context.board.clusters
    guard !summaries.isEmpty else {
      buffer.put(
        context.text("此日期尚无集群数据", "no clusters known on this day"), x: area.x + 1, y: area.y,
        style: Style(.muted), clip: area)
      return
    }
    guard let summary = selected(view, context) else { return }
    if let assumed = view.scenario {
      ScenarioPage.render(assumed, selected: summary.cluster.id, context, in: area, into: &buffer)
      return
    }
    if view.isOpen {
      renderDetail(summary, context, area, scroll: view.scroll, isActive: true, &buffer)
      return
    }
    let spacing = area.height >= 50 ? 1 : 0
    let (list, detail) = area.splitTop(min(summaries.count * (1 + spacing) + 2, area.height))
    // One column stays free at the edge of the screen.
    renderList(summaries, spacing, view, context, list.splitLeft(list.width - 1).left, &buffer)
    if detail.height > 2 {
      let gap = detail.splitTop(detail.height > 14 ? 1 : 0).rest
      renderDetail(summary, context, gap, scroll: view.scroll, isActive: false, &buffer)
    }
  }

  func renderList(
    _ summaries: [ClusterSummary], _ spacing: Int, _ view: ViewState, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let classification = context.board.classification
    let unit =
      (summaries.compactMap(\.output?.unit).first ?? summaries.compactMap(\.partial?.unit).first).map {
        context.heading(of: $0)
      } ?? ""
    SectionTitle(
      context.text("产业集群", "Clusters"),
      remarks: [
        legend(summaries, context), "\(classification.map { context.text($0.name) } ?? "") \(unit)",
      ]
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    var table = listTable(summaries, view, context, isWide: area.width >= 100, isNarrow: area.width < 60)
    table.spacing = spacing
    table.render(in: body, into: &buffer, glyphs: context.glyphs)
  }

  /// - Parameters:
  ///   - isWide: whether the headings have room for their years.
  ///   - isNarrow: whether the lag, which is the message, takes the room of growth and target.
  func listTable(
    _ summaries: [ClusterSummary], _ view: ViewState, _ context: PanelContext, isWide: Bool,
    isNarrow: Bool = false
  ) -> Table {
    let isOfParts = summaries.allSatisfy { $0.output == nil }
    let parts = summaries.compactMap(\.partial?.period).max { $0.end < $1.end }
    let period =
      isOfParts
      ? parts?.label(context.language) ?? ""
      : summaries.compactMap(\.output?.period).max { $0.end < $1.end }?.text ?? ""
    let targets = RecordCatalogue.targets
    let years = Set(summaries.compactMap { $0.target?.target.period.end.year })
    let year = isWide && years.count == 1 ? years.first.map { context.text("\($0)", "\($0) ") } ?? "" : ""
    let columns = [
      Table.Column(
        context.text("集群", "Cluster"), width: context.language == .zh ? 10 : 18, flex: 1, priority: 9),
      Table.Column(
        isWide ? context.text("\(period)实际", "\(period) actual") : period, width: 8, alignment: .right,
        priority: 9),
      Table.Column(context.text("增速", "Growth"), width: 6, alignment: .right, priority: 8),
      Table.Column(
        year + context.text("目标", year.isEmpty ? "Target" : "target"), width: 6, alignment: .right,
        priority: 8),
      Table.Column(
        context.text(
          isOfParts || !isWide ? "须年均增" : "\(period)年起须年均",
          isWide && !isOfParts ? "Needs a year from \(period)" : "Needs/yr"),
        width: 8, alignment: .right, priority: 6),
      context.column(targets["earned"], width: 8, flex: 3, alignment: .left, priority: 5),
      Table.Column(
        isOfParts || isNarrow
          ? context.text("滞后", "Lag") : context.text("\(period)年底滞后", "Lag, end \(period)"),
        width: context.language == .zh ? 12 : isNarrow ? 14 : 18, priority: isNarrow ? 9 : 7),
      Table.Column(context.text("拉动增长", "Adds to growth"), width: 8, alignment: .right, priority: 3),
      Table.Column(context.text("占比", "Share"), width: 6, alignment: .right, priority: 4),
    ]
    let rows = summaries.map { listRow($0, isOfParts: isOfParts, isNarrow: isNarrow, context) }
    let selection = selectedIndex(view, in: summaries.map(\.cluster.id))
    var table = Table(columns: columns, rows: rows, selection: selection).fitting(
      0, atMost: isWide ? 24 : isNarrow ? 14 : 17)
    table = table.fitting(6, atMost: 24)
    if isWide {
      for index in [1, 3, 4, 7] { table = table.fitting(index, atMost: index == 4 ? 22 : 14) }
    }
    if isOfParts { table = table.fitting(1, atMost: 20) }
    return table.withoutEmptyColumns()
  }

  /// - Parameter isOfParts: whether no cluster has a figure of a year, so that those of a part of a year are in the column.
  private func listRow(
    _ summary: ClusterSummary, isOfParts: Bool, isNarrow: Bool, _ context: PanelContext
  ) -> Table.Row {
    Table.Row(
      [
        .text(context.text(summary.cluster.name)),
        .text(level(summary, isOfParts: isOfParts, context), .strong),
        .text(summary.publishedGrowth.map { context.label($0) } ?? "-"),
        .text(context.value(summary.target?.target)),
        need(summary.target, context),
        .bar(summary.target.map { ProgressBar(for: $0) } ?? ProgressBar(value: 0, hasTrack: false)),
        .text(
          summary.target.map { isNarrow ? context.compactStanding(of: $0) : context.shortStanding(of: $0) }
            ?? "",
          Style(summary.target.map { context.role(of: $0) } ?? Status.noData.role)),
        .text(
          summary.contribution.map {
            let points = Decimal.signed($0, digits: 2)
            return context.text("\(points)点", "\(points) pp")
          } ?? "-"),
        .text(summary.share.map { Decimal.percent($0) } ?? "-"),
      ], record: summary.cluster.id)
  }

  /// Returns the newest figure of a year; in brackets one of a part of a year beside other clusters' years.
  private func level(_ summary: ClusterSummary, isOfParts: Bool, _ context: PanelContext) -> String {
    guard summary.output == nil, let partial = summary.partial else {
      return context.value(summary.output) + (summary.partial == nil ? "" : "+")
    }
    return isOfParts ? context.value(partial) : "(\(context.value(partial)))"
  }

  /// Returns the meaning of the signs in the list.
  private func legend(_ summaries: [ClusterSummary], _ context: PanelContext) -> String {
    let mark = context.glyphs.paceMark
    let bar = context.text("条为进度，\(mark)为时间进度", "bar: earned, \(mark): time gone")
    guard summaries.contains(where: { $0.partial != nil && $0.output != nil }) else { return bar }
    return bar + context.text("，+ 另有年内新数", ", +: newer figure for part of a year")
  }

  /// Returns the change per year that the target requires after its newest figure; muted if the target is past due.
  private func need(_ row: TargetProgress?, _ context: PanelContext) -> Table.Content {
    .text(row.flatMap { context.rate(of: $0) } ?? "-", row?.isUnreported == true ? .muted : .plain)
  }

  // MARK: Detail

  private func renderDetail(
    _ summary: ClusterSummary, _ context: PanelContext, _ area: Rect, scroll: Int, isActive: Bool,
    _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let remark =
      isActive
      ? context.text("↑↓滚动  Enter 看项目  Esc 返回", "Up/Down scroll  Enter projects  Esc back")
      : context.text("Enter 展开", "Enter opens")
    SectionTitle(
      context.text(summary.cluster.name), remark: context.glyphs.isASCII ? remark.inASCII : remark,
      isActive: isActive
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    let chart = HistoryPoints.chart(of: summary, context)
    let parts = detailParts(body, chart, isActive: isActive)
    if !parts.chart.isEmpty {
      let (legend, picture) = parts.chart.splitTop(1)
      buffer.put(
        Line(HistoryPoints.legend(chart, context), .muted), in: legend, ellipsis: context.glyphs.ellipsis)
      chart.render(in: picture, into: &buffer, glyphs: context.glyphs)
    }
    if !parts.side.isEmpty, let projects = projectSection(of: summary, context) {
      [projects].block(width: parts.side.width, indent: Self.labelWidth)
        .render(in: parts.side, into: &buffer, glyphs: context.glyphs)
    }
    // A large screen has room for the whole page beside the list.
    let isWhole = isActive || area.width >= 180
    let sections = isWhole ? sections(of: summary, context) : shortSections(of: summary, context)
    var block = sections.block(width: parts.text.width, indent: Self.labelWidth, scroll: scroll)
    // A chain of which only the upper half has room is left to the page of the cluster.
    if !isWhole, block.rows(width: parts.text.width).count > parts.text.height {
      block = Array(sections.prefix(1)).block(
        width: parts.text.width, indent: Self.labelWidth, scroll: scroll)
    }
    block.render(in: parts.text, into: &buffer, glyphs: context.glyphs)
  }

  private struct DetailParts {
    var text: Rect
    var chart: Rect
    /// The projects, on screens that would be empty without them.
    var side: Rect
  }

  /// Places the history to the right of the text if there is room. Large screens show the projects below the history.
  private func detailParts(_ body: Rect, _ history: HistoryChart, isActive: Bool) -> DetailParts {
    let none = Rect(width: 0, height: 0)
    guard body.width >= 100, body.height >= 12 else {
      return DetailParts(text: body.inset(columns: 1), chart: none, side: none)
    }
    let columns = body.width >= 180 ? body.width * 2 / 5 : max(36, body.width / 3)
    let (text, right) = body.splitLeft(body.width - columns)
    let place = Rect(x: right.x + 3, y: right.y, width: right.width - 4, height: right.height)
    let (chart, below) = place.splitTop(min(place.height >= 40 ? 24 : 13, place.height))
    let hasSide = !isActive && body.width < 180 && below.height >= 10
    return DetailParts(
      text: text.inset(columns: 1), chart: history.isDrawable ? chart : none,
      side: hasSide ? below.splitTop(1).rest : none)
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let summary = selected(view, context) else { return nil }
    let chart = HistoryPoints.chart(of: summary, context)
    let parts = detailParts(area.splitTop(1).rest, chart, isActive: true)
    let sections = sections(of: summary, context)
    return (sections.block(width: parts.text.width, indent: Self.labelWidth), parts.text)
  }
}
