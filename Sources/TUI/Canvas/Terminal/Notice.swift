import CSignals
import Glibc

/// A line on standard error during a long operation, with the elapsed seconds. Shows nothing if standard error is not a
/// terminal.
package struct Notice: ~Copyable {
  private let columns: Int

  /// - Parameters:
  ///   - text: the text of the line, cut to 60 columns.
  ///   - milliseconds: the delay before the line is shown.
  package init(_ text: String, after milliseconds: Int = 500) {
    let clean = TextWidth.fitted(text, to: 60) + " "
    // A line wider than the window would be broken in the middle of a character.
    guard isatty(STDERR_FILENO) == 1, TextWidth.columns(of: clean) + 8 <= NcursesTerminal.windowSize.width
    else {
      columns = 0
      return
    }
    // Room for the seconds.
    columns = TextWidth.columns(of: clean) + 8
    let bytes = LocaleText().bytes(clean)
    qj_notice_start(bytes, bytes.count, milliseconds)
  }

  deinit {
    if columns > 0 { qj_notice_stop(columns) }
  }
}
