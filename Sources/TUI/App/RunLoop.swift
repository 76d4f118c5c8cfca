import CSignals
import Canvas
import Store

/// Runs the program: an event, an update, a frame, until it ends.
package struct RunLoop {
  /// Returns the current time; called once per event. There are no other clocks.
  let time: () -> Moment
  /// Returns the rest of the day in milliseconds; nil if nothing waits for the next day.
  let restOfDay: () -> Int?
  /// Delivers new data, with the longest wait for it in milliseconds; nil if the data is not followed.
  let feed: (news: () -> Event?, timeout: () -> Int)?
  /// The longest time between two heartbeats, in milliseconds; nil if there is no watchdog.
  let heartbeatInterval: Int?
  /// Writes a new file and returns the result as an event.
  let write: (_ name: String, _ bytes: [UInt8]) -> Event?
  /// Keeps what the next start needs, and returns a failure as an event.
  let keep: (KeptState) -> Event?

  /// The longest time between frames in milliseconds while events arrive without a pause, such as a held key.
  static let patience = 100

  /// Creates a loop over a mode and a terminal.
  package init(
    time: @escaping () -> Moment, restOfDay: @escaping () -> Int? = { nil },
    feed: (news: () -> Event?, timeout: () -> Int)? = nil, heartbeatInterval: Int? = nil,
    write: @escaping (_ name: String, _ bytes: [UInt8]) -> Event? = { _, _ in nil },
    keep: @escaping (KeptState) -> Event? = { _ in nil }
  ) {
    self.time = time
    self.restOfDay = restOfDay
    self.feed = feed
    self.heartbeatInterval = heartbeatInterval
    self.write = write
    self.keep = keep
  }

  /// Runs until the user quits or the terminal ends.
  ///
  /// - Parameters:
  ///   - state: the state to show and update.
  ///   - terminal: the terminal to draw on and read from.
  ///   - heartbeat: called after every frame or wait, for a watchdog.
  ///   - suspend: returns the terminal to the shell until the process is continued.
  /// - Returns: why the terminal ended; nil if the user quit.
  package func run<State: Mode, Screen: Terminal & ~Copyable>(
    _ state: inout State, on terminal: inout Screen, heartbeat: (State) -> Void = { _ in },
    suspend: (inout Screen) -> Void = { _ in }
  ) -> EndReason? {
    resize(&state, to: terminal.size)
    // Many sessions share one machine: return the memory used for reading and the first frame to the system.
    var isNew = true
    while true {
      state.present(on: &terminal)
      // The previous data has been released by now.
      if isNew { qj_memory_trim() }
      heartbeat(state)
      let event = terminal.next(timeoutMilliseconds: timeout(state))
      let now = time()
      _ = state.take(.tick(now))
      // Not a separate function: that crashes the optimiser of Swift 6.3.1.
      isNew = false
      if let news = feed?.news() {
        _ = state.take(news)
        isNew = true
      }
      if let ending = takeAll(from: event, at: now, &state, &terminal, suspend) { return ending.reason }
    }
  }

  /// Handles all pending events before a frame is drawn, so that a held key or a burst of resizes costs one frame and not a hundred.
  private func takeAll<State: Mode, Screen: Terminal & ~Copyable>(
    from first: TerminalEvent, at start: Moment, _ state: inout State, _ terminal: inout Screen,
    _ suspend: (inout Screen) -> Void
  ) -> Ending? {
    let end = start.monotonic + RunLoop.patience
    var (event, now) = (first, start)
    while true {
      if let ending = take(event, &state, &terminal, suspend) { return ending }
      if now.monotonic >= end { return nil }
      event = terminal.next(timeoutMilliseconds: 0)
      // The feed must read the data that woke the loop, or it would be reported again and again.
      if event == .timeout || event == .woken { return nil }
      // A key counts from when it was pressed, not from the last frame.
      now = time()
      _ = state.take(.tick(now))
    }
  }

  /// How the program ended.
  private struct Ending {
    var reason: EndReason?
  }

  private func take<State: Mode, Screen: Terminal & ~Copyable>(
    _ event: TerminalEvent, _ state: inout State, _ terminal: inout Screen, _ suspend: (inout Screen) -> Void
  ) -> Ending? {
    switch event {
    case .key, .mouse, .paste, .background:
      switch Event(event).flatMap({ state.take($0) }) {
      case .quit: return Ending(reason: nil)
      case .suspend: suspend(&terminal)
      case .write(let name, let bytes):
        if let result = write(name, bytes) { _ = state.take(result) }
      case .keep(let kept): if let failure = keep(kept) { _ = state.take(failure) }
      case .copy(let text): terminal.copy(text)
      case nil: break
      }
    case .resize, .resumed: resize(&state, to: terminal.size)
    case .timeout, .woken: break
    case .end(let reason): return Ending(reason: reason)
    }
    return nil
  }

  private func resize(_ state: inout some Mode, to size: (width: Int, height: Int)) {
    _ = state.take(.resize(width: size.width, height: size.height))
  }

  private func timeout(_ state: some Mode) -> Int? {
    [feed?.timeout(), restOfDay(), state.timeout(at: time()), heartbeatInterval].compactMap { $0 }.min()
  }
}

extension Event {
  /// The event of a key or the mouse; nil for everything else that a terminal reports.
  fileprivate init?(_ event: TerminalEvent) {
    switch event {
    case .key(let key): self = .key(key)
    case .mouse(let mouse): self = .mouse(mouse)
    case .paste(let text): self = .paste(text)
    case .background(let background): self = .background(background)
    default: return nil
    }
  }
}
