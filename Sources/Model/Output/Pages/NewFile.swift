import Domain
import Glibc
import Store

/// Writes a file that did not exist before, whole or not at all.
package enum NewFile {
  /// The reason that nothing was written.
  package struct Failure: Error, Equatable, Sendable {
    /// The system's error number.
    package let number: Int32

    /// The reason in words.
    package var name: Name {
      switch number {
      case EACCES, EPERM, EROFS: Name(zh: "目录不可写", en: "the directory cannot be written")
      case ENOSPC, EDQUOT: Name(zh: "磁盘已满", en: "the disk is full")
      default: SystemError(number: number).name
      }
    }
  }

  /// The number of names that are tried.
  private static let attempts = 999

  /// Writes to a temporary file in the same directory, and names it once it is on the disk.
  ///
  /// - Parameters:
  ///   - bytes: the content.
  ///   - directory: the directory of the new file.
  ///   - name: `a.md`; if it exists, `a-2.md` and so on.
  /// - Returns: the name of the new file.
  /// - Throws: the system's error; `EEXIST` when all names are taken.
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

  /// Names a file, and never overwrites another, not even one created at this moment.
  ///
  /// - Returns: the error number, 0 on success.
  private static func give(_ path: String, to temporary: String) -> Int32 {
    if link(temporary, path) == 0 { return 0 }
    guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { return errno }
    // Some file systems have no hard links. There an empty file reserves the name, and the full one replaces it.
    let holder = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    if holder < 0 { return errno }
    _ = close(holder)
    if rename(temporary, path) == 0 { return 0 }
    let fault = errno
    unlink(path)
    return fault
  }

  /// - Returns: the error number, 0 when everything is on the disk.
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

  /// Syncs the directory, so that the new name is on the disk as well.
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
