import ArgumentParser
import CSignals
import Canvas
import Domain
import Glibc
import Output

/// The command line of the program.
enum Arguments {
  /// The arguments after the program's name; in a locale of GB 18030 or GBK they are in that charset.
  ///
  /// A `--` before the name of a command ends the program's options, and the command follows. The parser would treat
  /// the name as a positional argument.
  static let all: [String] = {
    let written = Arguments.written
    guard let end = written.firstIndex(of: "--"), end + 1 < written.count else { return written }
    let before = CommandPath(written[..<end])
    let isCommand = QJBoard.configuration.subcommands.contains {
      $0.configuration.commandName == written[end + 1]
    }
    guard isCommand, before.names.count == 1 else { return written }
    return Array(written[..<end] + written[(end + 1)...])
  }()

  /// The arguments after the program's name as the system passed them.
  static var given: [UnsafePointer<CChar>] {
    var found: [UnsafePointer<CChar>] = []
    while let next = qj_argument(Int32(found.count + 1)) { found.append(next) }
    return found
  }

  private static var written: [String] {
    let isChinese = Charset.adopt().charset == .chinese
    return given.map { argument in
      let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
      if isChinese, let decoded = try? TextEncoding.gb18030.decode(Array(bytes)) {
        return String(decoding: decoded.text, as: UTF8.self)
      }
      return FileName.text(bytes)
    }
  }
}
