import Canvas
import Domain
import Figures
import Output

/// A monthly series in words: its course, the newest month and the sum since January, each beside the same months of
/// the year before, and all months as a table.
struct MonthWords {
  let series: MonthSeries
  let context: PanelContext
  /// The columns of the labels.
  let labelWidth: Int

  /// Returns the part of a page that has the months.
  ///
  /// - Parameter hasTable: whether every month has its own line.
  func section(hasTable: Bool = true) -> Section {
    let first = series.points[0].month.label(context.language)
    let span = context.text(
      "\(first)至\(series.newest.month.label(.zh))", "\(first) to \(series.newest.month.label(.en))")
    // The page has the chart, a short place its course in one line.
    var blocks: [Section.Block] = [.fields(hasTable ? fields : course + fields, labelWidth: labelWidth)]
    if hasTable { blocks += [picture, table] }
    return Section(
      context.text("按月", "By month"), remark: "\(span)  \(context.heading(of: series.unit))", blocks)
  }

  private var fields: [Section.Field] {
    let newest = series.newest
    let month = newest.month.label(context.language)
    let sameMonth = "\(newest.month.year - 1)" + context.text("年\(newest.month.end.month)月", "-\(twoDigits)")
    var fields: [Section.Field] = []
    if let value = newest.value {
      fields.append(
        Section.Field(
          context.text("当月", "Month"),
          [
            [Span("\(month) ", .muted), Span(label(value), Style(.strong))]
              + changes([
                (
                  context.text("同比", "on year"), newest.onYear,
                  context.text("比\(sameMonth)", "vs \(sameMonth)")
                ),
                (
                  context.text("环比", "on month"), newest.onMonth,
                  context.text("未作季节调整", "not seasonally adjusted")
                ),
              ])
          ]))
    }
    if series.isFlow, let sum = newest.sum {
      fields.append(
        Section.Field(
          context.text("年内累计", "Year to date"),
          [
            [Span("\(throughYear) ", .muted), Span(label(sum), Style(.strong))]
              + changes([
                (context.text("同比", "on year"), newest.sumOnYear, context.text("比上年同期", "vs the same months"))
              ])
          ]))
    }
    return fields
  }

  private var twoDigits: String {
    let month = series.newest.month.end.month
    return "\(month < 10 ? "0" : "")\(month)"
  }

  /// The months from January to the newest one.
  private var throughYear: String {
    let (year, month) = (series.newest.month.year, series.newest.month.end.month)
    if context.language == .zh { return month == 1 ? "\(year)年1月" : "\(year)年1-\(month)月" }
    return "\(year)-01 to \(year)-\(twoDigits)"
  }

  private func changes(_ parts: [(name: String, change: Double?, remark: String)]) -> [Span] {
    parts.flatMap { part -> [Span] in
      guard let change = part.change else { return [] }
      return [Span("  \(part.name) "), Span(text(change), role(change)), Span(" \(part.remark)", .muted)]
    }
  }

  private func label(_ value: Double) -> String {
    context.label(value, unit: series.unit, of: series.indicator)
  }

  /// Returns a change as percent or in percentage points, with its sign.
  private func text(_ change: Double?) -> String {
    guard let change else { return "-" }
    guard series.isShare else { return Decimal.signed(change * 100, digits: 1) + "%" }
    let points = Decimal.signed(change, digits: 1)
    return context.text("\(points)点", "\(points) pp")
  }

  private func role(_ change: Double) -> Role { change < 0 ? .behind : .plain }

  /// The course in one line, with the least and the most of its months, because a small block is not zero.
  private var course: [Section.Field] {
    let values = series.points.compactMap { $0.value ?? $0.sum }
    guard let least = values.min(), let most = values.max() else { return [] }
    let range = context.text(
      "最低\(number(least))，最高\(number(most))", "lowest \(number(least)), highest \(number(most))")
    return [Section.Field(context.text("走势", "Course"), sparkline, .accent, remark: range)]
  }

