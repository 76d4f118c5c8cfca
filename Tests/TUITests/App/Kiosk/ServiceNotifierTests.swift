import Glibc
import Testing

@testable import App

/// The protocol of sd_notify(3), against a socket that the test makes.
struct ServiceNotifierTests {
  /// The manager's end.
  private final class Manager {
    let descriptor: Int32

    init(_ name: String) throws {
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      var bytes = Array(name.utf8)
      if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
      let length = socklen_t(2 + bytes.count + (bytes[0] == 0 ? 0 : 1))
      let result = withUnsafePointer(to: address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
      }
      try #require(result == 0)
    }

    deinit { close(descriptor) }

    var message: String? {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &bytes, bytes.count, Int32(truncatingIfNeeded: Int(MSG_DONTWAIT)))
      return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
  }

  @Test(arguments: ["/tmp/qjboard-notify-\(getpid())", "@qjboard-notify-\(getpid())"])
  func `messages arrive, by path and by abstract name`(name: String) throws {
    let manager = try Manager(name)
    defer { unlink(name) }
    let notifier = try #require(
      ServiceNotifier(environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "20000000"], process: 7))
    #expect(notifier.watchdogInterval == 10_000)
    notifier.notifyReady()
    notifier.notifyStatus("a\nWATCHDOG=trigger \u{1B}[0m")
    notifier.notifyAlive()
    notifier.notifyStopping()
    #expect(manager.message == "READY=1")
    let status = try #require(manager.message)
    #expect(status.hasPrefix("STATUS=a"))
    #expect(!status.contains("\n"))
    #expect(manager.message == "WATCHDOG=1")
    #expect(manager.message == "STOPPING=1")
    #expect(manager.message == nil)
  }

  @Test func `a manager that does not read holds nobody up`() throws {
    let name = "@qjboard-notify-full-\(getpid())"
    let manager = try Manager(name)
    let notifier = try #require(ServiceNotifier(environment: ["NOTIFY_SOCKET": name], process: 7))
    for _ in 0..<10_000 { notifier.notifyAlive() }
    #expect(manager.message == "WATCHDOG=1")
  }

  @Test func `nothing is reported where nobody asked`() {
    for name in [nil, "", "relative", "@", "/", "/" + String(repeating: "x", count: 200)] {
      let environment = name.map { ["NOTIFY_SOCKET": $0] } ?? [:]
      #expect(ServiceNotifier(environment: environment, process: 7) == nil, "\(name ?? "none")")
    }
  }

  @Test func `a watchdog that is meant for another process is left alone`() throws {
    func interval(_ more: [String: String]) -> Int? {
      ServiceNotifier(environment: ["NOTIFY_SOCKET": "@x"].merging(more) { $1 }, process: 7)?.watchdogInterval
    }
    #expect(interval([:]) == nil)
    #expect(interval(["WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "8"]) == nil)
    #expect(interval(["WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "7"]) == 500)
    #expect(interval(["WATCHDOG_USEC": "0"]) == nil)
    #expect(interval(["WATCHDOG_USEC": "soon"]) == nil)
  }
}
