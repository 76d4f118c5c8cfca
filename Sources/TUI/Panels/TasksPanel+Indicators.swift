import Canvas
import Figures
import Output

/// Indicators with their status, actual, bar, target and lag: a table if there is room for one, otherwise two lines
/// each.
struct IndicatorLines: Sendable {
  private struct Row: Sendable {
    var standing: IndicatorStanding
    var name: String
    var actual: String
    var target: String
    var lag: String
    /// The period of the actual value.
    var period: String
    /// The reason why there is no bar; empty if there is one.
    var reason: String
  }

  private let rows: [Row]
  private let context: PanelContext

  init(_ standings: [IndicatorStanding], _ context: PanelContext) {
    self.context = context
    rows = standings.map { IndicatorLines.row($0, context) }
  }

  private static func row(_ standing: IndicatorStanding, _ context: PanelContext) -> Row {
    let progress = standing.judged
    let observed = progress?.observation.map { context.value($0) }
    let reported = standing.reported.map { "\(context.value($0))" }
    let partial = progress?.partial.map { "(\(context.value($0)))" }
    let figure = standing.reported ?? progress?.observation ?? progress?.partial
    return Row(
      standing: standing, name: name(standing, context), actual: reported ?? observed ?? partial ?? "-",
      target: ((progress?.target ?? standing.goal).map { context.label($0) } ?? "-")
        + (standing.shown == nil ? "" : own(standing, context)),
      lag: standing.status == .reached || standing.commitment != nil
        ? "" : progress.map { context.lag(of: $0) } ?? "",
      period: figure?.period.text ?? "", reason: reason(standing, context))
  }

  /// Returns the number that the task has instead of the shown target's, with the lag by it.
  private static func own(_ standing: IndicatorStanding, _ context: PanelContext) -> String {
    guard let row = standing.target else { return "" }
    let (goal, lag) = (context.label(row.target), context.lag(of: row))
    return context.text("（任务写\(goal)，按此\(lag)）", " (task: \(goal), \(lag))")
  }

  private static func name(_ standing: IndicatorStanding, _ context: PanelContext) -> String {
    if let row = standing.target { return context.title(of: row) }
    let indicator = context.text(standing.indicator.short)
    guard standing.subject != .district else { return indicator }
    return "\(context.text(context.dataset.name(of: standing.subject))) \(indicator)"
  }

  /// Returns why there is no bar: there is no comparable figure, progress is not measured, or no document sets a
  /// target.
  private static func reason(_ standing: IndicatorStanding, _ context: PanelContext) -> String {
    if standing.reported != nil || standing.target?.observation != nil { return "" }
    if let row = standing.target { return row.obstacle.map { context.text($0.name) } ?? "" }
    return standing.goal == nil
      ? context.text("没有文件设目标", "no document sets a target")
      : context.text("不计进度", "progress is not measured")
  }

  /// The lines, and the same content as a list.
  var block: Section.Block {
    let targets = RecordCatalogue.targets
    let names =
      ["indicator", "status", "actual", "target"].map { context.title(targets[$0]) } + [
        context.text("差距", "Gap")
      ]
    let texts = rows.map { row in
      [row.name, context.text(row.standing.status.name), row.actual, row.target, row.lag]
    }
    let citations = rows.map { row in
      let (standing, target) = (row.standing, row.standing.target)
      let figure = standing.reported ?? target?.observation ?? target?.target ?? standing.goal
      return standing.citations + (figure?.citations ?? [])
    }
    return .drawing(lines: { lines(width: $0) }, words: [.list(names, texts, citations: citations)])
  }

  private func lines(width: Int) -> [Line] {
    let needed =
      widest(\.name) + widest { context.statusText($0.standing.status) } + widest(\.actual) + widest(\.target)
      + widest(\.lag) + 5
    let period = widest(\.period) + 1
    let least = max(10, min(18, widest(\.reason)))
    let spare = width - needed
    if spare >= least + period { return table(min(40, spare - period), hasPeriod: true) }
    return spare >= least ? table(spare, hasPeriod: false) : pairs(width)
  }

  private func widest(_ text: (Row) -> String) -> Int {
    rows.map { TextWidth.columns(of: text($0)) }.max() ?? 0
  }

