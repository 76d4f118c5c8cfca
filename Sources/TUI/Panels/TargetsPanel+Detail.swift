import Canvas
import Domain
import Figures

// One target in full: bar, history, words and citations.

extension TargetsPanel {
  /// How much of the place of an opened target its chart has.
  enum ChartRoom { case none, part, all }

  func renderDetail(
    _ row: TargetProgress, _ context: PanelContext, _ area: Rect, scroll: Int, chartRoom: ChartRoom = .part,
    _ buffer: inout Buffer
  ) {
    let (head, body) = area.splitTop(1)
    let subject =
      row.target.subject == .district ? "" : context.text(context.dataset.name(of: row.target.subject)) + " "
    SectionTitle(
      subject + context.text(row.indicator.name), remark: context.text(row.plan.name), isActive: true
    )
    .render(in: head, into: &buffer, glyphs: context.glyphs)
    let chart = HistoryPoints.chart(of: row, context)
    let parts = detailParts(row, body, chart, chartRoom)
    ProgressBar(for: row).render(in: parts.bar.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
    buffer.put(barWords(row, context), in: parts.words.inset(columns: 1), ellipsis: context.glyphs.ellipsis)
    chart.render(in: parts.chart.inset(columns: 1), into: &buffer, glyphs: context.glyphs)
    TargetWords(row, context).sections
      .block(width: parts.text.width, indent: TargetWords.labelWidth, scroll: scroll)
      .render(in: parts.text, into: &buffer, glyphs: context.glyphs)
  }

  /// Returns the meaning of the bar: the time earned and, at the mark, the time gone.
  private func barWords(_ row: TargetProgress, _ context: PanelContext) -> Line {
    guard let (earned, elapsed) = row.onBar, let elapsed else { return Line("") }
    let mark = context.glyphs.paceMark
    let (done, gone) = (Decimal.percent(earned), Decimal.percent(elapsed))
    let pace = row.paceText(context.language).map { context.text("：\($0)", ": \($0)") } ?? ""
    return Line(
      context.text("进度\(done)，\(mark)时间进度\(gone)\(pace)", "earned \(done), \(mark) time gone \(gone)\(pace)"),
      .muted)
  }

  private struct DetailParts {
    var bar, words, chart, text: Rect
  }

  /// Returns the areas of an opened target, below its title. Bar and chart are left out if they have nothing to show, the
  /// chart also if there is no room.
  private func detailParts(
    _ row: TargetProgress, _ body: Rect, _ chart: HistoryChart, _ room: ChartRoom
  ) -> DetailParts {
    let hasBar = row.onBar != nil
    let (bar, below) = body.splitTop(hasBar ? 1 : 0)
    let (words, rest) = below.splitTop(hasBar && row.onBar?.elapsed != nil ? 1 : 0)
    let least = HistoryChart.leastHeight
    let isAll = room == .all && rest.height >= least
    let hasChart = chart.isDrawable && (isAll || room == .part && rest.height >= 2 * least + 2)
    let height = isAll ? rest.height : min(18, max(least, rest.height * 2 / 5))
    let (picture, text) = rest.splitTop(hasChart ? height : 0)
    return DetailParts(
      bar: bar, words: words, chart: picture.splitLeft(isAll ? picture.width : min(picture.width, 110)).left,
      text: text.splitTop(hasChart && text.height > 2 * least ? 1 : 0).rest.inset(columns: 1))
  }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
  {
    guard view.isOpen, let row = selected(view, context) else { return nil }
    let parts = detailParts(row, area.splitTop(1).rest, HistoryPoints.chart(of: row, context), .part)
    let sections = TargetWords(row, context).sections
    return (sections.block(width: parts.text.width, indent: TargetWords.labelWidth), parts.text)
  }
}
