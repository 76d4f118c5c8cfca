import Domain
import Glibc

/// What tells one state of a directory of data from another without reading its files: which there are, and of each
/// the identity, the size and the times of the last changes to the nanosecond.
struct DirectorySnapshot: Equatable {
  private struct Entry: Equatable {
    var name: String
    var device: UInt
    var inode: UInt
    var size: Int
    var modified: [Int]
    var changed: [Int]
  }

  /// Nil when the directory cannot be read.
  private let entries: [Entry]?
  /// When it was taken, by the clock that the times of files come from, in seconds.
  private let taken: Int

  static func == (left: Self, right: Self) -> Bool { left.entries == right.entries }

  /// The names of all files; nil when the directory cannot be read.
  var names: [String]? { entries?.map(\.name) }

  /// The names of files that another snapshot has as well and that may hold something else by now.
  ///
  /// The times of some file systems have a grain of two seconds. A file that had just been changed when the first snapshot
  /// was taken may have been changed again without a trace.
  func changed(since earlier: DirectorySnapshot) -> [String] {
    let known = Dictionary(
      (earlier.entries ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return (entries ?? []).filter { entry in
      known[entry.name] != entry
        || max(entry.modified[0], entry.changed[0]) > earlier.taken - DirectorySnapshot.grain
    }.map(\.name)
  }

  /// In seconds.
  private static let grain = 2

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec
  }

  /// - Parameter now: the time, in seconds.
  init(_ path: String, now: Int = Self.now) {
    taken = now
    guard let directory = opendir(FileName.cString(path)) else {
      entries = nil
      return
    }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { FileName.text(cString: $0) }
      }
      guard InputFile.isData(name) else { continue }
      var status = stat()
      // One that leads nowhere is there as well: all of it would be refused.
      if fstatat(dirfd(directory), FileName.cString(name), &status, 0) != 0 { status = stat() }
      entries.append(
        Entry(
          name: name, device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
          modified: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec],
          changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]))
    }
    self.entries = entries.sorted { $0.name < $1.name }
  }
}
