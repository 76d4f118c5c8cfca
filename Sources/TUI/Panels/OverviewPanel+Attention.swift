import Canvas
import Domain
import Figures

// What needs attention and is not on the page already: one sentence for each.

extension OverviewPanel {
  /// Returns what needs attention: targets and projects past due without news; targets that are behind and are not
  /// among the figures above, worst first; projects that are overdue or waiting to start; and newer figures that
  /// cannot be compared with the targets above.
  func attention(_ context: PanelContext) -> [Entry] {
    let board = context.board
    let above = rowsAbove(context)
    let shown = Set(above.map(\.target.id))
    let lapsed = board.built(board.lapsed)
    let halted = board.projects.filter { $0.rung == .stalled && !$0.isPart }
    return (board.unreportedTargets.isEmpty ? [] : [.unreportedTargets(board.unreportedTargets)])
      + (lapsed.isEmpty ? [] : [.lapsed(lapsed)])
      + (board.unreported.isEmpty ? [] : [.unreported(board.unreported)])
      + board.belowPace.filter { !shown.contains($0.target.id) }.map { .target($0) }
      + (board.overdue.isEmpty ? [] : [.overdue(board.overdue)])
      + (board.waiting.isEmpty ? [] : [.waiting(board.waiting)])
      + (halted.isEmpty ? [] : [.halted(halted)])
      + above.compactMap { row in row.partial.map { .partial(row, $0) } }
  }

  /// The targets of the main figures and of the clusters.
  func rowsAbove(_ context: PanelContext) -> [TargetProgress] {
    context.dataset.info.headlines.compactMap { context.board.headline($0) }
      + context.board.clusters.compactMap(\.target)
  }

  func attentionTable(_ entries: [Entry], _ context: PanelContext, _ selection: Int?) -> Table {
    Table(
      columns: [
        Table.Column("", width: 1, priority: 9), Table.Column("", width: 12, flex: 1, priority: 8),
        Table.Column("", width: 14, priority: 3),
      ],
      rows: entries.map { Table.Row(attentionCells($0, context)) }, selection: selection, hasHeader: false
    ).fitting(2, atMost: 24)
  }

  /// Returns the table without its remark column if both sentence and remark do not fit into `width` columns.
  static func fitted(_ attention: Table, to width: Int) -> Table {
    let whole = attention.fitting(1, atMost: 60)
    let needed = whole.columns.reduce(0) { $0 + $1.width + 1 }
    return (needed > width ? attention.without(2) : attention).withoutEmptyColumns()
  }

  func attentionCells(_ entry: Entry, _ context: PanelContext) -> [Table.Content] {
    func cells(
      _ status: Glyphs.StatusGlyph, _ role: Role, _ text: String, _ remark: String = ""
    ) -> [Table.Content] {
      [
        .text(context.glyphs.statuses[status] ?? "", Style(role)), .text(text), .text(remark, .muted),
      ]
    }
    switch entry {
    case .target(let row):
      let role = row.status.role
      return [
        .text(context.glyph(row.status), Style(role)),
        .text(
          context.text("\(context.distinctTitle(of: row)) ", "\(context.distinctTitle(of: row)): ")
            + context.lag(of: row)),
        .text(context.text(row.planName), .muted),
      ]
    case .unreportedTargets(let rows):
      let newest = rows.compactMap(\.observation).max { $0.period.end < $1.period.end }
      let text = context.text(
        "\(rows.count)个目标：目标年已过、数据未公布", counted(rows.count, "target") + " past due, unpublished")
      return cells(
        .stale, .stale, text,
        newest.map { context.text("最新\(context.time(of: $0))", "newest \(context.time(of: $0))") } ?? "")
    case .unreported, .lapsed, .overdue, .waiting, .halted: return projectCells(entry, context, cells)
    case .partial(let row, let figure):
      let (text, remark) = newer(row, figure, context)
      return [.text(context.glyphs.bullet, .accent), .text(text), .text(remark, .muted)]
    case .cluster, .rung, .figure: return []
    }
  }

  /// Returns a row for several projects, each counted with its parts.
  private func projectCells(
    _ entry: Entry, _ context: PanelContext,
    _ cells: (Glyphs.StatusGlyph, Role, String, String) -> [Table.Content]
  ) -> [Table.Content] {
    func count(_ projects: [ProjectStatus]) -> Int {
      let counts = context.board.counts(of: projects)
      // Plan items stand for themselves only where no construction project is among them.
      return counts.projects > 0 ? counts.projects : counts.planItems
    }
    func sentence(_ projects: [ProjectStatus], _ zh: String, _ en: String) -> String {
      context.text("\(count(projects))个项目\(zh)", counted(count(projects), "project") + en)
    }
    switch entry {
    case .unreported(let projects):
      let newest = context.board.newestSource.map { $0.date.text } ?? ""
      return cells(
        .stale, .stale, sentence(projects, "到期，其后无新资料", " due, no document since"),
        context.text("资料至\(newest)", "data to \(newest)"))
    case .lapsed(let projects):
      let years = Set(context.board.lapsedByPlan.map(\.plan.end.year)).sorted().map(String.init)
      return cells(
        .stale, .stale, sentence(projects, "：规划到期后无报道", ": plan over, no report"),
        years.joined(separator: context.text("、", ", ")))
    case .overdue(let projects):
      return cells(
        .behind, .behind, sentence(projects, "超期未完成", " overdue"), parts(among: projects, context))
    case .halted(let projects):
      return cells(.stale, .stale, sentence(projects, "停工停产", " halted"), "")
    case .waiting(let projects):
      let longest = projects.first?.waiting?.label(context.language) ?? ""
      return cells(
        .behind, .behind, sentence(projects, "签约未开工", " signed, not started"),
        context.text("最久\(longest)", "longest \(longest)"))
    default: return []
    }
  }

  /// Returns a figure for part of a year beside what the path asks for in the whole of it:
  /// `新材料2024年1—9月为全年应达的74%`, and `54.8亿元，不评价`.
  private func newer(_ row: TargetProgress, _ figure: Figure, _ context: PanelContext) -> (
    text: String, remark: String
  ) {
    let (name, label) = (context.title(of: row), context.label(figure))
    let until = "\(figure.period.end.month)/\(figure.period.year)"
    guard let share = row.partialShare else {
      return (
        context.text("\(name)\(figure.period.label(.zh))\(label)", "\(name) \(label) to \(until)"),
        context.text("不满一年，不可与全年比", "part of a year")
      )
    }
    let percent = Decimal.percent(share, digits: 0)
    return (
      context.text(
        "\(name)\(figure.period.label(.zh))为全年应达的\(percent)", "\(name) to \(until): \(percent) of the year"),
      context.text("\(label)，不评价", "\(label), not judged")
    )
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// Returns how many of the projects are parts of others, which are not counted: `含组成部分1`; empty if none are.
  private func parts(among projects: [ProjectStatus], _ context: PanelContext) -> String {
    let count = projects.count(where: \.isPart)
    return count == 0
      ? "" : context.text("及其组成部分\(count)", count == 1 ? "and 1 part" : "and \(count) parts")
  }
}
