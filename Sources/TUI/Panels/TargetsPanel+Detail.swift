import Canvas
import Figures

// One target in full: bar, history, words and citations.

extension TargetsPanel {
  func renderDetail(
    _ row: TargetProgress, _ context: PanelContext, _ area: Rect, scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let subject =
      row.target.subject == .district ? "" : context.text(context.dataset.name(of: row.target.subject)) + " "
    SectionTitle(
      subject + context.text(row.indicator.name), remark: context.text(row.plan.name), isActive: true
    )
    .render(in: head, into: &buffer, glyphs: context.glyphs)
    let points = HistoryPoints.points(of: row, context)
    let parts = detailParts(body, points)
    ProgressBar(for: row).render(in: parts.bar.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
    HistoryChart(points).render(in: parts.chart, into: &buffer, glyphs: context.glyphs)
    TargetWords(row, context).sections
      .block(width: parts.text.width, indent: TargetWords.labelWidth, scroll: scroll)
      .render(in: parts.text, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the areas of bar, chart and words of an opened target, below its title. The chart is shown only if there
  /// is room.
  private func detailParts(_ body: Rect, _ points: [HistoryChart.Point]) -> (
    bar: Rect, chart: Rect, text: Rect
  ) {
    let (bars, rest) = body.splitTop(2)
    let hasChart = points.count > 1 && rest.height >= 14
    let (chart, words) = rest.splitTop(hasChart ? min(18, rest.height * 2 / 5) : 0)
    let width = min(chart.width, points.count * 3 * HistoryChart.slot)
    return (bars.splitTop(1).top, chart.splitLeft(width).left, words.inset(columns: 1))
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let row = selected(view, context) else { return nil }
    let parts = detailParts(area.splitTop(1).rest, HistoryPoints.points(of: row, context))
    let sections = TargetWords(row, context).sections
    return (sections.block(width: parts.text.width, indent: TargetWords.labelWidth), parts.text)
  }
}
