import Canvas
import Domain
import Output

/// Something that a document states, with its citations.
package struct Statement: Sendable {
  /// The name of the figure, in both languages.
  package var label: Name
  /// The value with its unit, in both languages.
  package var value: Name
  /// The places where documents print it.
  package var citations: [Citation]
  /// Id of the figure, if it is one.
  package var figure: String?

  /// Creates a statement; `figure` is the id of the figure, nil for other statements.
  package init(label: Name, value: Name, citations: [Citation], figure: String? = nil) {
    self.label = label
    self.value = value
    self.citations = citations
    self.figure = figure
  }
}

/// A record that a view lists, with the names it can be found by.
package struct PanelRecord: Sendable {
  /// The id of the record.
  package var id: String
  /// The names by which it can be found.
  package var names: [Name]
  /// The arrangement of the view that lists it; nil if all do.
  package var mode: Int?
}

/// The records that a view shows as a list, in its order, for export to a spreadsheet.
package struct PanelListing: Sendable {
  /// The kind of the listed records.
  package var kind: ListKind
  /// The ids of the listed records, in the order of the screen.
  package var ids: [String]

  package init(kind: ListKind, ids: [String]) { (self.kind, self.ids) = (kind, ids) }
}

/// One view of the board. It reads its own ``ViewState`` and a ``PanelContext``, changes only the former, and returns
/// everything else that should happen as a ``PanelEffect``.
package protocol Panel: Sendable {
  /// Its name in options and in the configuration.
  static var id: String { get }
  static var title: Name { get }
  /// The title in the head of a screen too narrow for all titles.
  static var shortTitle: Name { get }
  /// The commands of the view, in the order of the footer.
  static var keys: [Binding] { get }
  /// The names of its filters in ``ViewState/filters`` that the frame shows and Esc removes, the last first.
  static var filters: [String] { get }

  /// Handles a key that has no binding: movement, opening, closing, and text while a filter is typed.
  ///
  /// - Returns: nil if the key is not handled.
  func update(_ view: inout ViewState, in context: PanelContext, on key: Key) -> PanelEffect?

  /// Paints all of `area`.
  func render(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer)

  /// Paints the part of the view under the cursor alone, on all of `area`.
  func renderFocus(_ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer)

  /// Computes what the next frames and keys would otherwise compute each time. It is passed back as
  /// ``PanelContext/prepared`` until the board changes. It is a cache: the results are the same without it.
  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)?

  /// Returns the keys that the footer shows.
  func hints(_ view: ViewState, in context: PanelContext) -> [KeyHint]

  /// Returns the value of a filter that is set, as the frame shows it.
  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String

  /// Returns the values of a filter that the user can choose, in the order of the list: first the state without it, then
  /// those for which the other filters leave a record, and the present one.
  func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue]

  /// Returns the index of the present value of a filter among its values.
  func present(_ name: String, _ view: ViewState, of values: [FilterValue]) -> Int?

  /// Sets a filter to a value that the user chose; nil removes it.
  func setFilter(_ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext)

  /// Returns the name of a record of the view for the way back; nil if there is none.
  func name(of id: String, in context: PanelContext) -> Name?

  /// Returns the records that `show VIEW --select NAME` can name.
  func records(in context: PanelContext) -> [PanelRecord]

  /// Returns the complete content of the view: the list, or the record while one is open.
  func sections(_ view: ViewState, in context: PanelContext) -> [Section]

  /// Returns the selection for each row of the lists in ``sections(_:in:)`` while no record is open; nil for a row that
  /// cannot be opened.
  func selections(_ view: ViewState, in context: PanelContext) -> [String?]

  /// Returns the records of its list if they are all of one kind; nil while a record is open.
  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing?

  /// Returns what documents state about the record under the cursor.
  func statements(_ view: ViewState, in context: PanelContext) -> [Statement]

  /// Returns what the marks of the record under the cursor mean, each part on its own, the most important first: why
  /// there is no figure, which documents disagree, who leads. The frame shows as many as fit into one line.
  func remarks(_ view: ViewState, in context: PanelContext) -> [Line]

  /// Returns the ids of the computed values of the record under the cursor, for `Board.explanation(of:)`.
  func explained(_ view: ViewState, in context: PanelContext) -> [String]

  /// Returns the text of the opened record and its position in `area`; nil while none is open.
  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (block: TextBlock, area: Rect)?
}

extension Panel {
  /// The id of the view, for options and actions.
  package var id: String { Self.id }
  /// The title of the view, in both languages.
  package var title: Name { Self.title }
  /// The short title of the view, in both languages; its title if it has no other.
  package var shortTitle: Name { Self.shortTitle }
  static var shortTitle: Name { title }
  /// The key bindings of the view.
  package var keys: [Binding] { Self.keys }
  /// The names of its filters.
  package var filters: [String] { Self.filters }

  static var filters: [String] { [] }

  /// Returns no values.
  package func filterValues(_ name: String, _ view: ViewState, in context: PanelContext) -> [FilterValue] {
    []
  }

  /// Returns the index of the value in the view's filters.
  package func present(_ name: String, _ view: ViewState, of values: [FilterValue]) -> Int? {
    values.firstIndex { $0.id == view.filters[name] }
  }

