import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

struct UpdateTests {
  /// Begins to type into the filter of the projects.
  private static let filterKey: Character = ","

  // MARK: Views

  @Test(arguments: ["1", "１"]) func `digits go to views, of either width`(one: Character) throws {
    var state = try Fixture.smallState("targets")
    state.expect(.character(one)) {
      $0.view = "overview"
      $0.history = ["targets"]
    }
    state.expect(.character(one))
  }

  @Test func `every digit that names a view goes there, the others nowhere`() throws {
    for (index, panel) in PanelRegistry.all.enumerated() {
      var state = try Fixture.smallState("")
      state.expect(.character(Character("\(index + 1)"))) {
        $0.view = panel.id
        $0.history = [""]
      }
    }
    var state = try Fixture.smallState("overview")
    state.expect(.character("0"))
    if PanelRegistry.all.count < 9 { state.expect(.character("9")) }
    state.expect(.character("万"))
  }

  @Test func `Tab and its reverse go round`() throws {
    let ids = PanelRegistry.all.map(\.id)
    var state = try Fixture.smallState(ids[0])
    for step in 1...ids.count {
      state.expect(.tab) {
        $0.history.append(ids[step - 1])
        $0.view = ids[step % ids.count]
      }
    }
    state.expect(.backTab) {
      $0.history.append(ids[0])
      $0.view = ids[ids.count - 1]
    }
  }

  @Test(arguments: [Key.escape, .backspace, .left]) func `coming back goes through the history`(key: Key)
    throws
  {
    var state = try Fixture.smallState("overview")
    state.press(.character("3"), .character("2"))
    state.expect(key) {
      $0.view = "targets"
      $0.history = ["overview"]
      $0.future = ["clusters"]
    }
    state.expect(key) {
      $0.view = "overview"
      $0.history = []
      $0.future = ["clusters", "targets"]
    }
    state.expect(key)
  }

