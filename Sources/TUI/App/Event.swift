import Canvas
import Domain
import Store

/// An event that the state responds to.
package enum Event: Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// A text was pasted.
  case paste(String)
  /// The terminal's background colour was determined, or will stay unknown.
  case background(Background?)
  case resize(width: Int, height: Int)
  /// Time has passed. The board uses only the day, the kiosk all of it.
  case tick(Moment)
  /// The files have changed and are valid.
  case loaded(Dataset)
  /// The files have changed and are faulty.
  case refused(Refusal)
  /// A file was written; `notWritten` reports the failure.
  case written(name: String)
  case notWritten(name: String, reason: Name)
  /// What should be kept for the next start could not be written.
  case notKept(reason: Name)
}

/// The action to perform outside the state after an update.
package enum Effect: Equatable, Sendable {
  case quit
  /// Suspend and return the terminal to the shell until the program continues.
  case suspend
  /// Write a new file to the current directory.
  case write(name: String, bytes: [UInt8])
  /// Keep this for the next start, in place of what was kept before.
  case keep(KeptState)
  /// Copy a text to the clipboard of the terminal's user.
  case copy(String)
}
