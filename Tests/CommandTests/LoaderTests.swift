import Testing

/// The program started by a loader that is named, as the launcher of the portable form does it.
struct LoaderTests {
  @Test func `arguments are those of the program, and the restriction is among them`() throws {
    let line =
      "set -- /lib64/ld-linux-*.so.* /lib/ld-linux-*.so.*; for loader; do [ -e \"$loader\" ] && break; done"
    let version = try Command.shell("\(line); exec \"$loader\" --argv0 board \"$QJBOARD\" --version")
    #expect(version.status == 0 && version.output.hasPrefix("qjboard "), "\(version.error)")
    let restricted = try Command.shell("\(line); exec \"$loader\" \"$QJBOARD\" --restricted check /etc")
    #expect(restricted.status == 64 && restricted.error.contains("check"), "\(restricted.error)")
  }
}
