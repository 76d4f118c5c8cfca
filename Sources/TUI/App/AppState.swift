import Canvas
import Domain
import Figures
import Output
import Panels
import Store

/// The whole state of the program as a value. The frame depends on nothing else.
package struct AppState: Sendable {
  /// A page or list shown over the view.
  package enum Overlay: Equatable, Sendable {
    case help
    /// The citations of the record under the cursor.
    case citations
    /// The changes since an earlier day.
    case changes(since: Day)
    /// The search, with the text typed so far.
    case search
    /// The actions by name, with the text typed so far.
    case palette
    /// The export formats of the current view.
    case export
    /// The saved views, to open one or to save the current one.
    case saved
    /// The values of a filter of the view, by its name.
    case filter(String)
  }

  /// The board that is shown.
  package var board: Board {
    didSet {
      searchIndex = nil
      searchHits = nil
      filterValues = nil
      prepared = [:]
      refreshChanges()
    }
  }
  /// The earlier day that the program was started with; nil if it shows the latest.
  let startDay: Day?
  /// The day that Esc returns to.
  var homeDay: Day { min(startDay ?? today, today) }
  /// The days on which something became known, oldest first.
  package internal(set) var steps: [Day]
  /// The current day; the age of data is counted to it.
  package var today: Day
  /// The language of the screen.
  package var language: Language
  /// The chosen theme; `shownTheme` is the drawn one.
  package var theme: Theme
  /// The terminal's background, as far as it is known.
  var backdrop = Backdrop()
  /// The available themes, in display order.
  package var themes = Theme.all
  /// The characters that the terminal can draw.
  package var glyphs: Glyphs
  /// The user's settings. Values with an option of their own, such as the language, are stored elsewhere.
  package var settings = Settings()
  /// The keys of actions and views.
  package var bindings = KeyBindings.standard
  /// The width of the screen, in cells.
  package var width: Int
  /// The height of the screen, in cells.
  package var height: Int
  /// Id of the current panel.
  package var view: String
  /// The state of each opened view, by id.
  package var views: [String: ViewState] = [:]
  /// The lists of each view in the previous frame.
  var listWindows: [String: ListWindows] = [:]
  /// The views to go back to, the most recent last.
  package var history: [String] = []
  /// How many of the latest of them Esc leads back to: those from which Enter, a hit or a key of the view led on. A view
  /// chosen by its digit is not left by Esc.
  package internal(set) var visits = 0
  /// The filters of the view when it was entered. Esc keeps them for as long as it leads back to another view.
  var entryFilters: [String: String] = [:]
  /// The places before this one, the most recent last.
  var places: [Place] = []
  /// The places to go forward to, the most recent last.
  var placesAhead: [Place] = []
  /// Whether the last key stepped through the places.
  var isStepping = false
  /// The page over the view; nil if there is none.
  package var overlay: Overlay? {
    didSet { if overlay != oldValue { refreshChanges() } }
  }
  /// The changes between the day of the overlay and the board's day; computed when the overlay opens, nil while it is
  /// closed.
  private(set) var changes: BoardDiff?
  /// The first visible row of the overlay.
  package var overlayScroll = 0
  /// The text typed into the search or palette.
  package var query = ""
  /// The index of the selected line of the overlay.
  package var choice = 0
  /// The index for the search; built when the search is first opened for a board.
  var searchIndex: SearchIndex?
  /// The kind of hits that the search lists; nil for all.
  var searchKind: SearchIndex.Kind?
  /// The latest search results; see ``prepare()``.
  var searchHits: SearchHits?
  /// The values of the filter that is chosen; see ``prepare()``.
  var filterValues: [FilterValue]?
  /// The data that each panel has prepared for the board, by panel id; see ``prepare()``.
  private(set) var prepared: [String: any Sendable] = [:]
  /// Incremented by every event that can change the frame.
  var generation = 0
  /// The generation on the screen; nil before the first frame.
  var shownGeneration: Int?
  /// The search whose hits `n` and `N` step through.
  var lastSearch: LastSearch?
  /// Feedback on the last action, until the next key.
  package internal(set) var notice: Feedback?
  /// Whether the section under the cursor fills the screen.
  package var isFull = false
  /// The events held back while the screen is frozen; nil if it is not.
  package internal(set) var freeze: Freeze?
  /// Whether the terminal is asked for mouse reports.
  package var takesMouse = false
  /// The directory of exports as shown to the user, `~/reports`; empty if it is unknown.
  package var directory = ""
  /// What is kept for the next start.
  package var kept = KeptState()
  /// Whether it can be kept.
  package var mayKeep = false
  /// Whether this session may write files.
  package var mayWrite = true
  /// Whether this session may write to the clipboard.
  package var mayCopy = true
  /// Why newer files are not shown; nil if the newest ones are.
  package internal(set) var refusal: Refusal?
  /// Remarks about the terminal for the help page.
  package var remarks: [Name] = []

  /// Creates the state of the first frame.
  package init(
    dataset: Dataset, asOf: Day?, today: Day, language: Language, theme: Theme, glyphs: Glyphs, width: Int,
    height: Int, view: String
  ) {
    board = Board(dataset, asOf: asOf ?? today)
    startDay = asOf
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

  /// Computes data for the next frame that would be slow to compute for each of its parts and each key. The results are
  /// only a cache: without them, the same values are computed again.
  package mutating func prepare() {
    prepared[view] = panel.prepared(viewState(), in: context)
    if overlay == .search { searchHits = SearchPage.hits(self) }
    if case .filter = overlay, filterValues == nil { filterValues = FilterPage.values(self) }
  }

  /// Returns the state of a view; of the current one by default.
  package func viewState(_ id: String? = nil) -> ViewState { views[id ?? view] ?? ViewState() }

  /// Changes the state of the current view.
  package mutating func updateView(_ change: (inout ViewState) -> Void) {
    change(&views[view, default: ViewState()])
  }

  /// Shows a view. Esc returns to the current one.
  ///
  /// - Parameters:
  ///   - id: the id of the view.
  ///   - cursor: the place of the cursor in that view.
  ///   - filters: replace the filters of that view until Esc; nil keeps them.
  ///   - isVisit: whether Esc returns to the current view.
  package mutating func go(
    to id: String, at cursor: PanelEffect.Cursor = .kept, filters: [String: String]? = nil,
    isVisit: Bool = true
  ) {
    let isOther = id != view
    if isOther {
      history.append(view)
      visits = isVisit ? visits + 1 : 0
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
    entryFilters = viewState().filters
  }

  /// Returns to the previous view; false if there is none.
  mutating func goBack() -> Bool {
    guard let last = history.popLast() else { return false }
    visits = max(0, visits - 1)
    view = last
    entryFilters = viewState().filters
    return true
  }

  /// Goes back as Esc does: filters that were set on the way here are removed.
  mutating func comeBack() {
    guard visits > 0 else { return }
    updateView { view in
      if let before = view.filtersBefore { view.filters = before }
      view.filtersBefore = nil
    }
    _ = goBack()
  }

  /// Whether an earlier day than today is shown: later documents are left out, and due dates and ages are computed for that day.
  package var isPast: Bool { board.asOf < today }

  /// Returns the text in the language of the screen.
  package func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  /// Returns the name in the language of the screen.
  package func text(_ name: Name) -> String { name[language] }
}
