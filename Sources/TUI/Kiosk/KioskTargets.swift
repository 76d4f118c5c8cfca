import Model

/// Who is behind, the worst first, one target a page.
struct KioskTargets: KioskView {
  let id = "targets"
  let title = Name(zh: "滞后指标", en: "Behind")

  /// More pages than this would keep the others off the screen for too long.
  private static let limit = 6

  func entries(_ board: Board) -> [String] {
    board.behind.filter { $0.observation != nil }.prefix(KioskTargets.limit).map(\.target.id)
  }

  private func row(_ state: AppState, _ entry: String) -> TargetProgress? {
    state.board.target(entry)
  }

  func subtitle(_ state: AppState, entry: String) -> String {
    let all = entries(state.board)
    let place = all.firstIndex(of: entry).map { "\($0 + 1)/\(all.count)" } ?? ""
    return state.text("最慢第\(place)", "place \(place), worst first")
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    guard let row = row(state, entry) else { return }
    KioskFigure(row, label: label(row, state), state, tiles: KioskTile.needs(row, state))
      .render(in: area, into: &buffer, glyphs: state.glyphs)
  }

  /// Whom it is about, and what.
  private func label(_ row: TargetProgress, _ state: AppState) -> String {
    let subject =
      row.target.subject == .district ? state.dataset.info.short : state.dataset.name(of: row.target.subject)
    return "\(state.text(subject))  \(state.text(row.indicator.short))"
  }
}
