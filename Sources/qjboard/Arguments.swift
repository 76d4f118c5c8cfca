import Glibc
import Model
import TUI

/// What the program was called with.
enum Arguments {
  /// The arguments after the program's name; in a locale of GB 18030 or GBK they are in that charset.
  static let all: [String] = {
    let isChinese = Charset.adopt().charset == .chinese
    return (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }.map { argument in
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      if isChinese, let decoded = try? TextEncoding.gb18030.decode(Array(bytes)) {
        return String(decoding: decoded.text, as: UTF8.self)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }()
}
