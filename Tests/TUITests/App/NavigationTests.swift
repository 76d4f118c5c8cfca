import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// Views, their history, the language and the theme.
struct NavigationTests {
  @Test(arguments: ["1", "１"]) func `digits go to views, of either width`(one: Character) throws {
    var state = try Fixture.smallState("targets")
    state.expect(.character(one)) {
      $0.view = "overview"
      $0.history = ["targets"]
    }
    state.expect(.character(one))
  }

  @Test func `every digit of a view opens it, the others do nothing`() throws {
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

  @Test func `Tab and its reverse cycle through the views`() throws {
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

  @Test(arguments: [Key.escape, .backspace, .left]) func `going back follows the visits`(key: Key)
    throws
  {
    var state = try Fixture.smallState("overview")
    state.go(to: "targets")
    state.go(to: "clusters")
    state.expect(key) {
      $0.view = "targets"
      $0.history = ["overview"]
      $0.visits = 1
    }
    state.expect(key) {
      $0.view = "overview"
      $0.history = []
      $0.visits = 0
    }
  }

  @Test(arguments: [Key.escape, .backspace, .left]) func `a view chosen by its digit is not left`(key: Key)
    throws
  {
    var state = try Fixture.smallState("overview")
    state.press(.character("3"), key)
    #expect(state.view == "targets" && state.history == ["overview"])
    #expect(state.news.contains("< goes to the previous view") == (key == .escape))
    state.press(.character("<"))
    #expect(state.view == "overview")
  }

  @Test func `forward again after going back, until another view is chosen`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.character("3"), .character("2"), .character("<"), .character("<"))
    state.expect(.character(">")) {
      $0.view = "targets"
      $0.history = ["overview"]
    }
    state.expect(.character("》")) {
      $0.view = "clusters"
      $0.history = ["overview", "targets"]
    }
    state.press(.character(">"))
    #expect(state.view == "clusters" && state.news.contains("no later place"))
    state.press(.character("<"), .character("1"), .character(">"))
    #expect(state.view == "overview")
  }

  @Test func `each record and each list on the way is a step back`() throws {
    var state = try Fixture.builtInState("clusters", .en)
    state.press(.enter, .enter)
    #expect(state.view == "projects" && !state.viewState().filters.isEmpty)
    let filters = state.viewState().filters
    state.press(.enter)
    #expect(state.viewState().isOpen)
    state.press(.character("<"))
    #expect(state.view == "projects" && !state.viewState().isOpen && state.viewState().filters == filters)
    state.press(.character("<"))
    #expect(state.view == "clusters" && state.viewState().isOpen)
    state.press(.character("<"))
    #expect(state.view == "clusters" && !state.viewState().isOpen)
    state.press(.character("<"))
    #expect(state.news.contains("no earlier place"))
    state.press(.character(">"), .character(">"), .character(">"))
    #expect(state.view == "projects" && state.viewState().isOpen)
  }

  @Test func `Esc goes the same way back and leaves no step behind`() throws {
    var state = try Fixture.builtInState("clusters", .en)
    state.press(.enter, .escape, .character("<"))
    #expect(state.view == "clusters" && !state.viewState().isOpen && state.news.contains("no earlier place"))
  }

  @Test(arguments: [Key.character("L"), .function(3), .character("Ｌ")]) func `the language changes`(key: Key)
    throws
  {
    var state = try Fixture.smallState("overview", .en)
    state.expect(key) { ($0.language, $0.kept.language) = (.zh, .zh) }
    #expect(state.screen[0].contains("总览"))
    state.expect(key) { ($0.language, $0.kept.language) = (.en, .en) }
    #expect(state.screen[0].contains("1Home"))
  }

  @Test func `a theme and a language chosen by key are kept for the next start, unless others are named`()
    throws
  {
    var state = try Fixture.smallState("overview", .en)
    state.mayKeep = true
    #expect(update(&state, .key(.character("L"))) == .keep(state.kept))
    #expect(update(&state, .key(.character("T"))) == .keep(state.kept))
    let kept = state.kept
    var next = try Fixture.smallState("overview", .en)
    next.kept = kept
    next.resume(hasTheme: true, mayChangeLanguage: false)
    #expect(next.language == .en && next.theme.name != kept.theme)
    next.resume(hasTheme: false, mayChangeLanguage: true)
    #expect(next.language == .zh && next.theme.name == kept.theme)
  }

  @Test(arguments: [Key.character("T"), .function(4)]) func `the theme key cycles through the themes`(
    key: Key
  ) throws {
    var state = try Fixture.smallState("overview")
    let names = [
      "dark": "深色", "light": "浅色", "high-contrast": "高对比度", "colour-blind": "色觉友好", "monochrome": "单色",
    ]
    for theme in [Theme.light, .highContrast, .colourBlind, .monochrome, .dark] {
      state.expect(key) {
        ($0.theme, $0.kept.theme) = (theme, theme.name)
        $0.notice = Feedback(Name(zh: "配色：\(names[theme.name] ?? "")", en: "theme: \(theme.name)"))
      }
    }
  }
}
