import Foundation
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
    #expect(again.status == 0 && again.lines.last == "No changes.")
  }

  @Test func `the head of a table is named by its own option, not as a label`() throws {
    let directory = try dataset()
    for (label, isRefused) in [("1=head", true), ("2=note", false)] {
      let result = try Command.run(
        "import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--label", label, "--lang",
        "en",
        directory: directory.path)
      #expect(result.error.contains("for the head use --head") == isRefused, "\(result.error)")
      #expect((result.status == 64) == isRefused)
    }
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
  func `bad input is reported without output`(file: String, status: Int32) throws {
    let directory = try dataset()
    let result = try Command.shell(
      #"mkfifo pipe; : > empty.csv; printf 'name\n' > head.csv; printf 'name\nA\0\n' > zero.csv; printf 'name\n"A\n' > quote.csv; printf 'nom\nA\n' > column.csv; cp -r ds old; "$QJBOARD" import projects "#
        + file + " --into ds --source briefing --write; s=$?; diff -r old ds && exit $s",
      directory: directory.path)
    #expect(result.status == status)
    #expect(result.bytes.isEmpty && result.errorLines.first?.hasPrefix(file) == true)
  }

  /// What can go wrong around a table that is in order, and with tables that are none.
  @Test(arguments: [
    (
      #"truncate -s 200M big.csv; "$QJBOARD" import projects big.csv --into ds --write"#, 65,
      "big.csv: error: "
    ),
    (
      #"head -c 200000000 /dev/zero | tr '\0' x | "$QJBOARD" import projects - --into ds --write"#, 65,
      "-: error: "
    ),
    (
      #"head -c 40000000 /dev/zero | tr '\0' x | "$QJBOARD" import projects - --into ds --write"#, 65,
      "-:1: error: a cell of more than"
    ),
    (
      #"head -c 30000000 /dev/zero | tr '\0' , | fold -w 900 | "$QJBOARD" import projects - --into ds --write"#,
      65, "-:"
    ),
    (
      #"printf 'name\n\201\n' | "$QJBOARD" import projects - --into ds --write --encoding gb18030"#, 65,
      "-:2:1: error: not valid GB18030"
    ),
    (
      #"printf 'name\n\377\376\n' | "$QJBOARD" import projects - --into ds --write"#, 65,
      "-:2:1: error: neither valid UTF-8 nor valid GB18030"
    ),
    (
      #""$QJBOARD" import projects t.csv --into ds --source briefing --write > /dev/full"#, 74,
      "qjboard: cannot write the output"
    ),
    (
      #"ulimit -f 1; "$QJBOARD" import projects t.csv --into ds --source briefing --write"#, 74,
      "ds/figures.json: error: cannot be written: "
    ),
    (#""$QJBOARD" import projects t.csv --into none --source briefing --write"#, 66, "none: error: "),
  ])
  func `a fault is reported without partial output`(
    call: String, status: Int32, message: String
  )
    throws
  {
    let directory = try dataset()
    let result = try Command.shell(
      "cp -r ds old; \(call); s=$?; rm -f big.csv; diff -r old ds >&2 && ls -A ds | grep -c qjboard >&2; exit $s",
      environment: ["QJBOARD_LANG": "en"], directory: directory.path)
    #expect(result.status == status)
    #expect(result.errorLines.first?.hasPrefix(message) == true, "\(result.error.prefix(500))")
    #expect(result.errorLines.last == "0", "\(result.error.suffix(500))")
  }

  /// To the superuser only a file system can say no.
  private static let readOnly = "mount --bind ds ds && mount -o remount,bind,ro ds"

  /// Whether a file system can be mounted here: some containers refuse it.
  private static let canMount = Command.succeeds(
    "cd $(mktemp -d) && mkdir ds && unshare -rm sh -c '\(readOnly)'; s=$?; rmdir ds $PWD; exit $s")

  @Test(.enabled(if: canMount, "no file system can be mounted"))
  func `a directory that cannot be written is reported before anything is`() throws {
    let directory = try dataset()
    let result = try Command.shell(
      #"unshare -rm sh -c '\#(Self.readOnly) && exec "$QJBOARD" import projects t.csv --into ds --source briefing --write --lang en'"#,
      directory: directory.path)
    #expect(result.status == 74 && result.errorLines.first?.hasPrefix("ds: error: ") == true)
    #expect(result.bytes.isEmpty)
  }

  @Test func `what moves a project back is in the difference and is a finding`() throws {
    let directory = try dataset("name,signed date\n牛奶厂,2023-01\n")
    let dry = try Command.run(
      "import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--lang", "en",
      directory: directory.path)
    #expect(dry.status == 0 && dry.lines.contains("back  Dairy: back from Commissioned to Signed  [line 2]"))
    #expect(
      dry.errorLines == [
        "t.csv:2: warning: Dairy: back from Commissioned to Signed; the newest statement counts: check date and source",
        "ds/projects.json:86:5: warning: dairy: Started 2021-05, before Signed 2023-01  [stages-out-of-order]",
      ])
    let written = try Command.run(
      "import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--write", "--lang", "zh",
      directory: directory.path)
    #expect(written.status == 0 && written.lines.last == "已写入 ds/projects.json")
    #expect(written.errorLines.first?.contains("警告: 牛奶厂：由“投产”退回“签约”") == true)
  }

  @Test func `what is expected before its document is a finding`() throws {
    let directory = try dataset("name,signed date,expected commissioned date\n新厂,2022-05,2022\n")
    let result = try Command.run(
      "import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--lang", "en",
      directory: directory.path)
    #expect(result.status == 0 && result.errorLines.count == 1)
    #expect(
      result.error.contains("expected 2022 by a document of 2023-07-31  [expected-in-past]"),
      "\(result.error)")
  }

  @Test func `Chinese output is Chinese`() throws {
    let directory = try dataset(
      "name,signed date,expected commissioned date,park,联系人\n新厂,2022-05,2025,nopark,x\n")
    func run(_ words: String...) throws -> Command.Result {
      try Command.run(
        ["import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--lang", "zh"] + words,
        directory: directory.path)
    }
    let refused = try run()
    #expect(
      refused.errorLines.first
        == "t.csv:2: 错误: “park”：没有园区“nopark”；可用：east, north-group, south-group；不录入此名用 --leave-out nopark  [D2]"
    )
    let taken = try run("--map", "park=-")
    let fields = taken.lines.filter { $0.contains("→") }.compactMap { $0.components(separatedBy: "→  ").last }
    #expect(fields == ["名称", "签约日期", "预计投产日期", "（不用）", "（不用）"])
  }

  @Test func `a table of another kind does not fill the screen`() throws {
    let rows = (1...300).map { "row \($0),nothing\n" }.joined()
    let directory = try dataset("name,stage\n\(rows)")
    let result = try Command.run(
      "import", "projects", "t.csv", "--into", "ds", "--source", "briefing", "--lang", "en",
      directory: directory.path)
    #expect(result.status == 65 && result.errorLines.count == 102)
    #expect(result.errorLines.suffix(2) == ["200 more faults.", "Nothing was written."])
  }

  @Test(arguments: [
    (
      "projects t.csv", "--interactive needs a terminal; without it the same mapping and changes are printed."
    ),
    (
      "projects -",
      "--interactive reads keys from the terminal; the table must be a file, not standard input."
    ),
    ("problems t.csv", "--interactive is for projects and observations only."),
    ("projects t.csv --write", "--interactive asks before it writes; leave out --write."),
    ("projects t.csv --restricted", "'import' cannot be used in a restricted session."),
  ])
  func `without a terminal the screen is refused in one line, before anything is read`(
    words: String, message: String
  ) throws {
    let directory = try dataset()
    let result = try Command.run(
      ["import"] + words.split(separator: " ").map(String.init)
        + ["--into", "ds", "--interactive", "--lang", "en"], directory: directory.path)
    #expect(result.status == 64 && result.bytes.isEmpty)
    #expect(result.errorLines.first == "Error: \(message)", "\(result.error)")
  }

  @Test func `the built-in data are not changed`() throws {
    let result = try Command.run("import", "projects", "-")
    #expect(result.status == 64 && result.error.contains("--into"))
  }
}
