import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Output
@testable import Panels

/// Marked rows and what is exported.
struct MarksTests {
  private func table(_ state: inout AppState, _ digit: Character) throws -> [[Substring]] {
    state.press(.character("e"))
    guard case .write(_, let bytes)? = update(&state, .key(.character(digit))) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test(arguments: [Key.character("m"), .character("*")])
  func `marked rows are shown, counted and exported alone`(key: Key) throws {
    var state = try Fixture.smallState("projects")
    state.press(key, .down, key)
    #expect(state.viewState().marks == ["cannery", "bakery"])
    #expect(state.screen.count { $0.hasPrefix("*") } == 2)
    #expect(state.screen[1].contains("2 marked"))
    let rows = try table(&state, "3")
    #expect(rows.dropFirst().map(\.first) == ["cannery", "bakery"])
    #expect(try table(&state, "2").count == 6)
  }

  @Test func `a second press removes the mark`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.character("m"), .up, .character("m"))
    #expect(state.viewState().marks == [])
    state.press(.character("e"), .character("3"))
    #expect(state.overlay == .export, "there is nothing marked to export")
  }

  @Test func `a row without a record of the list is not marked`() throws {
    var state = try Fixture.builtInState("tasks")
    state.press(.home, .character("m"))
    #expect(state.viewState().marks == [] && state.notice?.isProblem == true)
    state.updateView { $0.isOpen = true }
    state.press(.character("m"))
    #expect(state.viewState().marks == [])
  }

  @Test func `the main figures of the overview are marked as targets`() throws {
    var state = try Fixture.smallState("overview")
    state.press(.home, .character("m"))
    let target = try #require(state.viewState().marks.first)
    #expect(state.board.target(target) != nil && state.screen.contains { $0.hasPrefix("*") })
  }

  @Test(arguments: ["overview", "clusters", "targets", "projects", "tasks", "sources"])
  func `every view is exported as a list of records`(view: String) throws {
    var state = try Fixture.builtInState(view, .en)
    let listing = try #require(state.listing)
    let list = RecordList(listing.kind, of: state.board)
    let head = list.csvColumns.map { list.fields[$0].name.en }
    let rows = try table(&state, "2")
    #expect(rows.count == listing.ids.count + 1)
    #expect(rows[0].joined(separator: ",").hasSuffix(head.suffix(3).joined(separator: ",")))
  }

  @Test func `an opened record is exported with value, unit, period, conflict and source in columns`() throws
  {
    var state = try Fixture.builtInState("targets", .en)
    let row = try #require(state.board.headline("gross-output"))
    state.updateView { $0.select(row.target.id, opens: true) }
    let rows = try table(&state, "2")
    let head = rows[0].map { String($0.drop { $0 == "\u{FEFF}" }) }
    #expect(rows.count == 2 && rows[1].first == "sc2022-gross-output-2025")
    for column in ["Actual", "Actual period", "Target", "Unit", "Disputed", "Source"] {
      #expect(head.contains(column), "\(column)")
    }
    // Names have commas, so that only the values are looked for.
    #expect(rows[1].contains("144.54") && rows[1].contains("400") && rows[1].contains("2022"))
  }

  @Test func `an opened project is exported with the figures that documents print`() throws {
    var state = try Fixture.smallState("projects")
    state.updateView { $0.select("bakery", opens: true) }
    let rows = try table(&state, "2")
    let head = rows[0].map(String.init)
    for column in ["Value", "Unit", "Period", "Source"] { #expect(head.contains(column), "\(head)") }
    let place = try #require(head.firstIndex(of: "Value"))
    #expect(rows.dropFirst().first.flatMap { Double($0[place]) } == 30)
  }

  @Test func `the message has the whole path`() throws {
    var state = try Fixture.smallState("targets")
    state.directory = "~/reports"
    state.press(.character("e"))
    #expect(state.screen.contains { $0.contains("Export to ~/reports") })
    _ = update(&state, .written(name: "a.csv"))
    #expect(state.notice?.text.en == "written: ~/reports/a.csv")
  }
}
