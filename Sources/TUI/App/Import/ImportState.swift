import Canvas
import Domain
import Output
import Store

/// The screen of `import --interactive` as a value: a table, how it is read, and what the user corrected.
///
/// Corrections are options of the command. The table is read again with every one of them, as the command reads it.
package struct ImportState: Sendable {
  /// How the screen was left.
  package enum Ending: Equatable, Sendable { case left, write }

  /// What the screen shows.
  enum Page: Equatable, Sendable {
    case table, things, command, help
    /// The changes; `isAsked` shows the question whether to write them.
    case difference(isAsked: Bool)
    case choices(Subject)
    case typing(Prompt)
  }

  /// What a list offers a choice for.
  enum Subject: Equatable, Sendable {
    case field(Int)
    case unit(Int)
    case label(Int)
    case head(Int)
    case answers(Int)
    case options
    case option(ImportAnswer.Option)
  }

  /// What a line is typed for.
  enum Prompt: Equatable, Sendable {
    /// The period of the table, or of the figures in a column.
    case period(column: Int?)
    case recipe
  }

  /// A page with its own cursor; Esc returns to the one before it as it was left.
  struct Place: Equatable, Sendable {
    var page: Page
    var choice = 0
    var scroll = 0
    var query = ""
  }

  let input: TableInput
  let given: Given
  /// How the table is read, with the corrections.
  package private(set) var options: TableImport.Options
  /// The table as it is read by the options.
  private(set) var trial: TableTrial
  /// What is to be settled, or to be looked at.
  private(set) var things: [Thing]
  /// The cells that these are about, by row.
  private(set) var marked: [Int: Set<Int>] = [:]
  /// The dataset after the import, once the difference was asked for.
  private(set) var outcome: Result<ImportOutcome, LoadFailure>?
  /// The options before each correction.
  private(set) var past: [TableImport.Options] = []

  var look: Look
  var backdrop = Backdrop()
  var width = 80
  var height = 24
  /// The cell under the cursor, by position in the draft.
  var row = 0
  var column = 0
  /// The first row that is shown.
  var top = 0
  /// The pages that lead to the present one, which is the last.
  var places = [Place(page: .table)]
  /// What happened last, until the next key; `isProblem` sets it off.
  var notice: (text: Name, isProblem: Bool)?
  /// How the screen was left; nil while it is open.
  package var ending: Ending?
  private var generation = 0
  private var shownGeneration = -1

  /// - Parameters:
  ///   - input: the table and the dataset.
  ///   - options: how the command line says to read it.
  ///   - given: what else the command line says.
  ///   - look: the look of the screen.
  package init(_ input: TableInput, _ options: TableImport.Options, _ given: Given, _ look: Look) {
    (self.input, self.options, self.given, self.look) = (input, options, given, look)
    trial = input.trial(options)
    things = ImportState.things(trial)
    row = trial.draft.grid.count == 0 ? 0 : trial.draft.head.lowerBound
    mark()
  }

  func text(_ zh: String, _ en: String) -> String { look.language == .zh ? zh : en }
  func text(_ name: Name) -> String { name[look.language] }

  /// Whether the user corrected anything.
  package var isCorrected: Bool { !past.isEmpty }

  // MARK: Reading

  /// Corrects the options and reads the table again; says what is wrong with the correction itself.
  mutating func correct(_ change: (inout TableImport.Options) -> Void) {
    let before = options
    change(&options)
    guard !isSame(options, before) else { return }
    past.append(before)
    retry()
    let open = things.first { $0.isFault && $0.fault.cell == nil && $0.fault.place == nil }
    if let open { notice = (open.fault.message, true) }
  }

  /// Takes back the last correction.
  mutating func undo() {
    guard let before = past.popLast() else {
      notice = (Name(zh: "没有可撤销的更正", en: "nothing to undo"), true)
      return
    }
    options = before
    retry()
    notice = (Name(zh: "已撤销上一处更正", en: "the last correction is undone"), false)
  }

  private func isSame(_ a: TableImport.Options, _ b: TableImport.Options) -> Bool {
    let (a, b) = (a.arguments, b.arguments)
    return a.count == b.count && zip(a, b).allSatisfy { $0 == $1 }
  }

  private mutating func retry() {
    trial = input.trial(options)
    outcome = nil
    things = ImportState.things(trial)
    mark()
    row = min(row, max(0, trial.draft.grid.count - 1))
    column = min(column, max(0, trial.draft.columns.count - 1))
  }

  private mutating func mark() {
    marked = [:]
    for position in things.compactMap(\.position) {
      marked[position.row, default: []].insert(position.column)
    }
  }

  /// Finds out what the dataset would be, once.
  mutating func prepareDifference() {
    guard outcome == nil, let plan = trial.plan else { return }
    outcome = Result { () throws(LoadFailure) in try input.outcome(of: plan) }
  }

  /// Returns the name of a column for an option: its head, or its letter where that is missing or occurs twice.
  func headName(_ column: Int) -> String {
    let columns = trial.draft.columns
    guard columns.indices.contains(column) else { return Grid.letters(column) }
    let head = columns[column].head
    return head.isEmpty || columns.count(where: { $0.head == head }) > 1 ? Grid.letters(column) : head
  }

  /// The command that reads the table as it is read now; without a plan that of the options alone.
  package var command: String {
    let names = options.names + given.options
    guard let plan = trial.plan else {
      return ImportReport.command(
        input.kind, input.path, [("--into", given.directory)] + options.arguments + given.options)
    }
    let own = (options.source.map { [("--source", $0)] } ?? []) + names
    let other = [("--scope", options.scope), ("--state", options.state)].compactMap { name, value in
      value.map { (name, $0) }
    }
    return ImportReport(
      plan: plan, encoding: input.encoding, dataset: input.dataset, setbacks: [], language: look.language
    ).options(input.path, input.kind, given.directory, given: own + other)
      .split(separator: "\n").joined()
  }

  // MARK: Pages

  var place: Place {
    get { places[places.count - 1] }
    set { places[places.count - 1] = newValue }
  }

  /// Opens a page at its start.
  mutating func open(_ page: Page, query: String = "") { places.append(Place(page: page, query: query)) }

  /// Returns to the page before.
  mutating func goBack() {
    if places.count > 1 {
      places.removeLast()
    } else {
      notice = (Name(zh: "q 离开，不写入", en: "q leaves, and nothing is written"), false)
    }
  }

  /// Returns to the table.
  mutating func goToTable() { places = [places[0]] }

  /// Goes to the cell that something is about.
  mutating func goTo(_ thing: Thing) {
    guard let position = thing.position else {
      notice = (Name(zh: "不在某一格", en: "it is not about a cell"), false)
      return
    }
    goToTable()
    (row, column) = (position.row, position.column)
  }
}

extension ImportState: Mode {
  /// Applies an event, and keeps the cursor in sight.
  package mutating func take(_ event: Event) -> Effect? {
    if case .tick = event { return nil }
    generation += 1
    let effect = update(event)
    follow()
    return effect
  }

  /// Draws the page, unless nothing has changed.
  package mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
    guard generation != shownGeneration else { return }
    shownGeneration = generation
    terminal.present(
      ImportFrame.render(self), theme: look.theme.drawn(on: backdrop.colour), cursor: ImportFrame.cursor(self)
    )
  }

  /// Nil: the screen waits for events only.
  package func timeout(at now: Moment) -> Int? { nil }
}
