import Model

// One target in full: bar, history, words and citations.

extension TargetsPanel {
  func renderDetail(
    _ row: TargetProgress, _ state: AppState, _ area: Rect, scroll: Int, _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let subject =
      row.target.subject == .district ? "" : state.text(state.dataset.name(of: row.target.subject)) + " "
    SectionTitle(subject + state.text(row.indicator.name), remark: state.text(row.plan.name), isActive: true)
      .render(in: head, into: &buffer, glyphs: state.glyphs)
    let points = HistoryPoints.points(of: row, state)
    let parts = detailParts(body, points)
    bar(for: row).render(in: parts.bar.inset(columns: 1), into: &buffer, glyphs: state.glyphs)
    HistoryChart(points).render(in: parts.chart, into: &buffer, glyphs: state.glyphs)
    TextBlock(TargetWords(row, state).lines, scroll: scroll, indent: TargetWords.labelWidth)
      .render(in: parts.text, into: &buffer, glyphs: state.glyphs)
  }

  /// Where bar, chart and words of an opened target stand below its title; the chart only where there is room.
  private func detailParts(_ body: Rect, _ points: [HistoryChart.Point]) -> (
    bar: Rect, chart: Rect, text: Rect
  ) {
    let (bars, rest) = body.splitTop(2)
    let hasChart = points.count > 1 && rest.height >= 14
    let (chart, words) = rest.splitTop(hasChart ? min(18, rest.height * 2 / 5) : 0)
    let width = min(chart.width, points.count * 3 * HistoryChart.slot)
    return (bars.splitTop(1).top, chart.splitLeft(width).left, words.inset(columns: 1))
  }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? {
    guard state.viewState(id).isOpen, let row = selected(state) else { return nil }
    let parts = detailParts(area.splitTop(1).rest, HistoryPoints.points(of: row, state))
    return (TextBlock(TargetWords(row, state).lines, indent: TargetWords.labelWidth), parts.text)
  }
}
