import Canvas
import Figures

extension OverviewPanel {
  /// The parts of the page, built once per frame.
  struct Parts {
    var headlines: [Entry]
    var targets: Table
    var clusters: Table
    var funnel: FunnelPicture
    var attention: Table
    /// Index of the entry under the cursor.
    var selected: Int
  }

  private func parts(_ view: ViewState, _ context: PanelContext, _ fullness: Fullness) -> Parts {
    let headlines = headlines(context)
    let clusters = context.board.clusters
    let steps = steps(context)
    let worst = attention(context)
    let ids = ids(of: headlines + clusters.map(Entry.cluster) + steps.map(Entry.rung) + worst)
    let selected = selectedIndex(view, in: ids) ?? 0
    func selection(from first: Int, count: Int) -> Int? {
      selected >= first && selected < first + count ? selected - first : nil
    }
    let beforeSteps = headlines.count + clusters.count
    var parts = Parts(
      headlines: headlines,
      targets: targetTable(headlines, context, selection(from: 0, count: headlines.count), fullness),
      clusters: clusterTable(
        clusters, context, selection(from: headlines.count, count: clusters.count), fullness),
      funnel: FunnelPicture(
        steps: steps, funnel: context.board.pipeline.funnel,
        selection: selection(from: beforeSteps, count: steps.count), context: context),
      attention: attentionTable(
        worst, context, selection(from: beforeSteps + steps.count, count: worst.count)), selected: selected)
    parts.targets.identifyRows(by: ids)
    parts.clusters.identifyRows(by: ids.dropFirst(headlines.count))
    parts.funnel.records = Array(ids.dropFirst(beforeSteps))
    parts.attention.identifyRows(by: ids.dropFirst(beforeSteps + steps.count))
    return parts
  }

  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    var rest = area
    if area.height > 6 {
      let lines = OverviewVerdict(context).lines(width: area.width)
      let (top, body) = rest.splitTop(lines.count)
      for (row, line) in lines.enumerated() {
        buffer.put(line, in: top, row: row, ellipsis: context.glyphs.ellipsis)
      }
      rest = body
    }
    // Two parts side by side need room for their text, which is longer in English.
    if area.width < (context.language == .zh ? 60 : 76) || area.height < 16 {
      renderNarrow(
        parts(view, context, area.width < 70 ? .narrow : area.width < 180 ? .medium : .full), context, rest,
        &buffer)
      return
    }
    let parts = parts(view, context, area.width < 180 ? .medium : .full)
    if area.width >= 180 && area.height >= 40 {
      renderHuge(parts, context, rest, &buffer)
    } else if area.width >= 110 && area.height >= 20 {
      renderWide(parts, context, rest, &buffer)
    } else {
      renderMedium(parts, context, rest, &buffer)
    }
  }

  /// Draws the part with the cursor, with more space between its rows. Below figures it draws their histories.
  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer) {
    var parts = parts(view, context, area.width < 70 ? .narrow : area.width < 180 ? .medium : .full)
    let spacing = area.height >= 30 ? 1 : 0
    (parts.targets.spacing, parts.clusters.spacing) = (spacing, spacing)
    let clusters = parts.headlines.count..<parts.headlines.count + parts.clusters.rows.count
    if parts.selected < clusters.upperBound {
      let isCluster = parts.selected >= clusters.lowerBound
      let table = isCluster ? parts.clusters : parts.targets
      let title = isCluster ? clustersTitle(context) : context.text("主要指标", "Main figures")
      let (top, below) = area.splitTop(table.rows.count * (1 + spacing) + 2)
      section(
        title, isCluster ? sumRemark(context) : barRemark(context), top,
        context, &buffer
      ) {
        table.render(in: $0, into: &$1, glyphs: context.glyphs)
      }
      if below.height >= 8 { renderHistories(context, below, &buffer) }
    } else if parts.selected < clusters.upperBound + parts.funnel.steps.count {
      renderFunnel(parts, context, area, &buffer)
    } else {
      renderAttention(parts.attention, context, area, &buffer)
    }
  }

  // MARK: Sizes

  /// Draws all parts below one another if they fit, otherwise only the part with the cursor.
  private func renderNarrow(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let figures = parts.targets.rows.count + parts.clusters.rows.count
    let (upper, lower) = area.splitTop(figures + 1)
    let (middle, side) = lower.splitTop(parts.funnel.height + 2)
    if side.height >= 8 {
      narrowFigures(parts, area.width).render(in: upper, into: &buffer, glyphs: context.glyphs)
      renderFunnel(parts, context, middle, &buffer)
      renderSide(parts, context, side, &buffer)
    } else if parts.selected < figures {
      narrowFigures(parts, area.width).render(in: area, into: &buffer, glyphs: context.glyphs)
    } else if parts.selected < figures + parts.funnel.steps.count {
      renderFunnel(parts, context, area, &buffer)
    } else {
      renderAttention(parts.attention, context, area, &buffer)
    }
  }

  /// Returns one list of the main figures followed by the clusters.
  private func narrowFigures(_ parts: Parts, _ width: Int) -> Table {
    var table = parts.targets
    table.rows += parts.clusters.rows
    table.selection = parts.selected < table.rows.count ? parts.selected : nil
    table = table.fitting(1, atMost: 10).fitting(table.columns.count - 1, atMost: 20)
    // A name may be cut; the status must be visible.
    let rest = table.columns.dropFirst().reduce(1) { $0 + $1.width + 1 }
    return table.fitting(0, atMost: max(12, min(20, width - rest)))
  }

  private func renderMedium(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let needed = parts.targets.rows.count + parts.clusters.rows.count + 2
    let (main, lower) = area.splitTop(min(needed, max(0, area.height - 4)))
    renderMain(parts, 0, context, main, &buffer)
    // The names of the rungs are longer in English.
    let (left, right) = lower.splitLeft(lower.width * (context.language == .zh ? 46 : 48) / 100)
    renderFunnel(parts, context, left, &buffer)
    renderSide(parts, context, right.splitLeft(2).rest, &buffer)
  }

  private func renderWide(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let (main, side) = area.splitLeft(area.width * 64 / 100)
    let rows = parts.targets.rows.count + parts.clusters.rows.count
    let spacing = area.height >= 2 * rows + 20 ? 1 : 0
    let (figures, below) = main.splitTop(rows * (1 + spacing) + (main.height > 16 ? 4 : 2))
    renderMain(parts, spacing, context, figures, &buffer)
    renderNews(context, below, &buffer)
    let sideArea = Rect(x: side.x + 2, y: side.y, width: side.width - 3, height: side.height)
    let (top, bottom) = sideArea.splitTop(min(parts.funnel.height + 2, sideArea.height / 2))
    renderFunnel(parts, context, top, &buffer)
    renderSide(parts, context, bottom, &buffer)
  }

  /// Draws three columns: the figures and their histories; the pipeline, what needs attention and the latest project
  /// changes; the critical conflicts and the documents.
  private func renderHuge(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let (main, others) = area.splitLeft(area.width * 46 / 100)
    let (middle, last) = others.splitLeft(others.width * 52 / 100)
    let rows = parts.targets.rows.count + parts.clusters.rows.count
    let (figures, below) = main.splitTop(rows * 2 + 4)
    renderMain(parts, 1, context, figures, &buffer)
    renderHistories(context, below, &buffer)
    let centre = Rect(x: middle.x + 2, y: middle.y, width: middle.width - 3, height: middle.height)
    let (funnel, attention) = centre.splitTop(parts.funnel.height + 2)
    renderFunnel(parts, context, funnel, &buffer)
    let (side, news) = attention.splitTop(
      parts.attention.rows.count + context.board.pipeline.commitments.count + 4)
    renderSide(parts, context, side, &buffer)
    renderMoves(context, news, &buffer)
    renderLast(context, Rect(x: last.x + 1, y: last.y, width: last.width - 2, height: last.height), &buffer)
  }

  // MARK: Parts

  func section(
    _ title: String, _ remark: String, _ area: Rect, _ context: PanelContext, _ buffer: inout Buffer,
    _ content: (Rect, inout Buffer) -> Void
  ) {
    guard area.height > 1 else { return }
    let (head, body) = area.splitTop(1)
    SectionTitle(title, remark: remark).render(in: head, into: &buffer, glyphs: context.glyphs)
    content(body, &buffer)
  }

  private func renderMain(
    _ parts: Parts, _ spacing: Int, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer
  ) {
    var (targets, clusters) = aligned(parts.targets, parts.clusters)
    targets.spacing = spacing
    clusters.spacing = spacing
    let gap = area.height - (targets.rows.count + clusters.rows.count) * (1 + spacing) > 3 ? 1 : 0
    let (top, bottom) = area.splitTop(targets.rows.count * (1 + spacing) + 1 + gap)
    section(context.text("主要指标", "Main figures"), barRemark(context), top, context, &buffer) {
      targets.render(in: $0, into: &$1, glyphs: context.glyphs)
    }
    section(clustersTitle(context), sumRemark(context), bottom, context, &buffer) {
      clusters.render(in: $0, into: &$1, glyphs: context.glyphs)
    }
  }

  private func barRemark(_ context: PanelContext) -> String {
    let mark = String(context.glyphs.paceMark)
    return context.text(
      "基期（*推算）→实际→目标，条为进度，\(mark)为时间进度", "base (* computed), actual, target; bar: earned, \(mark): time gone")
  }

  /// Returns both tables with the same column widths, so that their bars line up.
  private func aligned(_ first: Table, _ second: Table) -> (Table, Table) {
    var (first, second) = (first, second)
    for index in first.columns.indices where second.columns.indices.contains(index) {
      let width = max(first.columns[index].width, second.columns[index].width)
      (first.columns[index].width, second.columns[index].width) = (width, width)
    }
    return (first, second)
  }

  private func clustersTitle(_ context: PanelContext) -> String {
    let period = context.board.clusters.compactMap(\.output?.period).max { $0.end < $1.end }
    let title = context.board.classification.map { context.text($0.name) } ?? context.text("产业集群", "Clusters")
    let name = context.dataset.indicators[context.dataset.info.total].map { context.text($0.short) } ?? ""
    return period.map { "\(title) \($0.label(context.language)) \(name)" } ?? title
  }

  /// Returns the sum of the clusters beside the published total.
  private func sumRemark(_ context: PanelContext) -> String {
    let outputs = context.board.clusters.compactMap(\.output)
    guard outputs.count == context.board.clusters.count, !outputs.isEmpty,
      let total = context.board.headline(context.dataset.info.total)?.observation,
      outputs.allSatisfy({ $0.period == total.period && $0.unit == total.unit && $0.scope == total.scope })
    else { return targetSumRemark(context) }
    let value = outputs.reduce(0) { $0 + $1.value }
    let sum = context.dataset.exactNumber(value, unit: total.unit, context.language)
    let printed = context.dataset.exactNumber(total.value, unit: total.unit, context.language)
    let relation = Formula.isSum(value, total.value) ? "=" : context.glyphs.conflict
    return context.text(
      "分项和 \(sum) \(relation) 合计 \(printed)", "sum \(sum) \(relation) total \(printed)")
  }

  /// Returns the sum of the cluster targets if it differs from the total target; empty otherwise.
  private func targetSumRemark(_ context: PanelContext) -> String {
    let rows = context.board.clusters.compactMap(\.target)
    guard rows.count == context.board.clusters.count, !rows.isEmpty,
      let whole = context.board.headline(context.dataset.info.total)?.target,
      rows.allSatisfy({ row in
        row.target.unit == whole.unit && row.target.period.end == whole.period.end
          && row.target.scope == whole.scope && row.target.kind == whole.kind && !row.target.isInWords
      })
    else { return "" }
    let value = rows.reduce(0) { $0 + $1.target.value }
    guard !Formula.isSum(value, whole.value) else { return "" }
    let draft = rows.contains(where: \.isDraft) ? context.text("（稿）", " (draft)") : ""
    let sum = context.dataset.number(value, unit: whole.unit, context.language) + draft
    let total = context.dataset.number(whole.value, unit: whole.unit, context.language)
    return context.text(
      "分项目标和 \(sum) \(context.glyphs.conflict) \(total)",
      "targets sum to \(sum) \(context.glyphs.conflict) \(total)")
  }

  private func renderFunnel(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let counts = context.board.projectCounts
    let title = context.text("项目漏斗", "Pipeline")
    let count = context.text("清单项目\(counts.projects)", "\(counts.projects) listed")
    let items = counts.planItems
    let texts =
      items > 0
      ? [
        count + context.text("，其中产品方向、计划事项\(items)", ", of which \(items) lines or programmes"),
        context.text(
          "清单\(counts.projects)，产品方向等\(items)", "\(counts.projects), \(items) lines, programmes"),
      ] : []
    let room = area.width - TextWidth.columns(of: title) - 6
    let remark = texts.first { TextWidth.columns(of: $0) <= room } ?? count
    let (head, body) = area.splitTop(1)
    SectionTitle(title, remark: remark).render(in: head, into: &buffer, glyphs: context.glyphs)
    parts.funnel.render(in: body, into: &buffer)
  }

  /// Draws what needs attention and, if there is room, the yearly commitments and the critical conflicts.
  private func renderSide(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let commitments = CommitmentLines.lines(context, isShort: area.width < 60)
    let (top, rest) = area.splitTop(max(2, parts.attention.rows.count + 1))
    if commitments.isEmpty, rest.height >= 5, !context.board.conflicts.isEmpty {
      renderAttention(parts.attention, context, top, &buffer)
      return renderConflicts(context, rest.splitTop(1).rest, &buffer)
    }
    let fitsCommitments = !commitments.isEmpty && rest.height > commitments.count
    renderAttention(parts.attention, context, fitsCommitments ? top : area, &buffer)
    guard fitsCommitments else { return }
    let gap = rest.height > commitments.count + 3 ? 1 : 0
    let (middle, last) = rest.splitTop(gap).rest.splitTop(commitments.count + 1)
    renderLines(context.text("年度目标任务", "Yearly commitments"), "", commitments, context, middle, &buffer)
    if last.height >= 5 { renderConflicts(context, last.splitTop(1).rest, &buffer) }
  }

  private func renderAttention(_ table: Table, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer)
  {
    let isOld = !context.board.unreportedTargets.isEmpty
    let remark = isOld ? context.text("差距按最新数", "by newest figures") : ""
    section(context.text("需要关注", "Needs attention"), remark, area, context, &buffer) {
      if table.rows.isEmpty {
        let known = context.board.counts.filter { !$0.key.isUnknown }.values.reduce(0, +)
        let all = context.board.counts.values.reduce(0, +)
        let text =
          known > 0 || all == 0
          ? context.text("没有滞后的目标", "no target is behind")
          : context.text("\(all)个目标均无可评价的数据", "none of \(all) targets can be measured")
        $1.put(text, x: $0.x + 1, y: $0.y, style: Style(.muted), clip: $0)
      } else {
        OverviewPanel.fitted(table, to: $0.width).render(in: $0, into: &$1, glyphs: context.glyphs)
      }
    }
  }

  func renderLines(
    _ title: String, _ remark: String, _ lines: [Line], _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    section(title, remark, area, context, &buffer) { area, buffer in
      for (row, line) in lines.prefix(area.height).enumerated() {
        buffer.put(line, in: area, row: row, ellipsis: context.glyphs.ellipsis)
      }
    }
  }
}
