import Testing

struct DiffTests {
  private let small = Package.path("fixtures/small")

  @Test func `of two days the one that is none is named`() throws {
    let result = try Command.run("diff", "2021-13", "2022", "--lang", "en")
    #expect(result.status == 64 && result.error.contains("'2021-13' is not a date"))
  }

  @Test func `a fault of the settings is reported once`() throws {
    let directory = try ScratchDirectory()
    try directory.write("{\"nothing\": 1}", to: "config.json")
    let result = try Command.run(
      ["diff", small, small, "--lang", "en"], environment: ["QJBOARD_CONFIG": directory.path("config.json")])
    #expect(result.status == 0 && result.errorLines.count { $0.contains("nothing") } == 1, "\(result.error)")
  }

  @Test(arguments: [
    ["list", "sources", "--format", "csv"], ["diff", "2021", "2022", "--format", "markdown"],
  ])
  func `two formats are refused`(call: [String]) throws {
    let result = try Command.run(call + ["--json", "--lang", "en"])
    #expect(result.status == 64 && result.error.contains("exclude each other"), "\(result.error)")
  }

  @Test func `no difference is 0 as well`() throws {
    let result = try Command.run("diff", small, small, "--lang", "en")
    #expect(result.status == 0 && result.lines.last == "Nothing changed.")
  }

  @Test func `builtin is the built-in data, whatever the environment says`() throws {
    let result = try Command.run(
      ["diff", "builtin", Package.path("fixtures/qianjiang"), "--format", "json"],
      environment: ["QJBOARD_DATA": small])
    #expect(result.status == 0 && result.output.contains("\"changed\": false"))
  }

  @Test func `two days of one dataset`() throws {
    let result = try Command.run(
      "diff", "--data", small, "--from", "2021-12-31", "--to", "2023-08-01", "--lang", "en")
    #expect(result.status == 0 && result.output.contains("Engine works  Planned → Signed"))
    let markdown = try Command.run(
      "diff", "--data", small, "--from", "2021", "--to", "2023", "--lang", "en", "--format", "markdown")
    #expect(markdown.output.contains("| Engine works | Planned | Signed |"))
  }

  @Test(arguments: [
    ["diff"], ["diff", "builtin"], ["diff", "a", "b", "c"], ["diff", "a", "b", "--from", "2021"],
    ["diff", "builtin", "builtin", "--to", "2021"], ["diff", "builtin", "builtin", "--from", "2021"],
    ["diff", "builtin", "builtin", "--data", "fixtures/small"],
    ["diff", "--from", "tomorrow"], ["diff", "--from", "2023", "--to", "2021"],
  ])
  func `incomparable sides are a usage error`(_ call: [String]) throws {
    let result = try Command.run(call)
    #expect(result.status == 64 && result.bytes.isEmpty && !result.error.isEmpty)
  }

  @Test func `a dataset that is missing is 66, one that is broken 65`() throws {
    #expect(try Command.run("diff", "builtin", "/nonexistent").status == 66)
    let directory = try ScratchDirectory()
    try directory.write("{", to: "dataset.json")
    #expect(try Command.run("diff", directory.path, "builtin").status == 65)
  }
}
