import Canvas
import Domain
import Figures

/// The state of the listed targets in words: how many can be judged and how, how many cannot, and the slowest one.
struct TargetsVerdict {
  let rows: [TargetProgress]
  let context: PanelContext

  /// Returns two lines from 60 columns, and one below; none without targets.
  func lines(width: Int) -> [Line] {
    let rows = rows.filter { !$0.isSecondary }
    guard !rows.isEmpty else { return [] }
    let judged = rows.filter { !$0.status.isUnknown }
    let all = rows.count
    let head = [
      Span(
        context.text(" \(judged.count)/\(all)项可评价：", " \(judged.count) of \(all) can be judged: "),
        Style(.strong))
    ]
    let short = [Span(context.text(" \(judged.count)/\(all)项：", " \(judged.count)/\(all): "), Style(.strong))]
    let states = list(states(of: judged).map(\.span))
    let unknown = list(unknownStates(of: rows))
    let stop = unknown.isEmpty || states.isEmpty ? [] : [Span(context.text("；", "; "), .muted)]
    let counted = self.states(of: judged)
    // As many states as fit, the worst first, and the number of the others.
    let shares = stride(from: counted.count - 1, to: 0, by: -1).map { count in
      let others = judged.count - counted.prefix(count).reduce(0) { $0 + $1.count }
      let rest = Span(context.text("、其他\(others)", ", \(others) others"), .muted)
      return short + list(counted.prefix(count).map(\.span)) + [rest]
    }
    let choices =
      [
        head + states + stop + unknown, short + states + stop + unknown, head + states, short + states,
      ] + shares + [Array(short.prefix(1))]
    let first = fitting(choices, width)
    guard width >= 60 else { return [first] }
    let parts = [due(rows), slowest(judged)].filter { !$0.isEmpty }
    guard !parts.isEmpty else { return [first] }
    let both = Array(parts.joined(separator: [Span("  ")]))
    return [first, fitting([both, parts[0]].map { [Span(" ")] + $0 }, width)]
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  /// Joins parts to an enumeration.
  private func list(_ parts: [Span]) -> [Span] {
    Array(parts.map { [$0] }.joined(separator: [Span(context.text("、", ", "), .muted)]))
  }

  /// Returns `严重滞后5`, `已完成1`, `目标等于基期1`, each with its count. Yearly commitments are named by their year.
  private func states(of judged: [TargetProgress]) -> [(span: Span, count: Int)] {
    let neutral = judged.filter { $0.status == .reached && $0.asksForNothing }
    var parts = Status.worstFirst.compactMap { status -> (span: Span, count: Int)? in
      let count = judged.count { $0.status == status } - (status == .reached ? neutral.count : 0)
      guard count > 0 else { return nil }
      let words = Set(judged.filter { $0.status == status }.map { context.word(of: $0) })
      let name = status == .keptInPart && words.count == 1 ? words.first : nil
      return (counted(count, name ?? context.text(status.name), status.role), count)
    }
    if !neutral.isEmpty {
      parts.append((counted(neutral.count, context.equalWords, .muted), neutral.count))
    }
    return parts
  }

  private func unknownStates(of rows: [TargetProgress]) -> [Span] {
    Status.worstFirst.filter(\.isUnknown).compactMap { status in
      let count = rows.count { $0.status == status }
      guard count > 0 else { return nil }
      let name =
        status == .noDataSinceBase ? context.text("基期后未公布", "not updated") : context.text(status.name)
      return counted(count, name, status.role)
    }
  }

  private func counted(_ count: Int, _ name: String, _ role: Role) -> Span {
    Span(context.text("\(name)\(count)", "\(count) \(name)"), role)
  }

  /// Returns `◷ 74项目标年已过、结果未公布`; empty if none is.
  private func due(_ rows: [TargetProgress]) -> [Span] {
    let count = rows.count(where: \.isUnreported)
    guard count > 0 else { return [] }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    return [
      Span(
        "\(glyph) " + context.text("\(count)项目标年已过、结果未公布", "\(count) past due, result unknown"), .stale)
    ]
  }

  /// Returns `滞后最多 消费品工业 2022年滞后11个月`; empty if no target is late.
  private func slowest(_ judged: [TargetProgress]) -> [Span] {
    let late = judged.filter { ($0.measure?.lagMonths ?? 0) > 0 && $0.status != .reached }
    guard let row = late.max(by: { ($0.measure?.lagMonths ?? 0) < ($1.measure?.lagMonths ?? 0) }),
      let observation = row.observation
    else { return [] }
    let when = context.time(of: observation)
    return [
      Span(context.text("滞后最多 ", "slowest: "), .muted),
      Span("\(context.distinctTitle(of: row)) ", Style(.strong)),
      Span(
        context.text("\(when)\(context.lag(of: row))", "\(context.lag(of: row)) in \(when)"),
        context.role(of: row)),
    ]
  }
}
