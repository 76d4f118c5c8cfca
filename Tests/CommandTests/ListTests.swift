import Testing

/// `list`, as a user's shell runs it.
struct ListTests {
  private static let small = ["--data", Package.path("fixtures/small"), "--as-of", "2023-07-31"]

  private func list(_ arguments: String..., lang: String = "en", environment: [String: String] = [:]) throws
    -> Command.Result
  {
    try Command.run(
      ["list"] + arguments + Self.small + ["--lang", lang], environment: environment)
  }

  @Test func `a table, with numbers at the right`() throws {
    let result = try list("targets", "--columns", "subject,indicator,year,target,status")
    #expect(result.status == 0 && result.error.isEmpty)
    let columns = result.lines.map { $0.utf8.count }
    #expect(result.lines.first?.hasPrefix("Subject") == true && columns.count > 2)
    #expect(result.lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func `piped tables are not cut`() throws {
    let result = try Command.run("list", "conflicts", "--lang", "zh")
    #expect(result.status == 0 && !result.output.contains("…"))
    #expect(result.lines.contains { $0.unicodeScalars.count > 80 })
  }

  @Test func `words are in the language in use`() throws {
    #expect(try Command.run("list", "conflicts", "--lang", "zh").output.contains("重大分歧"))
    #expect(try !Command.run("list", "conflicts", "--lang", "zh").output.contains("contradiction"))
    #expect(try Command.run("list", "conflicts", "--lang", "en").output.contains("contradiction"))
  }

  @Test func `filter, sort and limit`() throws {
    let result = try list(
      "projects", "--where", "集群=Food stage>=开工", "--sort", "-date", "--limit", "2", "--columns", "id")
    #expect(result.lines == ["Id", "cannery", "dairy"])
    let both = try list("projects", "--where", "cluster=food", "--where", "name~d", "--columns", "id")
    #expect(both.lines == ["Id", "dairy"])
  }

  static let mistakes: [([String], [String])] = [
    (["projects", "--where", "clster=food"], ["clster", "cluster"]),
    (["projects", "--where", "cluster=fod"], ["fod", "Did you mean", "food"]),
    (["projects", "--where", "stage"], ["stage", "key=value"]),
    (["projects", "--where", "name=Nobody"], ["Nobody"]),
    (["projects", "--sort", "-nme"], ["nme", "name"]),
    (["projects", "--columns", "nme"], ["nme", "name"]),
    (["projects", "--columns", ","], ["name"]),
    (["projects", "--bom"], ["--bom"]),
    (["projects", "--format", "json", "--columns", "id"], ["--columns"]),
    (["projects", "--limit", "-1"], ["--limit"]),
    (["nonsense"], ["projects"]),
  ]

  @Test(arguments: mistakes)
  func `mistakes are usage errors that say what is allowed`(arguments: [String], words: [String]) throws {
    let result = try Command.run(["list"] + arguments + Self.small + ["--lang", "en"])
    #expect(result.status == 64 && result.bytes.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
  }

  @Test func `faults are in the language in use`() throws {
    let result = try list("projects", "--where", "stage=strted", lang: "zh")
    #expect(result.error.contains("没有“strted”这个值") && result.error.contains("是不是"))
  }

  @Test func `no matching record is a message, not an error`() throws {
    let result = try list("projects", "--where", "cluster=food stage=planned")
    #expect(result.status == 0 && result.lines.count == 1 && result.errorLines.count == 1)
    let json = try list("projects", "--where", "cluster=food stage=planned", "--format", "json")
    #expect(json.output == "[]\n")
  }

  // MARK: Formats

  @Test func `CSV is read back by another program, cell by cell`() throws {
    let program = """
      import csv, json, subprocess, sys
      q = sys.argv[1]
      run = lambda *a: subprocess.run([q, 'list', *a], capture_output=True, check=True).stdout
      for kind in ['figures', 'projects', 'conflicts', 'tasks', 'targets']:
          raw = run(kind, '--format', 'csv', '--lang', 'zh')
          text = raw.decode('utf-8')
          assert text.count('\\n') == text.count('\\r\\n'), kind
          rows = list(csv.reader(text.splitlines(), strict=True))
          assert len({len(r) for r in rows}) == 1, kind
          objects = json.loads(run(kind, '--format', 'json'))
          assert len(rows) == len(objects) + 1, kind
          if kind == 'figures':
              head = rows[0]
              for row, o in zip(rows[1:], objects):
                  assert o['value'] is None or float(row[head.index('数值')]) == round(o['value'], 6), row
                  assert int(row[head.index('行')]) == o['line'], row
                  assert row[head.index('时期')] == o['period'], row
                  assert row[head.index('指标')] == o['name']['zh'], row
      """
    let result = try Command.run(["list", "sources"])
    #expect(result.status == 0)
    let directory = try ScratchDirectory()
    try directory.write(program, to: "read.py")
    let read = try Command.shell("python3 read.py \"$QJBOARD\"", directory: directory.path)
    #expect(read.status == 0, "\(read.error)")
  }

