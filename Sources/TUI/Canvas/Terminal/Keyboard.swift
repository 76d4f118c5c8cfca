import Glibc

/// Reads what the terminal sends, all that waits at once.
struct Keyboard {
  enum Reading {
    case events([TerminalEvent])
    /// There is nothing more to read.
    case end
  }

  private var decoder: InputDecoder
  /// Until when an answer about the background counts; nil when none is awaited.
  private var backgroundDeadline: Int?
  /// Nobody types so many bytes without a pause.
  private static let flood = 1024
  /// What arrives in a flood is waited for so long before a frame is drawn, in milliseconds.
  private static let calm = 10
  /// At most so many milliseconds a flood is read, so that the screen and the end of the program are not forgotten.
  private static let patience = 1500

  init(terminal: TerminalKeys, escapeDelay: Int) {
    decoder = InputDecoder(terminal: terminal, escapeDelay: escapeDelay)
  }

  var takesMouse: Bool {
    get { decoder.takesMouse }
    set { decoder.takesMouse = newValue }
  }

  mutating func awaitBackground(until deadline: Int) { backgroundDeadline = deadline }

  /// When ``expire(at:)`` is to be called if nothing comes.
  var deadline: Int? { [decoder.deadline, backgroundDeadline].compactMap { $0 }.min() }

  /// What it means that nothing came.
  mutating func expire(at time: Int) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    if let event = decoder.expire(at: time) { events.append(event) }
    if let deadline = backgroundDeadline, deadline <= time {
      backgroundDeadline = nil
      events.append(.background(nil))
    }
    return events
  }

  /// Reads until nothing waits. The rest of a flood is waited for, as it would be one frame for every few thousand bytes; so is
  /// what may follow an escape: after the frame nobody would know how long that took.
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
      // A late answer means nothing any more.
      defer { backgroundDeadline = nil }
      return backgroundDeadline.map { Watch.now <= $0 } ?? false
    }
  }
}

extension TerminalEvent {
  /// Whether a person did it.
  var isTyped: Bool {
    switch self {
    case .key, .mouse, .paste: true
    default: false
    }
  }
}