  /// Returns a level in the unit of the heading.
  private func number(_ value: Double) -> String {
    context.dataset.number(value, unit: series.unit, context.language)
  }

  /// The levels of the months, or their sums where no month is known, as blocks from the lowest to the highest, with a line
  /// before each January.
  var sparkline: String {
    let levels = context.glyphs.levels
    let points = series.points.filter { $0.value != nil || $0.sum != nil }
    let values = points.compactMap { $0.value ?? $0.sum }
    guard let least = values.min(), let most = values.max(), !levels.isEmpty else { return "" }
    var text = ""
    for (index, (point, value)) in zip(points, values).enumerated() {
      let share = most > least ? (value - least) / (most - least) : 1
      if index > 0, point.month.end.month == 1 { text.append(context.glyphs.vertical) }
      text.append(levels[min(levels.count - 1, Int(share * Double(levels.count - 1) + 0.5))])
    }
    return text
  }

  /// The months as a line with its axis, a mark where a year begins, and the lowest, the highest and the newest level.
  var chart: HistoryChart {
    var divisions: [Double] = []
    let points = series.points.enumerated().compactMap { index, point -> HistoryChart.Point? in
      guard let value = point.value ?? point.sum else { return nil }
      let isJanuary = point.month.end.month == 1
      let time = HistoryPoints.time(point.month.end)
      if isJanuary, index > 0 { divisions.append(time) }
      return HistoryChart.Point(
        time: time, value, label: number(value),
        caption: index == 0 || isJanuary || index == series.points.count - 1 ? point.month.text : "")
    }
    var chart = HistoryChart(points)
    chart.divisions = divisions
    guard context.language == .en, let form = context.dataset.units[series.unit]?.english else {
      return chart
    }
    return chart.scaled(by: form.factor)
  }

  /// The rows of the chart on a page.
  private static let chartHeight = 10

  private var picture: Section.Block {
    let (chart, glyphs) = (chart, context.glyphs)
    return .drawing(
      lines: { width in
        let area = Rect(width: min(width, 100), height: Self.chartHeight)
        var buffer = Buffer(width: area.width, height: area.height)
        chart.render(in: area, into: &buffer, glyphs: glyphs)
        let lines = buffer.styledLines
        return lines.contains { !$0.spans.isEmpty } ? [Line("")] + lines + [Line("")] : []
      }, words: [])
  }

  private var table: Section.Block {
    let titles =
      [
        context.text("月份", "Month"), context.text("当月", "Value"), context.text("环比", "On month"),
        context.text("同比", "On year"),
      ]
      + (series.isFlow
        ? [context.text("年内累计", "Year to date"), context.text("累计同比", "Its change on year")] : [])
    let rows = series.points.reversed().map { point in
      [point.month.text, point.value.map(label) ?? "-", text(point.onMonth), text(point.onYear)]
        + (series.isFlow ? [point.sum.map(label) ?? "-", text(point.sumOnYear)] : [])
    }
    // A column that holds nothing leaves its room.
    let kept = titles.indices.filter { column in rows.contains { $0[column] != "-" } }
    let (heads, cells) = (kept.map { titles[$0] }, rows.map { row in kept.map { row[$0] } })
    return table(heads, cells)
  }

  private func table(_ titles: [String], _ rows: [[String]]) -> Section.Block {
    let widths = titles.indices.map { column in
      ([titles] + rows).map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      cells.indices.map {
        TextWidth.padded(cells[$0], to: widths[$0], alignment: $0 == 0 ? .left : .right)
      }.joined(separator: "  ")
    }
    let lines = [Line(line(titles), .muted)] + rows.map { Line(line($0)) }
    let columns = titles.enumerated().map {
      Table.Column($1, width: 8, alignment: $0 == 0 ? .left : .right)
    }
    return .drawing(
      lines: { _ in lines },
      words: [.list(columns, rows.map { row in row.map { .text($0) } }, citations: [])])
  }
}
