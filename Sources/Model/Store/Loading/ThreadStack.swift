import Glibc

/// The stack of a thread that mostly waits.
enum ThreadStack {
  /// The number of bytes that are freed, and of those directly below the running function that are kept for signal
  /// handlers.
  private static let deepest = 256 << 10
  private static let reserved = 16 << 10

  /// Returns the stack below the running function to the system: parsing goes deep, and those pages are not used again.
  ///
  /// Call it on a thread whose stack is far larger than that.
  static func trim() {
    var here: UInt8 = 0
    withUnsafeMutablePointer(to: &here) { here in
      let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
      let end = (UInt(bitPattern: here) - UInt(reserved)) & ~(page - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: end - UInt(deepest)), deepest, MADV_DONTNEED)
    }
  }
}
