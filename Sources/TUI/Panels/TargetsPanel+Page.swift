import Domain
import Output

extension TargetsPanel {
  func records(in context: PanelContext) -> [PanelRecord] {
    context.board.targets.filter { !$0.isSecondary }.map { row in
      let isOfDistrict = row.target.subject == .district
      let names = isOfDistrict ? [row.indicator.name, row.indicator.short] : []
      return PanelRecord(id: row.target.id, names: names + [Name(both: context.title(of: row))])
    }
  }

  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? {
    view.isOpen
      ? nil : PanelListing(kind: .targets, ids: groups(view, context).flatMap(\.rows).map(\.target.id))
  }

  /// Returns all targets, including folded ones.
  func selections(_ view: ViewState, in context: PanelContext) -> [String?] {
    groups(view, context).flatMap(\.rows).map(\.target.id)
  }

  func sections(_ view: ViewState, in context: PanelContext) -> [Section] {
    if view.isOpen, let row = selected(view, context) {
      return [Section("\(context.title(of: row)) \(context.text(row.plan.name))", level: 1)]
        + TargetWords(row, context).sections
    }
    return groups(view, context).map { group in
      let citations = group.rows.map { ($0.observation?.citations ?? []) + $0.target.citations }
      return Section(
        group.title ?? title(group.rows, view, context), level: 1,
        [.list(columns(context), group.rows.map { cells($0, context) }, citations: citations)])
    }
  }
}
