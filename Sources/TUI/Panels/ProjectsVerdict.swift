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

  /// Returns `曾列谋划、储备的285项中3项有进展；另12项2021年以来报道已动工；16项在2020年底前已建成或动工；超期1项`.
  private func progress(_ length: Length) -> [Span] {
    let funnel = rows.funnel
    let clauses = [
      intentions(funnel, length), firstSeen(funnel, length), earlier(funnel, length), overdue,
      halted(funnel, length),
    ].filter { !$0.isEmpty }
    guard !clauses.isEmpty else {
      return [Span(context.text(" 没有项目有阶段记载", " no project has a reported stage"), .muted)]
    }
    return [Span(" ")] + clauses.joined(separator: [Span(context.text("；", "; "), .muted)])
  }

  private func intentions(_ funnel: Funnel, _ length: Length) -> [Span] {
    guard funnel.intended > 0 else { return [] }
    let (all, count) = (funnel.intended, funnel.outgrown)
    let text: String
    switch length {
    case .full:
      text = context.text("曾列谋划、储备的\(all)项中\(count)项有进展", "\(count) of \(all) once planned advanced")
    case .medium, .short:
      text = context.text("谋划的\(all)项中\(count)项有进展", "\(count) of \(all) planned advanced")
    case .bare: text = context.text("谋划\(all)项进展\(count)", "\(count) of \(all) advanced")
    }
    return [Span(text, Style(.strong))]
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
    guard let year = funnel.earlierYear else {
      return context.text("另\(count)项报道已动工", "\(count) others reported begun")
    }
    return context.text(
      "另\(count)项\(year + 1)年以来报道已动工", "\(count) others reported begun since \(year + 1)")
  }

  private func earlier(_ funnel: Funnel, _ length: Length) -> [Span] {
    guard funnel.earlier > 0, length != .bare, let year = funnel.earlierYear else { return [] }
    let count = funnel.earlier
    let text: String
    switch length {
    case .full:
      text = context.text("\(count)项在\(year)年底前已建成或动工", "\(count) done or begun by \(year)")
    default: text = context.text("\(count)项\(year)年底前已有", "\(count) ran by \(year)")
    }
    return [Span(text, .muted)]
  }

  private var overdue: [Span] {
    let count = rows.overdueCount
    return count > 0 ? [Span(context.text("超期\(count)项", "\(count) overdue"), .behind)] : []
  }

  private func halted(_ funnel: Funnel, _ length: Length) -> [Span] {
    let count = funnel.beside[.stalled] ?? 0
    guard count > 0, length.rawValue < Length.short.rawValue else { return [] }
    return [
      Span(context.text("停工停产\(count)项", "\(count) halted"), Rung.stalled.role)
    ]
  }

  /// Returns the variants of how many nothing was reported about, and how many of these are to be built, longest first;
  /// empty if there are none. Without any, returns how many of all are not built.
  private var rest: [[Span]] {
    let (lapsed, items) = (rows.lapsed.projects, rows.counts.planItems)
    if lapsed > 0 { return overVariants(rows.lapsed) }
    return items > 0 ? unbuiltVariants(items) : []
  }

  private func overVariants(_ counts: ProjectCounts) -> [[Span]] {
    let years = Set(context.board.lapsedByPlan.map(\.plan.end.year))
    let year = years.first ?? 0
    let glyph = context.glyphs.statuses[.stale] ?? ""
    let (all, items) = (counts.projects, counts.planItems)
    let built = all - items
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
          "：其中建设项目\(built)，产品方向、计划事项\(items)",
          ": \(built) construction projects, \(items) product lines or programmes"),
        context.text("：建设项目\(built)，其他\(items)", ": \(built) construction, \(items) other"),
      ]
    let short = [
      context.text("\(all)项规划到期后无报道", "\(all) in a plan now over, no report since"),
      context.text("\(all)项规划到期后无报道", "\(all): plan over, no report since"),
    ]
    return [full + kinds[0], short[0] + kinds[0], short[0] + kinds[1], short[1] + kinds[1], short[1]].map {
      [Span(" \(glyph) ", .stale), Span($0, .stale)]
    }
  }

  private func unbuiltVariants(_ count: Int) -> [[Span]] {
    let all = rows.counts.projects
    return [
      context.text(
        "\(all)项里\(count)项是产品方向或计划事项，不是建设项目",
        "\(count) of the \(all) are product lines or programmes, not construction projects"),
      context.text("\(count)项是产品方向、计划事项", "\(count) are product lines or programmes"),
      context.text("\(count)项非建设项目", "\(count) are not construction projects"),
    ].map { [Span(" \($0)", .muted)] }
  }
}
