import ArgumentParser
import Canvas
import Domain
import Glibc
import Store

/// Standard output, written row by row.
///
/// It is written in blocks, the first of them immediately. A closed pipe ends the command without a message.
struct Output: ~Copyable {
  private let encoder: LocaleText?
  private var block: [UInt8] = []
  /// Bytes to collect before writing: few at first, so that output appears immediately.
  private var blockSize = 1

  /// - Parameter isUTF8: whether to write UTF-8 in every locale, as for JSON and HTML.
  init(isUTF8: Bool = false) {
    signal(SIGPIPE, SIG_IGN)
    encoder = isUTF8 ? nil : LocaleText()
  }

  /// - Parameter hasColours: whether the text is a frame with colour sequences; no other terminal control sequences are ever written.
  mutating func write(_ text: String, hasColours: Bool = false) throws {
    let text = text.withoutCommands(keepsColours: hasColours)
    if let encoder { block += encoder.bytes(text) } else { block += text.utf8 }
    if block.count >= blockSize { try flush() }
  }

  /// Writes the remaining bytes.
  mutating func finish() throws { try flush() }

  private static let largestBlock = 1 << 16

  /// Writes the collected bytes, for a waiting reader.
  mutating func flush() throws {
    guard !block.isEmpty else { return }
    blockSize = min(blockSize * 4, Output.largestBlock)
    switch Output.write(block[...], to: STDOUT_FILENO) {
    case 0: block.removeAll(keepingCapacity: true)
    case EPIPE: throw ExitCode.success
    case let error:
      let message = Name(zh: "无法写出：", en: "cannot write the output: ") + SystemError(number: error).name
      Console.complain(message[UsageLanguage.current])
      throw ExitCode(74)
    }
  }

  /// Writes all of the bytes.
  ///
  /// - Returns: 0, or the errno of the failure.
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
}
