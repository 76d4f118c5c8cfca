import CSignals
import Glibc

/// Measures how wide the terminal of the process draws characters: writes one and requests the cursor position.
package enum TerminalProbe {
  /// The drawn width of a character, in columns.
  package enum Width: Equatable, Sendable {
    case columns(Int)
    /// The charset of the locale does not contain it.
    case notInCharset
    /// The terminal did not answer in time.
    case silent
  }

  /// Measures characters, each of one scalar, at the start of the cursor's line, which is blank afterwards.
  ///
  /// Keys typed meanwhile are lost. The line discipline is always restored.
  ///
  /// - Parameters:
  ///   - characters: the characters to measure.
  ///   - timeoutMilliseconds: how long to wait for each answer; after the first timeout nothing more is
  ///     measured.
  package static func widths(
    of characters: [Unicode.Scalar], timeoutMilliseconds: Int
  ) throws(TerminalError) -> [Width] {
    guard isatty(STDIN_FILENO) != 0 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) != 0 else { throw .notATerminal(.output) }
    let lineDiscipline = try openLine()
    defer { closeLine(lineDiscipline) }
    // Check that the terminal answers at all before anything is drawn.
    guard ask("", timeoutMilliseconds) == 1 else { return characters.map { _ in .silent } }
    var isSilent = false
    return characters.map { character in
      let bytes = encoded(character)
      if bytes.isEmpty { return .notInCharset }
      if isSilent { return .silent }
      guard let column = ask(bytes, timeoutMilliseconds) else {
        isSilent = true
        return .silent
      }
      return .columns(column - 1)
    }
  }

  /// Returns the terminal's background colour; nil if it does not answer in time, or its type does not support the
  /// request.
  package static func background(type: String, timeoutMilliseconds: Int) throws(TerminalError) -> Background?
  {
    guard Background.isAnswered(by: type) else { return nil }
    let lineDiscipline = try openLine()
    defer { closeLine(lineDiscipline) }
    // The cursor request follows: a terminal that answers only that need not be waited for.
    write(Array((Background.request + CursorReport.request).utf8))
    var decoder = InputDecoder()
    return answer(timeoutMilliseconds) { bytes, all in
      for case .background(let colour?) in decoder.events(bytes) { return colour }
      return CursorReport.first(in: all) == nil ? nil : .some(nil)
    } ?? nil
  }

  /// Sets the line to unbuffered input, without echo and without keys that send signals.
  private static func openLine() throws(TerminalError) -> termios {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { throw .system(errno) }
    let before = settings
    let clear = Array("\r\u{1B}[K".utf8)
    guard qj_signals_start(false) >= 0, qj_restore_prepare(STDOUT_FILENO, clear, clear.count) == 0 else {
      throw .system(errno)
    }
    qj_restore_arm(true)
    cfmakeraw(&settings)
    tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    return before
  }

  private static func closeLine(_ lineDiscipline: termios) {
    write(Array("\r\u{1B}[K".utf8))
    // A late answer must not become a shell command.
    var settings = lineDiscipline
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    qj_restore_arm(false)
  }

  private static func ask(_ text: String, _ timeout: Int) -> Int? { ask(Array(text.utf8), timeout) }

  /// Returns the column of the cursor, from 1, after `text` at the start of the line; nil without an answer in time.
  private static func ask(_ text: [UInt8], _ timeout: Int) -> Int? {
    write(Array("\r".utf8) + text + Array(CursorReport.request.utf8))
    return answer(timeout) { _, all in CursorReport.first(in: all)?.column }
  }

  /// Returns the result of `find` on the latest bytes and on all bytes; nil without an answer in time.
  private static func answer<Answer>(_ timeout: Int, find: (ArraySlice<UInt8>, [UInt8]) -> Answer?) -> Answer?
  {
    let deadline = Watch.now + timeout
    var answer: [UInt8] = []
    while answer.count < 4096 {
      var descriptor = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
      let left = Int32(clamping: deadline - Watch.now)
      if left <= 0 { return nil }
      let count = poll(&descriptor, 1, left)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: 256)
      let read = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
      guard read > 0 else { return nil }
      answer += bytes.prefix(read)
      if let found = find(bytes.prefix(read), answer) { return found }
    }
    return nil
  }

  private static func encoded(_ scalar: Unicode.Scalar) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(QJ_LONGEST))
    let count = qj_encode(scalar.value, &bytes)
    return Array(bytes.prefix(count))
  }

  private static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
