import Canvas
import Glibc

/// Reports the state of the program to the service manager by the protocol of sd_notify(3): a datagram of `KEY=value`
/// lines to the socket named by NOTIFY_SOCKET.
package final class ServiceNotifier {
  private let descriptor: Int32
  private let address: SocketAddress
  /// How often to call ``notifyAlive()``, in milliseconds: half the interval that the manager allows; nil if there is
  /// no watchdog.
  package let watchdogInterval: Int?

  /// Nil without a usable socket.
  ///
  /// - Parameters:
  ///   - process: the id of this process.
  ///   - environment: NOTIFY_SOCKET (a path, or `@` and an abstract name), WATCHDOG_USEC, WATCHDOG_PID.
  package init?(environment: [String: String], process: Int32) {
    guard let socketName = environment["NOTIFY_SOCKET"], let address = SocketAddress(socketName) else {
      return nil
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.address = address
    watchdogInterval = ServiceNotifier.interval(environment, process)
  }

  deinit { close(descriptor) }

  private static func interval(_ environment: [String: String], _ process: Int32) -> Int? {
    guard let text = environment["WATCHDOG_USEC"], let microseconds = Int(text), microseconds > 0 else {
      return nil
    }
    // The variable may be meant for the parent process.
    if let watched = environment["WATCHDOG_PID"], watched != String(process) { return nil }
    return max(1, microseconds / 2000)
  }

  /// Reports that the first frame is drawn.
  package func notifyReady() { send("READY=1") }
  /// Resets the watchdog.
  package func notifyAlive() { send("WATCHDOG=1") }
  /// Reports that the program is ending.
  package func notifyStopping() { send("STOPPING=1") }

  /// Reports one line about the program's activity.
  package func notifyStatus(_ status: String) { send("STATUS=\(TextWidth.cleaned(status))") }

  private func send(_ text: String) {
    address.withPointer { pointer, length in
      // A manager that does not read must not block the screen.
      _ = sendto(
        descriptor, text, text.utf8.count, Int32(truncatingIfNeeded: Int(MSG_DONTWAIT) | Int(MSG_NOSIGNAL)),
        pointer, length)
    }
  }
}

/// The address of a local socket.
private struct SocketAddress {
  private var address = sockaddr_un()
  private let length: socklen_t

  /// Nil for a name that is empty, too long, or neither an absolute path nor abstract.
  init?(_ name: String) {
    var bytes = Array(name.utf8)
    guard let first = bytes.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@"), bytes.count > 1,
      bytes.count < MemoryLayout.size(ofValue: address.sun_path)
    else { return nil }
    // An abstract name begins with a zero byte, written as @.
    let isAbstract = first == UInt8(ascii: "@")
    if isAbstract { bytes[0] = 0 }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2
    length = socklen_t(offset + bytes.count + (isAbstract ? 0 : 1))
  }

  func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
