import Glibc

/// The stack of a thread that mostly waits.
enum ThreadStack {
  /// What is left of it below the running function, in bytes, and how far of that the handlers of signals may reach.
  private static let deepest = 256 << 10
  private static let reserved = 16 << 10

  /// Gives what lies below the running function back to the system: parsing goes deep, and nobody looks at it again.
  ///
  /// To be called on a thread whose stack is far larger than that.
  static func trim() {
    var here: UInt8 = 0
    withUnsafeMutablePointer(to: &here) { here in
      let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
      let end = (UInt(bitPattern: here) - UInt(reserved)) & ~(page - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: end - UInt(deepest)), deepest, MADV_DONTNEED)
    }
  }
}
