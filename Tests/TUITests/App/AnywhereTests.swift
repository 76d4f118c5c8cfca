import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels
@testable import Store

/// What can be done to any view.
struct AnywhereTests {
  // MARK: Notices

  @Test(arguments: [Key.character("["), .character("d"), .function(7)])
  func `on the earliest day a notice says so until the next key`(key: Key) throws {
    var state = try Fixture.smallState("overview", .zh)
    for _ in state.steps { state.press(.character("[")) }
    state.press(.down)
    #expect(state.notice == nil)
    state.press(key)
    #expect(state.overlay == nil)
    #expect(state.notice?.text.en == "this is the first publication date")
    #expect(state.news.contains("已是最早的资料发布日"))
    state.press(.down)
    #expect(state.notice == nil)
    #expect(!state.news.contains("已是最早的资料发布日"))
  }

  // MARK: Full screen

  @Test(arguments: PanelRegistry.all.map(\.id), [Key.character("f"), .function(8)])
  func `a view fills the screen and comes back as it was`(view: String, key: Key) throws {
    var state = try Fixture.smallState("")
    state.go(to: view)
    state.press(.down)
    let before = state.screen
    state.press(key)
    #expect(state.isFull)
    let full = Frame.render(state)
    #expect(full.lines.last?.contains("quit") == false)
    #expect(FrameCheck().fault(in: full, width: 80, height: 24) == nil)
    state.press(.escape)
    #expect(!state.isFull && state.view == view)
    #expect(state.screen == before)
  }

  @Test func `Esc leaves the full screen before it closes a record`() throws {
    var state = try Fixture.smallState("overview")
    state.go(to: "targets")
    state.press(.enter, .character("f"))
    #expect(state.isFull && state.viewState().isOpen)
    state.expect(.escape) {
      $0.isFull = false
      $0.notice = nil
    }
    state.expect(.escape) { $0.updateView { $0.isOpen = false } }
    state.press(.escape)
    #expect(state.view == "overview")
  }

  @Test(arguments: PanelRegistry.all.map(\.id))
  func `the full screen shows the key that leaves it until the next key`(view: String) throws {
    var state = try Fixture.smallState(view)
    state.press(.character("f"))
    #expect(state.news.contains("f Esc goes back"))
    state.press(.down)
    #expect(!state.news.contains("goes back"))
  }

  @Test(arguments: [true, false], [true, false])
  func `refused data are reported in place of an earlier notice`(isFull: Bool, isFrozen: Bool) throws {
    var state = try Fixture.smallState("targets")
    if isFull { state.press(.character("f")) } else { state.press(.character("T")) }
    if isFrozen { state.press(.character("p")) }
    #expect(state.notice != nil)
    let fault = Diagnostic(path: "figures.json", line: 3, column: 4, fault: .empty(key: "x"))
    _ = update(&state, .refused(Refusal(fault: fault, count: 1, since: "14:05")))
    if isFrozen {
      #expect(!state.news.contains("figures.json:3:4"))
      state.press(.character("p"))
    }
    #expect(state.news.contains("figures.json:3:4"))
    _ = update(&state, .loaded(try Fixture.small()))
    #expect(!state.news.contains("figures.json:3:4"))
  }

  @Test(arguments: ["overview", "targets", "clusters", "projects", "tasks", "sources", "park"])
  func `the full screen shows the part under the cursor alone`(view: String) throws {
    var state = try Fixture.builtInState(view, .en, width: 240, height: 70)
    let all = Frame.render(state)
    state.press(.character("f"), .down)
    let part = Frame.render(state)
    #expect(part.clickAreas.contains { if case .record = $0.target { true } else { false } })
    #expect(!part.clickAreas.contains { if case .action = $0.target { true } else { false } })
    #expect(part.lines != all.lines)
  }

