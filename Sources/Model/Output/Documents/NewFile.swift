import Domain
import Glibc
import Store

/// Writes a file that was not there before, whole or not at all.
package enum NewFile {
  /// Why nothing was written.
  package struct Failure: Error, Equatable, Sendable {
    /// The number of the system's error.
    package let number: Int32

    package var name: Name {
      switch number {
      case EACCES, EPERM, EROFS: Name(zh: "目录不可写", en: "the directory cannot be written")
      case ENOSPC, EDQUOT: Name(zh: "磁盘已满", en: "the disk is full")
      default: SystemError(number: number).name
      }
    }
  }

  /// The most names that are tried.
  private static let attempts = 999

  /// Writes to a temporary file beside it, which is given its name when it is on the disk.
  ///
  /// - Parameter name: `a.md`; where it is taken, `a-2.md` and so on.
  /// - Returns: the name that it got.
  package static func write(_ bytes: [UInt8], named name: String, in directory: String = ".") throws(Failure)
    -> String
  {
    let temporary = "\(directory)/.\(name).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if descriptor < 0 { throw Failure(number: errno) }
    defer { unlink(temporary) }
    let fault = fill(descriptor, bytes)
    if close(descriptor) != 0, fault == 0 { throw Failure(number: errno) }
    if fault != 0 { throw Failure(number: fault) }
    for attempt in 1...attempts {
      let candidate = attempt == 1 ? name : numbered(name, attempt)
      let fault = give("\(directory)/\(candidate)", to: temporary)
      if fault == 0 {
        settle(directory)
        return candidate
      }
      if fault != EEXIST { throw Failure(number: fault) }
    }
    throw Failure(number: EEXIST)
  }

  /// Names a file; a name that exists is not taken over, also not one that appears at this moment.
  ///
  /// - Returns: the number of the error, 0 when it has its name.
  private static func give(_ path: String, to temporary: String) -> Int32 {
    if link(temporary, path) == 0 { return 0 }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { return errno }
    // Some file systems have no links: there the name is held by an empty file, which the full one replaces.
    let holder = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if holder < 0 { return errno }
    _ = close(holder)
    if rename(temporary, path) == 0 { return 0 }
    let fault = errno
    unlink(path)
    return fault
  }

  /// - Returns: the number of the error, 0 when all is on the disk.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  /// Puts the new name on the disk as well.
  private static func settle(_ directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static func numbered(_ name: String, _ number: Int) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }
}
