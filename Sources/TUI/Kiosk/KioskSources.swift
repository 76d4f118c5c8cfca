import Model

/// How fresh all of this is: the date of the newest document, its age, and what waits for newer figures.
struct KioskSources: KioskView {
  let id = "sources"
  let title = Name(zh: "数据时效", en: "Freshness")

  func entries(_ board: Board) -> [String] { board.newestSource == nil ? [] : [""] }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let source = state.board.newestSource else { return }
    let (head, rest) = area.splitTop(area.height * 45 / 100)
    let date = KioskTile(
      label: state.text("最新资料", "newest document"), value: source.date.text,
      note: remark(source, state))
    KioskTiles(tiles: [date]).render(
      in: head.splitTop(head.height > 8 ? 1 : 0).rest, into: &buffer, glyphs: state.glyphs)
    KioskTiles(tiles: counts(state)).render(
      in: rest.splitTop(rest.height > 8 ? 1 : 0).rest, into: &buffer, glyphs: state.glyphs)
  }

  private func remark(_ source: Source, _ state: AppState) -> String {
    let figures = state.board.newestPeriod.map {
      state.text("  实际值截至\($0.label(.zh))", "  figures up to \($0.label(.en))")
    }
    let counted =
      source.date.precision == .day
      ? "" : state.text("（按\(source.knownOn)计）", " (counted from \(source.knownOn))")
    return "\(KioskAge(state).words)\(counted)\(figures ?? "")  \(state.text(source.title))"
  }

  private func counts(_ state: AppState) -> [KioskTile] {
    let board = state.board
    let stale = board.targets.count { $0.isStale && !$0.isSecondary }
    let unknown = board.counts.filter { $0.key.isUnknown }.values.reduce(0, +)
    let misleading = board.conflicts.count { $0.severity == .misleads }
    var tiles = [
      KioskTile(
        label: state.text("依据文件", "documents"), value: String(board.sources.count),
        note: state.text("份", "in all"))
    ]
    if stale > 0 {
      tiles.append(
        KioskTile(
          label: state.text("已过更新期", "overdue for update"), value: String(stale),
          note: "\(state.glyphs.statuses[.stale] ?? "") \(state.text("个目标", "targets"))", role: .stale))
    }
    let due = board.unreportedTargets.count
    if due > 0 {
      tiles.append(
        KioskTile(
          label: state.text("到期无数", "due, no figure"), value: String(due),
          note: "\(state.glyphs.statuses[.stale] ?? "") \(state.text("个目标", "targets"))", role: .stale))
    }
    if !board.unreported.isEmpty {
      tiles.append(
        KioskTile(
          label: state.text(Lateness.unreported.name),
          value: String(board.counts(of: board.unreported).projects),
          note: "\(state.glyphs.statuses[.stale] ?? "") \(state.text("个项目", "projects"))", role: .stale))
    }
    if unknown > 0 {
      tiles.append(
        KioskTile(
          label: state.text("尚无新数据", "without new data"), value: String(unknown),
          note: state.text("个目标", "targets")))
    }
    if misleading > 0 {
      tiles.append(
        KioskTile(
          label: state.text("口径矛盾", "conflicts"), value: String(misleading),
          note: "\(state.glyphs.conflict) \(state.text("处易误读", "that mislead"))", role: .conflict))
    }
    return tiles
  }
}
