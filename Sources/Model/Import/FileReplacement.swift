import Glibc

/// Puts new contents in the place of files, so that a reader sees each file whole, the old or the new one.
public struct FileReplacement {
  private var prepared: [(temporary: String, path: String)] = []

  public init() {}

  /// Writes every file beside its place and to the disk; then puts them there one after the other.
  /// - Throws: what could not be written; everything is as it was then, as far as the file system has second names for
  ///   files. Where it has none, files that were put in place before stay new.
  public mutating func replace(_ files: [InputFile]) throws(Diagnostic) {
    defer { for file in prepared { unlink(file.temporary) } }
    for file in files { try prepare(file) }
    var directories: Set<String> = []
    var saved: [(old: String?, isNew: Bool, path: String)] = []
    defer { for file in saved { file.old.map { _ = unlink($0) } } }
    while let file = prepared.first {
      // A second name of the old file, by which it can come back; some file systems have none.
      let old = file.temporary + "-old"
      let isNew = access(file.path, F_OK) != 0
      saved.append((link(file.path, old) == 0 ? old : nil, isNew, file.path))
      guard rename(file.temporary, file.path) == 0 else {
        let failure = FileReplacement.failure(file.path)
        for file in saved.dropLast() {
          if let old = file.old { rename(old, file.path) } else if file.isNew { unlink(file.path) }
        }
        throw failure
      }
      prepared.removeFirst()
      directories.insert(FileReplacement.directory(of: file.path))
    }
    for directory in directories { FileReplacement.synchronise(directory) }
  }

  private mutating func prepare(_ file: InputFile) throws(Diagnostic) {
    // A link keeps its place: what it points to is replaced.
    let path = FileReplacement.resolved(file.path)
    var status = stat()
    let mode: mode_t = stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    var template = Array("\(FileReplacement.directory(of: path))/.qjboard-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileReplacement.failure(file.path) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    prepared.append(
      (String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), path))
    guard fchmod(descriptor, mode) == 0, FileReplacement.write(file.bytes, descriptor), fsync(descriptor) == 0
    else { throw FileReplacement.failure(file.path) }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The rename itself is on the disk only when its directory is.
  private static func synchronise(_ directory: String) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      path: path, line: nil, column: nil, fault: .notWritable(reason: SystemError.last.name))
  }
}
