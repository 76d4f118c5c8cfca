import Canvas

extension AppState {
  /// The lists of the shown view.
  var lists: ListWindows {
    get { listWindows[view] ?? ListWindows() }
    set { listWindows[view] = newValue }
  }

  /// Keeps how a frame has drawn the lists of the view, for the next frame and for keys that move by pages.
  mutating func keep(_ lists: ListWindows) { self.lists = lists }

  /// Moves the cursor of the list that lies over the view.
  mutating func choose(_ index: Int, of count: Int) {
    choice = min(max(0, index), max(0, count - 1))
    lists.isClicked = false
  }

  /// Rows that PgUp and PgDn move by in the list of a view that has the cursor.
  func page(_ id: String, otherwise rows: Int) -> Int { max(1, listWindows[id]?.page ?? rows) }
}
