import Testing

/// What all commands share, and that the harness sees what a shell would.
struct HarnessTests {
  @Test func `the version goes to standard output`() throws {
    let result = try Command.run("--version")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.lines.first?.hasPrefix("qjboard ") == true)
  }

  @Test func `an unknown option is a usage error on standard error`() throws {
    let result = try Command.run("--no-such-option")
    #expect(result.status == 64 && result.bytes.isEmpty)
    #expect(result.errorLines.first?.contains("--no-such-option") == true)
  }

  @Test func `help of each command goes to standard output`() throws {
    for command in try OptionTable().commands.map(\.path) where !command.isEmpty {
      let result = try Command.run(command.split(separator: " ").map(String.init) + ["--help"])
      #expect(result.status == 0 && result.error.isEmpty)
      #expect(result.output.contains("USAGE: qjboard \(command)"))
    }
  }

  @Test func `a full disk is one message and 74`() throws {
    let result = try Command.shell(#"exec "$QJBOARD" list sources > /dev/full"#)
    #expect(result.status == 74 && result.errorLines.count == 1)
  }

  @Test func `the environment is that of the test`() throws {
    let result = try Command.shell("echo $LC_ALL $WORD $TERM", environment: ["WORD": "here", "TERM": ""])
    #expect(result.output == "C.UTF-8 here\n")
  }

  @Test func `files are written and read in a directory of its own`() throws {
    let directory = try ScratchDirectory()
    let result = try Command.shell("cat given > taken", directory: directory.path)
    #expect(result.status == 1 && directory.text(of: "taken") == "")
    try directory.write("文\n", to: "given")
    #expect(try Command.shell("cat given > taken", directory: directory.path).status == 0)
    #expect(directory.text(of: "taken") == "文\n")
  }
}
