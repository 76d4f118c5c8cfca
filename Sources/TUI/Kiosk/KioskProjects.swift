import Model

/// The projects that moved last, then those that are past the date they were expected: reported late, and not reported at
/// all since; a few on a page. Last how many a plan lists that is over, and of which nothing was reported since.
struct KioskProjects: KioskView {
  let id = "projects"
  let title = Name(zh: "项目动态", en: "Projects")

  private static let perPage = 5
  private static let limit = 3

  func entries(_ board: Board) -> [String] {
    KioskProjects.pages("moved", board.moves(atMost: KioskProjects.limit * KioskProjects.perPage).count)
      + KioskProjects.pages("overdue", board.overdue.count)
      + KioskProjects.pages("unreported", board.unreported.count).prefix(1)
      + (board.lapsed.isEmpty ? [] : [KioskProjects.lapsed])
  }

  private static let lapsed = "lapsed"

  private static func pages(_ name: String, _ count: Int) -> [String] {
    (0..<min(limit, (count + perPage - 1) / perPage)).map { "\(name)-\($0 + 1)" }
  }

  /// What the projects of a page have in common; nil for those that moved.
  private func lateness(_ entry: String) -> Lateness? {
    entry.hasPrefix("overdue") ? .overdue : entry.hasPrefix("unreported") ? .unreported : nil
  }

  /// Those that are shown on all pages of a kind.
  private func all(_ board: Board, _ entry: String) -> [ProjectStatus] {
    switch lateness(entry) {
    case nil: board.moves(atMost: KioskProjects.limit * KioskProjects.perPage)
    case .overdue: board.overdue
    case .unreported: board.unreported
    }
  }

  /// `1项，另有组成部分1`: as many as the rows.
  private func count(_ state: AppState, _ entry: String) -> String {
    let counts = state.board.counts(of: all(state.board, entry))
    let parts = counts.parts
    return state.text("\(counts.projects)项", "\(counts.projects)")
      + (parts > 0
        ? state.text("，另有其组成部分\(parts)", ", and \(parts) \(parts == 1 ? "part" : "parts") of them") : "")
  }

  func subtitle(_ state: AppState, entry: String) -> String {
    if entry == KioskProjects.lapsed { return state.text(Plan.lapsed) }
    let count = count(state, entry)
    let newest = state.board.newestSource?.date.text ?? ""
    return switch lateness(entry) {
    case nil: state.text("各项目最近所处阶段，新者在前", "the stage that each came to last, newest first")
    case .overdue: state.text("超期未完成（无报道） 共\(count)", "overdue, not reported: \(count)")
    case .unreported:
      state.text("到期无新资料 共\(count)，资料止于\(newest)", "due, no newer document: \(count), data end \(newest)")
    }
  }

  private func projects(_ board: Board, _ entry: String) -> ArraySlice<ProjectStatus> {
    let number = entry.split(separator: "-").last.flatMap { Int($0) } ?? 1
    return all(board, entry).dropFirst((number - 1) * KioskProjects.perPage).prefix(KioskProjects.perPage)
  }

  func render(_ state: AppState, entry: String, in area: Rect, into buffer: inout Buffer) {
    if entry == KioskProjects.lapsed {
      return KioskTiles(tiles: lapsedTiles(state)).render(in: area, into: &buffer, glyphs: state.glyphs)
    }
    let height = max(2, area.height / KioskProjects.perPage)
    for (index, status) in projects(state.board, entry).enumerated() {
      let (_, rest) = area.splitTop(index * height)
      draw(status, lateness(entry), state, rest.splitTop(height).top, &buffer)
    }
  }

  /// A count for each plan that is over.
  private func lapsedTiles(_ state: AppState) -> [KioskTile] {
    state.board.lapsedByPlan.map { plan, count in
      let items = state.board.counts(
        of: state.board.lapsed.filter { $0.lapsedPlan.map { state.dataset.plans[$0].id } == plan.id }
      ).planItemsText
      let note = [plan.lapsedText, items].compactMap { $0.map { state.text($0) } }
      return KioskTile(
        label: state.text(plan.short), value: String(count),
        note: note.joined(separator: state.text("，", ", ")),
        role: .stale)
    }
  }

  /// The stage as a tab at the left, the name beside it, and below what else is known; at the right the time, large
  /// where there is room.
  private func draw(
    _ status: ProjectStatus, _ lateness: Lateness?, _ state: AppState, _ area: Rect, _ buffer: inout Buffer
  ) {
    let rung = status.rung ?? .planned
    let role = lateness?.role ?? rung.role
    let word = state.text(lateness) ?? state.stageName(of: status)
    let width = max(10, TextWidth.columns(of: word) + 2, state.stageColumns + 2)
    let top = area.splitTop(area.height > 3 ? 1 : 0).rest
    let rows = min(top.height, area.height > 3 ? 3 : 2)
    for row in 0..<rows {
      buffer.put(state.glyphs.selected, x: top.x, y: top.y + row, style: Style(role), clip: area)
    }
    let room = drawTime(status, isLate: lateness != nil, role, state, top, &buffer)
    let text = Rect(x: top.x + 2, y: top.y, width: top.width - 2 - room, height: rows)
    let stage = Span(
      TextWidth.padded(word, to: width, mark: state.glyphs.ellipsis), Style(role, on: .plain, .bold))
    let name = Span(state.text(status.project.name), Style(.plain, on: .plain, .bold))
    buffer.put(Line([stage, name]), in: text, ellipsis: state.glyphs.ellipsis)
    let facts = Line(
      facts(status, lateness != nil, state).joined(separator: " \(state.glyphs.bullet) "), .muted)
    let below = Rect(x: text.x + width, y: text.y + 1, width: text.width - width, height: rows - 1)
    buffer.put(facts, in: below, ellipsis: state.glyphs.ellipsis)
  }

  /// - Returns: the columns it took at the right; 0 where there is no room for large figures.
  private func drawTime(
    _ status: ProjectStatus, isLate: Bool, _ role: Role, _ state: AppState, _ area: Rect,
    _ buffer: inout Buffer
  ) -> Int {
    let date = isLate ? status.expected?.date : status.reached?.date
    // `2024-10` of `2024-10-30`, `2025` of `by 2025`; what is unknown has no shape.
    let text = date?.text.split(separator: " ").last.map { String($0.prefix(7)) } ?? ""
    guard
      let scale = BigText.scale(for: [text], columns: area.width * 2 / 5, rows: area.height, state.glyphs)
    else { return 0 }
    let columns = BigText.columns(of: text, scale: scale)
    let place = area.splitLeft(area.width - columns).rest
    BigText(text: text, scale: scale, style: Style(role)).render(
      in: place, into: &buffer, glyphs: state.glyphs)
    return columns + 2
  }

  private func facts(_ status: ProjectStatus, _ isLate: Bool, _ state: AppState) -> [String] {
    let date =
      isLate
      ? status.expected.map { "\(state.stageName($0.stage)) \($0.date.label(state.language))" }
      : status.reached.map { $0.dateLabel(state.language) }
    let clusters = status.project.clusters.compactMap { state.dataset.clusters[$0] }.map {
      state.text($0.name)
    }
    let investment = status.investment.map { state.text("投资 ", "investment ") + state.label($0) }
    return [date, clusters.first, investment].compactMap { $0 }
  }
}
