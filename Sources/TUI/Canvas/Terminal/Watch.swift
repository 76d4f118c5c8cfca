import CSignals
import Glibc

/// Waits for the keyboard, signals and the loss of the terminal in one place.
struct Watch {
  /// The sources that are ready after a wait; empty after a timeout.
  struct Ready: OptionSet {
    let rawValue: UInt8
    static let input = Ready(rawValue: 1)
    static let signals = Ready(rawValue: 2)
    /// The terminal is lost, on either side.
    static let lost = Ready(rawValue: 4)
    /// The additional descriptor is ready.
    static let other = Ready(rawValue: 8)
  }

  /// The read end of a pipe that delivers signal numbers, one byte each.
  let signals: Int32
  /// An additional descriptor to watch on behalf of the caller.
  let other: Int32?

  /// The monotonic clock, in milliseconds.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Waits until `deadline` on the clock of ``now``, or forever if nil.
  func wait(until deadline: Int?) -> Ready {
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    while true {
      var descriptors = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        // Without requested events, an output still reports its loss.
        pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
        // poll ignores a negative descriptor.
        pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline.map { min(Int(Int32.max) - 1, max(0, $0 - Self.now)) } ?? -1
      let count = poll(&descriptors, nfds_t(descriptors.count), Int32(left))
      if count == 0 { return [] }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return .lost
      }
      var ready: Ready = []
      for descriptor in descriptors {
        if descriptor.fd == signals {
          if descriptor.revents != 0 { ready.insert(.signals) }
        } else if descriptor.fd == other {
          if descriptor.revents != 0 { ready.insert(.other) }
        } else {
          if descriptor.revents & gone != 0 { ready.insert(.lost) }
          if descriptor.revents & Int16(POLLIN) != 0 { ready.insert(.input) }
        }
      }
      return ready
    }
  }

  /// Returns the pending signals. Window size changes arrive in bursts while the window is resized: waiting briefly for
  /// the last one saves redraws.
  func receive() -> Set<Int32> {
    var numbers = read()
    let patience = Self.now + Self.storm
    while numbers == [SIGWINCH], Self.now < patience {
      var more = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
      guard poll(&more, 1, Self.calm) > 0 else { break }
      numbers.formUnion(read())
    }
    return numbers
  }

  /// Milliseconds without a change after which the size counts as settled.
  private static let calm: Int32 = 15
  /// The longest wait for that, in milliseconds.
  private static let storm = 100

  private func read() -> Set<Int32> {
    var numbers: Set<Int32> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = Glibc.read(signals, &bytes, bytes.count)
      guard count > 0 else { return numbers }
      numbers.formUnion(bytes.prefix(count).map(Int32.init))
    }
  }

  /// Returns whether keyboard input is available within `milliseconds`. Signals end the wait.
  func hasInput(within milliseconds: Int) -> Bool {
    if Self.inputHasBytes { return true }
    guard milliseconds > 0 else { return false }
    return wait(until: Self.now + milliseconds) == .input && Self.inputHasBytes
  }

  /// Whether keyboard input is available. A keyboard that is readable but has no bytes is at its end.
  static var inputHasBytes: Bool {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count > 0
  }

  /// Whether the screen accepts output within half a second. A lost one counts as accepting: writes to it fail at once.
  static var outputHasRoom: Bool {
    var descriptor = [pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)]
    return poll(&descriptor, 1, 500) != 0
  }

  /// The size of the window in cells: 80 x 24 if unknown, clamped to 1...1000.
  static var windowSize: (width: Int, height: Int) {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDIN_FILENO] {
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
        return (min(1000, Int(size.ws_col)), min(1000, Int(size.ws_row)))
      }
    }
    return (80, 24)
  }
}
