import Model

/// A key and what it does, for the footer and the help page.
public struct KeyHint: Sendable {
  public var key: String
  public var action: Name
  /// The id of the action for everywhere whose key it names; nil for a key of the view's own.
  var boundTo: String?
  /// What the configuration calls a key of the view's own, `projects.sort`; nil for one that cannot be bound.
  var id: String?
  /// Whether it works while a record is open.
  var isForRecords: Bool

  /// - Parameters:
  ///   - key: its keys while the configuration says nothing, divided by blanks, as people read them.
  ///   - id: what the configuration calls it; stays as it is once published.
  public init(_ key: String, _ zh: String, _ en: String, id: String? = nil, isForRecords: Bool = false) {
    self.key = key
    self.id = id
    self.isForRecords = isForRecords
    action = Name(zh: zh, en: en)
  }

  /// A hint that names whatever key the action has.
  init(boundTo id: String, _ zh: String, _ en: String) {
    self.init("", zh, en)
    boundTo = id
    isForRecords = true
  }

  /// The keys that it names; none where it names a group of them, such as `↑↓`.
  var keys: [Key] { key.split(separator: " ").compactMap { Key(name: String($0)) } }

  /// For the footer: a letter has a sign beside it for who cannot type letters; all other further keys are left to
  /// the help page.
  var short: KeyHint {
    guard id != nil else { return self }
    var hint = self
    let words = key.split(separator: " ")
    let isLetter = words.first.map { $0.count == 1 && $0.allSatisfy(\.isLetter) } ?? false
    let further = isLetter ? words.dropFirst().filter { $0.count == 1 } : []
    hint.key = (words.prefix(1) + further).joined(separator: " ")
    return hint
  }

  /// Whether its keys are pressed one after the other, such as `Enter Enter`, and not one of several.
  var isSequence: Bool { keys.count > 1 && keys.first == keys.last }

  /// What a click on it means; nil when it names a group of keys or several in a row.
  var target: ClickTarget? {
    boundTo.map { .action($0) } ?? (isSequence ? nil : keys.first.map { .key($0.name) })
  }
}

/// Something that a document states, with where it stands.
public struct Statement: Sendable {
  public var label: Name
  public var value: Name
  public var citations: [Citation]
  /// Id of the figure, when it is one.
  public var figure: String?

  public init(label: Name, value: Name, citations: [Citation], figure: String? = nil) {
    self.label = label
    self.value = value
    self.citations = citations
    self.figure = figure
  }
}

/// A record that a view lists, as people may call it.
public struct PanelRecord: Sendable {
  var id: String
  var names: [Name]
  /// The arrangement of the view that lists it; nil when all do.
  var mode: Int?
}

/// The records that a view shows as a list, in its order: what a spreadsheet gets of it.
public struct PanelListing: Sendable {
  var kind: ListKind
  var ids: [String]
}

/// One view of the board. It draws from the state and nothing else, and changes only its own part of it.
public protocol Panel: Sendable {
  /// Its name in options and in the state.
  var id: String { get }
  var title: Name { get }
  var keys: [KeyHint] { get }

  /// Takes a key; false when the key means nothing here.
  func update(_ state: inout AppState, on key: Key) -> Bool

  /// Paints all of `area`.
  func render(_ state: AppState, in area: Rect, into buffer: inout Buffer)

  /// Paints the part of the view under the cursor alone, on all of `area`.
  func renderFocus(_ state: AppState, in area: Rect, into buffer: inout Buffer)

  /// The records that can be named from outside, `show VIEW --select NAME`.
  func records(_ state: AppState) -> [PanelRecord]

  /// All that the view shows, as a page: the list, or the record while one is open.
  func document(_ state: AppState) -> Document

  /// The records of its list, where it shows one of one kind; nil while a record is open.
  func listing(_ state: AppState) -> PanelListing?

  /// What documents state about the record under the cursor.
  func statements(_ state: AppState) -> [Statement]

  /// The ids of what is computed of the record under the cursor, for `Board.explanation(of:)`.
  func explained(_ state: AppState) -> [String]

  /// The text of the opened record and where it stands in `area`; nil while none is open.
  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)?
}

