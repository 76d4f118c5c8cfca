/// Why the screen could not be opened. Contains facts only, no messages.
package enum TerminalError: Error, Equatable, Sendable {
  /// The end of the terminal that failed.
  package enum Side: Equatable, Sendable {
    case input, output
  }

  /// Standard input or output is a file, a pipe or closed.
  case notATerminal(Side)
  /// TERM is empty or not set.
  case typeNotSet
  /// The terminal cannot position the cursor. The type is cleaned.
  case typeTooSimple(String)
  /// Neither this type (cleaned) nor a common one is known on this system.
  case typeUnknown(String)
  /// A system call failed with this errno.
  case system(Int32)
}

/// A problem that did not keep the screen from opening.
package enum TerminalNote: Equatable, Sendable {
  /// The type (cleaned) is unknown on this system; another one is used.
  case typeReplaced(String, by: String)
  /// The locale with this name (cleaned) is not installed.
  case localeMissing(String)
}
