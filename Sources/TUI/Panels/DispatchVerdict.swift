import Canvas
import Domain
import Figures

/// The month in words: the lights, what is open and overdue, who has not reported.
struct DispatchVerdict {
  let board: DispatchBoard
  let context: PanelContext

  /// Returns the month in at least two lines, or what an office could record, where nothing is recorded.
  ///
  /// - Parameter width: the width of the text, in columns; longer lines are broken.
  func lines(width: Int) -> [Line] {
    let lines = board.isEmpty ? empty : [Line([Span(head, Style(.strong))] + lights), Line(work)]
    return lines.flatMap { $0.wrapped(to: width) }
  }

  /// What the documents ask for each month, and that none of it is among the data.
  private var empty: [Line] {
    let nothing = context.text(
      "没有调度记录：没有问题、报送、决定，也没有亮灯。", "Nothing is recorded: no problems, reports, decisions or lights.")
    let below = context.text("下面是文件所载的机制。", "Below is what documents say of the mechanism.")
    return [Line([Span(nothing, Style(.strong)), Span(asked.map { " " + $0 } ?? "")]), Line(below, .muted)]
  }

  /// The first document that asks for reports each month, of which the data hold none; nil if none does.
  private var asked: String? {
    let known = context.dataset.measures.filter { $0.cadence == .month }.compactMap { measure in
      measure.citations.compactMap { context.dataset.sources[$0.source] }.filter {
        $0.knownOn <= context.board.asOf
      }
      .min { $0.knownOn < $1.knownOn }.map { (measure.name, $0) }
    }
    guard let (measure, source) = known.min(by: { $0.1.knownOn < $1.1.knownOn }) else { return nil }
    return context.text(
      "《\(source.short.zh)》（\(source.date.text)）写明“\(measure.zh)”，所收资料不含这类报送，是否报送不明。",
      "\(source.short.en) (\(source.date.text)) asks for it (\(measure.en)); the documents hold none of these reports, so whether they were sent is not known."
    )
  }

  private var head: String {
    let period = board.period.label(context.language)
    let day = board.asOf
    return context.text("\(period)（截至\(day)）", "\(period) (as of \(day))")
  }

  private var lights: [Span] {
    guard board.hasLights else { return [Span(context.text("：未设亮灯规则", ": no rules of lights"), .muted)] }
    var spans = [Span(context.text("：", ": "))]
    for light in Light.allCases {
      let count = board.count(light)
      spans.append(
        Span(
          "\(context.glyph(light))\(context.text("\(light.name.zh)\(count)", "\(count) \(light.name.en)"))",
          context.role(count == 0 ? nil : light)))
      spans.append(Span("  "))
    }
    let changed = board.changedLights.count
    spans.append(Span(context.text("变灯\(changed)", "\(changed) changed")))
    let disputed = board.lights.count(where: \.isDisputed)
    if disputed > 0 {
      spans.append(
        Span(
          "  " + context.glyphs.conflict + context.text("评定不同\(disputed)", "\(disputed) judged otherwise"),
          .conflict))
    }
    return spans
  }

  private var work: [Span] {
    let (open, decisions) = (board.openProblems.count, board.openDecisions.count)
    let overdue = board.overdueProblems.count
    let late = board.openDecisions.count { $0.supervision.isOverdue }
    let missing = board.missingReports.count
    var spans = [
      Span(context.text("问题在办\(open)", "\(open) open \(open == 1 ? "problem" : "problems")")),
      Span(context.text("（逾期\(overdue)）", " (\(overdue) overdue)"), overdue > 0 ? .farBehind : .muted),
      Span(
        context.text(
          " 新增\(board.newProblems.count) 办结\(board.settledProblems.count)",
          ", \(board.newProblems.count) new, \(board.settledProblems.count) settled")),
      Span(
        context.text("；未报\(missing)", "; \(missing) \(missing == 1 ? "report" : "reports") missing"),
        missing > 0 ? .farBehind : .muted),
      Span(
        context.text("；待办决定\(decisions)", "; \(decisions) \(decisions == 1 ? "decision" : "decisions")")),
      Span(context.text("（逾期\(late)）", " (\(late) overdue)"), late > 0 ? .farBehind : .muted),
    ]
    let rising = board.highestLevels.count
    if rising > 0 {
      spans.append(Span(context.text("；上报\(rising)", "; \(rising) going up")))
    }
    return spans
  }
}
