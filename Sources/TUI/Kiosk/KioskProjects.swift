import Model

/// The projects that moved last, then those that are past the date they were expected, a few on a page.
struct KioskProjects: KioskView {
  let id = "projects"
  let title = Name(zh: "项目动态", en: "Projects")

  private static let perPage = 5
  private static let limit = 3

  func entries(_ board: Board) -> [String] {
    KioskProjects.pages("moved", board.moves.count) + KioskProjects.pages("overdue", board.overdue.count)
  }

  private static func pages(_ name: String, _ count: Int) -> [String] {
    (0..<min(limit, (count + perPage - 1) / perPage)).map { "\(name)-\($0 + 1)" }
  }

  private func isOverdue(_ entry: String) -> Bool { entry.hasPrefix("overdue") }

  func subtitle(_ state: AppState, entry: String) -> String {
    let all = isOverdue(entry) ? state.board.overdue.count : state.board.moves.count
    return isOverdue(entry)
      ? state.text("逾期未见到达 共\(all)项", "overdue, \(all) in all")
      : state.text("最近进展 共\(all)项", "latest steps, \(all) in all")
  }

  private func projects(_ board: Board, _ entry: String) -> ArraySlice<ProjectStatus> {
    let number = entry.split(separator: "-").last.flatMap { Int($0) } ?? 1
    let all = isOverdue(entry) ? board.overdue : board.moves
    return all.dropFirst((number - 1) * KioskProjects.perPage).prefix(KioskProjects.perPage)
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    let height = max(2, area.height / KioskProjects.perPage)
    for (index, status) in projects(state.board, entry).enumerated() {
      let (_, rest) = area.splitTop(index * height)
      draw(status, isOverdue(entry), state, rest.splitTop(height).top, &buffer)
    }
  }

  /// The stage as a tab at the left, the name beside it, and below what else is known.
  private func draw(
    _ status: ProjectStatus, _ isOverdue: Bool, _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    let rung = isOverdue ? .stalled : status.rung ?? .planned
    let word = isOverdue ? state.text("逾期", "overdue") : state.rungName(rung)
    let width = max(10, state.rungColumns + 2)
    let top = area.splitTop(area.height > 3 ? 1 : 0).rest
    let rows = min(top.height, area.height > 3 ? 3 : 2)
    for row in 0..<rows {
      buffer.put(state.glyphs.selected, x: top.x, y: top.y + row, style: Style(rung.role), clip: area)
    }
    let text = Rect(x: top.x + 2, y: top.y, width: top.width - 2, height: rows)
    let stage = Span(
      TextWidth.padded(word, to: width, mark: state.glyphs.ellipsis), Style(rung.role, on: .plain, .bold))
    let name = Span(state.text(status.project.name), Style(.plain, on: .plain, .bold))
    buffer.put(Line([stage, name]), in: text, ellipsis: state.glyphs.ellipsis)
    let facts = Line(facts(status, isOverdue, state).joined(separator: " \(state.glyphs.bullet) "), .muted)
    let below = Rect(x: text.x + width, y: text.y + 1, width: text.width - width, height: rows - 1)
    buffer.put(facts, in: below, ellipsis: state.glyphs.ellipsis)
  }

  private func facts(_ status: ProjectStatus, _ isOverdue: Bool, _ state: AppState) -> [String] {
    let date =
      isOverdue
      ? status.expected.map { "\(state.stageName($0.stage)) \($0.date.label(state.language))" }
      : status.reached.map { $0.date.label(state.language) }
    let clusters = status.project.clusters.compactMap { state.dataset.clusters[$0] }.map {
      state.text($0.name)
    }
    let investment = status.investment.map { state.text("投资 ", "investment ") + state.label($0) }
    return [date, clusters.first, investment].compactMap { $0 }
  }
}
