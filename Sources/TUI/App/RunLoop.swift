import CSignals
import Canvas

/// Drives the program: an event, an update, a frame, until something ends it.
package struct RunLoop {
  /// The time now, asked for once per event; the only clocks there are.
  let time: () -> Moment
  /// How long the day lasts, in milliseconds; nil when nobody waits for the next.
  let restOfDay: () -> Int?
  /// What brings new data, with the longest time to wait for it, in milliseconds; nil when the data stays.
  let feed: (news: () -> Event?, timeout: () -> Int)?
  /// At most so many milliseconds pass between two heartbeats; nil when nobody listens.
  let heartbeatInterval: Int?
  /// Writes a new file and tells what became of it.
  let write: (_ name: String, _ bytes: [UInt8]) -> Event?

  /// The longest time between frames in milliseconds while events arrive without a pause, such as a held key.
  static let patience = 100

  package init(
    time: @escaping () -> Moment, restOfDay: @escaping () -> Int? = { nil },
    feed: (news: () -> Event?, timeout: () -> Int)? = nil, heartbeatInterval: Int? = nil,
    write: @escaping (_ name: String, _ bytes: [UInt8]) -> Event? = { _, _ in nil }
  ) {
    self.time = time
    self.restOfDay = restOfDay
    self.feed = feed
    self.heartbeatInterval = heartbeatInterval
    self.write = write
  }

  /// Runs until somebody quits or the terminal ends.
  ///
  /// - Parameters:
  ///   - heartbeat: called after every frame or wait, for a watchdog.
  ///   - suspend: returns the terminal to the shell until the process is continued.
  /// - Returns: why the terminal ended; nil when somebody quit.
  package func run<State: Mode, Screen: Terminal & ~Copyable>(
    _ state: inout State, on terminal: inout Screen, heartbeat: (State) -> Void = { _ in },
    suspend: (inout Screen) -> Void = { _ in }
  ) -> EndReason? {
    resize(&state, to: terminal.size)
    // Many sessions share one machine: what reading and the first frame took goes back to the system.
    var isNew = true
    while true {
      state.present(on: &terminal)
      // The data before is gone by now.
      if isNew { qj_memory_trim() }
      heartbeat(state)
      let event = terminal.next(timeoutMilliseconds: timeout(state))
      let now = time()
      _ = state.take(.tick(now))
      // Not in a function of its own: the optimiser of Swift 6.3.1 crashes on that.
      isNew = false
      if let news = feed?.news() {
        _ = state.take(news)
        isNew = true
      }
      if let ending = takeAll(from: event, at: now, &state, &terminal, suspend) { return ending.reason }
    }
  }

  /// Takes everything that has already arrived before a frame is painted, so that a held key or a storm of resizes costs one
  /// frame and not a hundred.
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
      // What woke it is for the feed to take: it would be reported again and again.
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
    [feed?.timeout(), restOfDay(), state.rest(at: time()), heartbeatInterval].compactMap { $0 }.min()
  }
}

extension Event {
  /// What a key or the mouse did; nil for everything else that a terminal reports.
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
