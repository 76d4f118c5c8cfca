import Canvas
import Domain
import Figures
import Panels

/// The verdict: the first headline indicator that its target measures, how it stood against its path and when, and that the target's
/// year is over without a published result.
struct KioskOverview: KioskView {
  let id = "overview"
  let title = Name(zh: "总览", en: "Overview")

  func page(_ context: PanelContext) -> KioskPage? {
    guard let row = KioskOverview.row(context) else { return nil }
    let name = context.text(row.indicator.short)
    let due = due(row, context)
    guard let figure = row.observation else {
      let state = BigLine([.block(context.statusText(row.status), row.status.role)])
      return KioskPage(
        headings: headings(row, context), lead: due.map { [BigLine([.text(name)]), state] + $0 })
    }
    let time = context.time(of: figure)
    let value = KioskOverview.value(of: row, context)
    // The year of the figure is worth more than a larger size.
    let full = context.standing(of: row)
    let states = [full, context.text(full.replacing("年", with: ""), full.replacing(" months", with: " mo"))]
    let short = [context.kioskStanding(of: row), context.kioskStanding(of: row, compact: true)]
    let role = row.asksForNothing ? Role.noData : row.status.role
    let lines: [[BigLine]] = [
      [BigLine([.text(name), .text(time), .text(value)])], [BigLine([.text(name), .text(value)])],
      [BigLine([.text(name)]), BigLine([.text(time), .text(value)])], [],
    ]
    func lead(_ states: [String]) -> [[BigLine]] {
      lines.flatMap { line in
        due.flatMap { due in states.map { line + [BigLine([.block($0, role)])] + due } }
      }
    }
    return KioskPage(
      headings: headings(row, context), lead: lead(states), lastResort: lead(short),
      notes: notes(row, context),
      dates: context.dates(of: [figure]))
  }

  /// Returns the ways to say that the year of the target is over without a result; one without lines if it is not.
  private func due(_ row: TargetProgress, _ context: PanelContext) -> [[BigLine]] {
    guard row.isUnreported else { return [[]] }
    let year = context.time(of: row.target)
    let sign = context.glyphs.statuses[.stale] ?? ""
    return [
      context.dueText(of: row) ?? "",
      context.text("\(sign) \(year)目标到期未公布", "\(sign) \(year) result unpublished"),
      context.text("\(sign) \(year)未公布", "\(sign) \(year) unpublished"),
      context.text("\(sign) \(year)未公布", "\(sign) no \(year) result"),
    ].map { [BigLine([.block($0, .stale)])] }
  }

  /// Returns `规上产值2022年144.54亿元，应达174.9亿元，2025年目标400亿元`, and less of it.
  private func headings(_ row: TargetProgress, _ context: PanelContext) -> [String] {
    let goal = context.text(
      "\(context.time(of: row.target))目标\(context.plain(row.target))",
      "target \(context.plain(row.target)) for \(context.time(of: row.target))")
    let name = context.text(row.indicator.short)
    guard let figure = row.observation else { return ["\(name) \(goal)", goal] }
    let time = context.time(of: figure)
    let value = KioskOverview.value(of: row, context)
    let actual = context.text("\(name)\(time)\(value)", "\(name) \(value) in \(time)")
    guard let expected = row.measure?.expected, row.status != .reached else {
      return [context.text("\(actual)，\(goal)", "\(actual), \(goal)"), actual]
    }
    let level = context.label(expected, unit: row.target.unit, of: row.indicator.id, digits: 1)
    return [
      context.text("\(actual)，应达\(level)，\(goal)", "\(actual), \(level) expected, \(goal)"),
      context.text("\(actual)，应达\(level)", "\(actual), \(level) expected"), actual,
    ]
  }

  /// Returns what other documents say of the figure or the target; empty if they agree.
  private func notes(_ row: TargetProgress, _ context: PanelContext) -> [[String]] {
    let others = row.alternatives.filter {
      $0.period.end == row.target.period.end && $0.value != row.target.value
    }
    guard let other = others.first else { return [] }
    let plan = context.board.planName(of: other).map { context.text($0) } ?? ""
    let value = context.plain(other)
    let year = context.time(of: row.target)
    return [
      [
        context.text(
          "\(year)目标各文件不一：\(plan)为\(value)",
          "documents disagree on the target for \(year): \(value) in \(plan)"),
        context.text("\(plan)目标为\(value)", "\(plan): \(value)"),
      ]
    ]
  }

  private static func value(of row: TargetProgress, _ context: PanelContext) -> String {
    let label = context.actualLabel(of: row)
    return String(label.dropLast(row.observation.map { context.mark($0).count } ?? 0))
  }

  /// Returns the first headline target with a measured figure, or with any; nil if the district has no headline target.
  static func row(_ context: PanelContext) -> TargetProgress? {
    let rows = context.dataset.info.headlines.compactMap { context.board.headline($0) }
    return rows.first { $0.measure != nil } ?? rows.first { $0.observation != nil } ?? rows.first
  }
}

extension PanelContext {
  /// Returns a figure with its unit, without the mark of a conflict, which nothing on a page explains.
  func plain(_ figure: Figure) -> String { String(label(figure).dropLast(mark(figure).count)) }

  /// Returns sign and lag, or sign and status, without the year of the figure: `✗ 滞后8个月`, `○ 目标同基期`, `▽ 2024年好转`.
  func kioskStanding(of row: TargetProgress, compact: Bool = false) -> String {
    if row.status == .improved, let floor = row.floor {
      // A ratio says nothing to who passes by.
      let english = compact ? "better \(floor.year)" : "better in \(floor.year)"
      return "\(glyph(row.status)) \(self.text("\(floor.year)年好转", english))"
    }
    let text = compact ? compactStanding(of: row) : shortStanding(of: row)
    // A target that asked for nothing is no success.
    guard row.asksForNothing, row.status == .reached else { return text }
    return
      "\(glyphs.statuses[.noData] ?? "") \(text.split(separator: " ").dropFirst().joined(separator: " "))"
  }
}
