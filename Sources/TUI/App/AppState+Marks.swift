import Canvas
import Output
import Panels

// Records that are marked, so that they can be exported alone.

extension AppState {
  /// The list of the view; while a record is open, a target alone, of others the figures that documents print.
  var listing: PanelListing? {
    if let listing = panel.listing(viewState(), in: context) { return listing }
    guard viewState().isOpen else { return nil }
    var closed = viewState()
    closed.isOpen = false
    if let row = closed.selection, panel.listing(closed, in: context)?.kind == .targets {
      return PanelListing(kind: .targets, ids: [row])
    }
    let figures = statements.compactMap(\.figure)
    return figures.isEmpty ? nil : PanelListing(kind: .figures, ids: figures)
  }

  /// Marks the record under the cursor, or removes its mark, and goes to the next one.
  mutating func toggleMark() {
    guard !viewState().isOpen, let listing = panel.listing(viewState(), in: context) else {
      return sayProblem("此处没有可标记的行", "there are no rows to mark here")
    }
    let selection = viewState().selection.map { listing.ids.contains($0) ? $0 : bare($0) }
    guard let id = selection ?? listing.ids.first, listing.ids.contains(id) else {
      return sayProblem("此行不能标记", "this row cannot be marked")
    }
    updateView { view in
      if view.marks.remove(id) == nil { view.marks.insert(id) }
    }
    _ = send(.down)
  }

  /// Returns an id without its kind, `target/…`.
  private func bare(_ id: String) -> String {
    id.split(separator: "/", maxSplits: 1).last.map(String.init) ?? id
  }
}

extension Frame {
  /// Draws the marks over the rows of the view.
  static func renderMarks(_ state: AppState, _ buffer: inout Buffer) {
    let marks = state.viewState().marks
    guard !marks.isEmpty, !state.viewState().isOpen else { return }
    let rows = buffer.records.filter { row in
      marks.contains(row.id) || marks.contains { row.id.hasSuffix("/\($0)") }
    }
    for (area, id) in rows {
      let isSelected = id == state.viewState().selection
      buffer.put(
        "*", x: area.x, y: area.y, style: Style(.accent, on: isSelected ? .selection : .plain, .bold))
    }
  }
}
