import Canvas
import Domain

/// Something that happened.
package enum Event: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// A text was pasted.
  case paste(String)
  /// What the terminal draws behind its text is known, or will not be.
  case background(Background?)
  case resize(width: Int, height: Int)
  /// Time has passed. The board uses the day of it, the kiosk all of it.
  case tick(Moment)
  /// The files have changed and are in order.
  case loaded(Dataset)
  /// The files have changed and are not in order.
  case refused(Refusal)
  /// A file was written, or why not.
  case written(name: String)
  case notWritten(name: String, reason: Name)
}

/// What the world is asked to do after an update.
package enum Effect: Equatable, Sendable {
  case quit
  /// Stop and leave the terminal to the shell until it is continued.
  case suspend
  /// Write a new file into the current directory.
  case write(name: String, bytes: [UInt8])
  /// Put a text into the clipboard of who looks at the terminal.
  case copy(String)
}
