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
    // A large screen has three columns, of which that of the figures is less than half.
    let isFull = area.width >= 236
    // Two parts side by side need room for their text, which is longer in English.
    if area.width < (context.language == .zh ? 60 : 76) || area.height < 16 {
      renderNarrow(
        parts(view, context, area.width < 70 ? .narrow : .medium), context, rest,
        &buffer)
      return
    }
    let parts = parts(view, context, isFull ? .full : .medium)
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
        title, isCluster ? sumRemark(context) : barRemark(context, table, width: top.width), top,
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
    table = table.fitting(1, atMost: 13).fitting(table.columns.count - 1, atMost: 20)
    // A name may be cut; figure and status must be visible.
    let rest = table.columns.dropFirst().reduce(1) { $0 + $1.width + 1 }
    return table.fitting(0, atMost: max(8, min(20, width - rest)))
  }

  private func renderMedium(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let needed = parts.targets.rows.count + parts.clusters.rows.count + 2
    let (main, below) = area.splitTop(min(needed, max(0, area.height - 4)))
    renderMain(parts, 0, context, main, &buffer)
    // A tall screen has room for the history.
    let side = max(parts.funnel.height, parts.attention.rows.count) + 6
    let (lower, rest) = below.splitTop(below.height >= side + Self.leastBelow ? side : below.height)
    // The names of the rungs are longer in English.
    let (left, right) = lower.splitLeft(lower.width * (context.language == .zh ? 46 : 48) / 100)
    renderFunnel(parts, context, left, &buffer)
    renderSide(parts, context, right.splitLeft(2).rest, &buffer)
    renderBelow(context, rest, &buffer)
  }

  private func renderWide(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let (main, side) = area.splitLeft(area.width * 64 / 100)
    let rows = parts.targets.rows.count + parts.clusters.rows.count
    let spacing = area.height >= 2 * rows + 24 ? 1 : 0
    let (figures, below) = main.splitTop(rows * (1 + spacing) + (main.height > 16 ? 4 : 2))
    renderMain(parts, spacing, context, figures, &buffer)
    renderBelow(context, below, &buffer)
    let sideArea = Rect(x: side.x + 2, y: side.y, width: side.width - 3, height: side.height)
    let (top, bottom) = sideArea.splitTop(min(parts.funnel.height + 2, sideArea.height / 2))
    renderFunnel(parts, context, top, &buffer)
    renderSide(parts, context, bottom, &buffer)
  }

  /// The rows below the figures from which a history is drawn there.
  private static let leastBelow = HistoryChart.leastHeight + 2

  /// Draws the history of the total and the latest project changes, or only one of them if there is no room for both.
  private func renderBelow(_ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    guard area.height >= Self.leastBelow, let history = totalHistory(context) else {
      return renderNews(context, area, &buffer)
    }
    let moves = area.height >= Self.leastBelow + 4 ? max(4, min(8, area.height - 14)) : 0
    let (top, bottom) = area.splitTop(area.height - moves)
    render(history, context, top.splitTop(top.height - (moves > 0 ? 1 : 0)).top, &buffer)
    renderMoves(context, bottom, &buffer)
  }

  /// Draws three columns: the figures and their histories; the pipeline, what needs attention and the latest project
  /// changes; the critical conflicts and the documents.
  private func renderHuge(_ parts: Parts, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let (main, others) = area.splitLeft(area.width * 46 / 100)
    let (middle, last) = others.splitLeft(others.width * 52 / 100)
    let rows = parts.targets.rows.count + parts.clusters.rows.count
    let spacing = area.height >= 2 * rows + 40 ? 1 : 0
    let (figures, below) = main.splitTop(rows * (1 + spacing) + 4)
    renderMain(parts, spacing, context, figures, &buffer)
    renderHistories(context, below, &buffer)
    let centre = Rect(x: middle.x + 2, y: middle.y, width: middle.width - 3, height: middle.height)
    let (funnel, attention) = centre.splitTop(parts.funnel.height + 2)
    renderFunnel(parts, context, funnel, &buffer)
    let (side, news) = attention.splitTop(
      max(1, parts.attention.rows.count) + context.board.pipeline.commitments.count + 4)
    renderSide(parts, context, side, &buffer)
    renderMoves(context, news, &buffer)
    renderLast(context, Rect(x: last.x + 1, y: last.y, width: last.width - 2, height: last.height), &buffer)
  }
}
