import Model

/// The face of the board: the main figures against target and pace, the clusters, the pipeline, and what needs
/// attention, on one page.
struct OverviewPanel: Panel {
  let id = "overview"
  let title = Name(zh: "总览", en: "Overview")
  let keys = [
    KeyHint("↑↓", "移动", "move"), KeyHint("Enter", "进入", "open"),
    KeyHint(boundTo: Action.citations, "出处", "sources"),
  ]

  // MARK: Keys

  /// What can be selected.
  private enum Entry {
    case target(TargetProgress)
    /// A main figure that has no target.
    case figure(Figure)
    case cluster(ClusterSummary)
    case rung(Pipeline.Step)
    /// Projects that are past the date they were expected.
    case overdue([ProjectStatus])

    var id: String {
      switch self {
      case .target(let row): "target/\(row.target.id)"
      case .figure(let figure): "figure/\(figure.id)"
      case .cluster(let summary): "cluster/\(summary.cluster.id)"
      case .rung(let step): "rung/\(step.rung.rawValue)"
      case .overdue: "overdue"
      }
    }
  }

  private func entries(_ state: AppState) -> [Entry] {
    headlines(state) + state.board.clusters.map { .cluster($0) }
      + steps(state).map { .rung($0) } + attention(state)
  }

  /// One id for each entry. What is both a main figure and behind stands twice on the page.
  private func ids(of entries: [Entry]) -> [String] {
    var seen: Set<String> = []
    return entries.map { seen.insert($0.id).inserted ? $0.id : "again/\($0.id)" }
  }

  func update(_ state: inout AppState, on key: Key) -> Bool {
    let entries = entries(state)
    let ids = ids(of: entries)
    if key == .enter || key == .right, let index = selectedIndex(state, in: ids) {
      switch entries[index] {
      case .target(let row): state.go(to: "targets", selecting: row.target.id, open: true)
      case .figure: _ = state.show(.citations)
      case .cluster(let summary): state.go(to: "clusters", selecting: summary.cluster.id)
      case .rung(let step):
        state.go(to: "projects")
        state.updateView { $0.filters = ["stage": step.rung.rawValue] }
      case .overdue:
        state.go(to: "projects")
        state.updateView { $0.filters = ["overdue": "yes"] }
      }
      return true
    }
    return moveSelection(&state, on: key, through: ids, page: 5)
  }

  func statements(_ state: AppState) -> [Statement] {
    let entries = entries(state)
    let ids = ids(of: entries)
    guard let index = selectedIndex(state, in: ids) else { return [] }
    switch entries[index] {
    case .target(let row): return TargetsPanel.statements(of: row, state)
    case .figure(let figure): return [state.statement(figure)]
    case .cluster(let summary): return ClustersPanel.statements(of: summary, state)
    case .rung(let step): return [step.reported].compactMap { $0 }.map(state.statement)
    case .overdue(let projects):
      return projects.compactMap { status in
        status.expected.map {
          Statement(label: status.project.name, value: Name(both: $0.date.text), citations: $0.citations)
        }
      }
    }
  }

  // MARK: Content

  private func headlines(_ state: AppState) -> [Entry] {
    state.dataset.info.headlines.compactMap { indicator in
      state.board.headline(indicator).map { .target($0) } ?? state.board.newest(indicator).map { .figure($0) }
    }
  }

  /// Rungs that hold a project or a reported total.
  private func steps(_ state: AppState) -> [Pipeline.Step] {
    state.board.pipeline.steps.filter { step in
      let isNamed = state.dataset.vocabulary.stages.contains { $0.ladder == step.rung }
      return (step.rung < .stalled && isNamed) || step.named > 0 || step.reported != nil
    }
  }

  /// What needs attention: targets that are behind, worst first, then projects that are overdue.
  private func attention(_ state: AppState) -> [Entry] {
    let overdue = state.board.overdue
    return state.board.behind.map { .target($0) } + (overdue.isEmpty ? [] : [.overdue(overdue)])
  }

  // MARK: Drawing

