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

  func document(_ view: ViewState, in context: PanelContext) -> Document {
    let context = context.spoken
    var page = context.page(self)
    if view.isOpen, let row = selected(view, context) {
      page.add(heading: "\(context.title(of: row)) \(context.text(row.plan.name))")
      page.add(TargetWords(row, context).lines)
      return page
    }
    for group in groups(view, context) {
      page.add(heading: group.title ?? title(group.rows, view, context))
      let notes = group.rows.map {
        page.notes(($0.observation?.citations ?? []) + $0.target.citations, context)
      }
      page.add(
        columns(context), group.rows.map { cells($0, context) }, notes: notes)
    }
    return page
  }
}
