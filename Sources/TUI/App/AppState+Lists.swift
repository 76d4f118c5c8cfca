import Canvas

extension AppState {
  /// The lists of the current view.
  var lists: ListWindows {
    get { listWindows[view] ?? ListWindows() }
    set { listWindows[view] = newValue }
  }

  /// Stores how a frame has drawn the lists of the view, for the next frame and for keys that move by pages.
  mutating func keep(_ lists: ListWindows) { self.lists = lists }

  /// Moves the cursor of the choice list over the view.
  mutating func choose(_ index: Int, of count: Int) {
    choice = min(max(0, index), max(0, count - 1))
    lists.isClicked = false
  }

  /// Returns the rows that PgUp and PgDn move by in a view's list with the cursor; `rows` if it was not drawn yet.
  func page(_ id: String, otherwise rows: Int) -> Int { max(1, listWindows[id]?.page ?? rows) }
}
