import Canvas
import Output
import Panels

// The interface between the app and the current panel.

extension AppState {
  /// The current panel.
  package var panel: any Panel { PanelRegistry.panel(view) }

  /// The context of the current panel.
  package var context: PanelContext {
    let body = bodyArea
    var context = PanelContext(
      board: board, today: today, language: language, glyphs: glyphs, width: body.width, height: body.height)
    context.isBeforeAll = isBeforeAll
    context.lists = lists
    context.clearingKey = clearingKey(view)
    context.hasFiltersShown = !isFull && !FrameLayout(self).trail.isEmpty
    context.prepared = prepared[view]
    return context
  }

  /// The whole content of the view as a page.
  package var page: Page { panel.page(viewState(), in: context) }

  /// The statements about the record under the cursor.
  var statements: [Statement] { panel.statements(viewState(), in: context) }

  /// Sends a key without a binding to the panel.
  ///
  /// - Returns: whether the panel handled it.
  mutating func send(_ key: Key) -> Bool {
    // Keys that move the cursor end the state after a click, in which the list keeps its scroll position.
    if ![.enter, .right, .escape, .left, .backspace].contains(key) { lists.isClicked = false }
    let context = context
    var own = viewState()
    let effect = panel.update(&own, in: context, on: key)
    views[view] = own
    if let effect { apply(effect) }
    return effect != nil
  }

  /// Runs a command of the view.
  ///
  /// - Returns: whether the command is available now.
  mutating func perform(_ binding: Binding) -> Bool {
    guard let perform = binding.perform, binding.hint.isForRecords || !viewState().isOpen else {
      return false
    }
    let context = context
    var own = viewState()
    let effect = perform(&own, context)
    views[view] = own
    if let effect { apply(effect) }
    return true
  }

  private mutating func apply(_ effect: PanelEffect) {
    switch effect {
    case .stay: break
    case .go(let id, let cursor, let filters, let remark):
      go(to: id, at: cursor, filters: filters)
      if let remark { notice = Feedback(remark) }
    case .back(let only): if only == nil || only == history.last { _ = goBack() }
    case .showCitations: _ = show(.citations)
    case .choose(let filter):
      _ = show(.filter(filter))
      let values = FilterPage.values(self)
      filterValues = values
      choice = panel.present(filter, viewState(), of: values) ?? 0
    case .say(let text): notice = Feedback(text)
    }
  }

  /// Clamps the scroll position of an opened record to its text.
  mutating func limitScroll() {
    let context = context
    var own = viewState()
    panel.limitScroll(&own, in: context)
    if own != viewState() { views[view] = own }
  }
}
