import Model

// What the state tells the panel that is shown, and what it does for it.

extension AppState {
  /// The panel that is shown.
  public var panel: any Panel { PanelRegistry.panel(view) }

  /// What the panel that is shown is told.
  public var context: PanelContext {
    let body = bodyArea
    var context = PanelContext(
      board: board, today: today, language: language, glyphs: glyphs, width: body.width, height: body.height)
    context.isBeforeAll = isBeforeAll
    context.lists = lists
    context.clearingKey = clearingKey(view)
    context.prepared = prepared[view]
    return context
  }

  /// All that the view shows, as a page.
  public var document: Document { panel.document(viewState(), in: context) }

  /// What documents state about the record under the cursor.
  var statements: [Statement] { panel.statements(viewState(), in: context) }

  /// Lets the panel take a key as something that moves, opens, closes or is typed; false when it means nothing there.
  mutating func send(_ key: Key) -> Bool {
    // Unless the record is gone to or left, the cursor moves away from where it was clicked.
    if ![.enter, .right, .escape, .left, .backspace].contains(key) { lists.isClicked = false }
    let context = context
    var own = viewState()
    let effect = panel.update(&own, in: context, on: key)
    views[view] = own
    if let effect { apply(effect) }
    return effect != nil
  }

  /// Does what a view has a key for; false where that is not for what is shown.
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
    case .say(let text): notice = Feedback(text)
    }
  }

  /// Keeps the scroll of an opened record inside its text.
  mutating func limitScroll() {
    let context = context
    var own = viewState()
    panel.limitScroll(&own, in: context)
    if own != viewState() { views[view] = own }
  }
}
