import Testing

@testable import App
@testable import Canvas
@testable import Panels

/// How lists move on the screen, frame by frame as the program draws them.
struct ListScrollTests {
  private struct Screen {
    var state: AppState

    init(_ view: String, width: Int = 80, height: Int = 24) throws {
      state = try Fixture.builtInState(view, .en, width: width, height: height)
      draw()
    }

    @discardableResult mutating func draw() -> Buffer {
      state.prepare()
      let frame = Frame.render(state)
      state.keep(frame.lists)
      return frame
    }

    mutating func press(_ keys: Key...) {
      for key in keys {
        _ = update(&state, .key(key))
        draw()
      }
    }

    /// The records on the screen with their rows, from above.
    var records: [(id: String, y: Int)] {
      let frame = Frame.render(state)
      var seen: Set<String> = []
      return frame.clickAreas.compactMap { area in
        guard case .record(let id) = area.target, seen.insert(id).inserted else { return nil }
        return (id, area.area.y)
      }.sorted { $0.y < $1.y }
    }

    mutating func click(y: Int) {
      _ = update(&state, .mouse(MouseEvent(.press, x: 5, y: y)))
      draw()
    }
  }

  @Test(arguments: [ViewID.targets, ViewID.projects], [(80, 24), (120, 36), (200, 60)])
  func `a click moves nothing, and a second one on the same place opens that record`(
    view: String, size: (Int, Int)
  ) throws {
    var screen = try Screen(view, width: size.0, height: size.1)
    screen.state.updateView { $0.filters = view == ViewID.targets ? ["no-data": "yes"] : [:] }
    for _ in 0..<60 { screen.press(.down) }
    screen.press(.up)
    for place in [\[(id: String, y: Int)].first, \[(id: String, y: Int)].last] {
      var copy = screen
      let before = copy.records.map(\.id)
      let clicked = try #require(copy.records[keyPath: place])
      copy.click(y: clicked.y)
      #expect(copy.records.map(\.id) == before)
      #expect(copy.state.viewState().selection == clicked.id)
      #expect(!copy.state.viewState().isOpen)
      copy.click(y: clicked.y)
      #expect(copy.state.viewState().selection == clicked.id)
      #expect(copy.state.viewState().isOpen)
      copy.press(.escape)
      #expect(copy.records.map(\.id) == before)
    }
  }

  @Test(arguments: [ViewID.targets, ViewID.projects], [(80, 24), (120, 36), (200, 60)])
  func `PgDn keeps one visible row`(view: String, size: (Int, Int)) throws {
    var screen = try Screen(view, width: size.0, height: size.1)
    let first = screen.records
    screen.press(.pageDown)
    // From the first record to the last that was in sight.
    #expect(screen.state.viewState().selection == first.last?.id)
    screen.press(.pageUp)
    #expect(screen.state.viewState().selection == first.first?.id)
  }

  @Test func `an opened text moves by its height less one`() throws {
    var screen = try Screen(ViewID.targets, width: 50, height: 14)
    screen.press(.enter)
    let before = screen.state.screen
    screen.press(.pageDown)
    // Rows 4 to 12 scroll; an arrow in the last column marks that more follows.
    func text(_ line: String) -> [Substring] { line.prefix(46).split(separator: " ") }
    #expect(before[12].hasSuffix("↓") && text(before[12]).count > 2)
    #expect(text(screen.state.screen[4]) == text(before[12]))
  }

  @Test func `a list of choices moves by its height less one, and to its ends`() throws {
    var screen = try Screen(ViewID.overview)
    screen.press(.character(":"))
    // Title and line to type into leave 20 of the 22 rows between head and foot.
    let names = Overlays.choices(screen.state).map { $0.title.text }
    func chosen() -> String { screen.state.screen.first { $0.contains("▌") } ?? "" }
    screen.press(.pageDown)
    #expect(chosen().contains(names[19]))
    screen.press(.end)
    #expect(chosen().contains(names[names.count - 1]))
    screen.press(.home)
    #expect(chosen().contains(names[0]))
  }

  @Test func `a key after a click takes the margin again`() throws {
    var screen = try Screen(ViewID.projects)
    let last = try #require(screen.records.last)
    screen.click(y: last.y)
    let before = screen.records.map(\.id)
    screen.press(.down)
    // The next record and two rows below it come in from below.
    #expect(screen.records.first?.id == before[3])
  }
}
