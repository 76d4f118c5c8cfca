import Domain
import Glibc
import Store

/// A directory that appears with all its files, or not at all.
package struct NewDirectory {
  /// The reason that a directory cannot be made.
  package enum Refusal: Error, Equatable, Sendable {
    /// A file, or a directory that is not empty.
    case exists
    /// The current directory, a root, or a name without a place.
    case notNamed
    case failed(SystemError)
  }

  let path: String

  package init(path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Refuses a place that is taken, before anybody is asked for anything.
  package func check() throws(Refusal) {
    let last = path.split(separator: "/").last
    guard let last, last != ".", last != ".." else { throw .notNamed }
    var status = stat()
    guard lstat(FileName.cString(path), &status) == 0 else {
      guard errno == ENOENT else { throw .failed(.last) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR, isEmpty else { throw .exists }
  }

  private var isEmpty: Bool {
    guard let directory = opendir(FileName.cString(path)) else { return false }
    defer { closedir(directory) }
    var count = 0
    while readdir(directory) != nil { count += 1 }
    return count <= 2
  }

  /// Writes the files into a hidden directory beside the place and syncs them, then renames it. The system refuses the
  /// rename where anything but an empty directory has come into the place meanwhile.
  package func create(_ files: [InputFile]) throws(Refusal) {
    try check()
    let parent = DirectoryOwner.directory(of: path)
    var template = FileName.cString("\(parent)/.qjboard-XXXXXX")
    guard mkdtemp(&template) != nil else { throw .failed(.last) }
    let temporary = FileName.text(cString: template)
    do throws(Refusal) {
      for file in files { try write(file, into: temporary) }
      let mask = umask(0)
      umask(mask)
      guard chmod(FileName.cString(temporary), 0o777 & ~mask) == 0 else { throw .failed(.last) }
      FileReplacement.synchronise(temporary)
      guard rename(FileName.cString(temporary), FileName.cString(path)) == 0 else {
        throw [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) ? .exists : .failed(.last)
      }
    } catch {
      for file in files { unlink(FileName.cString("\(temporary)/\(file.name)")) }
      rmdir(FileName.cString(temporary))
      throw error
    }
    FileReplacement.synchronise(parent)
  }

  private func write(_ file: InputFile, into directory: String) throws(Refusal) {
    let descriptor = open(
      FileName.cString("\(directory)/\(file.name)"), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed(.last) }
    let isWritten = FileReplacement.write(file.bytes, descriptor) && fsync(descriptor) == 0
    let error = SystemError.last
    close(descriptor)
    guard isWritten else { throw .failed(error) }
  }
}
