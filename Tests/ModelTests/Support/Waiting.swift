import Glibc

/// Waits until a condition holds, for at most 20 seconds, and returns whether it does.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<4000 {
    if condition() { return true }
    usleep(5000)
  }
  return condition()
}

/// An event on one thread that another waits for.
final class Signal: Sendable {
  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  func send() {
    var byte: UInt8 = 1
    write(writing, &byte, 1)
  }

  /// Waits for the event, for at most 20 seconds, and returns whether it came.
  @discardableResult
  func wait() -> Bool {
    var ready = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    return poll(&ready, 1, 20_000) == 1
  }
}
