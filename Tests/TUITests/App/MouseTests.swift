import Testing

@testable import App
@testable import Canvas
@testable import Panels

/// What the mouse does is what a key would do.
struct MouseTests {
  /// The first cell that shows a text, in columns and rows.
  private func place(of text: String, in state: AppState) throws -> (x: Int, y: Int) {
    let lines = state.screen
    let y = try #require(lines.firstIndex { $0.contains(text) }, "\(text)")
    let before = try #require(lines[y].firstRange(of: text)).lowerBound
    return (TextWidth.columns(of: String(lines[y][..<before])), y)
  }

  private func click(_ text: String, _ state: inout AppState, _ kind: MouseEvent.Kind = .press) throws {
    let (x, y) = try place(of: text, in: state)
    _ = update(&state, .mouse(MouseEvent(kind, x: x, y: y)))
  }

  @Test func `a click selects a record, a second one opens it, the right button comes back`() throws {
    var state = try Fixture.smallState("clusters", .en, width: 80, height: 24)
    let last = try #require(state.board.clusters.last?.cluster)
    let first = try #require(state.board.clusters.first?.cluster)
    #expect(first.id != last.id)
    try click(last.name.en, &state)
    #expect(state.viewState().selection == last.id)
    #expect(!state.viewState().isOpen)
    try click(last.name.en, &state)
    #expect(state.viewState().isOpen)
    _ = update(&state, .mouse(MouseEvent(.secondaryPress, x: 0, y: 0)))
    #expect(!state.viewState().isOpen)
    #expect(state.viewState().selection == last.id)
  }

  @Test func `in a scenario a click chooses a cluster and opens none`() throws {
    var state = try Fixture.smallState("clusters", .en, width: 80, height: 24)
    state.updateView { $0.scenario = [:] }
    let last = try #require(state.board.clusters.last?.cluster)
    for _ in 0..<3 {
      try click(last.name.en, &state)
      #expect(state.viewState().selection == last.id)
      #expect(!state.viewState().isOpen && state.viewState().scenario != nil)
    }
  }

  @Test func `a click ends what is typed and keeps the filter`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.character(","))
    state.type("works")
    #expect(state.viewState().input == "works")
    try click("Engine works", &state)
    #expect(state.viewState().input == nil && state.viewState().filterText == "works")
    #expect(state.viewState().selection == "engine-works")
  }

  @Test(arguments: PanelRegistry.all.map(\.id), [(80, 24), (120, 36)])
  func `every record on the screen can be clicked, and is then under the cursor`(
    view: String, size: (width: Int, height: Int)
  ) throws {
    let start = try Fixture.builtInState(view, .zh, width: size.width, height: size.height)
    var seen: Set<ClickTarget> = []
    for click in Frame.render(start).clickAreas {
      let target = click.target
      guard case .record(let id) = target, seen.insert(target).inserted else { continue }
      var state = start
      _ = update(&state, .mouse(MouseEvent(.press, x: click.area.x, y: click.area.y)))
      #expect(state.viewState().selection == id)
      let frame = Frame.render(state)
      let isShown = frame.clickAreas.contains { click in
        click.target == target && frame.isHighlighted(click.area)
      }
      #expect(isShown, "the view does not show \(id) as selected")
    }
    #expect(seen.count > 3, "only \(seen.count) records can be clicked")
  }

  @Test func `names of views and hints of the footer are pressed`() throws {
    var state = try Fixture.smallState("overview", .en, width: 200, height: 36)
    try click("4Projects", &state)
    #expect(state.view == "projects")
    try click("sort", &state)
    #expect(state.overlay == .filter("sort"))
    try click("by date", &state)
    try click("by date", &state)
    #expect(state.viewState().order == 1)
    try click("help", &state)
    #expect(state.overlay == .help)
    try click("Esc back", &state)
    #expect(state.overlay == nil)
  }

  @Test func `a line of a list of choices is chosen and then taken`() throws {
    var state = try Fixture.smallState("overview", .en, width: 80, height: 24)
    state.press(.character(":"))
    for character in "view" { state.press(.character(character)) }
    let row = Overlays.choices(state).count - 1
    let target = ClickTarget.choice(row)
    let buffer = Frame.render(state)
    let y = try #require((0..<24).first { buffer.clickTarget(x: 5, y: $0) == target })
    _ = update(&state, .mouse(MouseEvent(.press, x: 5, y: y)))
    #expect(state.choice == row)
    #expect(state.overlay == .palette)
    _ = update(&state, .mouse(MouseEvent(.press, x: 5, y: y)))
    #expect(state.overlay != .palette)
  }

  @Test func `records under an overlay cannot be clicked`() throws {
    var state = try Fixture.smallState("clusters", .en, width: 80, height: 24)
    state.press(.character("?"))
    let buffer = Frame.render(state)
    for y in 0..<24 {
      for x in 0..<80 {
        if case .record = buffer.clickTarget(x: x, y: y) { Issue.record("a record at \(x),\(y)") }
      }
    }
  }

  @Test func `the wheel moves the cursor in lists and scrolls texts`() throws {
    var state = try Fixture.smallState("clusters", .en, width: 80, height: 24)
    _ = update(&state, .mouse(MouseEvent(.wheelDown, x: 1, y: 1)))
    #expect(state.viewState().selection == state.board.clusters[1].cluster.id)
    _ = update(&state, .mouse(MouseEvent(.wheelUp, x: 1, y: 1)))
    #expect(state.viewState().selection == state.board.clusters[0].cluster.id)
    state.press(.character("?"))
    _ = update(&state, .mouse(MouseEvent(.wheelDown, x: 1, y: 1)))
    #expect(state.overlayScroll == 3)
  }

  @Test func `a click on an empty place changes nothing`() throws {
    var state = try Fixture.smallState("overview", .en, width: 80, height: 24)
    let before = StateDigest(state)
    _ = update(&state, .mouse(MouseEvent(.press, x: 79, y: 22)))
    _ = update(&state, .mouse(MouseEvent(.press, x: 500, y: -1)))
    #expect(StateDigest(state) == before)
  }

  @Test func `one switch takes the mouse and gives it back`() throws {
    var state = try Fixture.smallState("overview")
    var terminal = MemoryTerminal(width: 80, height: 24, events: [.key(.character("M")), .timeout])
    let today = state.today
    _ = RunLoop(today: { today }).run(&state, on: &terminal)
    #expect(terminal.reportsMouse)
    state.press(.character("|"))
    #expect(!state.takesMouse)
  }
}

extension Buffer {
  /// Whether any cell of an area has the background of what is under the cursor.
  fileprivate func isHighlighted(_ area: Rect) -> Bool {
    (area.y..<area.bottom).contains { y in
      (area.x..<area.right).contains { x in self[x, y]?.style.background == .selection }
    }
  }
}
