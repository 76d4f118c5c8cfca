import ArgumentParser
import Glibc
import TUI

/// Where a command's output goes: standard output, or a file that appears whole or not at all.
///
/// It is written in blocks, the first of which goes out at once. A reader that has gone ends the command quietly.
struct Output: ~Copyable {
  private let descriptor: Int32
  private let destination: AtomicFile?
  private let encoder: LocaleText?
  private var block: [UInt8] = []
  /// Bytes that are collected before they are written: few at first, so that a reader sees something.
  private var blockSize = 1

  /// - Parameters:
  ///   - path: nil or `-` is standard output.
  ///   - isUTF8: whether it is UTF-8 in every locale, as JSON and HTML are.
  /// - Throws: exit code 74, after it was said why.
  init(path: String? = nil, isUTF8: Bool = false) throws {
    signal(SIGPIPE, SIG_IGN)
    encoder = isUTF8 ? nil : LocaleText()
    if let path, path != "-" {
      let file = try AtomicFile(path)
      destination = file
      descriptor = file.descriptor
    } else {
      destination = nil
      descriptor = STDOUT_FILENO
    }
  }

  mutating func write(_ text: String) throws {
    if let encoder { block += encoder.bytes(text) } else { block += text.utf8 }
    if block.count >= blockSize { try flush() }
  }

  /// Writes what is left; a file takes its name now.
  mutating func finish() throws {
    try flush()
    try destination?.commit()
  }

  private static let largestBlock = 1 << 16

  private mutating func flush() throws {
    blockSize = min(blockSize * 4, Output.largestBlock)
    switch Output.write(block[...], to: descriptor) {
    case 0: block.removeAll(keepingCapacity: true)
    case EPIPE where destination == nil: throw ExitCode.success
    case let error: throw Output.failed(error)
    }
  }

  /// Writes all of the bytes.
  ///
  /// - Returns: 0 or the error.
  static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while let base = rest.baseAddress, rest.count > 0 {
        let count = Glibc.write(descriptor, base, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  static func failed(_ error: Int32, _ path: String? = nil) -> ExitCode {
    let place = path.map { " '\($0)'" } ?? ""
    Console.complain("cannot write the output\(place): \(String(cString: strerror(error)))")
    return ExitCode(74)
  }
}

/// A file that is written under another name beside its own, and renamed when it is complete.
///
/// What is no regular file, such as a device or a pipe, is written as it is.
final class AtomicFile {
  let descriptor: Int32
  private let path: String
  /// Nil once the file has its name, and where it never had another.
  private var temporary: String?

  /// - Throws: exit code 74, after it was said why.
  init(_ path: String) throws {
    let real = AtomicFile.target(path)
    self.path = real
    var status = stat()
    if stat(real, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      descriptor = open(real, O_WRONLY | O_CLOEXEC)
    } else {
      let name = "\(real).\(getpid()).part"
      temporary = name
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    }
    guard descriptor >= 0 else { throw Output.failed(errno, path) }
  }

  /// What a link leads to; the path itself where there is nothing yet.
  private static func target(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  func commit() throws {
    guard let name = temporary else { return }
    guard fsync(descriptor) == 0, rename(name, path) == 0 else { throw Output.failed(errno, path) }
    temporary = nil
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let temporary { unlink(temporary) }
  }
}
