import Canvas
import Domain
import Figures
import Panels

/// The freshness of the data: the date of the newest document, its age, and the figures that are due for an update.
struct KioskSources: KioskView {
  let id = "sources"
  let title = Name(zh: "数据时效", en: "Freshness")

  func entries(_ board: Board) -> [String] { board.newestSource == nil ? [] : [""] }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let source = context.board.newestSource else { return }
    let (head, rest) = area.splitTop(area.height * 45 / 100)
    let date = KioskTile(
      label: context.text("最新资料", "newest document"), value: source.date.text,
      note: remark(source, context))
    KioskTiles(tiles: [date]).render(
      in: head.splitTop(head.height > 8 ? 1 : 0).rest, into: &buffer, glyphs: context.glyphs)
    KioskTiles(tiles: counts(context)).render(
      in: rest.splitTop(rest.height > 8 ? 1 : 0).rest, into: &buffer, glyphs: context.glyphs)
  }

  private func remark(_ source: Source, _ context: PanelContext) -> String {
    let figures = context.board.newestPeriod.map {
      context.text("  实际值截至\($0.label(.zh))", "  figures up to \($0.label(.en))")
    }
    let counted =
      source.date.precision == .day
      ? "" : context.text("（按\(source.knownOn)计）", " (counted from \(source.knownOn))")
    return "\(KioskAge(context).words)\(counted)\(figures ?? "")  \(context.text(source.title))"
  }

  private func counts(_ context: PanelContext) -> [KioskTile] {
    let board = context.board
    let stale = board.targets.count { $0.isStale && !$0.isSecondary }
    let unknown = board.counts.filter { $0.key.isUnknown }.values.reduce(0, +)
    let critical = board.conflicts.count { $0.severity == .critical }
    var tiles = [
      KioskTile(
        label: context.text("依据文件", "documents"), value: String(board.sources.count),
        note: context.text("份", "in all"))
    ]
    if stale > 0 {
      tiles.append(
        KioskTile(
          label: context.text("数据未更新", "stale"), value: String(stale),
          note: "\(context.glyphs.statuses[.stale] ?? "") \(context.text("个目标", "targets"))", role: .stale))
    }
    let due = board.unreportedTargets.count
    if due > 0 {
      tiles.append(
        KioskTile(
          label: context.text("到期未公布", "past due"), value: String(due),
          note: "\(context.glyphs.statuses[.stale] ?? "") \(context.text("个目标", "targets"))", role: .stale))
    }
    if !board.unreported.isEmpty {
      tiles.append(
        KioskTile(
          label: context.text(Lateness.unreported.name),
          value: String(board.counts(of: board.unreported).projects),
          note: "\(context.glyphs.statuses[.stale] ?? "") \(context.text("个项目", "projects"))", role: .stale))
    }
    if unknown > 0 {
      tiles.append(
        KioskTile(
          label: context.text("尚无新数据", "without new data"), value: String(unknown),
          note: context.text("个目标", "targets")))
    }
    if critical > 0 {
      tiles.append(
        KioskTile(
          label: context.text("数据矛盾", "conflicts"), value: String(critical),
          note: "\(context.glyphs.conflict) \(context.text("处重大分歧", "critical"))", role: .conflict))
    }
    return tiles
  }
}
