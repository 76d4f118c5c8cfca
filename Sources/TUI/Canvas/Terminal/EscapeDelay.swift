import Glibc

/// How long an escape waits for the rest of a key: over a network, the rest may arrive in another packet.
package enum EscapeDelay {
  /// Milliseconds on the same machine.
  package static let local = 25
  /// Milliseconds over SSH.
  package static let remote = 150

  /// Returns the default delay in milliseconds.
  package static func standard(isRemote: Bool) -> Int { isRemote ? remote : local }

  static var standard: Int { standard(isRemote: getenv("SSH_CONNECTION").map { $0.pointee != 0 } ?? false) }
}
