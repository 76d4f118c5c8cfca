import Canvas
import Domain
import Figures
import Output
import Panels
import Store

/// The whole state of the program as a value: what is shown follows from it alone.
package struct AppState: Sendable {
  /// What lies over the view.
  package enum Overlay: Equatable, Sendable {
    case help
    /// The citations of what is under the cursor.
    case citations
    /// What changed since an earlier day.
    case changes(since: Day)
    /// The search, with what is typed so far.
    case search
    /// The actions by name, with what is typed so far.
    case palette
    /// How to export what is seen.
    case export
  }

  package var board: Board {
    didSet {
      searchIndex = nil
      searchHits = nil
      prepared = [:]
      refreshChanges()
    }
  }
  /// The days on which something became known, oldest first.
  package internal(set) var steps: [Day]
  /// The day the program was started on: how old data is counts from here.
  package var today: Day
  package var language: Language
  package var theme: Theme
  /// What is known of the terminal's background.
  var backdrop = Backdrop()
  /// The themes that can be chosen, in their order.
  package var themes = Theme.all
  package var glyphs: Glyphs
  /// What the user has set; values that an option of its own decides, such as the language, stand elsewhere.
  package var settings = Settings()
  package var bindings = KeyBindings.standard
  package var width: Int
  package var height: Int
  /// Id of the panel that is shown.
  package var view: String
  package var views: [String: ViewState] = [:]
  /// The lists of each view as they were drawn last.
  var listWindows: [String: ListWindows] = [:]
  /// The views to go back to, the last one left last.
  package var history: [String] = []
  /// The views that were gone back from, the last one last.
  package var future: [String] = []
  package var overlay: Overlay? {
    didSet { if overlay != oldValue { refreshChanges() } }
  }
  /// What changed between the day of the overlay and the board's; made when that is opened, nil while it is not.
  private(set) var changes: BoardDiff?
  /// First row of the overlay.
  package var overlayScroll = 0
  /// What is typed into the overlay that searches.
  package var query = ""
  /// The index of the chosen line of such an overlay.
  package var choice = 0
  /// What the search looks in; made when it is first opened for a board.
  var searchIndex: SearchIndex?
  /// What the search found last; see ``prepare()``.
  var searchHits: SearchHits?
  /// What each panel has prepared for the board, by the id of the panel; see ``prepare()``.
  private(set) var prepared: [String: any Sendable] = [:]
  /// Incremented by every event that can change the frame.
  var generation = 0
  /// The generation that is on the screen; nil before the first frame.
  var shownGeneration: Int?
  /// The search whose hits `n` and `N` go through.
  var lastSearch: LastSearch?
  /// What was just done, or could not be; until the next key.
  package internal(set) var notice: Feedback?
  /// Whether the part under the cursor fills the screen.
  package var isFull = false
  /// What waits while the screen stands still; nil while it does not.
  package internal(set) var freeze: Freeze?
  /// Whether the terminal is asked for what the mouse does.
  package var takesMouse = false
  /// Whether this session may write files.
  package var mayWrite = true
  /// Whether this session may fill the clipboard.
  package var mayCopy = true
  /// Why newer files are not shown; nil while what is shown is the newest.
  package internal(set) var refusal: Refusal?
  /// Things about the terminal that the help page explains.
  package var remarks: [Name] = []

  package init(
    dataset: Dataset, asOf: Day?, today: Day, language: Language, theme: Theme, glyphs: Glyphs, width: Int,
    height: Int, view: String
  ) {
    board = Board(dataset, asOf: asOf ?? today)
    steps = Board.steps(of: dataset)
    self.today = today
    self.language = language
    self.theme = theme
    self.glyphs = glyphs
    self.width = width
    self.height = height
    self.view = view
  }

  /// The data as known on the board's day.
  package var dataset: Dataset { board.dataset }

  private mutating func refreshChanges() {
    guard case .changes(let day) = overlay else {
      changes = nil
      return
    }
    changes = BoardDiff(from: Board(board.complete, asOf: day), to: board)
  }

  /// Finds what the next frame needs and what would take long to find again for every part of it and every key. What
  /// it keeps only saves time: without it the same is found anew.
  package mutating func prepare() {
    prepared[view] = panel.prepared(viewState(), in: context)
    if overlay == .search { searchHits = SearchPage.hits(self) }
  }

  /// The state of a view; the shown one by default.
  package func viewState(_ id: String? = nil) -> ViewState { views[id ?? view] ?? ViewState() }

  package mutating func updateView(_ change: (inout ViewState) -> Void) {
    change(&views[view, default: ViewState()])
  }

  /// Shows a view. Esc returns to the current one.
  ///
  /// - Parameter filters: replace the filters of that view until Esc; nil keeps its own.
  package mutating func go(
    to id: String, at cursor: PanelEffect.Cursor = .kept, filters: [String: String]? = nil
  ) {
    let isOther = id != view
    if isOther {
      history.append(view)
      future = []
    }
    view = id
    lists.isClicked = false
    updateView { view in
      view.isVisit = false
      if let filters {
        view.filtersBefore = view.filters
        view.filters = filters
        view.isOpen = false
        view.input = nil
      }
      switch cursor {
      case .kept: break
      case .first: view.selection = nil
      case .on(let id): view.select(id)
      case .opened(let id):
        view.select(id, opens: true)
        view.isVisit = isOther
      }
    }
  }

  /// Goes back to the view that was left last; false when there is none.
  mutating func goBack() -> Bool {
    guard let last = history.popLast() else { return false }
    future.append(view)
    view = last
    return true
  }

  /// Goes back as Esc does: filters that were set on the way here are taken off again.
  mutating func comeBack() {
    guard !history.isEmpty else { return }
    updateView { view in
      if let before = view.filtersBefore { view.filters = before }
      view.filtersBefore = nil
    }
    _ = goBack()
  }

  mutating func goForward() {
    guard let next = future.popLast() else { return }
    history.append(view)
    view = next
  }

  /// Whether an earlier day than today is looked at: later documents are left out, and what is due and how old something is
  /// counts to that day.
  package var isPast: Bool { board.asOf < today }

  package func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  package func text(_ name: Name) -> String { name[language] }
}
