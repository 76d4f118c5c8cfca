import Model

extension ParkPanel {
  /// The parks by kind under headings: those without a place on the map, or all of them where no map is drawn.
  func renderList(
    _ parks: [Park], isWhole: Bool, selected: String, _ projects: ParkProjects, _ state: AppState,
    _ area: Rect, _ buffer: inout Buffer
  ) {
    let isActive = parks.contains { $0.id == selected }
    let (head, body) = area.splitTop(1)
    SectionTitle(
      "\(isWhole ? state.text("园区", "Parks") : state.text("位置不明", "Not on the map")) \(parks.count)",
      remark: isWhole ? "" : state.text("原文未述位置", "no place given"), isActive: isActive && !isWhole
    ).render(in: head, into: &buffer, glyphs: state.glyphs)
    var rows: [Table.Row] = []
    var selection: Int?
    for kind in Park.Kind.allCases {
      let members = parks.filter { $0.kind == kind }
      guard !members.isEmpty else { continue }
      rows.append(
        Table.Row(
          heading: Line([
            Span(" \(state.text(kind.plural)) ", Style(.accent)), Span("\(members.count)", .muted),
          ])))
      for park in members {
        if park.id == selected { selection = rows.count }
        rows.append(row(park, projects, state))
      }
    }
    Table(columns: listColumns(state), rows: rows, selection: selection, hasHeader: body.height >= 8).render(
      in: body, into: &buffer, glyphs: state.glyphs)
  }

  func listColumns(_ state: AppState) -> [Table.Column] {
    [
      Table.Column(
        state.text("名称", "Name"), width: state.language == .en && state.width >= 100 ? 34 : 24, flex: 3,
        priority: 9),
      Table.Column(state.text("项目", "Projects"), width: state.language == .zh ? 8 : 12, priority: 8),
      Table.Column(state.text("产业", "Clusters"), width: 16, flex: 1, priority: 4),
      Table.Column(state.text("属于", "Part of"), width: 14, flex: 1, priority: 3),
      Table.Column(state.text("说明", "Note"), width: 24, flex: 2, priority: 2),
    ]
  }

  func row(_ park: Park, _ projects: ParkProjects, _ state: AppState) -> Table.Row {
    let own = projects.located(in: park.id)
    let text = own.isEmpty ? "" : state.text("\(own.count)项", "\(own.count)")
    let clusters = park.clusters.compactMap { state.dataset.clusters[$0] }.map { state.text($0.name) }
    let parent = park.parent.flatMap { state.dataset.parks[$0] }.map { state.text($0.name) } ?? ""
    return Table.Row(
      [
        .text(state.text(park.name)), .text(text, .muted),
        .text(clusters.joined(separator: state.text("、", ", ")), .muted), .text(parent, .muted),
        .text(park.note.map { state.text($0.name) } ?? "", .muted),
      ], record: park.id)
  }

  /// One line instead of the list: how many of each kind are not on the map.
  func renderTally(_ board: ParkBoard, _ state: AppState, _ area: Rect, _ buffer: inout Buffer) {
    var spans = [
      Span(state.text(" 位置不明 \(board.others.count)  ", " Not on the map \(board.others.count)  "), .accent)
    ]
    for kind in Park.Kind.allCases {
      let count = board.others.count { $0.kind == kind }
      guard count > 0 else { continue }
      spans.append(Span("\(state.text(kind.plural)) ", .muted))
      spans.append(Span("\(count)  "))
    }
    spans.append(Span("\(state.glyphs.more) PgDn", .key))
    buffer.put(Line(spans), in: area, ellipsis: state.glyphs.ellipsis)
  }
}
