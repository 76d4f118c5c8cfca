import Domain
import Glibc

/// Lets the system tell of changes in a directory, and of its replacement by another of the same name.
///
/// It is not told of what other machines change on a network file system, nor of links further up the path, and there are
/// few watchers for one user: it makes a change seen sooner, and is no reason not to look.
struct DirectoryWatch: ~Copyable {
  /// Readable when something happened; nil when the system has no room for another watcher.
  private(set) var descriptor: Int32?
  private let path: String
  /// The watches there are: of the directory, and of where its name stands.
  private var directory: Int32 = -1
  private var parents: Set<Int32> = []
  /// What the directory is called there. Whatever else gets or loses a name there ends a wait and concerns nobody.
  private var names: Set<String> = []

  init(_ path: String) {
    self.path = path
    let new = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    descriptor = new >= 0 ? new : nil
    renew()
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Watches what the path means now: the directory, and where its name and that of the place it leads to stand.
  ///
  /// While there is nothing, what was watched stays watched as well: it may come back where it was.
  mutating func renew() {
    guard let descriptor else { return }
    let before = parents.union([directory])
    let real = Self.realPath(path)
    let places = [Self.split(path), Self.split(real)]
    // The directory may be its own parent, so that nothing is taken from what is watched. A place that was the directory
    // and is only its parent now tells more than it must.
    let found = inotify_add_watch(descriptor, FileName.cString(real), Self.changes | UInt32(IN_MASK_ADD))
    let around = Set(
      places.map {
        inotify_add_watch(descriptor, FileName.cString($0.parent), Self.moves | UInt32(IN_MASK_ADD))
      })
    guard found >= 0 else {
      parents.formUnion(around)
      names.formUnion(places.map(\.name))
      return
    }
    (directory, parents, names) = (found, around, Set(places.map(\.name)))
    for watch in before.subtracting(parents) where watch != directory && watch >= 0 {
      inotify_rm_watch(descriptor, watch)
    }
  }

  private static let moves = UInt32(
    IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)
  private static let changes = moves | UInt32(IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB)

  /// Where something happened.
  enum Place { case nowhere, elsewhere, directory }

  /// Takes what was told.
  func drain() -> Place {
    guard let descriptor else { return .nowhere }
    var place = Place.nowhere
    // There is room in it for any event. Who writes faster than this reads does not hold it up.
    var bytes = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<64 {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { break }
      if place != .directory {
        place = bytes[..<count].withUnsafeBytes { concerns($0) } ? .directory : .elsewhere
      }
    }
    return place
  }

  private func concerns(_ events: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + MemoryLayout<inotify_event>.size <= events.count {
      let event = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let start = offset + MemoryLayout<inotify_event>.size
      offset = start + Int(event.len)
      // Some events were lost.
      if event.wd == -1 { return true }
      guard event.wd == directory || parents.contains(event.wd) else { continue }
      // Without a name it is about the watched directory itself.
      if event.len == 0 { return true }
      let bytes = events[start..<min(offset, events.count)].prefix { $0 != 0 }
      let name = FileName.text(bytes)
      // A name that comes or goes may be a link that the data leads through.
      let isWritten = event.mask & UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB) != 0
      if event.wd == directory, !isWritten || InputFile.isData(name) { return true }
      if parents.contains(event.wd), names.contains(name) { return true }
    }
    return false
  }

  /// The path without links; itself while there is nothing there.
  private static func realPath(_ path: String) -> String {
    FileLink.realPath(path) ?? path
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let parent = parts.dropLast().joined(separator: "/")
    let name = parts.last.map { String($0) } ?? "/"
    if path.hasPrefix("/") { return ("/" + parent, name) }
    return (parent.isEmpty ? "." : parent, name)
  }
}
