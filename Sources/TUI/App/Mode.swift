import Canvas

/// The state that ``RunLoop`` drives: the board or the kiosk. A value that changes with events and is drawn as a frame.
package protocol Mode: Sendable {
  /// Handles an event, and returns what the loop should do.
  mutating func take(_ event: Event) -> Effect?

  /// Draws the whole screen, unless nothing has changed since the last frame.
  mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen)

  /// The time until the picture changes without an event, in milliseconds; nil if only a new day changes it.
  func timeout(at now: Moment) -> Int?
}

extension AppState: Mode {
  /// Applies an event; see `update(_:_:)`.
  package mutating func take(_ event: Event) -> Effect? {
    if case .tick(let now) = event, now.day == shownDay { return nil }
    generation += 1
    return update(&self, event)
  }

  /// Draws the frame, with results prepared that it needs several times.
  package mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
    guard generation != shownGeneration else { return }
    shownGeneration = generation
    prepare()
    terminal.reportMouse(takesMouse)
    let frame = Frame.render(self)
    terminal.present(frame, theme: shownTheme, cursor: Frame.cursor(self))
    keep(frame.lists)
  }

  /// Nil: the board waits for events only.
  package func timeout(at now: Moment) -> Int? { nil }
}
