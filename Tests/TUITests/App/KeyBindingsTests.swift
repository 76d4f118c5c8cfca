import Testing

@testable import App
@testable import Canvas
@testable import Panels

struct KeyBindingsTests {
  @Test func `ids are unique and of small letters and dashes`() {
    let ids = KeyBindings.actions
    #expect(Set(ids).count == ids.count)
    for action in Action.all {
      #expect(!action.id.isEmpty && action.id.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
    }
    for bindable in Bindable.ofViews {
      #expect(bindable.view.map { bindable.id.hasPrefix("\($0).") } == true && !bindable.keys.isEmpty)
    }
  }

  @Test func `an action of a view can be bound to another key, and the old one is free`() throws {
    var state = try Fixture.smallState("projects", .en, width: 200, height: 36)
    state.bindings = KeyBindings(changes: ["projects.sort": [.control("o"), .character("%")]])
    let before = state.screen
    state.press(.character("o"))
    #expect(state.screen == before)
    #expect(before.fromHeading[0].contains(" by stage "))
    state.press(.character("%"), .character("2"))
    #expect(state.screen.contains { $0.hasPrefix("Projects 5/5 ") && $0.contains(" by date ") })
    #expect(state.screen.last?.contains(" Ctrl-o sort…") == true)
    let help = HelpPage.lines(state).map { $0.spans.map(\.text).joined() }
    #expect(help.contains { $0.hasPrefix("  Ctrl-o %") })
    state.press(.character(":"))
    for character in "sort" { state.press(.character(character)) }
    state.press(.enter, .character("3"))
    #expect(state.screen.contains { $0.hasPrefix("Projects 5/5 ") && $0.contains(" by investment ") })
  }

  @Test func `a chosen key outweighs the one that another action has from the start`() {
    for (chosen, other, key) in [("help", "quit", "q"), ("quit", "help", "?")]
      as [(String, String, Character)]
    {
      let bindings = KeyBindings(changes: [chosen: [.character(key)]])
      #expect(bindings.action(for: .character(key))?.id == chosen)
      #expect(!bindings.keys(of: chosen).contains(.function(1)) && !bindings.keys(of: other).isEmpty)
    }
    let view = KeyBindings(changes: ["projects.sort": [.character("c")]])
    #expect(view.binding(for: .character("c"), in: ProjectsPanel())?.hint.id == "projects.sort")
  }

  @Test func `in an opened record a key of the list means what it does in records`() throws {
    var state = try Fixture.builtInState("projects", .en)
    state.updateView { $0.selection = "sanlei-base" }
    let list = state.screen
    state.press(.enter)
    let top = state.screen
    state.press(.character(" "))
    #expect(state.top == top[1] && state.screen != top, "scrolls")
    state.press(.character("o"), .escape)
    #expect(state.screen == list, "neither another arrangement nor another order")
  }

  @Test func `a key that an action for everywhere takes is not offered by the view`() throws {
    var state = try Fixture.smallState("projects", .en, width: 200, height: 36)
    state.bindings = KeyBindings(changes: ["search": [.character("o")]])
    #expect(state.screen.last?.contains("sort") == false)
    state.press(.character("o"))
    #expect(state.overlay == .search)
  }

  @Test func `no key has two meanings, and none moves`() {
    let keys = Action.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for key in keys { #expect(!KeyBindings.movement.contains(key), "\(key.name)") }
  }

  @Test func `every action is reached without a letter, which an input method may take`() {
    for action in Action.all {
      let others = action.keys.filter { key in
        guard case .character(let character) = key else { return true }
        return !character.isLetter
      }
      #expect(!others.isEmpty, "\(action.id)")
    }
  }

  @Test func `other keys are bound, and the old ones are free`() throws {
    var state = try Fixture.smallState("overview")
    state.bindings = KeyBindings(changes: ["search": [.control("f"), .function(12)], "help": []])
    state.expect(.character("/"))
    state.expect(.character("?"))
    state.press(.control("f"))
    #expect(state.overlay == .search)
  }

  @Test func `footer, help and palette name the keys that are bound`() throws {
    var state = try Fixture.smallState("overview", width: 120, height: 60)
    state.bindings = KeyBindings(changes: [
      "search": [.control("f")], "citations": [.character("m")], "help": [.function(12)], "earlier": [],
      "later": [], "quit": [],
    ])
    let foot = try #require(state.screen.last)
    #expect(foot.contains(" m sources") && foot.contains("Ctrl-f search") && foot.contains("F12 help"))
    #expect(foot.contains("Ctrl-C quit") && !foot.contains("as of"))
    state.press(.function(12))
    let help = HelpPage.lines(state).map { $0.spans.map(\.text).joined() }
    #expect(help.contains { $0.contains("  Ctrl-f  ") && $0.contains("search everything") })
    #expect(help.contains { $0.contains("disagree; m shows what each says") })
    state.press(.function(12))
    #expect(state.overlay == nil)
    state.press(.character(":"))
    #expect(state.screen.contains { $0.contains("Ctrl-f ") && $0.contains("search everything") })
  }

  @Test(arguments: [
    ("/", Key.character("/")), ("？", .character("?")), ("F5", .function(5)), ("f12", .function(12)),
    ("ctrl-R", .control("r")), ("Ctrl-i", .tab), ("PgDn", .pageDown), ("space", .character(" ")),
    ("Shift-Tab", .backTab), ("f", .character("f")), ("F", .character("F")),
  ])
  func `a name is a key`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "F0", "F64", "Ctrl-", "Ctrl-1", "Ctrl-字", "PageDown", "ab", "\u{1B}"])
  func `no key has this name`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `every bound key is read by its own name`() {
    for key in Action.all.flatMap(\.keys) { #expect(Key(name: key.name) == key) }
  }
}
