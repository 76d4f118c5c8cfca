import ArgumentParser
import Canvas
import Domain
import Glibc
import Store

/// Where a command writes to, for commands that can write a file.
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
      en: "--output has no name; write a file, or - for standard output.")
  }

  func file(_ language: Language) -> OutputFile { OutputFile(path: output, language: language) }
}

/// Where a command's text goes: standard output, or a file that is complete or not there.
struct OutputFile {
  /// Nil or `-` is standard output.
  let path: String?
  let language: Language

  /// Writes all of the text, in the charset of the locale.
  ///
  /// A file is written under another name in its directory, brought to the disk and then renamed, so that an existing
  /// file is replaced only by a complete one. A link is followed only in a directory that nobody else writes into.
  /// - Parameter isUTF8: whether it is UTF-8 in every locale, as JSON and HTML are.
  /// - Throws: exit code 74, after the reason was printed.
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

  /// What there is under a name, the link itself and not what it leads to.
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
      // The rights of somebody else's file are not ours to give.
      case S_IFREG where status.st_uid == geteuid(): self = .file(mode: status.st_mode & 0o777)
      case S_IFREG: self = .free
      default: self = .device(owner: status.st_uid)
      }
    }
  }

  /// - Returns: why it could not be done; nil when it is done.
  private static func replace(_ path: String, with bytes: [UInt8]) -> Name? {
    let isOwn = DirectoryOwner.isOwn(DirectoryOwner.directory(of: path))
    switch Place(path) {
    case .link where !isOwn:
      return Name(
        zh: "是链接，而所在目录他人可写", en: "it is a link in a directory that others may write into")
    case .link:
      // A link keeps being one: what it names is replaced. One of /proc leads to no path, and is opened as it is.
      if let target = real(path) { return replace(target, with: bytes) }
      return append(bytes, to: open(FileName.cString(path), O_WRONLY | O_CLOEXEC | O_NOCTTY))
    case .device(let owner) where !isOwn && ![geteuid(), 0].contains(owner):
      return Name(zh: "不是普通文件，且属于他人", en: "not a regular file, and somebody else's")
    case .device:
      // A device or pipe is written to as it is; a directory gives its error here.
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

  /// Writes and closes.
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
