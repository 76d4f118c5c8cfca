import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Panels

/// All of a state that can change, so that two states can be compared. The day stands for the board made for it.
struct StateDigest: Equatable {
  var asOf: Day
  var today: Day
  var language: Language
  var theme: String
  var glyphs: Glyphs
  var size: [Int]
  var view: String
  var views: [String: ViewState]
  var history: [String]
  var overlay: AppState.Overlay?
  var overlayScroll: Int
  var future: [String]
  var query: String
  var choice: Int
  var notice: Feedback?
  var switches: [Bool]
  var lastSearch: String?
  var refusal: Refusal?
  var steps: [Day]
  /// The dataset by its id and how much it holds.
  var dataset: String

  init(_ state: AppState) {
    asOf = state.board.asOf
    today = state.today
    language = state.language
    theme = state.theme.name
    glyphs = state.glyphs
    size = [state.width, state.height]
    view = state.view
    // A view that was visited remembers no more than one that was not.
    views = state.views.filter { $0.value != ViewState() }
    history = state.history
    overlay = state.overlay
    overlayScroll = state.overlayScroll
    future = state.future
    query = state.query
    choice = state.choice
    refusal = state.refusal
    steps = state.steps
    dataset = "\(state.dataset.info.id) \(state.dataset.figures.count) \(state.dataset.projects.count)"
    notice = state.notice
    switches = [state.isFull, state.freeze == nil, state.takesMouse]
    lastSearch = state.lastSearch?.query
  }
}

extension AppState {
  /// Sends an event and expects exactly these changes and this effect.
  mutating func expect(
    _ event: Event, effect: Effect? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    changes: (inout AppState) -> Void = { _ in }
  ) {
    var expected = self
    changes(&expected)
    let result = update(&self, event)
    #expect(StateDigest(self) == StateDigest(expected), "after \(event)", sourceLocation: sourceLocation)
    #expect(result == effect, "after \(event)", sourceLocation: sourceLocation)
  }

  /// The same for a key.
  mutating func expect(
    _ key: Key, effect: Effect? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    changes: (inout AppState) -> Void = { _ in }
  ) {
    expect(.key(key), effect: effect, sourceLocation: sourceLocation, changes: changes)
  }

  /// Presses keys one after the other.
  mutating func press(_ keys: Key...) {
    for key in keys { _ = update(&self, .key(key)) }
  }

  /// Types every character of a text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The rows of the frame.
  var screen: [String] { Frame.render(self).lines }
}