  func render(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    let headlines = headlines(state)
    let clusters = state.board.clusters
    let steps = steps(state)
    let ids = ids(of: entries(state))
    let selected = selectedIndex(state, in: ids)
    func selection(from first: Int, count: Int) -> Int? {
      selected.flatMap { $0 >= first && $0 < first + count ? $0 - first : nil }
    }
    let targetsTable = targetTable(headlines, state, selection(from: 0, count: headlines.count))
    let clusterTable = clusterTable(clusters, state, selection(from: headlines.count, count: clusters.count))
    let beforeSteps = headlines.count + clusters.count
    let funnel = Funnel(
      steps: steps, selection: selection(from: beforeSteps, count: steps.count))
    let worst = attention(state)
    let attentionTable = attentionTable(
      worst, state, selection(from: beforeSteps + steps.count, count: worst.count))

    var rest = area
    if area.height > 6 {
      let (line, body) = rest.splitTop(1)
      buffer.put(verdict(state, width: line.width), in: line, ellipsis: state.glyphs.ellipsis)
      rest = body
    }
    if area.width < 60 {
      renderNarrow(
        [targetsTable, clusterTable], selected, beforeSteps, state, funnel, attentionTable, rest, &buffer)
      return
    }
    let isWide = area.width >= 110 && area.height >= 20
    if isWide {
      let spacing = area.height >= 56 ? 1 : 0
      let (main, side) = rest.splitLeft(area.width * 66 / 100)
      let rows = (headlines.count + clusters.count) * (1 + spacing) + (main.height > 16 ? 4 : 2)
      let (figures, below) = main.splitTop(rows)
      renderMain(targetsTable, clusterTable, spacing, headlines, state, figures, &buffer)
      renderNews(state, below, &buffer)
      let sideArea = Rect(x: side.x + 2, y: side.y, width: side.width - 3, height: side.height)
      let (top, bottom) = sideArea.splitTop(min(steps.count + 2, sideArea.height / 2))
      section(pipelineTitle(state), pipelineRemark(state), top, state, &buffer) {
        funnel.render($0, state, &$1)
      }
      renderSide(attentionTable, state, bottom, &buffer)
    } else {
      let needed = headlines.count + clusters.count + 2
      let (main, lower) = rest.splitTop(min(needed, max(0, rest.height - 4)))
      renderMain(targetsTable, clusterTable, 0, headlines, state, main, &buffer)
      let (left, right) = lower.splitLeft(lower.width * 46 / 100)
      section(pipelineTitle(state), pipelineRemark(state), left, state, &buffer) {
        funnel.render($0, state, &$1)
      }
      let side = Rect(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height)
      renderSide(attentionTable, state, side, &buffer)
    }
  }

  /// What needs attention, then as far as there is room the yearly commitments and the conflicts that mislead.
  private func renderSide(_ attention: Table, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    let commitments = CommitmentLines.lines(state, isShort: area.width < 60)
    let (top, rest) = area.splitTop(max(2, attention.rows.count + 1))
    let fitsCommitments = !commitments.isEmpty && rest.height > commitments.count
    section(attentionTitle(state), "\(attention.rows.count)", fitsCommitments ? top : area, state, &buffer) {
      renderAttention(attention, state, $0, &$1)
    }
    guard fitsCommitments else { return }
    let gap = rest.height > commitments.count + 3 ? 1 : 0
    let (_, lower) = rest.splitTop(gap)
    let (middle, last) = lower.splitTop(commitments.count + 1)
    section(state.text("年度承诺", "Yearly commitments"), "", middle, state, &buffer) { area, buffer in
      for (row, line) in commitments.enumerated() {
        buffer.put(line, in: area, row: row, ellipsis: state.glyphs.ellipsis)
      }
    }
    let misleading = state.board.conflicts.filter { $0.severity == .misleads }
    guard last.height >= 5, !misleading.isEmpty else { return }
    let title = state.text("易误读的数据矛盾", "Conflicts that mislead")
    section(title, "\(misleading.count)", last.splitTop(1).rest, state, &buffer) { area, buffer in
      for (row, conflict) in misleading.prefix(area.height).enumerated() {
        let line = Line([Span(" \(state.glyphs.conflict) ", .conflict), Span(state.text(conflict.title))])
        buffer.put(line, in: area, row: row, ellipsis: state.glyphs.ellipsis)
      }
    }
  }