  @Test func `forward again after going back, until another view is chosen`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("3"), .character("2"), .character("<"), .character("<"))
    state.expect(.character(">")) {
      $0.view = "targets"
      $0.history = ["overview"]
      $0.future = ["clusters"]
    }
    state.expect(.character("》")) {
      $0.view = "clusters"
      $0.history = ["overview", "targets"]
      $0.future = []
    }
    state.expect(.character(">"))
    state.press(.character("<"), .character("1"))
    #expect(state.future.isEmpty)
  }

  // MARK: Look

  @Test(arguments: [Key.character("L"), .function(3), .character("Ｌ")]) func `the language changes`(key: Key)
    throws
  {
    var state = try Fixture.smallState("overview", .en)
    state.expect(key) { $0.language = .zh }
    #expect(state.screen[0].contains("总览"))
    state.expect(key) { $0.language = .en }
    #expect(state.screen[0].contains("Overview"))
  }

  @Test(arguments: [Key.character("T"), .function(4)]) func `the themes go round`(key: Key) throws {
    var state = try Fixture.smallState("overview")
    for theme in [Theme.light, .highContrast, .colourBlind, .monochrome, .dark] {
      state.expect(key) {
        $0.theme = theme
        $0.notice = Feedback(Name(zh: "配色 \(theme.name)", en: "theme \(theme.name)"))
      }
    }
  }

  // MARK: Days

  @Test func `brackets step through the days on which something became known`() throws {
    var state = try Fixture.smallState("overview")
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    let (first, second) = try (day("2021-03-01"), day("2023-01-31"))
    let data = try Fixture.small()
    // What is known today became known on the third day; the step before it is the second.
    state.expect(.character("[")) { $0.board = Board(data, asOf: second) }
    state.expect(.character("【")) { $0.board = Board(data, asOf: first) }
    state.expect(.character("[")) { $0.sayNothingEarlier() }
    state.expect(.character("]")) {
      $0.board = Board(data, asOf: second)
      $0.notice = nil
    }
    // What is known on the last of the days is all that is known today.
    state.expect(.character("】")) { $0.board = Board(data, asOf: Fixture.today) }
    state.expect(.character("]")) { $0.say("已是最新", "this is the latest day") }
  }

  @Test func `the head says when an earlier day is shown`() throws {
    var state = try Fixture.smallState("overview", width: 120)
    #expect(state.screen[0].hasSuffix("data to 2023-07-31, 15 months ago ◷stale"))
    state.press(.character("["))
    #expect(state.screen[0].hasSuffix("AS OF 2023-01-31"))
    #expect(!state.screen[0].contains("data to"))
    state.press(.character("L"))
    #expect(state.screen[0].hasSuffix("历史时点：只看截至2023-01-31的资料"))
    let last = Frame.render(state)
    #expect(last.style(117, 0) == Style(.banner, on: .banner, .bold))
    state.press(.character("]"))
    #expect(state.screen[0].hasSuffix("资料至 2023-07-31 15个月前 ◷旧"))
    #expect(!state.screen[0].contains("历史时点"))
    state.width = 40
    state.height = 12
    state.press(.character("["))
    #expect(state.screen[0].contains("2023-01-31"))
  }

  @Test func `a new day is followed from today only`() throws {
    let (data, tomorrow) = (try Fixture.small(), Day.first(ofYear: 2024, month: 12))
    var state = try Fixture.smallState("overview")
    state.expect(.day(tomorrow)) {
      $0.today = tomorrow
      $0.board = Board(data, asOf: tomorrow)
    }
    state.press(.character("["))
    state.expect(.day(Fixture.today)) { $0.today = Fixture.today }
  }

  // MARK: Overlays

  @Test(arguments: [Key.character("?"), .character("？"), .function(1)])
  func `help opens and closes`(key: Key) throws {
    var state = try Fixture.smallState("targets")
    state.expect(key) { $0.overlay = .help }
    state.expect(key) { $0.overlay = nil }
    state.press(key)
    state.expect(.escape) { $0.overlay = nil }
  }

  @Test(arguments: [Key.character("s"), .character("ｓ"), .function(2)])
  func `sources open and Esc closes them`(key: Key) throws {
    var state = try Fixture.smallState("targets")
    state.expect(key) { $0.overlay = .citations }
    #expect(state.screen.contains { $0.contains("Where it is printed") })
    state.expect(.escape) { $0.overlay = nil }
    #expect(!state.screen.contains { $0.contains("Where it is printed") })
  }

  @Test func `an overlay keeps keys from the view`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.character("?"))
    for key in [Key.character("+"), .character("x"), .right, .delete] {
      state.expect(key) { $0.notice = nil }
    }
    for key in [Key.character("1"), .tab, .character("[")] {
      state.expect(key) { $0.sayProblem("先按 Esc 返回", "go back with Esc first") }
    }
    state.expect(.character("q")) {
      $0.overlay = nil
      $0.notice = nil
    }
    state.expect(.character("q"), effect: .quit)
  }

  @Test func `an overlay scrolls to its end and no further`() throws {
    var state = try Fixture.smallState("overview", width: 60, height: 14)
    state.press(.character("?"))
    let end = Overlays.maximumScroll(state)
    #expect(end > 10)
    state.expect(.up)
    state.expect(.down) { $0.overlayScroll = 1 }
    // Eleven rows are in sight.
    state.expect(.pageDown) { $0.overlayScroll = 11 }
    state.expect(.pageUp) { $0.overlayScroll = 1 }
    state.expect(.end) { $0.overlayScroll = end }
    for key in [Key.down, .pageDown, .character("j"), .character(" "), .character("G")] { state.expect(key) }
    let last = state.screen
    state.expect(.up) { $0.overlayScroll = end - 1 }
    #expect(state.screen != last)
    state.expect(.home) { $0.overlayScroll = 0 }
    state.press(.end, .escape)
    state.expect(.character("s")) {
      $0.overlay = .citations
      $0.overlayScroll = 0
    }
  }

  @Test func `an overlay stays at its end when it gets shorter`() throws {
    var state = try Fixture.smallState("overview", width: 60, height: 14)
    state.press(.character("?"), .end)
    state.height = 20
    let end = Overlays.maximumScroll(state)
    state.height = 14
    state.expect(.resize(width: 60, height: 20)) {
      $0.height = 20
      $0.overlayScroll = end
    }
    state.expect(.up) { $0.overlayScroll = end - 1 }
  }

  // MARK: Selection

  @Test(arguments: PanelRegistry.all.map(\.id)) func `the record under the cursor stays`(view: String) throws
  {
    var state = try Fixture.smallState(view)
    state.press(.down)
    let selection = try #require(state.viewState().selection)
    let said = state.statements.map(\.label.en)
    state.expect(.resize(width: 41, height: 13)) { ($0.width, $0.height) = (41, 13) }
    state.expect(.resize(width: 1, height: 1)) { ($0.width, $0.height) = (1, 1) }
    state.expect(.resize(width: 200, height: 60)) { ($0.width, $0.height) = (200, 60) }
    state.press(.character("L"), .character("T"), .tab, .backTab)
    #expect(state.viewState().selection == selection)
    #expect(state.statements.map(\.label.en) == said)
    state.press(.character("["), .character("]"), .character("]"))
    #expect(state.viewState().selection == selection)
    #expect(state.statements.map(\.label.en) == said)
  }

  @Test func `on another day an entry of the first page is the same one`() throws {
    var state = try Fixture.builtInState("overview")
    // The last entries tell what is overdue and newer, and nothing was on the day before; the one above is on both days.
    state.press(.end, .up, .up)
    let said = state.statements.first?.label
    state.press(.character("["))
    #expect(state.statements.first?.label == said)
  }

  /// What is listed before a record may be more or less on another day.
  @Test func `on another day the cursor is on the same record`() throws {
    for (view, keys, label) in [
      ("clusters", [Key.down], "Machinery: Gross output"), ("targets", [.end], "Projects to be started"),
      ("overview", [.down, .down, .down], "Machinery: Gross output"),
    ] {
      var state = try Fixture.smallState(view)
      for key in keys { state.press(key) }
      #expect(state.statements.first?.label.en == label)
      state.press(.character("["), .character("["))
      #expect(state.statements.first?.label.en == label)
    }
  }

  @Test func `opening and closing a record`() throws {
    var state = try Fixture.smallState("targets")
    state.expect(.enter) { $0.views["targets", default: ViewState()].isOpen = true }
    state.expect(.down) { $0.views["targets", default: ViewState()].scroll = 1 }
    state.expect(.escape) { $0.views["targets"] = nil }
  }

  @Test func `leaving a record that was opened from another view leads back there`() throws {
    var state = try Fixture.builtInState("overview", width: 120, height: 36)
    state.press(.enter)
    #expect(state.view == "targets" && state.viewState().isOpen)
    state.press(.escape)
    #expect(state.view == "overview")
    state.press(.character("3"), .enter, .escape)
    #expect(state.view == "targets" && !state.viewState().isOpen)
  }

  @Test func `targets without a figure are shown alone, and left with one key`() throws {
    var state = try Fixture.builtInState("overview", .en, width: 120, height: 36)
    _ = update(&state, .day(try #require(Day("2026-11-01"))))
    let due = state.board.unreportedTargets.count
    for _ in 0..<40 where state.view == "overview" {
      let isThere = state.screen.contains { $0.contains("▌◷ Past due") || $0.contains("▌ ◷ Past due") }
      state.press(isThere ? .enter : .down)
    }
    #expect(state.view == "targets")
    #expect(state.screen[1].contains("Past due, result unpublished \(due)"))
    state.press(.escape)
    #expect(state.view == "overview")
    state.press(.character("3"))
    #expect(state.screen[1].hasPrefix("Targets 8"))
  }

  @Test(arguments: ["clusters", "targets", "projects", "tasks", "park", "sources"])
  func `an opened record scrolls to its end and no further`(view: String) throws {
    var state = try Fixture.builtInState(view, width: 60, height: 14)
    state.press(.enter)
    let first = state.screen
    state.press(.end)
    let last = state.screen
    #expect(first != last)
    state.press(.home)
    #expect(state.screen == first)
    state.press(.end, .pageUp)
    #expect(state.screen != last)
    for _ in 0..<3 { state.press(.pageDown) }
    #expect(state.screen == last)
    state.press(.up)
    #expect(state.screen != last)
    state.press(.end, .up)
    #expect(state.screen != last)
  }

  // MARK: Typing

  @Test func `the filter takes every character`() throws {
    var state = try Fixture.smallState("projects", .zh)
    state.expect(.character(Self.filterKey)) { $0.updateView { $0.input = "" } }
    var typed = ""
    for character in "qL1？s?[T ]/面１" {
      typed.append(character)
      state.expect(.character(character)) {
        $0.updateView {
          $0.input = typed
          $0.filters["text"] = typed
        }
      }
    }
    for key in [Key.tab, .up, .function(1), .function(10)] { state.expect(key) }
    state.expect(.backspace) {
      $0.updateView {
        $0.input = String(typed.dropLast())
        $0.filters["text"] = String(typed.dropLast())
      }
    }
    state.expect(.control("u")) {
      $0.updateView {
        $0.input = ""
        $0.filters = [:]
      }
    }
    state.expect(.backspace)
  }

  @Test func `Enter keeps the filter and Esc drops it`() throws {
    var state = try Fixture.smallState("projects", .zh)
    state.type("\(Self.filterKey)厂")
    state.expect(.enter) { $0.updateView { $0.input = nil } }
    #expect(state.viewState().filters == ["text": "厂"])
    state.expect(.character(Self.filterKey)) { $0.updateView { $0.input = "厂" } }
    state.expect(.escape) {
      $0.updateView {
        $0.input = nil
        $0.filters = [:]
      }
    }
    state.expect(.character("q"), effect: .quit)
  }

  @Test func `what is typed filters at once, in either language`() throws {
    var state = try Fixture.smallState("projects", .en)
    state.type("\(Self.filterKey)DAIRY")
    #expect(state.screen[1].hasPrefix("Projects 1/5"))
    #expect(state.screen.contains { $0.contains("▌Dairy") })
    #expect(state.screen.last?.hasPrefix(" Filter: DAIRY") == true)
    state.press(.control("u"))
    state.type("牛奶")
    #expect(state.screen[1].hasPrefix("Projects 1/5"))
    state.type("奶")
    #expect(state.screen[1].hasPrefix("Projects 0/5"))
    #expect(state.screen.contains { $0.contains("no matching projects") })
  }

  @Test func `the cursor is where text is typed`() throws {
    var state = try Fixture.smallState("projects", .zh, width: 40, height: 12)
    #expect(Frame.cursor(state) == nil)
    state.type("\(Self.filterKey)厂a")
    #expect(Frame.cursor(state) == Position(x: 10, y: 11))
    #expect(state.screen.last == " 筛选: 厂a         Enter 完成  Esc 取消")
    state.type(String(repeating: "长", count: 40))
    let cursor = try #require(Frame.cursor(state))
    #expect((30..<40).contains(cursor.x))
    state.press(.enter)
    #expect(Frame.cursor(state) == nil)
  }

  @Test(arguments: [Key.character(":"), .character("："), .function(6)])
  func `actions are found by name`(key: Key) throws {
    var state = try Fixture.smallState("overview")
    state.expect(key) { $0.overlay = .palette }
    for (index, character) in "qL１".enumerated() {
      state.expect(.character(character)) { $0.query = String("qL１".prefix(index + 1)) }
    }
    state.expect(.control("u")) { $0.query = "" }
    state.type("theme")
    state.expect(.enter) {
      $0.overlay = nil
      $0.theme = .light
      $0.notice = Feedback(Name(zh: "配色 light", en: "theme light"))
    }
    state.press(key)
    state.type("nothing of this name")
    state.expect(.enter)
    state.expect(.control("c"), effect: .quit)
    state.expect(.escape) { $0.overlay = nil }
    state.press(key)
    state.type("quit")
    state.expect(.enter, effect: .quit) { $0.overlay = nil }
  }

  @Test func `the chosen action stays inside the list`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character(":"))
    state.expect(.up)
    state.expect(.down) { $0.choice = 1 }
    for _ in 0..<20 { state.press(.pageDown) }
    let last = state.choice
    state.expect(.down)
    state.expect(.up) { $0.choice = last - 1 }
    #expect(Frame.render(state).cursorRows.count == 1)
    state.expect(.character("q")) {
      $0.query = "q"
      $0.choice = 0
    }
  }

  @Test func `what changed since the day before, and since others`() throws {
    var state = try Fixture.smallState("overview")
    let (first, second) = (try #require(state.steps.first), state.steps[1])
    state.expect(.character("d")) { $0.overlay = .changes(since: second) }
    #expect(state.screen.contains { $0.contains("Changes since 2023-01-31") })
    state.expect(.character("[")) { $0.overlay = .changes(since: first) }
    state.expect(.character("["))
    state.expect(.character("d")) { $0.overlay = nil }
    state.press(.character("["), .character("["))
    state.expect(.character("d")) { $0.sayNothingEarlier() }
  }

  @Test func `changes are since a day before the one that is shown`() throws {
    var state = try Fixture.smallState("overview")
    let first = try #require(state.steps.first)
    state.press(.character("["))
    #expect(state.steps.contains(state.board.asOf))
    state.expect(.character("d")) { $0.overlay = .changes(since: first) }
    for key in [Key.character("]"), .character("[")] { state.expect(key) }
  }

  // MARK: Ending

  @Test func `Ctrl-C quits from anywhere, and Ctrl-Z suspends`() throws {
    var states = try PanelRegistry.all.map { try Fixture.smallState($0.id) }
    for keys in [
      [Key.enter], [.character("?")], [.character("s")], [.character(Self.filterKey), .character("q")],
    ] {
      var state = try Fixture.smallState("projects")
      for key in keys { state.press(key) }
      states.append(state)
    }
    for state in states {
      var (ending, stopping) = (state, state)
      ending.expect(.control("c"), effect: .quit)
      stopping.expect(.control("z"), effect: .suspend)
    }
  }

  @Test(arguments: [Key.character("q"), .character("ｑ"), .function(10)]) func `q quits from every view`(
    key: Key
  ) throws {
    for panel in PanelRegistry.all {
      var state = try Fixture.smallState(panel.id)
      state.expect(key, effect: .quit)
      state.press(.enter)
      state.expect(key, effect: .quit)
    }
  }

  @Test func `keys without a meaning change nothing`() throws {
    for panel in PanelRegistry.all {
      var state = try Fixture.smallState(panel.id)
      state.press(.home)
      for key: Key in [
        .function(20), .control("d"), .character("黔"), .character("é"), .character("0"),
      ] {
        state.expect(key)
      }
    }
  }
}
