import Canvas
import Domain
import Figures
import Output

// The shown projects and their order.

extension ProjectsPanel {
  // MARK: Content

  /// The shown rows, and the index of names while a text filter is used.
  struct Prepared: Sendable {
    var rows: ProjectRows?
    var names: ProjectNames?
  }

  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)? {
    var kept = context.prepared as? Prepared ?? Prepared()
    // The index is built when the input line opens, so that the first letter need not wait for it.
    let isFiltered = view.input != nil || view.filterText != nil
    kept.names = isFiltered ? kept.names ?? ProjectNames(context.board) : nil
    kept.rows = rows(view, context, kept)
    return kept
  }

  /// Returns the projects that pass the filters, in the order of the view. Cached in ``Prepared``.
  func rows(_ view: ViewState, _ context: PanelContext) -> ProjectRows {
    rows(view, context, context.prepared as? Prepared)
  }

  private func rows(_ view: ViewState, _ context: PanelContext, _ kept: Prepared?) -> ProjectRows {
    let key = ProjectRows.Key(filters(view, context), order(view), context.language)
    if let rows = kept?.rows, rows.key == key { return rows }
    return ProjectRows(key, of: context.board, after: kept?.rows, kept?.names)
  }

  /// Returns the filters that apply: a product line or a programme under the cursor, to which a search leads, brings the
  /// others with it.
  private func filters(_ view: ViewState, _ context: PanelContext) -> [String: String] {
    guard view.filters["nature"] == nil, context.board.projectCounts.planItems > 0,
      let position = view.selection.flatMap(context.board.position(ofProject:)),
      !context.board.projects[context.board.projects[position].root].project.isBuilt
    else { return view.filters }
    var filters = view.filters
    filters["nature"] = ProjectFilter.all
    return filters
  }

  /// Returns the project under the cursor. The board opens on the one that moved last; below the stages the cursor is
  /// among the movements, if there are any.
  func selected(_ view: ViewState, _ context: PanelContext) -> ProjectStatus? {
    let rows = rows(view, context)
    switch arrangement(view) {
    case .stages where !view.isOpen && !rows.movements.all.isEmpty:
      let movements = rows.movements.all
      return movements.first { $0.project.id == view.selection } ?? movements.first
    case .board where view.selection.flatMap(rows.index(ofID:)) == nil:
      guard let newest = rows.newestMove.flatMap(rows.index(ofID:)) else {
        return rows.isEmpty ? nil : rows[0]
      }
      // It opens on the stage of what moved last, on its first card.
      let column = rows.column(self.column(of: rows[newest], context))
      return column.isEmpty ? rows[newest] : column[0]
    default: return selectedIndex(view, in: rows).map { rows[$0] }
    }
  }

  func explained(_ view: ViewState, in context: PanelContext) -> [String] {
    selected(view, context).map { ["project/\($0.project.id)"] } ?? []
  }

  func statements(_ view: ViewState, in context: PanelContext) -> [Statement] {
    guard let status = selected(view, context) else { return [] }
    let milestones = status.milestones.map { milestone in
      Statement(
        label: status.project.name,
        value: Name(
          zh: ProjectWords.text(of: milestone, context, .zh),
          en: ProjectWords.text(of: milestone, context, .en)),
        citations: milestone.citations)
    }
    return milestones + figures(of: status, context).map(context.statement)
  }

  func figures(of status: ProjectStatus, _ context: PanelContext) -> [Figure] {
    context.board.figures(of: status)
  }
}
