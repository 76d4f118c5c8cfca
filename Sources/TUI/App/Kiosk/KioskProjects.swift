import Canvas
import Domain
import Figures
import Panels

/// The projects that changed last, then those past their expected date: reported late, and without any later report; a
/// few per page. Last, the number of projects of expired plans without any later report.
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

  /// Returns the lateness that the projects of a page share; nil for the recently changed ones.
  private func lateness(_ entry: String) -> Lateness? {
    entry.hasPrefix("overdue") ? .overdue : entry.hasPrefix("unreported") ? .unreported : nil
  }

  /// Returns the projects on all pages of a kind.
  private func all(_ board: Board, _ entry: String) -> [ProjectStatus] {
    switch lateness(entry) {
    case nil: board.moves(atMost: KioskProjects.limit * KioskProjects.perPage)
    case .overdue: board.overdue
    case .unreported: board.unreported
    }
  }

  /// Returns `1项，另有组成部分1`: as many as the rows.
  private func count(_ context: PanelContext, _ entry: String) -> String {
    let counts = context.board.counts(of: all(context.board, entry))
    let parts = counts.parts
    return context.text("\(counts.projects)项", "\(counts.projects)")
      + (parts > 0
        ? context.text("，另有其组成部分\(parts)", ", and \(parts) \(parts == 1 ? "part" : "parts") of them") : "")
  }

  func subtitle(_ context: PanelContext, entry: String) -> String {
    if entry == KioskProjects.lapsed { return context.text(Plan.lapsed) }
    let count = count(context, entry)
    let newest = context.board.newestSource?.date.text ?? ""
    return switch lateness(entry) {
    case nil: context.text("各项目最近所处阶段，新者在前", "the stage that each came to last, newest first")
    case .overdue: context.text("超期未完成（无报道） 共\(count)", "overdue, not reported: \(count)")
    case .unreported:
      context.text("到期无新资料 共\(count)，资料止于\(newest)", "due, no newer document: \(count), data end \(newest)")
    }
  }

  private func projects(_ board: Board, _ entry: String) -> ArraySlice<ProjectStatus> {
    let number = entry.split(separator: "-").last.flatMap { Int($0) } ?? 1
    return all(board, entry).dropFirst((number - 1) * KioskProjects.perPage).prefix(KioskProjects.perPage)
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    if entry == KioskProjects.lapsed {
      return KioskTiles(tiles: lapsedTiles(context)).render(in: area, into: &buffer, glyphs: context.glyphs)
    }
    let height = max(2, area.height / KioskProjects.perPage)
    for (index, status) in projects(context.board, entry).enumerated() {
      let (_, rest) = area.splitTop(index * height)
      draw(status, lateness(entry), context, rest.splitTop(height).top, &buffer)
    }
  }

  /// Returns a count for each expired plan.
  private func lapsedTiles(_ context: PanelContext) -> [KioskTile] {
    context.board.lapsedByPlan.map { plan, count in
      let items = context.board.counts(
        of: context.board.lapsed.filter { $0.lapsedPlan.map { context.dataset.plans[$0].id } == plan.id }
      ).planItemsText
      let note = [plan.lapsedText, items].compactMap { $0.map { context.text($0) } }
      return KioskTile(
        label: context.text(plan.short), value: String(count),
        note: note.joined(separator: context.text("，", ", ")),
        role: .stale)
    }
  }

  /// Draws the stage as a tab on the left, the name beside it and further details below; the time on the right, large
  /// if there is room.
  private func draw(
    _ status: ProjectStatus, _ lateness: Lateness?, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) {
    let rung = status.rung ?? .planned
    let role = lateness?.role ?? rung.role
    let word = context.text(lateness) ?? context.stageName(of: status)
    let width = max(10, TextWidth.columns(of: word) + 2, context.stageColumns + 2)
    let top = area.splitTop(area.height > 3 ? 1 : 0).rest
    let rows = min(top.height, area.height > 3 ? 3 : 2)
    for row in 0..<rows {
      buffer.put(context.glyphs.selected, x: top.x, y: top.y + row, style: Style(role), clip: area)
    }
    let room = drawTime(status, isLate: lateness != nil, role, context, top, &buffer)
    let text = Rect(x: top.x + 2, y: top.y, width: top.width - 2 - room, height: rows)
    let stage = Span(
      TextWidth.padded(word, to: width, mark: context.glyphs.ellipsis), Style(role, on: .plain, .bold))
    let name = Span(context.text(status.project.name), Style(.plain, on: .plain, .bold))
    buffer.put(Line([stage, name]), in: text, ellipsis: context.glyphs.ellipsis)
    let facts = Line(
      facts(status, lateness != nil, context).joined(separator: " \(context.glyphs.bullet) "), .muted)
    let below = Rect(x: text.x + width, y: text.y + 1, width: text.width - width, height: rows - 1)
    buffer.put(facts, in: below, ellipsis: context.glyphs.ellipsis)
  }

  /// - Returns: the columns used on the right; 0 if there is no room for large figures.
  private func drawTime(
    _ status: ProjectStatus, isLate: Bool, _ role: Role, _ context: PanelContext, _ area: Rect,
    _ buffer: inout Buffer
  ) -> Int {
    let date = isLate ? status.expected?.date : status.reached?.date
    // `2024-10` of `2024-10-30`, `2025` of `by 2025`; unknown characters have no shape.
    let text = date?.text.split(separator: " ").last.map { String($0.prefix(7)) } ?? ""
    guard
      let scale = BigText.scale(for: [text], columns: area.width * 2 / 5, rows: area.height, context.glyphs)
    else { return 0 }
    let columns = BigText.columns(of: text, scale: scale)
    let place = area.splitLeft(area.width - columns).rest
    BigText(text: text, scale: scale, style: Style(role)).render(
      in: place, into: &buffer, glyphs: context.glyphs)
    return columns + 2
  }

  private func facts(_ status: ProjectStatus, _ isLate: Bool, _ context: PanelContext) -> [String] {
    let date =
      isLate
      ? status.expected.map { "\(context.stageName($0.stage)) \($0.date.label(context.language))" }
      : status.reached.map { $0.dateLabel(context.language) }
    let clusters = status.project.clusters.compactMap { context.dataset.clusters[$0] }.map {
      context.text($0.name)
    }
    let investment = status.investment.map { context.text("投资 ", "investment ") + context.label($0) }
    return [date, clusters.first, investment].compactMap { $0 }
  }
}
