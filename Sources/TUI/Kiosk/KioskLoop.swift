import CSignals
import Model

/// Drives a kiosk: time passes, pages turn, data is replaced, until its keeper or the terminal ends it.
public struct KioskLoop {
  /// The time now; the only clocks there are.
  let time: () -> KioskTime
  /// What the data has to tell; nil when there is nothing new.
  let news: () -> KioskEvent?
  /// Told after every round that the program is alive, with what it shows.
  let heartbeat: (KioskState) -> Void
  /// At most so many milliseconds pass between two heartbeats; nil when nobody listens.
  let heartbeatInterval: Int?

  /// After so many milliseconds of keys without a pause a frame is painted all the same.
  static let patience = 100
  /// Between two looks for news, in milliseconds, when nothing else wakes the loop.
  static let longest = 60_000

  public init(
    time: @escaping () -> KioskTime, news: @escaping () -> KioskEvent? = { nil },
    heartbeatInterval: Int? = nil,
    heartbeat: @escaping (KioskState) -> Void = { _ in }
  ) {
    self.time = time
    self.news = news
    self.heartbeat = heartbeat
    self.heartbeatInterval = heartbeatInterval
  }

  /// Runs until the keeper or the terminal ends it.
  ///
  /// - Returns: why the terminal ended; nil when the keeper's keys were pressed.
  public func run<Screen: Terminal & ~Copyable>(_ kiosk: inout KioskState, on terminal: inout Screen)
    -> EndReason?
  {
    _ = update(&kiosk, .resize(width: terminal.size.width, height: terminal.size.height))
    var shown: KioskState.Picture?
    while true {
      _ = update(&kiosk, .tick(time()))
      let isNew = takeNews(&kiosk)
      if kiosk.picture != shown {
        shown = kiosk.picture
        terminal.present(KioskFrame.render(kiosk), theme: kiosk.app.shownTheme, cursor: nil)
      }
      // The data before is gone by now.
      if isNew { qj_memory_trim() }
      heartbeat(kiosk)
      if let ending = take(&kiosk, &terminal) { return ending.reason }
    }
  }

  /// Whether there was any.
  private func takeNews(_ kiosk: inout KioskState) -> Bool {
    guard let event = news() else { return false }
    _ = update(&kiosk, event)
    return true
  }

  /// How the kiosk ended.
  private struct Ending {
    var reason: EndReason?
  }

  /// Waits for an event, and takes all that have come, but not for ever: somebody may lean on the keyboard.
  private func take<Screen: Terminal & ~Copyable>(_ kiosk: inout KioskState, _ terminal: inout Screen)
    -> Ending?
  {
    var event = terminal.next(timeoutMilliseconds: timeout(kiosk))
    let end = time().monotonic + KioskLoop.patience
    while true {
      switch event {
      case .key(let key):
        // A key counts from when it was pressed, not from the last frame.
        kiosk.time.monotonic = max(kiosk.time.monotonic, time().monotonic)
        if update(&kiosk, .key(key)) { return Ending(reason: nil) }
      case .resize, .resumed:
        _ = update(&kiosk, .resize(width: terminal.size.width, height: terminal.size.height))
      case .background(let background): _ = update(&kiosk, .background(background))
      // Visitors have no mouse here, and nothing to paste into.
      case .mouse, .paste: break
      case .timeout, .woken: return nil
      case .end(let reason): return Ending(reason: reason)
      }
      if time().monotonic >= end { return nil }
      event = terminal.next(timeoutMilliseconds: 0)
    }
  }

  /// Until the next second of the page, at the latest until a heartbeat is due: the clock on the wall is then looked at
  /// as well.
  private func timeout(_ kiosk: KioskState) -> Int {
    let now = time().monotonic
    let second = kiosk.shownAt + (kiosk.elapsedSeconds + 1) * 1000
    let next = kiosk.page == nil ? now + 1000 : min(second, kiosk.due)
    return max(1, min(next - now, heartbeatInterval ?? KioskLoop.longest))
  }
}
