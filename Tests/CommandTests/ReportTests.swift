import Testing

struct ReportTests {
  private let small = Package.path("fixtures/small")

  @Test func `the same call gives the same bytes in every format`() throws {
    for format in ["markdown", "html", "csv"] {
      let call = ["report", "--data", small, "--period", "2022", "--as-of", "2023-08-01", "--format", format]
      let (first, second) = (try Command.run(call), try Command.run(call))
      #expect(first.status == 0 && first.error.isEmpty && !first.bytes.isEmpty)
      #expect(first.bytes == second.bytes)
    }
  }

  @Test func `an invalid period is a usage error that names the allowed forms`() throws {
    let result = try Command.run("report", "--period", "2022-Q5")
    #expect(result.status == 64 && result.bytes.isEmpty)
    #expect(result.error.contains("2022-Q5") && result.error.contains("2023-05"))
  }

  @Test func `a period after the day is a usage error`() throws {
    let result = try Command.run("report", "--period", "2024", "--as-of", "2023-08-01")
    #expect(result.status == 64 && result.error.contains("2023-08-01"))
  }

  @Test func `a file is replaced by the whole report without remains`() throws {
    let directory = try ScratchDirectory()
    try directory.write("old", to: "r.md")
    let call = ["report", "--data", small, "--as-of", "2023-08-01", "-o", "r.md"]
    #expect(try Command.run(call, directory: directory.path).status == 0)
    #expect(directory.text(of: "r.md")?.hasPrefix("# ") == true)
    #expect(try Command.shell("ls -A", directory: directory.path).output == "r.md\n")
  }

  @Test func `a dash is standard output`() throws {
    let result = try Command.run("report", "--data", small, "--as-of", "2023-08-01", "-o", "-")
    #expect(result.status == 0 && result.output.hasPrefix("# "))
  }

  @Test func `an output that cannot be written exits with 74 and leaves the old file`() throws {
    let directory = try ScratchDirectory()
    let missing = try Command.run(
      "report", "--data", small, "-o", "no/such/r.md", directory: directory.path)
    #expect(missing.status == 74 && missing.errorLines.count == 1 && missing.error.contains("no/such/r.md"))
    #expect(try Command.run("report", "--data", small, "-o", directory.path).status == 74)
    // A size limit below the report's makes the write fail half way.
    try directory.write("old", to: "r.md")
    let cut = try Command.shell(
      #"trap '' XFSZ; ulimit -f 2; exec "$QJBOARD" report -o r.md"#, directory: directory.path)
    #expect(cut.status == 74, "\(cut.error)")
    #expect(directory.text(of: "r.md") == "old")
    #expect(try Command.shell("ls -A", directory: directory.path).output == "r.md\n")
  }

  @Test func `the CSV begins with what makes Excel read UTF-8`() throws {
    let result = try Command.run("report", "--data", small, "--as-of", "2023-08-01", "--format", "csv")
    #expect(result.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(result.output.contains("部分,事项,数值,单位,时期,目标,规划,基期值,应达,序时进度完成"))
  }
}