  @Test func `the theme is reported by its name`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("T"))
    #expect(state.news.contains("theme: \(state.theme.name)"))
  }

  // MARK: Sources

  @Test(arguments: ["overview", "clusters", "targets", "projects", "tasks", "park"])
  func `from any figure the way leads to its document and back`(view: String) throws {
    var state = try Fixture.builtInState(view, .en)
    let before = state.screen
    state.press(.character("s"))
    // What is in dispute comes first, so the first quotation need not be that of the first statement.
    let citation = try #require(CitationsPage.entries(state).lazy.compactMap(\.citation).first)
    state.press(.enter)
    #expect(state.view == "sources" && state.overlay == nil)
    #expect(state.viewState().selection == citation.source && state.viewState().isOpen)
    let title = try #require(state.dataset.sources[citation.source]).title.en
    let short = try #require(state.dataset.sources[citation.source]).short.en
    #expect(state.screen.contains { $0.contains(title.prefix(20)) || $0.contains(short) })
    state.press(.escape)
    #expect(state.view == view)
    #expect(state.screen == before)
  }

  // MARK: Filters

  @Test(arguments: ["projects", "tasks", "sources"])
  func `Esc gives up the typed filter before it goes back`(view: String) throws {
    var state = try Fixture.builtInState("overview", .en)
    state.go(to: view)
    state.press(.character(","), .character("x"), .character("c"), .enter)
    #expect(state.viewState().filterText == "xc")
    state.press(.escape)
    #expect(state.view == view && state.viewState().filterText == nil)
    state.press(.escape)
    #expect(state.view == "overview")
  }

  @Test(arguments: ["sl", "sanlei", "三磊", "Sanlei"])
  func `projects are filtered by how their names are written and read`(text: String) throws {
    var state = try Fixture.builtInState("projects", .en)
    let all = ProjectsPanel().rows(state.viewState(), state.context).count
    state.press(.character(","))
    for character in text { state.press(.character(character)) }
    let rows = ProjectsPanel().rows(state.viewState(), state.context)
    #expect(rows.count < all && rows.contains { $0.project.name.zh.contains("三磊") })
  }

  // MARK: Size

  @Test(arguments: [
    (20, 5, "now 20x5, need 40x12"), (19, 5, "19x5<40x12"), (10, 5, "10x5<40x12"), (9, 5, "9x5<40x12"),
    (8, 5, "40x12"),
  ])
  func `a screen that is too small shows the size that it needs`(width: Int, height: Int, text: String)
    throws
  {
    let state = try Fixture.smallState("overview", width: width, height: height)
    #expect(state.screen.contains(text))
  }

  // MARK: Freeze

  @Test(arguments: [Key.character("p"), .function(9)])
  func `a frozen screen does not follow the day or the data until it goes on`(key: Key) throws {
    var state = try Fixture.smallState("overview", .zh)
    state.press(key, .up)
    let frozen = state.screen
    #expect(frozen[0].contains("冻结"))
    let tomorrow = Day.first(ofYear: 2025)
    _ = update(&state, .day(tomorrow))
    _ = update(&state, .loaded(try Fixture.builtIn()))
    #expect(state.screen == frozen)
    #expect(state.shownDay == tomorrow)
    state.press(.character("3"))
    #expect(state.view == "targets")
    state.press(key)
    #expect(state.freeze == nil)
    #expect(state.today == tomorrow)
    #expect(state.dataset.info.id == (try Fixture.builtIn().info.id))
    #expect(!state.screen[0].contains("冻结"))
  }

  @Test func `data refused while frozen are reported afterwards, with the time of the first refusal`() throws
  {
    var state = try Fixture.smallState("overview")
    state.press(.character("p"))
    for since in ["14:05", "14:06"] {
      let fault = Diagnostic(path: "figures.json", line: 3, column: 4, fault: .empty(key: "x"))
      _ = update(&state, .refused(Refusal(fault: fault, count: 1, since: since)))
    }
    #expect(state.refusal == nil)
    state.press(.character("p"))
    #expect(state.refusal?.since == "14:05")
  }

  @Test(arguments: ["导出", "daochu", "export"]) func `an action is found by its name, also by pinyin`(
    typed: String
  )
    throws
  {
    var state = try Fixture.smallState("targets")
    state.press(.character(":"))
    state.type(typed)
    #expect(state.screen.contains { $0.contains("导出") || $0.contains("xport") }, "\(state.screen)")
    state.press(.enter)
    #expect(state.overlay == .export)
  }

  // MARK: Hits and days

  @Test func `n and N go round the hits of the last search, and are the view's before one`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.character("n"))
    #expect(state.notice?.isProblem == true)
    state.press(.enter, .character("n"))
    #expect(state.notice == nil)
    state.press(.escape, .character("/"))
    state.type("food")
    state.press(.enter)
    let first = (state.view, state.viewState().selection)
    state.press(.character("n"))
    let second = (state.view, state.viewState().selection)
    #expect(state.notice?.text.en.contains("2/") == true)
    #expect(first != second)
    state.press(.character("N"))
    #expect((state.view, state.viewState().selection) == first)
    state.press(.character("N"))
    #expect(state.notice?.isProblem == false)
  }

  @Test(arguments: [("2021-12-31", "2021-12-31"), ("２０２１", "2021-12-31"), ("2099", "2024-11-15")])
  func `a day typed into the palette becomes the day of the board`(typed: String, day: String) throws {
    var state = try Fixture.builtInState("targets")
    state.press(.function(6))
    state.type(typed)
    state.press(.enter)
    #expect(state.board.asOf == Day(day))
  }

  @Test func `every action is reached without a letter`() throws {
    var state = try Fixture.smallState("targets")
    state.press(.function(6))
    let titles = Set(Overlays.choices(state).map(\.title.text))
    for action in Action.all {
      #expect(
        action.keys.contains { if case .character = $0 { false } else { true } }
          || titles.contains { $0.contains(action.name.en) }, "\(action.name.en)")
    }
  }
}
