import ArgumentParser
import Canvas
import Domain
import Glibc
import Store

/// The output options of commands that can write a file.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, replaced only when all is written; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    guard output?.isEmpty == true else { return }
    throw ValidationError(
      zh: "--output 没有文件名；请写文件名，或用 - 表示标准输出。",
      en: "--output is empty; write a file name, or - for standard output.")
  }

  func file(_ language: Language) -> OutputFile { OutputFile(path: output, language: language) }
}

/// The destination of a command's text: standard output, or a file that is either complete or absent.
struct OutputFile {
  /// The path of the file; nil or `-` is standard output.
  let path: String?
  let language: Language

  /// Writes all of the text, in the charset of the locale.
  ///
  /// A file is written under a temporary name in its directory, synced to disk and then renamed, so that an existing
  /// file is only replaced by a complete one. A symbolic link is followed only in a directory that no other user can
  /// write to.
  ///
  /// - Parameter isUTF8: whether to write UTF-8 in every locale, as for JSON and HTML.
  /// - Throws: exit code 74, after printing the reason.
  func write(_ text: String, isUTF8: Bool = false, hasColours: Bool = false) throws {
    guard let path, path != "-" else {
      return try Console.write(text, isUTF8: isUTF8, hasColours: hasColours)
    }
    let text = text.withoutCommands(keepsColours: hasColours)
    let bytes = isUTF8 ? Array(text.utf8) : LocaleText().bytes(text)
    if let problem = OutputFile.replace(path, with: bytes) {
      Console.complain(
        language == .zh
          ? "无法写入 \(path)：\(problem.zh)；原有内容未改动"
          : "cannot write \(path): \(problem.en); nothing was changed")
      throw ExitCode(74)
    }
  }

  /// Creates the missing parent directories of a file, accessible only to the user as the XDG base directory
  /// specification requires. A failure shows when the file is written.
  static func makeDirectory(of path: String) {
    var place = ""
    for part in path.split(separator: "/").dropLast() {
      place += (place.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
      mkdir(FileName.cString(place), 0o700)
    }
  }

  /// The type of the file at a path, without following a link.
  private enum Place {
    case file(mode: mode_t)
    case device(owner: uid_t)
    case link
    case free

    init(_ path: String) {
      var status = stat()
      guard lstat(FileName.cString(path), &status) == 0 else {
        self = .free
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFLNK: self = .link
      // The permissions of another user's file are not copied.
      case S_IFREG where status.st_uid == geteuid(): self = .file(mode: status.st_mode & 0o777)
      case S_IFREG: self = .free
      default: self = .device(owner: status.st_uid)
      }
    }
  }

  /// - Returns: the reason for a failure; nil on success.
  static func replace(_ path: String, with bytes: [UInt8]) -> Name? {
    let isOwn = DirectoryOwner.isOwn(DirectoryOwner.directory(of: path))
    switch Place(path) {
    case .link where !isOwn:
      return Name(
        zh: "是链接，而所在目录他人可写", en: "it is a link in a directory that others can write to")
    case .link:
      // A link is preserved: its target is replaced. A link in /proc may not resolve to a path, and is opened as it is.
      if let target = real(path) { return replace(target, with: bytes) }
      return append(bytes, to: open(FileName.cString(path), O_WRONLY | O_CLOEXEC | O_NOCTTY))
    case .device(let owner) where !isOwn && ![geteuid(), 0].contains(owner):
      return Name(zh: "不是普通文件，且属于他人", en: "not a regular file, and owned by another user")
    case .device:
      // A device or pipe is opened for writing; a directory fails here.
      return append(bytes, to: open(FileName.cString(path), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY))
    case .file(let mode): return create(path, bytes, mode)
    case .free:
      let mask = umask(0)
      umask(mask)
      return create(path, bytes, 0o666 & ~mask)
    }
  }

  private static func create(_ path: String, _ bytes: [UInt8], _ mode: mode_t) -> Name? {
    var template = FileName.cString("\(path).XXXXXX")
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return reason }
    fchmod(descriptor, mode)
    var problem = append(bytes, to: descriptor, syncs: true)
    if problem == nil, rename(template, FileName.cString(path)) != 0 { problem = reason }
    if problem != nil { unlink(template) }
    return problem
  }

  /// Writes the bytes and closes the descriptor.
  private static func append(_ bytes: [UInt8], to descriptor: Int32, syncs: Bool = false) -> Name? {
    guard descriptor >= 0 else { return reason }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let problem = reason
        close(descriptor)
        return problem
      }
    }
    if syncs, fsync(descriptor) != 0 {
      let problem = reason
      close(descriptor)
      return problem
    }
    return close(descriptor) == 0 ? nil : reason
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(FileName.cString(path), nil) else { return nil }
    defer { free(real) }
    return FileName.text(cString: real)
  }

  private static var reason: Name { reason(errno) }

  private static func reason(_ number: Int32) -> Name { SystemError(number: number).name }
}
