import Domain
import Glibc

/// Asks the system to report changes in a directory, and its replacement by another of the same name.
///
/// The system does not report changes that other machines make on a network file system, or links further up the path.
/// The number of watches per user is limited. A watch only makes changes visible sooner; regular checks are still
/// needed.
struct DirectoryWatch: ~Copyable {
  /// Readable when something happened; nil when the system has no watch left.
  private(set) var descriptor: Int32?
  private let path: String
  /// The watches: of the directory, and of the directories that contain its name.
  private var directory: Int32 = -1
  private var parents: Set<Int32> = []
  /// The directory's names there. Changes of other names end a wait and are otherwise ignored.
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

  /// Watches the current target of the path: the directory, and the parents of its name and of its real path.
  ///
  /// While the directory is missing, the old watches stay: it may come back in the same place.
  mutating func renew() {
    guard let descriptor else { return }
    let before = parents.union([directory])
    let real = Self.realPath(path)
    let places = [Self.split(path), Self.split(real)]
    // The directory may be its own parent, so new events are added to a watch and none removed. A place that was the
    // directory and is now only its parent reports more than needed.
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

  /// The place of an event.
  enum Place { case nowhere, elsewhere, directory }

  /// Reads all pending events.
  func drain() -> Place {
    guard let descriptor else { return .nowhere }
    var place = Place.nowhere
    // The buffer has room for any event. The loop is bounded, so that a fast writer cannot hold it up.
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
      // An event without a name is about the watched directory itself.
      if event.len == 0 { return true }
      let bytes = events[start..<min(offset, events.count)].prefix { $0 != 0 }
      let name = FileName.text(bytes)
      // A name that appears or disappears may be a link on the path to the data.
      let isWritten = event.mask & UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB) != 0
      if event.wd == directory, !isWritten || InputFile.isData(name) { return true }
      if parents.contains(event.wd), names.contains(name) { return true }
    }
    return false
  }

  /// Returns the path without links, or the path itself while nothing exists there.
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
