import Canvas
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

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    let parks = parks(context)
    let (board, projects) = (parks.board, parks.projects)
    if view.isOpen, let id = selected(board, view, context), let summary = board.summary(of: id, projects) {
      let words = ParkPanelPage(
        summary: summary, projects: projects, context: context, width: 10_000, hasAllProjects: true)
      return [Section(context.text(summary.park.name), level: 1)] + words.sections
    }
    if board.parks.isEmpty {
      return [Section([.text([Line(context.text("此日期尚无园区资料", "no parks known on this day"))])])]
    }
    let verdict = Section([.text(ParkVerdict(parks: parks, context: context).lines(width: .max))])
    return [verdict]
      + Park.Kind.allCases.compactMap { kind in
        let members = board.parks.filter { $0.kind == kind }
        guard !members.isEmpty else { return nil }
        return Section(
          "\(context.text(kind.plural)) \(members.count)", level: 1,
          [
            .list(
              listColumns(context), members.map { row($0, projects, context).cells },
              citations: members.map(\.citations))
          ])
      }
  }
}