  @Test func `a byte order mark on request`() throws {
    let plain = try list("sources", "--format", "csv")
    let marked = try list("sources", "--format", "csv", "--bom")
    #expect(plain.bytes.first != 0xEF && marked.bytes == [0xEF, 0xBB, 0xBF] + plain.bytes)
  }

  @Test func `Markdown has a head, a line and as many rows`() throws {
    let result = try list("projects", "--format", "markdown")
    #expect(result.lines.count == 7 && result.lines[1].allSatisfy { "|-: ".contains($0) })
    #expect(result.lines.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") || $0.hasPrefix("|") })
  }

  // MARK: Streams

  @Test func `a closed pipe ends the program without a message`() throws {
    let line = #"{ "$QJBOARD" list figures --format json; echo "ended $?" >&2; } | head -1"#
    let result = try Command.shell(line)
    #expect(result.output == "[\n" && result.error == "ended 0\n")
  }

  @Test(arguments: ["table", "json", "csv", "markdown"])
  func `a full disk is one message and 74`(format: String) throws {
    let result = try Command.shell("exec \"$QJBOARD\" list figures --format \(format) > /dev/full")
    #expect(result.status == 74 && result.errorLines.count == 1)
  }

  // MARK: Locales and days

  @Test(arguments: ["zh_CN.GBK", "zh_CN.GB18030"])
  func `text is in the charset of the locale, JSON is UTF-8`(locale: String) throws {
    let table = try Command.run(["list", "sources"], environment: ["LC_ALL": locale])
    let title: [UInt8] = [0xB1, 0xEA, 0xCC, 0xE2]  // 标题
    #expect(table.bytes.indices.dropLast(4).contains { table.bytes[$0..<($0 + 4)].elementsEqual(title) })
    let json = try Command.run(["list", "sources", "--format", "json"], environment: ["LC_ALL": locale])
    #expect(json.bytes == (try Command.run("list", "sources", "--format", "json")).bytes)
    let marked = try Command.run(
      ["list", "sources", "--format", "csv", "--bom"], environment: ["LC_ALL": locale])
    #expect(marked.output.contains("标题"))
  }

  @Test(arguments: ["zh_CN.GBK", "zh_CN.GB18030"])
  func `arguments are in the charset of the locale`(locale: String) throws {
    let here = try Command.shell(#""$QJBOARD" list projects --where '阶段=投产' --format json"#)
    let there = try Command.shell(
      #""$QJBOARD" list projects --where "$(printf '阶段=投产' | iconv -f UTF-8 -t GB18030)" --format json"#,
      environment: ["LC_ALL": locale])
    #expect(there.status == 0 && there.bytes == here.bytes && !here.bytes.isEmpty)
    let wrong = try Command.shell(
      #""$QJBOARD" list projects --where "$(printf '阶段=飞' | iconv -f UTF-8 -t GB18030)""#,
      environment: ["LC_ALL": locale])
    #expect(wrong.status == 64)
  }

  @Test func `a day beyond today or before all documents is remarked on`() throws {
    let late = try Command.run("list", "sources", "--as-of", "2999", "--lang", "en")
    #expect(late.status == 0 && late.errorLines.count == 1 && late.error.contains("after today"))
    let early = try Command.run("list", "sources", "--as-of", "1999", "--lang", "en")
    #expect(early.status == 0 && early.errorLines.count == 1 && early.error.contains("before the first"))
  }

  @Test(arguments: [
    ["list", "figures"], ["check"], ["diff", "--from", "2022-01-01"], ["explain", "sanlei-base"],
  ])
  func `--json is short for --format json`(call: [String]) throws {
    let long = try Command.run(call + ["--format", "json"])
    #expect(long.status == 0 && long.output.contains("{"))
    #expect(try Command.run(call + ["--json"]).bytes == long.bytes)
  }
}
