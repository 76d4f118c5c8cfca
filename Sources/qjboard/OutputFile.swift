import ArgumentParser
import Glibc
import Model
import TUI

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
  /// file is replaced only by a complete one.
  /// - Parameter isUTF8: whether it is UTF-8 in every locale, as JSON and HTML are.
  /// - Throws: exit code 74, after the reason was printed.
  func write(_ text: String, isUTF8: Bool = false) throws {
    guard let path, path != "-" else { return try Console.write(text, isUTF8: isUTF8) }
    let bytes = isUTF8 ? Array(text.utf8) : LocaleText().bytes(text)
    if let problem = OutputFile.replace(path, with: bytes) {
      Console.complain(
        language == .zh
          ? "无法写入 \(path)：\(problem.zh)；原有内容未改动"
          : "cannot write \(path): \(problem.en); nothing was changed")
      throw ExitCode(74)
    }
  }

  /// - Returns: why it could not be done; nil when it is done.
  private static func replace(_ path: String, with bytes: [UInt8]) -> Name? {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or pipe is written to as it is; a directory gives its error here.
      return append(bytes, to: open(path, O_WRONLY | O_CLOEXEC))
    }
    // A link keeps being one: what it names is replaced.
    let target = real(path) ?? path
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return reason }
    let temporary = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    let mask = umask(0)
    umask(mask)
    let mode = status.st_mode & S_IFMT == S_IFREG ? status.st_mode & 0o777 : 0o666 & ~mask
    fchmod(descriptor, mode)
    var problem = append(bytes, to: descriptor, syncs: true)
    if problem == nil, rename(temporary, target) != 0 { problem = reason }
    if problem != nil { unlink(temporary) }
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
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static var reason: Name { SystemError.last.name }
}