extension Panel {
  func records(_ state: AppState) -> [PanelRecord] { [] }

  func listing(_ state: AppState) -> PanelListing? { nil }

  func explained(_ state: AppState) -> [String] { [] }

  func openedText(_ state: AppState, in area: Rect) -> (block: TextBlock, area: Rect)? { nil }

  func renderFocus(_ state: AppState, in area: Rect, into buffer: inout Buffer) {
    render(state, in: area, into: &buffer)
  }

  /// Keeps the scroll of an opened record inside its text, so that no key seems dead at its end.
  func limitScroll(_ state: inout AppState) {
    guard let (block, text) = openedText(state, in: state.bodyArea) else { return }
    let limit = block.maximumScroll(in: text)
    if state.viewState(id).scroll > limit { state.views[id]?.scroll = limit }
  }

  /// Moves a selection through `ids` for the keys that all lists share; opens and closes the detail.
  ///
  /// - Parameter page: rows that PgUp and PgDn move by before the list was drawn; then it is the height of the list less
  ///   one.
  func moveSelection(_ state: inout AppState, on key: Key, through ids: some SelectableRows, page: Int)
    -> Bool
  {
    var view = state.viewState(id)
    defer {
      state.views[id] = view
      if view.isOpen { limitScroll(&state) }
    }
    if ![.enter, .right, .escape, .left, .backspace].contains(key) {
      state.listWindows[id]?.isClicked = false
    }
    let page = view.isOpen ? textPage(state) ?? page : state.page(id, otherwise: page)
    if view.isOpen {
      switch key {
      case .escape, .left, .backspace:
        view.isOpen = false
        view.scroll = 0
        if view.isVisit { _ = state.goBack() }
        view.isVisit = false
      case .down, .character("j"): view.scroll += 1
      case .up, .character("k"): view.scroll = max(0, view.scroll - 1)
      case .pageDown, .character(" "): view.scroll += max(1, page)
      case .pageUp: view.scroll = max(0, view.scroll - max(1, page))
      case .home, .character("g"): view.scroll = 0
      case .end, .character("G"): view.scroll = .max / 2
      case .character("n"), .right: step(1, &view, ids)
      case .character("N"): step(-1, &view, ids)
      default: return false
      }
      return true
    }
    switch key {
    case .down, .character("j"): step(1, &view, ids)
    case .up, .character("k"): step(-1, &view, ids)
    case .pageDown: step(max(1, page), &view, ids)
    case .pageUp: step(-max(1, page), &view, ids)
    case .home, .character("g"): step(-ids.count, &view, ids)
    case .end, .character("G"): step(ids.count, &view, ids)
    case .enter, .right: view.isOpen = !ids.isEmpty
    default: return false
    }
    return true
  }

  private func step(_ count: Int, _ view: inout ViewState, _ ids: some SelectableRows) {
    guard !ids.isEmpty else { return }
    let now = view.selection.flatMap(ids.index(ofID:)) ?? 0
    let next = ids.id(at: min(max(0, now + count), ids.count - 1))
    if view.selection != next { view.scroll = 0 }
    view.selection = next
  }

  /// Rows that PgUp and PgDn scroll an opened record by: all but one of those in sight.
  private func textPage(_ state: AppState) -> Int? {
    openedText(state, in: state.bodyArea).map { max(1, $0.area.height - 1) }
  }

  /// The index of the selected id; the first when it is gone, nil when there are none.
  func selectedIndex(_ state: AppState, in ids: some SelectableRows) -> Int? {
    guard !ids.isEmpty else { return nil }
    return state.viewState(id).selection.flatMap(ids.index(ofID:)) ?? 0
  }
}

/// Rows that a selection moves through, known by their ids.
protocol SelectableRows {
  var count: Int { get }
  var isEmpty: Bool { get }
  func id(at index: Int) -> String
  /// Nil when the id is not among them.
  func index(ofID id: String) -> Int?
}

extension [String]: SelectableRows {
  func id(at index: Int) -> String { self[index] }
  func index(ofID id: String) -> Int? { firstIndex(of: id) }
}
