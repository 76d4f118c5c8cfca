/// What ``RunLoop`` drives: the board or the kiosk. A value that changes with events and is painted as a frame.
public protocol Mode: Sendable {
  associatedtype Picture: Equatable

  /// Everything that the frame depends on. It is painted again only when this changes.
  var picture: Picture { get }

  /// Handles an event, and returns what the loop should do.
  mutating func take(_ event: Event) -> Effect?

  /// Paints the whole screen.
  mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen)

  /// The time until the picture changes without an event, in milliseconds; nil if only a new day changes it.
  func rest(at now: Moment) -> Int?
}

extension AppState: Mode {
  /// The number of events that can have changed the frame.
  public var picture: Int { generation }

  public mutating func take(_ event: Event) -> Effect? {
    if case .tick(let now) = event, now.day == toldDay { return nil }
    generation += 1
    return update(&self, event)
  }

  public mutating func present<Screen: Terminal & ~Copyable>(on terminal: inout Screen) {
    prepare()
    terminal.reportMouse(takesMouse)
    let frame = Frame.render(self)
    terminal.present(frame, theme: shownTheme, cursor: Frame.cursor(self))
    keep(frame.lists)
  }

  public func rest(at now: Moment) -> Int? { nil }
}
