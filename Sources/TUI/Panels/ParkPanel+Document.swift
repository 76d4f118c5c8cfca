import Domain
import Figures
import Output

extension ParkPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.dataset.parks.filter { context.board.isKnown($0.citations) }.map {
      PanelRecord(id: $0.id, names: $0.names)
    }
  }

  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    ParkBoard.byKind(parks(context).board.parks).map(\.id)
  }

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    let parks = parks(context)
    let (board, projects) = (parks.board, parks.projects)
    if view.isOpen, let id = selected(board, view, context),
      let summary = board.summary(of: id, projects)
    {
      page.add(heading: context.text(summary.park.name))
      let lines = ParkPanelPage(
        summary: summary, projects: projects, context: context, width: 10_000, hasAllProjects: true)
      page.add(lines.lines())
      return page
    }
    if board.parks.isEmpty { page.add(paragraph: context.text("此日期尚无园区资料", "no parks known on this day")) }
    for kind in Park.Kind.allCases {
      let members = board.parks.filter { $0.kind == kind }
      guard !members.isEmpty else { continue }
      page.add(heading: "\(context.text(kind.plural)) \(members.count)")
      let notes = members.map { page.notes($0.citations, context) }
      page.add(listColumns(context), members.map { row($0, projects, context).cells }, notes: notes)
    }
    return page
  }
}
