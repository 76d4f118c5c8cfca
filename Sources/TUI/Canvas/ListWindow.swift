/// Which rows of a list are drawn.
package struct ListWindow: Equatable, Sendable {
  /// The first row that is shown.
  package var first = 0
  /// How many rows there is room for.
  var height = 0

  /// Rows that stay in sight beyond the one under the cursor, where the list goes on and has room for them.
  static func margin(height: Int) -> Int { min(2, max(0, height - 1) / 4) }

  /// The window after the cursor came to `selection`: moved no further than needed.
  ///
  /// - Parameters:
  ///   - group: the first row that belongs to the selected one, above it: its headings.
  ///   - margin: rows that have to be in sight beyond the selected one.
  func following(_ selection: Int, of count: Int, from group: Int, height: Int, margin: Int) -> ListWindow {
    let lowest = selection + margin - height + 1
    let highest = min(selection - margin, group)
    // The selected row itself comes before its heading.
    let first = max(min(self.first, highest), min(lowest, selection))
    return ListWindow(first: min(max(0, first), max(0, count - height)), height: height)
  }
}

/// The lists of a view as they were drawn last: a frame begins where the one before ended.
package struct ListWindows: Equatable, Sendable {
  private var windows: [String: ListWindow] = [:]
  /// The list with the cursor.
  private var active: String?
  /// Whether the cursor was put where it is by a click: the row stays where it was clicked.
  package var isClicked = false

  package init(isClicked: Bool = false) {
    self.isClicked = isClicked
  }

  /// Rows that PgUp and PgDn move by in the list with the cursor: all but one of those in sight. Nil before it was drawn.
  package var page: Int? { active.flatMap { windows[$0] }.map { max(1, $0.height - 1) } }

  /// The window of a list for a frame; one without the cursor begins with its first row, and is not kept.
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

  /// Forgets a list that another of the same name follows.
  package mutating func forget(_ name: String) { windows[name] = nil }
}
