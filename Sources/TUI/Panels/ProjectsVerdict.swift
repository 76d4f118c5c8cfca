import Canvas
import Domain
import Figures

/// The state of the shown projects in words: how many advanced from an intention, how many others have begun, what was
/// done before the plans began, what is overdue, and about how many nothing was reported.
struct ProjectsVerdict {
  let rows: ProjectRows
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below; none without projects.
  func lines(width: Int) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let first = fitting([Length.full, .medium, .short, .bare].map(progress), width)
    guard width >= 60 else { return [first] }
    let second = rest.filter { !$0.isEmpty }
    return [first] + (second.isEmpty ? [] : [fitting(second, width)])
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  private enum Length: Int { case full, medium, short, bare }

  /// Returns `曾列谋划、储备的108项中2项有进展（另1项推算）；另6项2021年以来报道已动工（5项推算）；16项在2020年底前已建成或动工；超期1项`.
  private func progress(_ length: Length) -> [Span] {
    let funnel = rows.funnel
    // Of projects of one stage it is known before how many advanced.
    let isOneStage = rows.key.filters["stage"] != nil
    let clauses = [
      isOneStage ? standing(length) : intentions(funnel, length), isOneStage ? [] : firstSeen(funnel, length),
      isOneStage ? [] : earlier(funnel, length), overdue,
      halted(funnel, length),
    ].filter { !$0.isEmpty }
    guard !clauses.isEmpty else {
      return [Span(context.text(" 没有项目有阶段记载", " no project has a reported stage"), .muted)]
    }
    return [Span(" ")] + clauses.joined(separator: [Span(context.text("；", "; "), .muted)])
  }

  private func intentions(_ funnel: Funnel, _ length: Length) -> [Span] {
    guard funnel.intended > 0 else { return [] }
    let (all, deduced) = (funnel.intended, funnel.outgrownDeduced)
    let count = funnel.outgrown - deduced
    let (zh, en) = deduced > 0 ? ("（另\(deduced)项推算）", " (\(deduced) more inferred)") : ("", "")
    let text: String
    switch length {
    case .full:
      text = context.text(
        "曾列谋划、储备的\(all)项中\(count)项有进展\(zh)", "\(count) of \(all) once planned advanced\(en)")
    case .medium, .short:
      text = context.text("曾谋划的\(all)项中\(count)项有进展", "\(count) of \(all) once planned advanced")
    case .bare: text = context.text("曾谋划\(all)进展\(count)", "\(count) of \(all) advanced")
    }
    return [Span(text, Style(.strong))]
  }

  /// Returns the number of the projects shown, all of one stage.
  private func standing(_ length: Length) -> [Span] {
    let count = rows.counts.projects
    return [Span(context.text("\(count)项", "\(count) project\(count == 1 ? "" : "s")"), Style(.strong))]
  }

  private func firstSeen(_ funnel: Funnel, _ length: Length) -> [Span] {
    let count = funnel.firstSeen
    guard count > 0, length != .bare else { return [] }
    return [
      Span(
        length == .full
          ? reportedSince(count, funnel) : context.text("另\(count)项在建、投产", "\(count) others begun"))
    ]
  }

  private func reportedSince(_ count: Int, _ funnel: Funnel) -> String {
    let (deduced, undated) = (funnel.firstSeenDeduced, funnel.firstSeenUndated)
    let doubts = [
      deduced > 0 ? context.text("\(deduced)项推算", "\(deduced) inferred") : "",
      undated > 0 ? context.text("\(undated)项无日期", "\(undated) undated") : "",
    ].filter { !$0.isEmpty }.joined(separator: context.text("、", ", "))
    let (zh, en) = doubts.isEmpty ? ("", "") : ("（含\(doubts)）", " (\(doubts))")
    guard let year = funnel.earlierYear else {
      return context.text("另\(count)项报道已动工\(zh)", "\(count) others reported begun\(en)")
    }
    return context.text(
      "另\(count)项\(year + 1)年以来报道已动工\(zh)", "\(count) others reported begun since \(year + 1)\(en)")
  }

  private func earlier(_ funnel: Funnel, _ length: Length) -> [Span] {
    guard funnel.earlier > 0, length != .bare, let year = funnel.earlierYear else { return [] }
    let count = funnel.earlier
    let text: String
    switch length {
    case .full:
      text = context.text("\(count)项在\(year)年底前已建成或动工", "\(count) done or begun by \(year)")
    default: text = context.text("\(count)项\(year)年底前已动工", "\(count) begun by \(year)")
    }
    return [Span(text, .muted)]
  }

  private var overdue: [Span] {
    let count = rows.overdueCount
    guard count > 0 else { return [] }
    let parts = rows.overdueParts
    let (zh, en) =
      parts > 0
      ? ("及其部分\(parts)", " and \(parts) part\(parts == 1 ? "" : "s") of \(count == 1 ? "it" : "them")")
      : ("", "")
    return [Span(context.text("超期\(count)项\(zh)", "\(count) overdue\(en)"), .behind)]
  }

  private func halted(_ funnel: Funnel, _ length: Length) -> [Span] {
    let count = funnel.beside[.stalled] ?? 0
    guard count > 0, length.rawValue < Length.short.rawValue else { return [] }
    return [
      Span(context.text("停工停产\(count)项", "\(count) halted"), Rung.stalled.role)
    ]
  }

  /// Returns the variants of how many nothing was reported about, longest first; empty if there are none.
  private var rest: [[Span]] {
    rows.lapsed.projects > 0 ? overVariants(rows.lapsed) : []
  }

  private func overVariants(_ counts: ProjectCounts) -> [[Span]] {
    let years = Set(context.board.lapsedByPlan.map(\.plan.end.year))
    let year = years.first ?? 0
    let glyph = context.glyphs.statuses[.stale] ?? ""
    let (all, items) = (counts.projects, rows.lapsedItems)
    let full =
      years.count == 1
      ? context.text(
        "\(all)项列入的规划\(year)年已到期，此后无报道", "\(all) were in a plan that ended in \(year), nothing reported since"
      )
      : context.text("\(all)项列入的规划已到期，此后无报道", "\(all) were in plans now over, nothing reported since")
    let kinds =
      items == 0
      ? ["", ""]
      : [
        context.text(
          "；另有产品方向、计划事项\(items)", "; beside \(items) product lines or programmes"),
        context.text("；另有事项\(items)", "; beside \(items) plan items"),
      ]
    let short = [
      context.text("\(all)项规划到期后无报道", "\(all) in a plan now over, no report since"),
      context.text("\(all)项规划到期后无报道", "\(all): plan over, no report since"),
    ]
    return [full + kinds[0], short[0] + kinds[0], short[0] + kinds[1], short[1] + kinds[1], short[1]].map {
      [Span(" \(glyph) ", .stale), Span($0, .stale)]
    }
  }
}