  /// - Parameters:
  ///   - bar: the width of the bar, in columns.
  ///   - hasPeriod: whether the period of the actual value is shown.
  private func table(_ bar: Int, hasPeriod: Bool) -> [Line] {
    let status = widest { context.statusText($0.standing.status) }
    return rows.map { row in
      let role = row.standing.status.role
      var spans = [
        Span(left(context.statusText(row.standing.status), status), role),
        Span(left(row.name, widest(\.name))),
        Span(right(row.actual, widest(\.actual)) + " ", Style(.strong)),
      ]
      spans += picture(row, bar)
      spans.append(Span(" " + left(row.target, widest(\.target))))
      spans.append(Span(left(row.lag, widest(\.lag)), role))
      if hasPeriod {
        spans.append(Span(" \(row.period)", row.standing.target?.isStale == true ? .stale : .muted))
      }
      return Line(spans)
    }
  }

  /// Returns two lines each: name and status; below them the bar with the actual value and the target, or the target
  /// alone.
  private func pairs(_ width: Int) -> [Line] {
    let drawn = rows.filter(\.reason.isEmpty)
    func room(_ hasPeriod: Bool) -> Int {
      width - 3 - (drawn.map { Line(values(of: $0, hasPeriod: hasPeriod)).columns }.max() ?? 0)
    }
    let hasPeriod = room(true) >= 6 || room(false) < 6
    let bar = room(hasPeriod)
    return rows.flatMap { row -> [Line] in
      let role = row.standing.status.role
      let hasBar = row.reason.isEmpty
      let status = [context.text(row.standing.status.name), row.lag].filter { !$0.isEmpty }
        .joined(separator: " ")
      let partial = row.actual == "-" ? "" : "\(row.actual) / "
      let end =
        row.target == "-" && !hasBar
        ? [Span(row.reason, .muted)] : [Span(hasBar ? "" : "\(partial)\(row.target)  "), Span(status, role)]
      let room = width - 3 - Line(end).columns
      let head = [Span("\(context.glyph(row.standing.status)) ", role)]
      var lines: [Line] = []
      if TextWidth.columns(of: row.name) <= room {
        lines = [Line(head + [Span(left(row.name, room))] + end)]
      } else {
        lines = [Line(head + [Span(row.name)]), Line([Span("  ")] + end)]
      }
      guard hasBar else { return lines }
      let words = values(of: row, hasPeriod: hasPeriod)
      let blanks = [Span(TextWidth.padded("", to: width - 2 - max(0, bar) - Line(words).columns))]
      lines.append(Line([Span("  ")] + (bar >= 6 ? picture(row, bar) + blanks : []) + words))
      return lines
    }
  }

  private func values(of row: Row, hasPeriod: Bool) -> [Span] {
    [
      Span(hasPeriod && !row.period.isEmpty ? "\(row.period) " : "", .muted),
      Span(row.actual, Style(.strong)),
      Span(" / \(row.target)"),
    ]
  }

  private func picture(_ row: Row, _ width: Int) -> [Span] {
    guard row.reason.isEmpty else {
      return [Span(TextWidth.padded(row.reason, to: width, mark: context.glyphs.ellipsis), .muted)]
    }
    var drawn = Buffer(width: width, height: 1)
    bar(of: row.standing).render(in: drawn.area, into: &drawn, glyphs: context.glyphs)
    return drawn.cells.map { Span(String($0.glyph), $0.style) }
  }

  private func bar(of standing: IndicatorStanding) -> ProgressBar {
    if standing.status == .keptInPart { return ProgressBar(value: 0, role: .noData) }
    if let figure = standing.reported, let commitment = standing.commitment {
      let value = Formula.attainment(actual: figure.value, target: commitment.target.value) ?? 0
      return ProgressBar(value: value, role: standing.status.role)
    }
    return standing.judged.map { ProgressBar(for: $0) } ?? ProgressBar(value: 0, role: .noData)
  }

  private func left(_ text: String, _ width: Int) -> String {
    TextWidth.padded(text, to: width, mark: context.glyphs.ellipsis) + " "
  }

  private func right(_ text: String, _ width: Int) -> String {
    TextWidth.padded(text, to: width, alignment: .right, mark: context.glyphs.ellipsis)
  }
}
