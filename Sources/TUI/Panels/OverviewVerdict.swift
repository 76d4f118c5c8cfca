import Canvas
import Domain
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

  /// Returns three lines from 120 columns, two from 60, and one below; fewer if there is nothing to report. A result
  /// that is not known comes before the older figure it would have to be judged by.
  func lines(width: Int) -> [Line] {
    guard let headline else {
      return [Line(context.text(" 主要指标尚无目标", " no headline indicator has a target"), .muted)]
    }
    let past = fitting(Length.allCases.map { standing(headline, $0) }, width)
    guard width >= 60 else { return [past] }
    let due = dueChoices(headline)
    let unknown = due.isEmpty ? [] : [fitting(due, width)]
    let newest = [newest(hasDate: true), newest(hasDate: false)]
    let reasons: [Reason] = [.sentence, .growth, .none]
    let choices = reasons.flatMap { reason in
      newest.map { joined([slowest(headline, reason), $0]) }
    }.filter { !$0.isEmpty }
    let third = choices.isEmpty ? [] : [fitting(choices, width)]
    let first = headline.isUnreported ? unknown + [past] : [past] + unknown
    return Array((first + third).prefix(width >= 120 ? 3 : 2))
  }

  /// Returns the parts of a line that there are.
  private func joined(_ parts: [[Span]?]) -> [Span] {
    let gap = [Span("   ")]
    return Array(parts.compactMap(\.self).map { gap + $0 }.joined())
  }

  private func fitting(_ choices: [[Span]], _ width: Int) -> Line {
    choices.map { Line($0) }.first { $0.columns <= width } ?? Line(choices.last ?? [])
  }

  private enum Length: CaseIterable { case full, medium, compact, short, brief, bare }

  /// Returns `✗ 2022年底 规上产值144.54亿元，应达174.9亿元 → 严重滞后8个月（12个月只完成3.7个月的进度）`, or a part of it. The time of the
  /// figure comes first, because a verdict without it would be read as today's.
  private func standing(_ row: TargetProgress, _ length: Length) -> [Span] {
    let role = context.role(of: row)
    let isLong = length == .full || length == .medium
    let name = isLong ? context.title(of: row) : context.text(row.indicator.short)
    var spans = [Span(" \(context.glyph(row)) ", role)]
    if let observation = row.observation {
      spans.append(
        Span(context.text("\(end(of: observation)) ", "\(end(of: observation)): "), Style(.strong)))
    }
    spans.append(Span("\(name) ", Style(.strong)))
    if let observation = row.observation, length != .bare {
      let actual = context.typed(row.actualText(in: context.dataset, context.language) ?? "-")
      spans += [Span(actual), mark(observation)]
      if let expected = row.measure?.expected, row.status != .reached, length != .brief {
        let level = context.label(expected, unit: row.target.unit, of: row.indicator.id, digits: 1)
        spans.append(Span(context.text("，应达\(level)", ", \(level) expected")))
      }
      spans.append(Span(" \(context.glyphs.arrow) ", .muted))
    }
    let lag = context.lag(of: row)
    let words =
      isLong || length == .compact || length == .brief || lag.isEmpty ? context.judgement(of: row) : lag
    let said = [words, olderBase(of: row, length)].filter { !$0.isEmpty }
    spans.append(Span(said.joined(separator: context.text("，", ", ")), Style(role, on: .plain, .bold)))
    return spans + (length == .full ? pace(of: row) : [])
  }

  /// Returns the base of a target whose newest figure is older than it; empty for others and in short lines.
  private func olderBase(of row: TargetProgress, _ length: Length) -> String {
    guard row.isOlderThanBase, length == .full, let base = row.base else { return "" }
    let level = context.label(base.value, unit: row.target.unit, of: row.indicator.id)
    return context.text(
      "基期\(level)（\(row.baseText(.zh) ?? "")）", "\(level) (\(row.baseText(.en) ?? ""))")
  }

  /// Returns the end of the period of a figure: `2022年底`, `end 2022`.
  private func end(of figure: Figure) -> String {
    let end = figure.period.end
    guard end == .last(ofYear: end.year) else { return context.time(of: figure) }
    return context.text("\(end.year)年底", "end \(end.year)")
  }

  /// Returns the progress beside the time in which it was made; empty for a target that is not late.
  private func pace(of row: TargetProgress) -> [Span] {
    guard let pace = row.paceText(context.language) else { return [] }
    return [Span(context.text("（\(pace)）", " (\(pace))"), .muted)]
  }

  private func mark(_ figure: Figure) -> Span { Span(context.mark(figure), .muted) }

  /// Returns the variants of `◷ 2025年目标400亿元（工业强城）≠ 350亿元（十四五规划）：目标年已过，2023—2025年数据未公布`, longest first; empty if nothing is
  /// past due.
  private func dueChoices(_ row: TargetProgress) -> [[Span]] {
    let count = context.board.unreportedTargets.count
    guard count > 0 else { return [] }
    let glyph = Span(" \(context.glyphs.statuses[.stale] ?? "") ", .stale)
    guard row.isUnreported else {
      let counted = context.text(
        "\(count)个目标：目标年已过、数据未公布", "\(count) target\(count == 1 ? "" : "s") past due, result unpublished")
      return [[glyph, Span(counted, .stale)]]
    }
    let past = context.text("目标年已过、数据未公布", "past due, result unknown")
    let years = row.unpublishedYears(context.language).map {
      context.text("目标年已过，\($0)数据未公布", "past due, result unknown: nothing published for \($0)")
    }
    let short = context.text("结果未公布", "result unknown")
    let colon = context.text("：", ": ")
    return [
      (goals(row, hasPlans: true, isShort: false), years ?? past),
      (goals(row, hasPlans: true, isShort: false), past),
      (goals(row, hasPlans: true), past), (goals(row, hasPlans: true), short),
      (goals(row, hasPlans: false), past), (goals(row, hasPlans: false), short),
    ].map { goals, words in [glyph] + goals + [Span(colon + words, .stale)] }
  }

  /// Returns the target and, after a ≠, those that other documents set for the same year.
  ///
  /// - Parameter isShort: whether the name of the indicator is left out.
  private func goals(_ row: TargetProgress, hasPlans: Bool, isShort: Bool = true) -> [Span] {
    let others = row.alternatives.filter {
      $0.period.end == row.target.period.end && $0.value != row.target.value
    }
    let when = context.time(of: row.target)
    let name = isShort ? "" : context.title(of: row)
    var spans = [
      Span(context.text("\(when)\(name)目标", name.isEmpty ? "\(when) target " : "\(name), \(when) target "))
    ]
    for (index, target) in ([row.target] + others.prefix(1)).enumerated() {
      // The brackets of the plans are wide in Chinese.
      let blank = hasPlans ? context.text("", " ") : " "
      if index > 0 { spans.append(Span("\(blank)\(context.glyphs.conflict)\(blank)", .conflict)) }
      let plan = index == 0 ? row.planName : context.board.planName(of: target) ?? row.planName
      let label = context.typed(context.dataset.label(target, context.language))
      spans.append(Span(label, Style(index == 0 ? .strong : .plain)))
      if index == 0, others.isEmpty { spans.append(mark(target)) }
      if hasPlans {
        spans.append(Span(context.text("（\(context.text(plan))）", " (\(context.text(plan)))"), .muted))
      }
    }
    return spans
  }

  /// How much of the reason is shown.
  private enum Reason { case sentence, growth, none }

  private func words(of reason: Reason, for cluster: ClusterSummary?) -> [Span] {
    guard let cluster, reason != .none else { return [] }
    let cause = ClusterCause(cluster, context)
    let text = reason == .sentence ? cause.sentence : cause.short
    return text.isEmpty ? [] : [Span(context.text("：", ": ") + text)]
  }

  /// Returns the slowest cluster with the reason, or the slowest of all other targets if no cluster has a schedule ratio.
  private func slowest(_ headline: TargetProgress, _ reason: Reason) -> [Span]? {
    let clusters = context.board.clusters.compactMap(\.target)
    let rows = clusters.contains { $0.scheduleRatio != nil } ? clusters : context.board.targets
    guard
      let row = rows.first(where: {
        $0.scheduleRatio.map { $0 < 1 } == true && !$0.isSecondary && $0.target.id != headline.target.id
      })
    else { return nil }
    return [
      Span(context.text("滞后最多 ", "slowest: "), .muted),
      Span("\(context.distinctTitle(of: row)) ", Style(.strong)),
      Span(context.lag(of: row), context.role(of: row)),
    ] + words(of: reason, for: context.board.clusters.first { $0.target?.target.id == row.target.id })
  }

  /// Returns the project that moved last and how many others did the same on that date. A halt without a date in any
  /// document is not news.
  private func newest(hasDate: Bool) -> [Span]? {
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
          ? context.text("新动 ", "moved last: ") : context.text("新报 ", "last reported: "),
        .muted),
      Span("\(context.text(status.project.name))\(others) ", Style(.strong)),
      Span(context.stageName(of: status), rung.role),
      Span(hasDate ? context.text("（\(date)）", " (\(date))") : "", .muted),
    ]
  }
}
