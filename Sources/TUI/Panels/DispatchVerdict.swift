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

  private var empty: [Line] {
    let board = context.board
    let months =
      board.targets.compactMap { board.months(of: $0) } + board.clusters.compactMap { board.months(of: $0) }
    let missing =
      months.contains { $0.points.count > 1 }
      ? context.text(
        "没有每月的调度记录：没有问题、报送、决定，也没有亮灯。",
        "No month is recorded: no problems, reports, decisions or lights.")
      : context.text(
        "资料没有按月公布的数据，也没有调度记录：没有问题、报送、决定，也没有亮灯。",
        "No figures are published month by month, and nothing is recorded: no problems, reports, decisions or lights."
      )
    let below = context.text(
      "下面是文件所载的机制；怎样记录一个月的工作，见 docs/month.md。",
      "Below is what documents say of the mechanism; docs/month.md shows how to record a month.")
    return [Line(missing, .strong), Line(below, .muted)]
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
    if !board.escalated.isEmpty {
      spans.append(Span(context.text("；上报\(board.escalated.count)", "; \(board.escalated.count) going up")))
    }
    return spans
  }
}
