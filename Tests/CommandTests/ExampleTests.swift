import Testing

/// The invented district: it is written by a script, correct, and named as invented wherever it is shown.
struct ExampleTests {
  private static let data = Package.path("fixtures/example")
  private static let day = ["--data", data, "--as-of", "2025-01-20"]

  @Test func `the script writes the files of the repository`() throws {
    let place = try ScratchDirectory()
    let result = try Command.shell(
      "'\(Package.path("script/example"))' out && diff -r -x README.md out '\(Self.data)'",
      directory: place.path)
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test func `it has nothing to report`() throws {
    let result = try Command.run(["check", Self.data, "--strict", "--lang", "en"])
    #expect(result.status == 0 && result.lines.last?.hasSuffix("no errors, no warnings, no notes") == true)
  }

  @Test(arguments: OptionTable.views, ["40x12", "80x24", "120x36"])
  func `every view names it as invented`(view: String, size: String) throws {
    for (language, word) in [("zh", "虚构"), ("en", "invented")] {
      let shown = try Command.run(["show", view, "--size", size, "--lang", language] + Self.day)
      #expect(shown.output.contains(word), "\(language)")
    }
  }

  @Test func `an opened target compares a month with the same month of the year before`() throws {
    let shown = try Command.run(
      ["show", "targets", "--select", "output-2025", "--open", "--size", "120x60", "--lang", "en"] + Self.day)
    for text in [
      "By month", "2023-01 to 2024-12", "vs 2023-12", "vs the same months", "not seasonally adjusted",
    ] {
      #expect(shown.output.contains(text), "\(text)")
    }
  }

  @Test func `what changed since a bulletin is written as Markdown, HTML and text`() throws {
    func report(_ options: String...) throws -> Command.Result {
      try Command.run(["report", "--data", Self.data, "--since", "2024-05"] + options)
    }
    let text = try report("--period", "2024-06", "--format", "text", "--lang", "en")
    #expect(text.status == 0)
    for words in [
      "changes since 2024-06-20", "Lights that changed (1)", "Before: yellow; Now: red",
      "Unit: Commerce Office; Report: Progress of the month; Period: 2024-06; Received: 2024-07-08; State: 3 days late",
      "Reports still missing (1)", "more new figures",
    ] {
      #expect(text.output.contains(words), "\(words)")
    }
    let markdown = try report("--as-of", "2024-07-20", "--lang", "zh")
    #expect(markdown.output.contains("## 变灯（1）") && markdown.output.contains("问题新增"))
    #expect(try report("--as-of", "2024-07-20", "--format", "html").output.contains("<table"))
    #expect(try report("--format", "csv").status == 64)
    #expect(try report("--as-of", "2024-05-01").status == 64, "later than the day of the report")
    #expect(try Command.run("report", "--data", Self.data, "--since", "May").status == 64)
    let none = try Command.run(
      "report", "--data", Self.data, "--since", "2025-01-20", "--as-of", "2025-01-20", "--lang", "en")
    #expect(none.output.contains("Nothing changed."))
  }

  @Test func `the dispatch view and the alerts of a month have something of everything`() throws {
    let shown = try Command.run(
      "show", "dispatch", "--data", Self.data, "--as-of", "2024-07-20", "--size", "100x40", "--lang", "en")
    for text in ["yellow→red", "days overdue", "missing, 15 days late", "to Leading"] {
      #expect(shown.output.contains(text), "\(text)")
    }
    let alerts = try Command.run("check", "--alerts", Self.data, "--as-of", "2024-07-20", "--lang", "en")
    #expect(alerts.status == 1)
    for text in [
      "red light: Machinery Gross output, Economy Office", "problem overdue: ", "decision overdue: ",
      "report missing: ",
    ] {
      #expect(alerts.output.contains(text), "\(text)")
    }
  }

  @Test func `a task shows what its unit states, beside what is computed`() throws {
    let shown = try Command.run(
      "show", "tasks", "--select", "grow-machinery", "--open", "--size", "100x40", "--lang", "en", "--data",
      Self.data,
      "--as-of", "2024-07-20")
    for text in [
      "What units state 2", "2024-07-08 in hand", "Economy Office: production resumed on 1 July",
      "2024-04-12 halted",
    ] {
      #expect(shown.output.contains(text), "\(text)")
    }
    let list = try Command.run(
      "list", "tasks", "--where", "state=in-hand id=grow-machinery", "--columns",
      "name,state,stated,stated-by,words", "--format",
      "csv", "--lang", "en", "--data", Self.data, "--as-of", "2024-07-20")
    #expect(
      list.lines.last == "Strengthen machinery,in hand,2024-07-08,Economy Office,production resumed on 1 July"
    )
  }

  @Test func `the corrected month replaces the first report from the day of its document`() throws {
    func march(_ day: String) throws -> String {
      try Command.run([
        "list", "figures", "--where", "period=2023-03 subject=district indicator=gross-output", "--columns",
        "value",
        "--format", "csv", "--data", Self.data, "--as-of", day,
      ]).output
    }
    let (before, after) = try (march("2024-03-14"), march("2024-03-15"))
    #expect(before != after)
  }
}
