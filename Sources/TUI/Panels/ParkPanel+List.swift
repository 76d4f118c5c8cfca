import Canvas
import Domain
import Figures
import Output

extension ParkPanel {
  /// Draws the parks by kind under headings: those without a place on the map, or all parks if no map is drawn.
  func renderList(
    _ parks: [Park], isWhole: Bool, selected: String, _ projects: ParkProjects, _ context: PanelContext,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    let isActive = parks.contains { $0.id == selected }
    let (head, body) = area.splitTop(1)
    SectionTitle(
      "\(isWhole ? context.text("园区", "Parks") : context.text("不在图上", "Not on the map")) \(parks.count)",
      remark: isWhole ? "" : context.text("原文未述位置", "location unstated"), isActive: isActive && !isWhole
    ).render(in: head, into: &buffer, glyphs: context.glyphs)
    var rows: [Table.Row] = []
    var selection: Int?
    for kind in Park.Kind.allCases {
      let members = parks.filter { $0.kind == kind }
      guard !members.isEmpty else { continue }
      rows.append(
        Table.Row(
          heading: Line([
            Span(" \(context.text(kind.plural)) ", Style(.accent)), Span("\(members.count)", .muted),
          ])))
      for park in members {
        if park.id == selected { selection = rows.count }
        rows.append(row(park, projects, context))
      }
    }
    Table(columns: listColumns(context), rows: rows, selection: selection, hasHeader: body.height >= 8)
      .render(
        in: body, into: &buffer, glyphs: context.glyphs)
  }

  func listColumns(_ context: PanelContext) -> [Table.Column] {
    let parks = RecordCatalogue.parks
    return [
      context.column(
        parks["name"], width: context.language == .en && context.width >= 100 ? 34 : 24, flex: 3,
        priority: 9),
      Table.Column(context.text("项目", "Projects"), width: context.language == .zh ? 8 : 12, priority: 8),
      Table.Column(context.text("产业", "Clusters"), width: 16, flex: 1, priority: 4),
      Table.Column(context.title(RecordCatalogue.parks["parent"]), width: 14, flex: 1, priority: 3),
      context.column(parks["note"], width: 24, flex: 2, priority: 2),
    ]
  }

  func row(_ park: Park, _ projects: ParkProjects, _ context: PanelContext) -> Table.Row {
    let own = projects.located(in: park.id)
    let text = own.isEmpty ? "" : context.text("\(own.count)项", "\(own.count)")
    let clusters = park.clusters.compactMap { context.dataset.clusters[$0] }.map { context.text($0.name) }
    func cell(_ key: String) -> String { context.text(RecordCatalogue.parks[key], of: park) }
    return Table.Row(
      [
        .text(cell("name")), .text(text, .muted),
        .text(clusters.joined(separator: context.text("、", ", ")), .muted), .text(cell("parent"), .muted),
        .text(cell("note"), .muted),
      ], record: park.id)
  }

  /// Draws one line instead of the list: the number of parks of each kind that are not on the map.
  func renderTally(_ board: ParkBoard, _ context: PanelContext, _ area: Rect, _ buffer: inout Buffer) {
    var spans = [
      Span(context.text(" 不在图上 \(board.others.count)  ", " Not on the map \(board.others.count)  "), .accent)
    ]
    for kind in Park.Kind.allCases {
      let count = board.others.count { $0.kind == kind }
      guard count > 0 else { continue }
      spans.append(Span("\(context.text(kind.plural)) ", .muted))
      spans.append(Span("\(count)  "))
    }
    spans.append(Span("\(context.glyphs.more) PgDn", .key))
    buffer.put(Line(spans), in: area, ellipsis: context.glyphs.ellipsis)
  }
}
