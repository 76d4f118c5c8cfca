import Canvas
import Domain
import Figures

/// The state of the shown projects in words: how many advanced and how far, and why the others say little.
struct ProjectsVerdict {
  let rows: ProjectRows
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below; none without projects.
  func lines(width: Int) -> [Line] {
    guard !rows.isEmpty else { return [] }
    guard width >= 60 else {
      return [fitting([advanced(.bare), advanced(.shortest), Array(advanced(.shortest).prefix(1))], width)]
    }
    let second = rest.filter { !$0.isEmpty }
    return [fitting([advanced(.full), advanced(.short), advanced(.bare)], width)]
      + (second.isEmpty ? [] : [fitting(second, width)])
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  private enum Length { case full, short, bare, shortest }

  /// Returns `314项清单项目中27项有进展：投产18、在建7、开工2；停工停产2`.
  private func advanced(_ length: Length) -> [Span] {
    let (all, count) = (rows.counts.projects, rows.funnel.advanced)
    let head: String
    switch length {
    case .full:
      head = context.text(" \(all)项清单项目中\(count)项有进展", " \(count) of \(all) listed projects advanced")
    case .short: head = context.text(" \(all)项中\(count)项有进展", " \(count) of \(all) advanced")
    case .bare, .shortest: head = context.text(" \(count)/\(all)项有进展", " \(count)/\(all) advanced")
    }
    var spans = [Span(head, Style(.strong))]
    let stages = rows.funnel.advancedStages.map { ($0.rung, $0.standing) }
    let beside = rows.funnel.beside.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for (index, (rung, count)) in stages.enumerated() {
      let separator = index == 0 ? context.text("：", ": ") : context.text("、", ", ")
      spans += [Span(separator, .muted)] + words(rung, count)
    }
    guard length != .shortest else { return spans }
    for (rung, count) in beside { spans += [Span(context.text("；", "; "), .muted)] + words(rung, count) }
    return spans
  }

  private func words(_ rung: Rung, _ count: Int) -> [Span] {
    let name = context.rungName(rung)
    return context.language == .zh
      ? [Span(name, rung.role), Span("\(count)", Style(.strong))]
      : [Span("\(count) ", Style(.strong)), Span(name.lowercased(), rung.role)]
  }

  /// Returns the variants of how many nothing was reported about and how many are not built, longest first; empty if
  /// there are neither.
  private var rest: [[Span]] {
    let (lapsed, items) = (rows.lapsedCount, rows.counts.planItems)
    let over = lapsed > 0 ? overVariants(lapsed) : []
    let unbuilt = items > 0 ? unbuiltVariants(items) : []
    let both = zip(over, unbuilt).map { [$0, $1] } + (over + unbuilt).map { [$0] }
    return both.map { spans in Array(spans.joined(separator: [Span(context.text("；", "; "), .muted)])) }
  }

  private func overVariants(_ count: Int) -> [[Span]] {
    let years = Set(context.board.lapsedByPlan.map(\.plan.end.year))
    let year = years.first ?? 0
    let glyph = context.glyphs.statuses[.stale] ?? ""
    let full =
      years.count == 1
      ? context.text(
        "\(count)项列入的规划\(year)年已到期，此后无报道",
        "\(count) were in a plan that ended in \(year), nothing reported since")
      : context.text("\(count)项列入的规划已到期，此后无报道", "\(count) were in plans now over, nothing reported since")
    return [
      full, context.text("\(count)项规划到期后无报道", "\(count) in a plan now over, no report since"),
      context.text("\(count)项规划到期后无报道", "\(count): plan over, no report since"),
    ].map { [Span(" \(glyph) ", .stale), Span("\($0)", .stale)] }
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
