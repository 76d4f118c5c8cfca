import Domain
import Glibc

/// The links that may be followed to a file.
package enum LinkRule: Sendable {
  /// Links to a place inside the file's directory: others who can write there must not choose which files are read.
  case insideDirectory
  /// Also other links in a directory that only the user or root can write to.
  case fromOwnDirectory
  /// All links: the user named the file.
  case followed
}

/// The owner of a directory.
package enum DirectoryOwner {
  /// Whether only the user of this process, or root, can write to a directory. False when it cannot be examined.
  package static func isOwn(_ path: String) -> Bool {
    var status = stat()
    guard stat(FileName.cString(path), &status) == 0 else { return false }
    return [geteuid(), 0].contains(status.st_uid) && status.st_mode & 0o022 == 0
  }

  /// Returns the directory that contains a file: `.` for a bare name.
  package static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Follows links to files inside the same directory.
package enum FileLink {
  /// Returns a path without links; nil when its target does not exist, with the reason in `errno`.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(FileName.cString(path), nil) else { return nil }
    defer { free(real) }
    return FileName.text(cString: real)
  }

  /// Returns the steps from the real directory of a path to its target; nil when the target is not inside that
  /// directory.
  package static func steps(_ path: String) -> (directory: String, steps: [String])? {
    guard let directory = realPath(DirectoryOwner.directory(of: path)), let target = realPath(path) else {
      return nil
    }
    let start = directory == "/" ? "/" : directory + "/"
    guard target.utf8.starts(with: start.utf8) else { return nil }
    let rest = target.utf8.dropFirst(start.utf8.count).split(separator: UInt8(ascii: "/"))
    return (directory, rest.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Opens the target of a path step by step without following links, so that it cannot be redirected meanwhile.
  ///
  /// - Returns: nil when the target is outside of the directory; -1 when it cannot be opened.
  static func openInside(_ path: String, _ flags: Int32) -> Int32? {
    guard let (directory, steps) = steps(path) else { return nil }
    let place = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(FileName.cString(directory), place)
    for (number, step) in steps.enumerated() where descriptor >= 0 {
      let isLast = number == steps.count - 1
      let next = openat(descriptor, FileName.cString(step), isLast ? flags | O_NOFOLLOW : place)
      close(descriptor)
      descriptor = next
    }
    return descriptor
  }
}
