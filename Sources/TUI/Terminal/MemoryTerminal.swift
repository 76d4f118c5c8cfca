/// A terminal for tests: events come from a list, frames are kept.
public struct MemoryTerminal: Terminal, Sendable {
  /// Something that was presented.
  public struct Frame: Equatable, Sendable {
    public var buffer: Buffer
    public var theme: Theme
    public var cursor: Position?
  }

  public private(set) var size: (width: Int, height: Int)
  /// All frames, the latest last.
  public private(set) var frames: [Frame] = []
  /// The timeouts that were asked for, one for each event taken.
  public private(set) var timeouts: [Int?] = []
  /// The texts that were copied.
  public private(set) var copies: [String] = []
  /// Whether the mouse is reported.
  public private(set) var reportsMouse = false
  private var events: ArraySlice<TerminalEvent>

  /// - Parameter events: taken one after the other; after the last the keyboard is at its end. A resize changes the
  ///   size.
  public init(width: Int = 80, height: Int = 24, events: [TerminalEvent] = []) {
    size = (width, height)
    self.events = events[...]
  }

  public mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?) {
    frames.append(Frame(buffer: buffer, theme: theme, cursor: cursor))
  }

  public mutating func reportMouse(_ isReported: Bool) { reportsMouse = isReported }

  public mutating func copy(_ text: String) { copies.append(text) }

  public mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    timeouts.append(timeoutMilliseconds)
    guard let event = events.popFirst() else { return .end(.inputClosed) }
    if case .resize(let width, let height) = event { size = (width, height) }
    return event
  }
}