  private func pipelineTitle(_ state: AppState) -> String { state.text("项目管道", "Pipeline") }
  private func pipelineRemark(_ state: AppState) -> String { state.text("列名/通报", "named/reported") }
  private func attentionTitle(_ state: AppState) -> String { state.text("需要关注", "Needs attention") }

  private func section(
    _ title: String, _ remark: String, _ area: Rect, _ state: AppState, _ buffer: inout Buffer,
    _ content: (Rect, inout Buffer) -> Void
  ) {
    let (head, body) = area.splitTop(1)
    SectionTitle(title, remark: remark).render(in: head, into: &buffer, glyphs: state.glyphs)
    content(body, &buffer)
  }

  private func renderAttention(_ table: Table, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    if table.rows.isEmpty {
      buffer.put(
        state.text("没有其他滞后的目标", "no other target is behind"), x: area.x + 1, y: area.y, style: Style(.muted),
        clip: area)
    } else {
      table.render(in: area, into: &buffer, glyphs: state.glyphs)
    }
  }

  private func renderMain(
    _ targets: Table, _ clusters: Table, _ spacing: Int, _ headlines: [Entry], _ state: AppState,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    var (targets, clusters) = (targets, clusters)
    targets.spacing = spacing
    clusters.spacing = spacing
    let mark = String(state.glyphs.paceMark)
    let gap = area.height - (targets.rows.count + clusters.rows.count) * (1 + spacing) > 3 ? 1 : 0
    let (top, bottom) = area.splitTop(targets.rows.count * (1 + spacing) + 1 + gap)
    section(
      state.text("主要指标", "Main figures"), state.text("\(mark) 序时应达处", "\(mark) where pace should be"), top,
      state, &buffer
    ) { targets.render(in: $0, into: &$1, glyphs: state.glyphs) }
    let period = state.board.clusters.compactMap(\.output?.period).max { $0.end < $1.end }
    let title = state.board.classification.map { state.text($0.name) } ?? state.text("产业集群", "Clusters")
    let name = state.dataset.indicators[state.dataset.info.total].map { state.text($0.short) } ?? ""
    section(
      period.map { "\(title) \($0.label(state.language)) \(name)" } ?? title, sumRemark(state), bottom, state,
      &buffer
    ) { clusters.render(in: $0, into: &$1, glyphs: state.glyphs) }
  }

  /// The sum of the clusters beside the printed total.
  private func sumRemark(_ state: AppState) -> String {
    let outputs = state.board.clusters.compactMap(\.output)
    guard outputs.count == state.board.clusters.count, let first = outputs.first,
      let total = state.board.headline(state.dataset.info.total)?.observation,
      total.period == first.period
    else { return "" }
    let sum = Decimal.text(outputs.reduce(0) { $0 + $1.value })
    let relation = sum == total.valueText ? "=" : state.glyphs.conflict
    return state.text(
      "分项和 \(sum) \(relation) 合计 \(total.valueText)", "sum \(sum) \(relation) total \(total.valueText)")
  }

  /// Where there is room: what moved last, and the documents that the board rests on.
  private func renderNews(_ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= 4 else { return }
    let sources = Array(state.board.sources.reversed())
    let (top, bottom) = area.splitTop(max(3, area.height - sources.count - 2))
    section(state.text("项目动态", "Latest milestones"), "", top, state, &buffer) { area, buffer in
      for (row, line) in moves(state).prefix(area.height).enumerated() {
        buffer.put(line, in: area, row: row, ellipsis: state.glyphs.ellipsis)
      }
    }
    section(state.text("资料", "Documents"), state.text("新者在上", "newest first"), bottom, state, &buffer) {
      area, buffer in
      for (row, source) in sources.prefix(area.height).enumerated() {
        let line = Line([
          Span(" " + TextWidth.padded(source.date.text, to: 11, mark: state.glyphs.ellipsis), .muted),
          Span(state.text(source.title)),
        ])
        buffer.put(line, in: area, row: row, ellipsis: state.glyphs.ellipsis)
      }
    }
  }

