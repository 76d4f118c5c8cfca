/// The range of rows of a list that is drawn.
package struct ListWindow: Equatable, Sendable {
  /// The first visible row.
  package var first = 0
  /// The number of rows that fit.
  var height = 0

  /// Returns the number of rows kept visible beyond the cursor, if the list continues and has room for them.
  static func margin(height: Int) -> Int { min(2, max(0, height - 1) / 4) }

  /// Returns the window after the cursor moved to `selection`. It scrolls no further than needed.
  ///
  /// - Parameters:
  ///   - group: the first of the heading rows above the selected row.
  ///   - margin: the number of rows to keep visible beyond the selected row.
  func following(_ selection: Int, of count: Int, from group: Int, height: Int, margin: Int) -> ListWindow {
    let lowest = selection + margin - height + 1
    let highest = min(selection - margin, group)
    // The selected row takes precedence over its heading.
    let first = max(min(self.first, highest), min(lowest, selection))
    return ListWindow(first: min(max(0, first), max(0, count - height)), height: height)
  }
}

/// The windows of a view's lists in the previous frame: the next frame starts from them.
package struct ListWindows: Equatable, Sendable {
  private var windows: [String: ListWindow] = [:]
  /// The list with the cursor.
  private var active: String?
  /// Whether a click placed the cursor; the list then does not scroll, so that the row stays under the pointer.
  package var isClicked = false

  /// Creates windows without positions: lists begin at their first row.
  package init(isClicked: Bool = false) {
    self.isClicked = isClicked
  }

  /// Rows that PgUp and PgDn move by in the list with the cursor: all visible rows but one. Nil before the list was drawn.
  package var page: Int? { active.flatMap { windows[$0] }.map { max(1, $0.height - 1) } }

  /// Returns the window of a list for a frame. A list without the cursor starts at its first row, and its window is not
  /// kept.
  package mutating func window(
    _ name: String, count: Int, selection: Int?, from group: Int? = nil, height: Int, isPaged: Bool = true
  ) -> ListWindow {
    guard let selection else { return ListWindow(first: 0, height: height) }
    let window = (windows[name] ?? ListWindow()).following(
      selection, of: count, from: group ?? selection, height: height,
      margin: isClicked ? 0 : ListWindow.margin(height: height))
    windows[name] = window
    if isPaged { active = name }
    return window
  }

  /// Discards the window of a list, because a different list with the same name follows.
  package mutating func forget(_ name: String) { windows[name] = nil }
}
