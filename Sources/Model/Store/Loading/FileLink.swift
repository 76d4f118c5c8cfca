import Domain
import Glibc

/// Which links are followed to a file.
package enum LinkRule: Sendable {
  /// Those that lead to a place inside the file's own directory: others who write there may not choose what is read.
  case insideDirectory
  /// Also others, where nobody else can have put them: in a directory of one's own.
  case fromOwnDirectory
  /// All: somebody named the file.
  case followed
}

/// Whose a directory is.
package enum DirectoryOwner {
  /// Whether only the user of this process, or root, can put something into a directory.
  package static func isOwn(_ path: String) -> Bool {
    var status = stat()
    guard stat(FileName.cString(path), &status) == 0 else { return false }
    return [geteuid(), 0].contains(status.st_uid) && status.st_mode & 0o022 == 0
  }

  /// The directory that a file is in: `.` for a bare name.
  package static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Follows a link to a file of the same directory.
package enum FileLink {
  /// Where a path leads without links; nil where it leads nowhere, with the reason in `errno`.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(FileName.cString(path), nil) else { return nil }
    defer { free(real) }
    return FileName.text(cString: real)
  }

  /// The steps from the real directory of a path to where the path leads; nil where that is no place inside it.
  package static func steps(_ path: String) -> (directory: String, steps: [String])? {
    guard let directory = realPath(DirectoryOwner.directory(of: path)), let target = realPath(path) else {
      return nil
    }
    let start = directory == "/" ? "/" : directory + "/"
    guard target.utf8.starts(with: start.utf8) else { return nil }
    let rest = target.utf8.dropFirst(start.utf8.count).split(separator: UInt8(ascii: "/"))
    return (directory, rest.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Opens what the path leads to, step by step and without a further link, so that nobody can turn it elsewhere meanwhile.
  ///
  /// - Returns: nil where that lies outside of the directory; -1 where it cannot be opened.
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