  /// The milestones that were reached last, beyond being planned.
  private func moves(_ state: AppState) -> [Line] {
    let reached = state.board.projects.filter { ($0.rung ?? .planned) > .reserve }
      .sorted { ($0.since ?? .distantPast) > ($1.since ?? .distantPast) }
    return reached.map { status in
      let rung = status.rung ?? .planned
      return Line([
        Span(
          " "
            + TextWidth.padded(
              status.reached?.date.label(state.language) ?? "", to: 11, mark: state.glyphs.ellipsis), .muted),
        Span(
          TextWidth.padded(state.rungName(rung), to: state.rungColumns + 1, mark: state.glyphs.ellipsis),
          rung.role),
        Span(state.text(status.project.name)),
      ])
    }
  }

  private func renderNarrow(
    _ tables: [Table], _ selected: Int?, _ before: Int, _ state: AppState, _ funnel: Funnel,
    _ attention: Table,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    // One list; the part with the cursor is the one that is drawn from its top.
    let index = selected ?? 0
    if index < before {
      var rows = tables.flatMap(\.rows)
      rows = rows.map { Table.Row($0.cells) }
      var table = tables[0]
      table.rows = rows
      table.selection = selected
      table.render(in: area, into: &buffer, glyphs: state.glyphs)
    } else if index < before + funnel.steps.count {
      section(pipelineTitle(state), pipelineRemark(state), area, state, &buffer) {
        funnel.render($0, state, &$1)
      }
    } else {
      section(attentionTitle(state), "", area, state, &buffer) { area, buffer in
        renderAttention(attention, state, area, &buffer)
      }
    }
  }

  /// How many targets stand where, worst first; the ones without data last.
  private func verdict(_ state: AppState, width: Int) -> Line {
    let counts = state.board.counts
    let total = counts.values.reduce(0, +)
    var spans = [Span(state.text(" 共\(total)个目标 ", " \(total) targets "), Style(.strong))]
    let order: [Status] = [.farBehind, .behind, .slightlyBehind, .onPace, .reached, .nothingNew, .noData]
    for status in order {
      guard let count = counts[status], count > 0 else { continue }
      let word = width < 60 ? "" : state.text(status.name)
      spans.append(Span("  \(state.glyph(status))\(width < 60 ? "" : " ")\(word) \(count)", status.role))
    }
    return Line(spans)
  }

  // MARK: Tables

  private func targetTable(_ entries: [Entry], _ state: AppState, _ selection: Int?) -> Table {
    Table(
      columns: columns(state), rows: entries.map { Table.Row(headlineCells($0, state)) },
      selection: selection,
      hasHeader: false)
  }

  private func headlineCells(_ entry: Entry, _ state: AppState) -> [Table.Content] {
    switch entry {
    case .target(let row):
      return cells(name: state.text(row.indicator.short), row, row.observation, state)
    case .figure(let figure):
      let name = state.dataset.indicators[figure.indicator].map { state.text($0.short) } ?? figure.indicator
      return [
        .text(name), .text(state.value(figure), .strong),
        .text(state.text(state.dataset.unitName(figure.unit)), .muted), .text(""), .text(""),
        .text(figure.period.label(state.language), .muted),
      ]
    default: return []
    }
  }

  private func clusterTable(_ rows: [ClusterSummary], _ state: AppState, _ selection: Int?) -> Table {
    Table(
      columns: columns(state),
      rows: rows.map { summary in
        let name = state.text(summary.cluster.name)
        guard let row = summary.target else {
          return Table.Row([
            .text(name), .text(state.label(summary.output), .strong), .text(""), .text(""), .text(""),
            .text(""),
          ])
        }
        return Table.Row(cells(name: name, row, summary.output, state))
      }, selection: selection, hasHeader: false)
  }

