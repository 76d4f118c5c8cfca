/// An event reported by a terminal. It describes what happened; the response is decided elsewhere.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// A mouse event, only while ``Terminal/reportMouse(_:)`` has enabled reports.
  case mouse(MouseEvent)
  /// Pasted text, as one line.
  case paste(String)
  /// The terminal's background colour, once after opening; nil if there was no answer in time.
  case background(Background?)
  /// The new size in cells, each at least 1.
  case resize(width: Int, height: Int)
  /// The timeout of ``Terminal/next(timeoutMilliseconds:)`` expired.
  case timeout
  /// The descriptor watched in addition to the keyboard is readable.
  case woken
  /// The program continued after it was suspended. The screen is taken over again and empty, and its size may differ.
  case resumed
  /// No more events follow. Quit immediately; a program that does not is terminated after a second.
  case end(EndReason)
}

/// Why a terminal reports no more events.
package enum EndReason: Equatable, Sendable {
  /// The window was closed or the connection was lost.
  case hangup
  /// A signal that requests termination, by its number.
  case signal(Int32)
  /// The keyboard input ended.
  case inputClosed
  /// No key was pressed within the idle limit.
  case idle

  /// The exit status as in shells: 128 plus the signal's number; a lost terminal counts as SIGHUP. 0 for a session that
  /// ended by its idle limit.
  package var exitStatus: Int32 {
    switch self {
    case .signal(let number): 128 + number
    case .hangup, .inputClosed: 129
    case .idle: 0
    }
  }
}

/// A position in cells from the top left.
package struct Position: Equatable, Sendable {
  /// The column, counted from 0.
  package var x: Int
  /// The row, counted from 0.
  package var y: Int

  /// Creates a position in cells, from 0 at the top left.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A screen and a keyboard.
package protocol Terminal: ~Copyable {
  /// The size in cells, each in 1...1000. It changes only when an event is taken.
  var size: (width: Int, height: Int) { get }

  /// Shows a frame. The part outside the screen is clipped, and the rest of the screen is blank.
  ///
  /// - Parameters:
  ///   - buffer: the frame.
  ///   - theme: the colours of its roles.
  ///   - cursor: the position of text input, so that input methods open there; nil hides the cursor.
  mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?)

  /// Copies a text to the clipboard of the terminal's user, if the terminal supports it.
  mutating func copy(_ text: String)

  /// Turns mouse reports on, or off so that the terminal uses the mouse to select text. They are initially off.
  mutating func reportMouse(_ isReported: Bool)

  /// Waits for the next event, measured by a monotonic clock.
  ///
  /// - Parameter timeoutMilliseconds: the longest wait; nil waits forever, 0 or less polls.
  mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent
}

extension Terminal where Self: ~Copyable {
  /// A terminal without a mouse reports no mouse events.
  package mutating func reportMouse(_ isReported: Bool) {}

  /// Shows a frame without a cursor.
  package mutating func present(_ buffer: Buffer, theme: Theme) {
    present(buffer, theme: theme, cursor: nil)
  }
}
