import Canvas
import Figures

/// The state of the district in words: the headline against its path, the targets past due, the slowest target, and the
/// project that moved last.
struct OverviewVerdict {
  private let context: PanelContext
  private let headline: TargetProgress?

  init(_ context: PanelContext) {
    self.context = context
    let rows = context.dataset.info.headlines.compactMap { context.board.headline($0) }
    headline = rows.first { $0.measure != nil } ?? rows.first { $0.observation != nil } ?? rows.first
  }

  /// Returns three lines from 120 columns, two from 60, and one below; fewer if there is nothing to report.
  func lines(width: Int) -> [Line] {
    guard let headline else {
      return [Line(context.text(" 主要指标尚无目标", " no headline indicator has a target"), .muted)]
    }
    let first = fitting(
      [standing(headline, .full), standing(headline, .short), standing(headline, .bare)], width)
    guard width >= 60 else { return [first] }
    let due = dueChoices(headline)
    let last = [slowest(headline), newest(width)].compactMap(\.self)
    if width >= 120 {
      return [first] + (due.isEmpty ? [] : [fitting(due, width)])
        + (last.isEmpty ? [] : [Line(last.flatMap { $0 })])
    }
    let second = due + [last.flatMap { $0 }, last.first ?? []]
    return second.contains { !$0.isEmpty } ? [first, fitting(second.filter { !$0.isEmpty }, width)] : [first]
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  private enum Length { case full, short, bare }

  /// Returns `✗ 规上产值 2022年 144.54亿元，应达174.91亿元 → 严重滞后，滞后8个月`.
  private func standing(_ row: TargetProgress, _ length: Length) -> [Span] {
    let role = context.role(of: row)
    let name = length == .full ? context.title(of: row) : context.text(row.indicator.short)
    var spans = [Span(" \(context.glyph(row.status)) ", role), Span("\(name) ", Style(.strong))]
    if let observation = row.observation, length != .bare {
      let actual = context.typed(row.actualText(in: context.dataset, context.language) ?? "-")
      spans.append(Span("\(context.time(of: observation)) \(actual)\(context.mark(observation))"))
      if let expected = row.measure?.expected, row.status != .reached {
        let level = context.label(expected, unit: row.target.unit, of: row.indicator.id, digits: 1)
        spans.append(Span(context.text("，应达\(level)", ", \(level) expected")))
      }
      spans.append(Span(" \(context.glyphs.arrow) ", .muted))
    }
    let lag = context.lag(of: row)
    let words = [length == .full || lag.isEmpty ? context.word(of: row) : "", lag].filter { !$0.isEmpty }
    return spans + [Span(words.joined(separator: context.text("，", ", ")), Style(role, on: .plain, .bold))]
  }

  /// Returns the variants of `◷ 2025年目标400亿元（另有目标350亿元）目标年已过、数据未公布，共66项`, longest first; empty if nothing is past due.
  private func dueChoices(_ row: TargetProgress) -> [[Span]] {
    let count = context.board.unreportedTargets.count
    guard count > 0 else { return [] }
    let glyph = context.glyphs.statuses[.stale] ?? ""
    let counted = context.text("目标年已过、数据未公布的目标共\(count)个", "\(count) targets past due, result unpublished")
    guard row.isUnreported else { return [[Span(" \(glyph) \(counted)", .stale)]] }
    let when = context.time(of: row.target)
    let goal = context.label(row.target)
    let others = row.alternatives.filter {
      $0.period.end == row.target.period.end && $0.value != row.target.value
    }
    let other =
      others.first.map {
        context.text("（另有目标\(context.label($0))）", " (other target: \(context.label($0)))")
      } ?? ""
    let past = context.text("目标年已过、数据未公布", "past due, result unpublished")
    let total = context.text("；此类目标共\(count)个", "; \(count) targets like this")
    let head = context.text("\(when)目标\(goal)", "target \(goal) of \(when)")
    return [head + other + " \(past)" + total, head + other + " \(past)", head + " \(past)"]
      .map { [Span(" \(glyph) \($0)", .stale)] }
  }

  /// Returns the slowest cluster, or the slowest of all other targets if no cluster has a schedule ratio.
  private func slowest(_ headline: TargetProgress) -> [Span]? {
    let clusters = context.board.clusters.compactMap(\.target)
    let rows = clusters.contains { $0.scheduleRatio != nil } ? clusters : context.board.targets
    guard
      let row = rows.first(where: {
        $0.scheduleRatio.map { $0 < 1 } == true && !$0.isSecondary && $0.target.id != headline.target.id
      })
    else { return nil }
    return [
      Span(context.text("   最慢 ", "   slowest: "), .muted),
      Span("\(context.title(of: row)) ", Style(.strong)),
      Span(context.lag(of: row), context.role(of: row)),
    ]
  }

  /// Returns the project that moved last and how many others did the same on that date. A halt without a date in any
  /// document is not news.
  private func newest(_ width: Int) -> [Span]? {
    let moves = context.board.moves(atMost: 20)
    let isNews: (ProjectStatus) -> Bool = { $0.hasDatedStage || $0.rung.map { $0 < .stalled } ?? false }
    guard let status = moves.first(where: isNews), status.reached?.date.precision != .unknown,
      let rung = status.rung
    else { return nil }
    let board = context.board
    let same = board.counts(
      of: board.projects.lazy.filter {
        $0.since == status.since && $0.reached?.stage == status.reached?.stage
      }
    ).projects
    let date = status.reached?.dateLabel(context.language) ?? ""
    let others = same <= 1 ? "" : context.text("等\(same)项", " and \(same - 1) more")
    return [
      Span(
        status.hasDatedStage
          ? context.text("    新动 ", "    moved last: ") : context.text("    新报 ", "    last reported: "),
        .muted),
      Span("\(context.text(status.project.name))\(others) ", Style(.strong)),
      Span(context.stageName(of: status), rung.role), Span(context.text("（\(date)）", " (\(date))"), .muted),
    ]
  }
}
