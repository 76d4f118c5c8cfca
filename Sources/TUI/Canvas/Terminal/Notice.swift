import CSignals
import Glibc

/// A line on standard error while something takes long, with the seconds that it has taken; nothing unless that is a
/// terminal.
package struct Notice: ~Copyable {
  private let columns: Int

  /// - Parameter milliseconds: how long it may take before the line is shown.
  package init(_ text: String, after milliseconds: Int = 500) {
    let clean = TextWidth.fitted(text, to: 60) + " "
    // A line that is wider than the window would be broken in the middle of characters.
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
