import Glibc

/// Lets the system tell of changes in a directory, and of its replacement by another of the same name.
///
/// It is not told of what other machines change on a network file system, and there are few watchers for one user: it
/// makes a change seen sooner, and is no reason not to look.
struct DirectoryWatch: ~Copyable {
  /// Readable after a change; nil when the system has no room for another watcher or cannot watch the directory.
  private(set) var descriptor: Int32?
  private let path: String

  init(_ path: String) {
    self.path = path
    let new = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    descriptor = new >= 0 ? new : nil
    renew()
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Watches what the path means now: the directory, and where its name and the names of links to it stand.
  mutating func renew() {
    guard let descriptor else { return }
    let real = Self.realPath(path)
    let places = [real, Self.parent(path), Self.parent(real)]
    for place in places { inotify_add_watch(descriptor, place, Self.changes) }
  }

  private static let changes = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Takes all that was told; whether there was anything.
  func drain() -> Bool {
    guard let descriptor else { return false }
    var hasRead = false
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 { hasRead = true }
    return hasRead
  }

  /// The path without links; itself while there is nothing there.
  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func parent(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    parts = parts.dropLast()
    if path.hasPrefix("/") { return "/" + parts.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
