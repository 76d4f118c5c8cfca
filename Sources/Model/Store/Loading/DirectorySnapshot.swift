import Domain
import Glibc

/// The state of a directory of data, without the contents of its files: which files exist, and the identity, size and
/// last change times of each, to the nanosecond.
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
  /// The time at which it was taken, in seconds, by the clock of the file times.
  private let taken: Int

  static func == (left: Self, right: Self) -> Bool { left.entries == right.entries }

  /// The names of all files; nil when the directory cannot be read.
  var names: [String]? { entries?.map(\.name) }

  /// Returns the names of the files that `earlier` has as well and whose contents may have changed since.
  ///
  /// File times of some file systems have a resolution of two seconds. A file that changed just before the earlier
  /// snapshot may have changed again without a trace.
  func changed(since earlier: DirectorySnapshot) -> [String] {
    let known = Dictionary(
      (earlier.entries ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return (entries ?? []).filter { entry in
      known[entry.name] != entry
        || max(entry.modified[0], entry.changed[0]) > earlier.taken - DirectorySnapshot.grain
    }.map(\.name)
  }

  /// The coarsest resolution of file times, in seconds.
  private static let grain = 2

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec
  }

  /// - Parameter now: the present time, in seconds.
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
      // A dangling link counts as a file, because loading would reject it.
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
