/// The state of one view. It is kept when data, size or language change, because it names records, not rows.
package struct ViewState: Equatable, Sendable {
  /// Id of the record under the cursor. Nil, or an id that is gone, means the first.
  package var selection: String?
  /// Whether the record is opened to its full detail.
  package var isOpen = false
  /// Whether it was opened from another view. Closing it returns there.
  package var isVisit = false
  /// First row of the opened detail.
  package var scroll = 0
  /// The arrangement that is shown; the view takes it modulo its number of arrangements.
  package var mode = 0
  /// Filters by field: `cluster`, `stage`, `text`.
  package var filters: [String: String] = [:]
  /// The filters that another view replaced on the way here. Esc restores them. Nil if none were replaced.
  package var filtersBefore: [String: String]?
  /// The ids of the records that the user has marked for an export.
  package var marks: Set<String> = []
  /// The order in use; the view takes it modulo its number of orders.
  package var order = 0
  /// Whether projects are also counted by how many ever reached a stage.
  package var countsEverReached = false
  /// The text being typed into the filter; nil while nothing is typed.
  package var input: String?
  /// Assumed growth by cluster id, in percent, while a scenario is shown; nil otherwise. Never saved.
  package var scenario: [String: Double]?

  /// Creates the state of a view that was never opened.
  package init() {}

  /// Moves the cursor to a record, and opens or closes it.
  package mutating func select(_ id: String, opens: Bool = false) {
    selection = id
    isOpen = opens
    scroll = 0
  }
}
