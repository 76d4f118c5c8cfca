/// A terminal for tests: it takes events from a list and keeps the frames.
package struct MemoryTerminal: Terminal, Sendable {
  /// A presented frame.
  package struct Frame: Equatable, Sendable {
    /// The frame presented last.
    package var buffer: Buffer
    /// The theme of that frame.
    package var theme: Theme
    /// The position of the cursor; nil if it is hidden.
    package var cursor: Position?
  }

  /// The size in cells.
  package private(set) var size: (width: Int, height: Int)
  /// All frames, the latest last.
  package private(set) var frames: [Frame] = []
  /// The requested timeouts in milliseconds, one for each event taken.
  package private(set) var timeouts: [Int?] = []
  /// The copied texts.
  package private(set) var copies: [String] = []
  /// Whether mouse reports are on.
  package private(set) var reportsMouse = false
  private var events: ArraySlice<TerminalEvent>

  /// - Parameters:
  ///   - width: the width in cells.
  ///   - height: the height in cells.
  ///   - events: taken one after the other; after the last one the input is at its end. A resize changes the
  ///     size.
  package init(width: Int = 80, height: Int = 24, events: [TerminalEvent] = []) {
    size = (width, height)
    self.events = events[...]
  }

  package mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) {
    frames.append(Frame(buffer: buffer, theme: theme, cursor: cursor))
  }

  package mutating func reportMouse(_ isReported: Bool) { reportsMouse = isReported }

  package mutating func copy(_ text: String) { copies.append(text) }

  package mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    timeouts.append(timeoutMilliseconds)
    guard let event = events.popFirst() else { return .end(.inputClosed) }
    if case .resize(let width, let height) = event { size = (width, height) }
    return event
  }
}
