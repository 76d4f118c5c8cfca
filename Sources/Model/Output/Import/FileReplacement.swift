import Domain
import Glibc
import Store

/// Replaces the contents of files, so that a reader sees each file whole, either old or new.
package struct FileReplacement {
  private var prepared: [(temporary: String, path: String)] = []

  /// Creates a replacement without files.
  package init() {}

  /// Writes every file beside its place and syncs it, then renames the files into place one after the other.
  /// - Throws: the first error. All files are then unchanged if the file system has hard links; if it has none, files
  ///   that were already replaced stay new.
  package mutating func replace(_ files: [InputFile]) throws(Diagnostic) {
    defer { for file in prepared { Self.unlink(file.temporary) } }
    for file in files { try prepare(file) }
    var directories: Set<String> = []
    var saved: [(old: String?, isNew: Bool, path: String)] = []
    defer { for file in saved { file.old.map(Self.unlink) } }
    while let file = prepared.first {
      // A second link to the old file, to restore it from; some file systems have no hard links.
      let old = file.temporary + "-old"
      let isNew = access(FileName.cString(file.path), F_OK) != 0
      saved.append((Self.link(file.path, old) == 0 ? old : nil, isNew, file.path))
      guard Self.rename(file.temporary, file.path) == 0 else {
        let failure = FileReplacement.failure(file.path)
        for file in saved.dropLast() {
          if let old = file.old {
            _ = Self.rename(old, file.path)
          } else if file.isNew {
            Self.unlink(file.path)
          }
        }
        throw failure
      }
      prepared.removeFirst()
      directories.insert(DirectoryOwner.directory(of: file.path))
    }
    for directory in directories { FileReplacement.synchronise(directory) }
  }

  private mutating func prepare(_ file: InputFile) throws(Diagnostic) {
    // A link stays in place: its target is replaced, if that is inside the directory.
    let path = try FileReplacement.resolved(file.path)
    var status = stat()
    let mode: mode_t = stat(FileName.cString(path), &status) == 0 ? status.st_mode & 0o7777 : 0o644
    var template = FileName.cString("\(DirectoryOwner.directory(of: path))/.qjboard-XXXXXX")
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileReplacement.failure(file.path) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    prepared.append((FileName.text(cString: template), path))
    guard fchmod(descriptor, mode) == 0, FileReplacement.write(file.bytes, descriptor), fsync(descriptor) == 0
    else { throw FileReplacement.failure(file.path) }
  }

  /// Writes all bytes; false after an error.
  static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  /// - Throws: a fault when a link leads out of the directory, or to nothing.
  private static func resolved(_ path: String) throws(Diagnostic) -> String {
    var status = stat()
    guard lstat(FileName.cString(path), &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let (directory, steps) = FileLink.steps(path) else {
      throw Diagnostic(path: path, line: nil, column: nil, fault: .leadsOutside)
    }
    return ([directory] + steps).joined(separator: "/")
  }

  private static func link(_ path: String, _ second: String) -> Int32 {
    Glibc.link(FileName.cString(path), FileName.cString(second))
  }

  private static func rename(_ path: String, _ new: String) -> Int32 {
    Glibc.rename(FileName.cString(path), FileName.cString(new))
  }

  private static func unlink(_ path: String) { _ = Glibc.unlink(FileName.cString(path)) }

  /// Syncs a directory, because a rename is on the disk only when its directory is.
  static func synchronise(_ directory: String) {
    let descriptor = open(FileName.cString(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      path: path, line: nil, column: nil, fault: .notWritable(reason: SystemError.last.name))
  }
}