  /// Sets the value in the view's filters.
  package func setFilter(
    _ name: String, to value: String?, _ view: inout ViewState, in context: PanelContext
  ) {
    view.filters[name] = value
  }

  func label(ofFilter name: String, _ view: ViewState, in context: PanelContext) -> String {
    view.filters[name] ?? ""
  }

  func name(of id: String, in context: PanelContext) -> Name? { nil }

  func prepared(_ view: ViewState, in context: PanelContext) -> (any Sendable)? { nil }

  func records(in context: PanelContext) -> [PanelRecord] { [] }

  func listing(_ view: ViewState, in context: PanelContext) -> PanelListing? { nil }

  func remarks(_ view: ViewState, in context: PanelContext) -> [Line] {
    context.remarks(on: statements(view, in: context))
  }

  func explained(_ view: ViewState, in context: PanelContext) -> [String] { [] }

  func openedText(_ view: ViewState, in context: PanelContext, area: Rect) -> (
    block: TextBlock, area: Rect
  )? { nil }

  func renderFocus(
    _ view: ViewState, in context: PanelContext, area: Rect, into buffer: inout Buffer
  ) {
    render(view, in: context, area: area, into: &buffer)
  }

  func hints(_ view: ViewState, in context: PanelContext) -> [KeyHint] {
    view.isOpen ? recordHints : keys.map(\.hint)
  }

  /// The hints of an opened record, beginning with how to close it. It cannot be opened again.
  var recordHints: [KeyHint] {
    [KeyHint("↑↓", "滚动", "scroll"), KeyHint("Esc", "返回", "back")] + keys.map(\.hint).filter(\.isForRecords)
  }

  /// Limits the scroll of an opened record to its text. Otherwise scrolling back from beyond its end would show no
  /// effect.
  package func limitScroll(_ view: inout ViewState, in context: PanelContext) {
    guard let (block, text) = openedText(view, in: context, area: context.area) else { return }
    view.scroll = min(view.scroll, block.maximumScroll(in: text))
  }

  /// Moves a selection through `ids` for the keys that all lists share; opens and closes the detail.
  ///
  /// - Parameter page: the rows that PgUp and PgDn move by before the list is first drawn. Afterwards they move by
  ///   the height of the list minus one.
  /// - Returns: nil if the key is not handled.
  func moveSelection(
    _ view: inout ViewState, in context: PanelContext, on key: Key, through ids: some SelectableRows,
    page: Int
  ) -> PanelEffect? {
    defer { if view.isOpen { limitScroll(&view, in: context) } }
    guard !view.isOpen else {
      return turn(&view, on: key, through: ids, page: textPage(view, in: context) ?? max(1, page))
    }
    let page = max(1, context.lists.page ?? page)
    switch key {
    case .down, .character("j"): step(1, &view, ids)
    case .up, .character("k"): step(-1, &view, ids)
    case .pageDown: step(page, &view, ids)
    case .pageUp: step(-page, &view, ids)
    case .home, .character("g"): step(-ids.count, &view, ids)
    case .end, .character("G"): step(ids.count, &view, ids)
    case .enter, .right: view.isOpen = !ids.isEmpty
    default: return nil
    }
    return .stay
  }

  /// Handles the keys of an opened record: scroll, next and previous record, close.
  private func turn(
    _ view: inout ViewState, on key: Key, through ids: some SelectableRows, page: Int
  ) -> PanelEffect? {
    switch key {
    case .escape, .left, .backspace:
      let isVisit = view.isVisit
      (view.isOpen, view.isVisit, view.scroll) = (false, false, 0)
      return isVisit ? .back() : .stay
    case .down, .character("j"): view.scroll += 1
    case .up, .character("k"): view.scroll = max(0, view.scroll - 1)
    case .pageDown, .character(" "): view.scroll += page
    case .pageUp: view.scroll = max(0, view.scroll - page)
    case .home, .character("g"): view.scroll = 0
    case .end, .character("G"): view.scroll = .max / 2
    case .character("n"), .right: step(1, &view, ids)
    case .character("N"): step(-1, &view, ids)
    default: return nil
    }
    return .stay
  }

  private func step(_ count: Int, _ view: inout ViewState, _ ids: some SelectableRows) {
    guard !ids.isEmpty else { return }
    let now = view.selection.flatMap(ids.index(ofID:)) ?? 0
    let next = ids.id(at: min(max(0, now + count), ids.count - 1))
    if view.selection != next { view.scroll = 0 }
    view.selection = next
  }

  /// Returns the rows that PgUp and PgDn scroll an opened record by: the visible rows minus one.
  private func textPage(_ view: ViewState, in context: PanelContext) -> Int? {
    openedText(view, in: context, area: context.area).map { max(1, $0.area.height - 1) }
  }

  /// Returns the index of the selected id: 0 if the id is gone, nil if there are no rows.
  func selectedIndex(_ view: ViewState, in ids: some SelectableRows) -> Int? {
    guard !ids.isEmpty else { return nil }
    return view.selection.flatMap(ids.index(ofID:)) ?? 0
  }
}
