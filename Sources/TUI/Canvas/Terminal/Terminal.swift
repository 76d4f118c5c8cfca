/// What a terminal reports. Each says what happened; what follows from it is decided elsewhere.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// Only while ``Terminal/reportMouse(_:)`` asks for it.
  case mouse(MouseEvent)
  /// A text that was pasted and not typed, as one line.
  case paste(String)
  /// What the terminal draws behind its text, once after it was opened; nil when it did not answer in time.
  case background(Background?)
  /// The new size in cells, each at least 1.
  case resize(width: Int, height: Int)
  /// The time given to ``Terminal/next(timeoutMilliseconds:)`` passed.
  case timeout
  /// What the terminal was told to watch beside the keyboard has something to read.
  case woken
  /// The program went on after it was stopped. The screen is ours again and empty, and the size may be another.
  case resumed
  /// Nothing more will come. Leave at once; a program that does not is ended after a second.
  case end(EndReason)
}

/// Why a terminal will report nothing more.
package enum EndReason: Equatable, Sendable {
  /// The window was closed or the line dropped.
  case hangup
  /// A signal that asks to end, by its number.
  case signal(Int32)
  /// The keyboard is at its end.
  case inputClosed
  /// No key came for longer than is allowed.
  case idle

  /// The exit status that shells show for it: 128 and the signal's number; a lost terminal counts as SIGHUP. 0 for
  /// a session that nobody used any more.
  package var exitStatus: Int32 {
    switch self {
    case .signal(let number): 128 + number
    case .hangup, .inputClosed: 129
    case .idle: 0
    }
  }
}

/// A place in cells from the top left.
package struct Position: Equatable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A screen and a keyboard.
package protocol Terminal: ~Copyable {
  /// The size in cells, each in 1...1000. It changes only when an event is taken.
  var size: (width: Int, height: Int) { get }

  /// Shows a frame; what lies outside the screen is cut off, what it does not cover is blank.
  ///
  /// - Parameter cursor: where text is being typed, so that input methods open there; nil hides the cursor.
  mutating func present(_ buffer: Buffer, theme: Theme, cursor: Position?)

  /// Puts a text into the clipboard of who looks at the screen, where their terminal does that.
  mutating func copy(_ text: String)

  /// Asks the terminal to report what the mouse does, or to keep it for selecting text; at first it keeps it.
  mutating func reportMouse(_ isReported: Bool)

  /// Waits for the next event, by a clock that cannot be set.
  ///
  /// - Parameter timeoutMilliseconds: how long at most; nil waits for ever, 0 and less only look.
  mutating func next(timeoutMilliseconds: Int?) -> TerminalEvent
}

extension Terminal where Self: ~Copyable {
  /// One without a mouse reports none.
  package mutating func reportMouse(_ isReported: Bool) {}

  /// Shows a frame without a cursor.
  package mutating func present(_ buffer: Buffer, theme: Theme) {
    present(buffer, theme: theme, cursor: nil)
  }
}
