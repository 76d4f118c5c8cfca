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

  init(_ path: String) {
    guard let directory = opendir(path) else {
      entries = nil
      return
    }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard InputFile.isData(name) else { continue }
      var status = stat()
      guard fstatat(dirfd(directory), name, &status, 0) == 0 else { continue }
      entries.append(
        Entry(
          name: name, device: UInt(status.st_dev), inode: UInt(status.st_ino), size: Int(status.st_size),
          modified: [status.st_mtim.tv_sec, status.st_mtim.tv_nsec],
          changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]))
    }
    self.entries = entries.sorted { $0.name < $1.name }
  }
}