  private func columns(_ state: AppState) -> [Table.Column] {
    let isChinese = state.language == .zh
    return [
      Table.Column("", width: isChinese ? 12 : 16, flex: 1, priority: 9),
      Table.Column("", width: 8, alignment: .right, priority: 8),
      Table.Column("", width: 12, flex: 5, priority: 6),
      Table.Column("", width: isChinese ? 12 : 17, priority: 5),
      Table.Column("", width: 5, alignment: .right, priority: 4),
      Table.Column("", width: isChinese ? 13 : 19, priority: 7),
    ]
  }

  private func cells(name: String, _ row: TargetProgress, _ observation: Figure?, _ state: AppState) -> [Table
    .Content]
  {
    let gap = row.status == .reached ? "" : row.gap.map { Decimal.signed($0) } ?? ""
    let status = row.status
    let words =
      status == .nothingNew
      ? "\(state.glyph(status)) \(state.text("仅有\(row.observation?.period.text ?? "")年", "only \(row.observation?.period.text ?? "") known"))"
      : "\(state.statusText(status)) \(gap)"
    return [
      .text(name),
      .text(state.value(observation), .strong),
      .bar(bar(for: row)),
      .text("/ \(state.label(row.target))", .muted),
      .text(row.attainment.map { Decimal.percent($0, digits: 0) } ?? "-", .plain),
      .text(words, Style(status.role)),
    ]
  }

  private func attentionTable(_ entries: [Entry], _ state: AppState, _ selection: Int?) -> Table {
    Table(
      columns: [
        Table.Column("", width: 1, priority: 9), Table.Column("", width: 14, flex: 1, priority: 8),
        Table.Column("", width: 6, alignment: .right, priority: 7), Table.Column("", width: 9, priority: 3),
      ],
      rows: entries.map { Table.Row(attentionCells($0, state)) }, selection: selection, hasHeader: false)
  }

  private func attentionCells(_ entry: Entry, _ state: AppState) -> [Table.Content] {
    switch entry {
    case .target(let row):
      return [
        .text(state.glyph(row.status), Style(row.status.role)), .text(state.title(of: row)),
        .text(row.gap.map { Decimal.signed($0) } ?? "", Style(row.status.role)),
        .text(state.text(row.plan.short), .muted),
      ]
    case .overdue(let projects):
      return [
        .text(state.glyph(.behind), .behind), .text(state.text("逾期未见到达的项目", "Overdue projects")),
        .text("\(projects.count)", .behind), .text(""),
      ]
    case .cluster, .rung, .figure: return []
    }
  }
}

/// The pipeline as bars, one rung a row: the named projects that stand on it, a mark at the reported total.
private struct Funnel {
  var steps: [Pipeline.Step]
  var selection: Int?

  func render(_ area: Rect, _ state: AppState, _ buffer: inout Buffer) {
    // Wishes of a plan outnumber everything else many times; the scale is that of the rungs that are climbed.
    let climbed = steps.filter { $0.rung > .planned }
    let most = max(1, climbed.map { max(Double($0.named), $0.reported?.value ?? 0) }.max() ?? 1)
    let table = Table(
      columns: [
        Table.Column("", width: min(state.rungColumns, area.width / 3), priority: 9),
        Table.Column("", width: 3, alignment: .right, priority: 8),
        Table.Column("", width: 4, alignment: .right, priority: 7),
        Table.Column("", width: 6, flex: 1, priority: 5),
      ],
      rows: steps.map { step in
        Table.Row([
          .text(state.rungName(step.rung), Style(step.rung.role)), .text("\(step.named)", .strong),
          .text(step.reported.map { "/\(state.value($0))" } ?? "", .muted),
          .bar(
            ProgressBar(
              value: min(1, Double(step.named) / most), pace: step.reported.map { $0.value / most },
              role: step.rung.role)),
        ])
      }, selection: selection, hasHeader: false)
    table.render(in: area, into: &buffer, glyphs: state.glyphs)
  }
}
