@testable import Canvas

/// A terminal for tests: it takes events from a list and keeps the frames.
struct MemoryTerminal: Terminal, Sendable {
  /// A presented frame.
  struct Frame: Equatable, Sendable {
    /// The frame presented last.
    var buffer: Buffer
    /// The theme of that frame.
    var theme: Theme
    /// The position of the cursor; nil if it is hidden.
    var cursor: Position?
  }

  /// The size in cells.
  private(set) var size: (width: Int, height: Int)
  /// All frames, the latest last.
  private(set) var frames: [Frame] = []
  /// The requested timeouts in milliseconds, one for each event taken.
  private(set) var timeouts: [Int?] = []
  /// The copied texts.
  private(set) var copies: [String] = []
  /// Whether mouse reports are on.
  private(set) var reportsMouse = false
  private var events: ArraySlice<TerminalEvent>

  /// - Parameters:
  ///   - width: the width in cells.
  ///   - height: the height in cells.
  ///   - events: taken one after the other; after the last one the input is at its end. A resize changes the
  ///     size.
  init(width: Int = 80, height: Int = 24, events: [TerminalEvent] = []) {
    size = (width, height)
    self.events = events[...]
  }

  mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) {
    frames.append(Frame(buffer: buffer, theme: theme, cursor: cursor))
  }

  mutating func reportMouse(_ isReported: Bool) { reportsMouse = isReported }

  mutating func copy(_ text: String) { copies.append(text) }

  mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    timeouts.append(timeoutMilliseconds)
    guard let event = events.popFirst() else { return .end(.inputClosed) }
    if case .resize(let width, let height) = event { size = (width, height) }
    return event
  }
}
