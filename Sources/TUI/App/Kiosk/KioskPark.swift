import Canvas
import Domain
import Figures
import Panels

/// The schematic map: the zones and their number of projects.
struct KioskPark: KioskView {
  let id = "park"
  let title = Name(zh: "园区", en: "Park")

  func entries(_ board: Board) -> [String] { ParkBoard(board).placed.isEmpty ? [] : [""] }

  func subtitle(_ context: PanelContext, entry: String) -> String {
    let board = ParkBoard(context.board)
    let frame = board.frame.map { "\(context.text($0.name)) " } ?? ""
    let total = board.industryMatchTotal(board.projects())
    let note =
      total.counted == total.distinct
      ? ""
      : context.text(
        " 行业匹配去重\(total.distinct)", ", \(total.distinct) distinct matched by industry")
    return frame + context.text("示意图", "schematic") + note
  }

  func render(_ context: PanelContext, entry: String, in area: Rect, into buffer: inout Buffer) {
    let board = ParkBoard(context.board)
    let projects = board.projects()
    let places = board.placed.compactMap(\.place)
    let rows = Set(places.map(\.row)).sorted()
    let columns = Set(places.map(\.column)).sorted()
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let (width, height) = (area.width / columns.count, area.height / rows.count)
    for park in board.placed {
      guard let place = park.place, let row = rows.firstIndex(of: place.row),
        let column = columns.firstIndex(of: place.column), let summary = board.summary(of: park.id, projects)
      else { continue }
      let box = Rect(x: area.x + column * width, y: area.y + row * height, width: width - 1, height: height)
      draw(summary, context, box, &buffer)
    }
  }

  private func draw(_ summary: ParkSummary, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    let count = summary.projects.count
    let matches = summary.industryMatches.count
    let feet = [
      count > 0 ? Line(context.text("项目 \(count)", "projects \(count)"), .strong) : Line(""),
      matches > 0
        ? Line(context.text("行业匹配 \(matches)", "matched by industry \(matches)"), .muted) : Line(""),
    ]
    ParkPanelBox(
      title: Line(context.text(summary.park.name), .strong), feet: feet.filter { $0.columns > 0 },
      isSelected: false
    ).render(in: area, into: &buffer, glyphs: context.glyphs)
    let inside = area.inset(columns: 2, rows: area.height > 8 ? 2 : 1)
    for (row, placement) in summary.clusters.filter({ !$0.isPart }).prefix(inside.height).enumerated() {
      let status = placement.status ?? .noData
      let line = Line([
        Span("\(context.glyph(status)) ", status.role),
        Span(context.text(placement.cluster.name), Style(.plain, on: .plain, .bold)),
      ])
      let step = inside.height >= 2 * summary.clusters.count ? 2 : 1
      buffer.put(line, in: inside, row: row * step, ellipsis: context.glyphs.ellipsis)
    }
  }
}
