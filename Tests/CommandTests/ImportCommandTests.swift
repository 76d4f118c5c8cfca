import Testing

/// Tables into a dataset, by the built program.
struct ImportCommandTests {
  private static let table = "项目名称,总投资（万元）,预计投产日期\r\n电池厂,\"12,000\",2025年底前\r\n"

  /// A copy of the small dataset and a table.
  private func dataset(_ table: String = Self.table) throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    let small = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let copied = try Command.shell(
      "mkdir ds && cp /\(small)/fixtures/small/*.json ds", directory: directory.path)
    try #require(copied.status == 0)
    try directory.write(table, to: "t.csv")
    return directory
  }

  @Test func `a dry run changes nothing, --write only adds lines, and once`() throws {
    let directory = try dataset()
    let dry = try Command.shell(
      #"cp -r ds old; "$QJBOARD" import projects t.csv --into ds --source briefing --lang en && diff -r old ds"#,
      directory: directory.path)
    #expect(dry.status == 0 && dry.error.isEmpty)
    #expect(dry.lines.last == "Dry run; --write changes ds/figures.json, ds/projects.json")
    let written = try Command.shell(
      #"chmod 640 ds/projects.json; "$QJBOARD" import projects t.csv --into ds --source briefing --write >&2; diff old/projects.json ds/projects.json | grep -c '^<'; stat -c %a ds/projects.json; ls -A ds | grep -c qjboard"#,
      directory: directory.path)
    #expect(written.lines == ["0", "640", "0"])
    let again = try Command.shell(
      #"cp -r ds new; "$QJBOARD" import projects - --into ds --source briefing --write --lang en < t.csv && diff -r new ds"#,
      directory: directory.path)
    #expect(again.status == 0 && again.lines.last == "Nothing changes.")
  }

  @Test func `GB18030 is read as it is`() throws {
    let directory = try dataset()
    let result = try Command.shell(
      #"iconv -f UTF-8 -t GB18030 t.csv | "$QJBOARD" import projects - --into ds --source briefing --lang en"#,
      directory: directory.path)
    #expect(result.status == 0 && result.lines.first == "-: gb18030, 1 row")
  }

  @Test(arguments: [
    ("ds", 66), ("none.csv", 66), ("pipe", 66), ("empty.csv", 65), ("head.csv", 65), ("zero.csv", 65),
    ("quote.csv", 65), ("column.csv", 65),
  ])
  func `bad input is told and nothing is written`(file: String, status: Int32) throws {
    let directory = try dataset()
    let result = try Command.shell(
      #"mkfifo pipe; : > empty.csv; printf 'name\n' > head.csv; printf 'name\nA\0\n' > zero.csv; printf 'name\n"A\n' > quote.csv; printf 'nom\nA\n' > column.csv; cp -r ds old; "$QJBOARD" import projects "#
        + file + " --into ds --source briefing --write; s=$?; diff -r old ds && exit $s",
      directory: directory.path)
    #expect(result.status == status)
    #expect(result.bytes.isEmpty && result.errorLines.first?.hasPrefix(file) == true)
  }

  @Test func `the built-in data are not changed`() throws {
    let result = try Command.run("import", "projects", "-")
    #expect(result.status == 64 && result.error.contains("--into"))
  }
}
