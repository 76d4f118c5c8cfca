import Testing

/// Sessions for somebody who must not reach the machine; script/check-ssh proves the same with a real sshd.
struct RestrictionTests {
  @Test(arguments: [
    ["--restricted"], ["--restricted", "--lang", "en", "--view", "targets"],
  ])
  func `without a terminal there is one line and no data`(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64 && result.bytes.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.error.contains("ssh -t"))
  }

  @Test func `the variable means the same, and cannot be taken back`() throws {
    for value in ["1", "yes", "false"] {
      let result = try Command.run([], environment: ["QJBOARD_RESTRICTED": value])
      #expect(result.status == 64 && result.bytes.isEmpty)
    }
    #expect(try Command.run([], environment: ["QJBOARD_RESTRICTED": "0"]).status == 0)
  }

  @Test(arguments: [
    ["--restricted", "show", "overview"], ["--restricted", "list", "figures"],
    ["show", "overview", "--restricted"],
    ["--restricted", "check", "/etc"], ["--restricted", "doctor"], ["--restricted", "--data", "/etc"],
    ["--data", "/etc", "--restricted"],
  ])
  func `other commands and paths are refused`(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64 && result.bytes.isEmpty)
    #expect(!result.error.isEmpty)
  }

  @Test func `a directory named by the environment is not read`() throws {
    let result = try Command.run("--restricted", environment: ["QJBOARD_DATA": "/nonexistent"])
    #expect(result.status == 64)
    #expect(!result.error.contains("nonexistent"))
  }

  @Test(arguments: ["30", "0s", "-1m", "1d", "m", "", "99999h", "１s", "1.5h"])
  func `an idle limit is a number of seconds, minutes or hours`(value: String) throws {
    let result = try Command.run("--idle-limit=\(value)")
    #expect(result.status == 64 && result.error.contains("--idle-limit"))
  }
}
