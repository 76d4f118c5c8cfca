import Model

/// What one view remembers: kept when data, size or language change, because it names records and not rows.
public struct ViewState: Equatable, Sendable {
  /// Id of the record under the cursor; nil or an id that is gone means the first.
  public var selection: String?
  /// Whether the record is opened to its full detail.
  public var isOpen = false
  /// Whether it was opened from another view, which leaving it goes back to.
  public var isVisit = false
  /// First row of the opened detail.
  public var scroll = 0
  /// Which of a view's arrangements is shown; the view takes it modulo its number.
  public var mode = 0
  /// Filters by what they filter: `cluster`, `stage`, `text`.
  public var filters: [String: String] = [:]
  /// The filters that another view has replaced on the way here; they come back with Esc. Nil when none has.
  var filtersBefore: [String: String]?
  /// Which of a view's orders is used.
  public var order = 0
  /// Whether projects are counted by how many ever reached a stage, and not only by where they are now.
  public var countsEverReached = false
  /// The text being typed into the filter; nil when none is.
  public var input: String?
  /// Growth assumed by cluster, in percent, while a scenario is looked at; nil while none is. Never saved.
  public var scenario: [String: Double]?

  public init() {}
}

/// The whole state of the program as a value: what is shown follows from it alone.
public struct AppState: Sendable {
  /// What lies over the view.
  public enum Overlay: Equatable, Sendable {
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

  public var board: Board {
    didSet {
      searchIndex = nil
      searchHits = nil
      projectRows = nil
      projectNames = nil
      keptParks = nil
      keptTasks = nil
      refreshChanges()
    }
  }
  /// The days on which something became known, oldest first.
  public internal(set) var steps: [Day]
  /// The day the program was started on: how old data is counts from here.
  public var today: Day
  public var language: Language
  public var theme: Theme
  /// What is known of the terminal's background.
  var backdrop = Backdrop()
  /// The themes that can be chosen, in their order.
  public var themes = Theme.all
  public var glyphs: Glyphs
  /// What the user has set; values that an option of its own decides, such as the language, stand elsewhere.
  public var settings = Settings()
  public var bindings = KeyBindings.standard
  public var width: Int
  public var height: Int
  /// Id of the panel that is shown.
  public var view: String
  public var views: [String: ViewState] = [:]
  /// The lists of each view as they were drawn last.
  var listWindows: [String: ListWindows] = [:]
  /// The views to go back to, the last one left last.
  public var history: [String] = []
  /// The views that were gone back from, the last one last.
  public var future: [String] = []
  public var overlay: Overlay? {
    didSet { if overlay != oldValue { refreshChanges() } }
  }
  /// What changed between the day of the overlay and the board's; made when that is opened, nil while it is not.
  private(set) var changes: BoardDiff?
  /// First row of the overlay.
  public var overlayScroll = 0
  /// What is typed into the overlay that searches.
  public var query = ""
  /// The index of the chosen line of such an overlay.
  public var choice = 0
  /// What the search looks in; made when it is first opened for a board.
  var searchIndex: SearchIndex?
  /// What the search found last; see ``prepare()``.
  var searchHits: SearchHits?
  /// The projects that are shown; see ``prepare()``.
  var projectRows: ProjectRows?
  /// What projects are found by while a text filters them; see ``prepare()``.
  private(set) var projectNames: ProjectNames?
  private var keptParks: Parks?
  private var keptTasks: (plan: String?, board: TaskBoard)?
  /// The search whose hits `n` and `N` go through.
  var lastSearch: LastSearch?
  /// What was just done, or could not be; until the next key.
  public internal(set) var notice: Feedback?
  /// Whether the part under the cursor fills the screen.
  public var isFull = false
  /// What waits while the screen stands still; nil while it does not.
  public internal(set) var freeze: Freeze?
  /// Whether the terminal is asked for what the mouse does.
  public var takesMouse = false
  /// Whether this session may write files.
  public var mayWrite = true
  /// Whether this session may fill the clipboard.
  public var mayCopy = true
  /// Why newer files are not shown; nil while what is shown is the newest.
  public internal(set) var refusal: Refusal?
  /// Things about the terminal that the help page explains.
  public var remarks: [Name] = []

  public init(
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
  public var dataset: Dataset { board.dataset }

  private mutating func refreshChanges() {
    guard case .changes(let day) = overlay else {
      changes = nil
      return
    }
    changes = BoardDiff(from: Board(board.complete, asOf: day), to: board)
  }

  /// Finds what the next frame needs and what would take long to find again for every part of it and every key. What
  /// it keeps only saves time: without it the same is found anew.
  public mutating func prepare() {
    if view == ProjectsPanel().id {
      // Made when the line to type into opens, so that the first letter need not wait for it.
      let isFiltered = viewState().input != nil || viewState().filterText != nil
      if !isFiltered { projectNames = nil } else if projectNames == nil { projectNames = ProjectNames(board) }
      projectRows = ProjectsPanel().rows(self)
    }
    if view == ParkPanel().id { keptParks = parks }
    // An open target says who answers for it.
    if view == TasksPanel().id || view == TargetsPanel().id {
      let plan = view == TasksPanel().id ? viewState().filters["plan"] : nil
      keptTasks = (plan, tasks(plan: plan))
    }
    if overlay == .search { searchHits = SearchPage.hits(self) }
  }

  /// The parks of the day.
  struct Parks: Sendable {
    let board: ParkBoard
    let projects: ParkProjects

    init(_ board: Board) {
      self.board = ParkBoard(board)
      projects = self.board.projects()
    }
  }

  var parks: Parks { keptParks ?? Parks(board) }

  /// The tasks of the day, those of one plan or all.
  func tasks(plan: String?) -> TaskBoard {
    if let keptTasks, keptTasks.plan == plan { return keptTasks.board }
    return TaskBoard(board, plan: plan)
  }

  /// The state of a view; the shown one by default.
  public func viewState(_ id: String? = nil) -> ViewState { views[id ?? view] ?? ViewState() }

  public mutating func updateView(_ change: (inout ViewState) -> Void) {
    change(&views[view, default: ViewState()])
  }

  /// Goes to a view, with a record under the cursor, so that Esc comes back.
  public mutating func go(to id: String, selecting record: String? = nil, open: Bool = false) {
    let isOther = id != view
    if isOther {
      history.append(view)
      future = []
    }
    view = id
    lists.isClicked = false
    updateView { view in
      view.isVisit = false
      if let record {
        view.selection = record
        view.isOpen = open
        view.isVisit = open && isOther
        view.scroll = 0
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
  public var isPast: Bool { board.asOf < today }

  public func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
  public func text(_ name: Name) -> String { name[language] }
}
