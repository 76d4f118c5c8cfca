import CSignals
import Model

/// Drives the program: an event, an update, a frame, until something ends it.
public struct RunLoop {
  /// The day, asked for once per event; the only clock there is.
  let today: () -> Day
  /// How long the day lasts, in milliseconds; nil when nobody waits for the next.
  let restOfDay: () -> Int?
  /// What brings new data, with the longest time to wait for it, in milliseconds; nil when the data stays.
  let feed: (news: () -> Event?, timeout: () -> Int)?

  /// Writes a new file and tells what became of it.
  let write: (_ name: String, _ bytes: [UInt8]) -> Event?

  public init(
    today: @escaping () -> Day, restOfDay: @escaping () -> Int? = { nil },
    feed: (news: () -> Event?, timeout: () -> Int)? = nil,
    write: @escaping (_ name: String, _ bytes: [UInt8]) -> Event? = { _, _ in nil }
  ) {
    self.today = today
    self.restOfDay = restOfDay
    self.feed = feed
    self.write = write
  }

  /// Runs until the user quits or the terminal ends.
  ///
  /// - Returns: why the terminal ended; nil when the user quit.
  public func run<Screen: Terminal & ~Copyable>(
    _ state: inout AppState, on terminal: inout Screen, suspend: (inout Screen) -> Void
  ) -> EndReason? {
    (state.width, state.height) = terminal.size
    show(&state, on: &terminal)
    // Many sessions share one machine: what reading and the first frame took goes back to the system.
    qj_memory_trim()
    while true {
      var event = terminal.next(timeoutMilliseconds: [feed?.timeout(), restOfDay()].compactMap { $0 }.min())
      var hasChanged = event != .timeout && event != .woken
      let isNew = takeNews(&state)
      hasChanged = hasChanged || isNew
      // Everything that has already arrived is taken before a frame is painted, so that a held key or a storm of
      // resizes costs one frame and not a hundred.
      while true {
        let now = today()
        if now != state.toldDay {
          _ = update(&state, .day(now))
          hasChanged = true
        }
        switch event {
        case .key, .mouse, .paste, .background:
          switch Event(event).flatMap({ update(&state, $0) }) {
          case .quit: return nil
          case .suspend: suspend(&terminal)
          case .write(let name, let bytes):
            if let result = write(name, bytes) { _ = update(&state, result) }
          case .copy(let text): terminal.copy(text)
          case nil: break
          }
        case .resize, .resumed:
          let size = terminal.size
          _ = update(&state, .resize(width: size.width, height: size.height))
        case .timeout, .woken: break
        case .end(let reason): return reason
        }
        event = terminal.next(timeoutMilliseconds: 0)
        // What woke it is for the feed to take: it would be reported again and again.
        if event == .timeout || event == .woken { break }
        hasChanged = true
      }
      guard hasChanged else { continue }
      show(&state, on: &terminal)
      // The data before is gone by now.
      if isNew { qj_memory_trim() }
    }
  }

  /// Whether there was any.
  private func takeNews(_ state: inout AppState) -> Bool {
    guard let news = feed?.news() else { return false }
    _ = update(&state, news)
    return true
  }

  private func show<Screen: Terminal & ~Copyable>(_ state: inout AppState, on terminal: inout Screen) {
    state.prepare()
    terminal.reportMouse(state.takesMouse)
    let frame = Frame.render(state)
    terminal.present(frame, theme: state.shownTheme, cursor: Frame.cursor(state))
    state.keep(frame.lists)
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
