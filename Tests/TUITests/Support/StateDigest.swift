import Testing

@testable import App
@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Panels

/// The fields of a state by name, so that two states can be compared. A field that is added to the state is among them.
struct StateDigest: Equatable, CustomTestStringConvertible {
  /// The fields that are not compared, and why.
  static let ignored = [
    "changes": "computed from the overlay and the board",
    "searchIndex": "a cache", "searchHits": "a cache", "prepared": "a cache",
    "places": "follow from the changes that are compared",
    "placesAhead": "follow from the changes that are compared",
    "generation": "counts events, also those that change nothing",
    "shownGeneration": "counts events, also those that change nothing",
    "listWindows": "the scroll positions of the last frame, which the next one shows",
  ]

  /// Values by the path to them, such as `freeze.dataset`.
  private var values: [String: any Equatable] = [:]

  init(_ state: AppState) {
    for (name, value) in Mirror(reflecting: state).children {
      if let name, Self.ignored[name] == nil { add(value, at: name) }
    }
  }

  private mutating func add(_ value: Any, at path: String) {
    let mirror = Mirror(reflecting: value)
    switch value {
    // All else of a board is computed from the two.
    case let board as Board:
      values["\(path).asOf"] = board.asOf
      add(board.complete, at: "\(path).complete")
    // A view that was visited remembers no more than one that was not.
    case let views as [String: ViewState]: values[path] = views.filter { $0.value != ViewState() }
    case _ where mirror.displayStyle == .optional:
      values["\(path)?"] = mirror.children.isEmpty
      if let wrapped = mirror.children.first { add(wrapped.value, at: path) }
    case let value as any Equatable: values[path] = value
    case _ where mirror.displayStyle == .struct:
      for (name, value) in mirror.children { add(value, at: "\(path).\(name ?? "")") }
    default: Issue.record("\(path) is not Equatable: \(mirror.subjectType)")
    }
  }

  /// The paths whose values differ, each with both values.
  func differences(from other: StateDigest) -> [String] {
    Set(values.keys).union(other.values.keys).sorted().compactMap { path in
      let (before, now) = (other.values[path], values[path])
      return Self.isSame(before, now)
        ? nil : "\(path): \(before.map { "\($0)" } ?? "-") → \(now.map { "\($0)" } ?? "-")"
    }
  }

  private static func isSame(_ one: (any Equatable)?, _ other: (any Equatable)?) -> Bool {
    func isSame<Value: Equatable>(_ value: Value) -> Bool { value == other as? Value }
    return one.map { isSame($0) } ?? (other == nil)
  }

  static func == (one: StateDigest, other: StateDigest) -> Bool { one.differences(from: other).isEmpty }

  var testDescription: String { values.map { "\($0): \($1)" }.sorted().joined(separator: "\n") }
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
    let differences = StateDigest(self).differences(from: StateDigest(expected))
    #expect(differences == [], "after \(event)", sourceLocation: sourceLocation)
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

  /// The first heading of the view, below the head, the way back and the verdict.
  var top: String { Array(screen.dropFirst(FrameLayout(self).body.y)).fromHeading.first ?? "" }

  /// The footer and the row above it, which have the messages.
  var news: String { screen.suffix(2).joined(separator: "\n") }
}
