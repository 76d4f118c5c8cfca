import Glibc

/// Reads all pending input from the terminal.
struct Keyboard {
  enum Reading {
    case events([TerminalEvent])
    /// The input is at its end.
    case end
  }

  private var decoder: InputDecoder
  /// Until when an answer about the background is accepted, in milliseconds; nil if none is expected.
  private var backgroundDeadline: Int?
  /// The number of bytes that counts as a flood: nobody types as many without a pause.
  private static let flood = 1024
  /// How long to wait for more of a flood before a frame is drawn, in milliseconds.
  private static let calm = 10
  /// How long a flood is read at most, in milliseconds, so that the screen is still updated and the program can quit.
  private static let patience = 1500

  init(terminal: TerminalKeys, escapeDelay: Int) {
    decoder = InputDecoder(terminal: terminal, escapeDelay: escapeDelay)
  }

  var takesMouse: Bool {
    get { decoder.takesMouse }
    set { decoder.takesMouse = newValue }
  }

  mutating func awaitBackground(until deadline: Int) { backgroundDeadline = deadline }

  /// When to call ``expire(at:)`` if no input arrives, in milliseconds.
  var deadline: Int? { [decoder.deadline, backgroundDeadline].compactMap { $0 }.min() }

  /// Returns the events of deadlines that passed without input.
  mutating func expire(at time: Int) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    if let event = decoder.expire(at: time) { events.append(event) }
    if let deadline = backgroundDeadline, deadline <= time {
      backgroundDeadline = nil
      events.append(.background(nil))
    }
    return events
  }

  /// Reads until no input is pending. It waits for the rest of a flood, because otherwise every few thousand bytes
  /// would cost a frame, and for the rest of an escape sequence, because the time that the frame takes cannot be
  /// distinguished from a pause.
  mutating func read(_ watch: Watch) -> Reading {
    var burst: [TerminalEvent] = []
    var length = 0
    let end = Watch.now + Self.patience
    repeat {
      guard Watch.inputHasBytes, let bytes = Self.bytes() else {
        return burst.isEmpty && length == 0 ? .end : .events(taken(burst))
      }
      length += bytes.count
      burst += decoder.events(bytes, at: Watch.now)
    } while watch.hasInput(within: wait(after: length)) && Watch.now < end
    if let event = decoder.expire(at: Watch.now) { burst.append(event) }
    return .events(taken(burst))
  }

  private func wait(after length: Int) -> Int {
    max(length < Self.flood ? 0 : Self.calm, decoder.escapeDeadline.map { $0 - Watch.now } ?? 0)
  }

  private static func bytes() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  private mutating func taken(_ burst: [TerminalEvent]) -> [TerminalEvent] {
    InputFlood.calmed(burst).filter { event in
      guard case .background = event else { return true }
      // A late answer is ignored.
      defer { backgroundDeadline = nil }
      return backgroundDeadline.map { Watch.now <= $0 } ?? false
    }
  }
}

extension TerminalEvent {
  /// Whether the event comes from the user.
  var isTyped: Bool {
    switch self {
    case .key, .mouse, .paste: true
    default: false
    }
  }
}
