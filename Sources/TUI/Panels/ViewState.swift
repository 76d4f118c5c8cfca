/// What one view remembers: kept when data, size or language change, because it names records and not rows.
package struct ViewState: Equatable, Sendable {
  /// Id of the record under the cursor; nil or an id that is gone means the first.
  package var selection: String?
  /// Whether the record is opened to its full detail.
  package var isOpen = false
  /// Whether it was opened from another view, which leaving it goes back to.
  package var isVisit = false
  /// First row of the opened detail.
  package var scroll = 0
  /// Which of a view's arrangements is shown; the view takes it modulo its number.
  package var mode = 0
  /// Filters by what they filter: `cluster`, `stage`, `text`.
  package var filters: [String: String] = [:]
  /// The filters that another view has replaced on the way here; they come back with Esc. Nil when none has.
  package var filtersBefore: [String: String]?
  /// Which of a view's orders is used.
  package var order = 0
  /// Whether projects are counted by how many ever reached a stage, and not only by where they are now.
  package var countsEverReached = false
  /// The text being typed into the filter; nil when none is.
  package var input: String?
  /// Growth assumed by cluster, in percent, while a scenario is looked at; nil while none is. Never saved.
  package var scenario: [String: Double]?

  package init() {}

  /// Moves the cursor to a record, and opens or closes it.
  package mutating func select(_ id: String, opens: Bool = false) {
    selection = id
    isOpen = opens
    scroll = 0
  }
}
