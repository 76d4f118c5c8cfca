/// Why the screen could not be opened: facts only.
package enum TerminalError: Error, Equatable, Sendable {
  package enum Side: Equatable, Sendable {
    case input, output
  }

  /// Standard input or output is a file, a pipe or closed.
  case notATerminal(Side)
  /// TERM is empty or not set.
  case typeNotSet
  /// The terminal cannot place the cursor. The type is cleaned.
  case typeTooSimple(String)
  /// Neither the type, cleaned, nor a common one is known on this system.
  case typeUnknown(String)
  /// A call to the system failed, with its errno.
  case system(Int32)
}

/// Something that was not as it should be, but did not keep the screen from opening.
package enum TerminalNote: Equatable, Sendable {
  /// The type, cleaned, is not known on this system; another one is used.
  case typeReplaced(String, by: String)
  /// The locale of this name, cleaned, is not installed.
  case localeMissing(String)
}
