import Testing

/// The month of an office as a shell sees it.
struct MonthCommandTests {
  private let data = Package.path("fixtures/month")

  @Test func `alerts are lines for people, JSON for programs, and a status for cron`() throws {
    let text = try Command.run("check", "--alerts", data, "--as-of", "2024-07-10", "--lang", "en")
    #expect(text.status == 1)
    #expect(
      text.lines == [
        "red light: Textiles Output, Investment Office, for 3 periods, to County Office",
        "problem overdue: No land quota for the dye works, Investment Office, 40 days overdue, to County Office",
        "decision overdue: Present a plan to help textiles within a week, Investment Office, Economy Office, 54 days overdue, to County Office",
        "report missing: Progress of the month 2024-06, Investment Office, 5 days overdue, to County Office",
        "Qingxi County (invented) 2024-07-10: 4 alerts",
      ])
    let json = try Command.run("check", "--alerts", data, "--as-of", "2024-07-10", "--json")
    #expect(json.status == 1 && json.output.contains(#""kind": "report""#))
  }

  @Test func `without anything overdue the status is 0`() throws {
    let early = try Command.run("check", "--alerts", data, "--as-of", "2024-02-12", "--lang", "en")
    #expect(
      early.status == 0
        && early.lines == [
          "Qingxi County (invented) 2024-02-12: no alerts (targets and projects are not checked)"
        ])
    let builtIn = try Command.run("check", "--alerts", "--lang", "zh")
    #expect(builtIn.status == 0 && builtIn.output.contains("没有警示（没有调度记录；不检查目标和项目）"))
    #expect(try Command.run("check", "--alerts", "--as-of", "soon").status == 64)
  }

  @Test func `the report of a month is a bulletin`() throws {
    let report = try Command.run(
      "report", "--data", data, "--period", "2024-06", "--as-of", "2024-07-12", "--lang", "zh")
    #expect(report.status == 0)
    for words in ["调度情况", "亮灯", "染整厂用地指标未落实", "待办决定", "单位排名", "上报事项", "≠黄灯 (分管副县长 2024-07-12)"] {
      #expect(report.output.contains(words), "\(words)")
    }
    let csv = try Command.run(
      "report", "--data", data, "--period", "2024-06", "--as-of", "2024-07-12", "--lang", "en", "--format",
      "csv")
    #expect(csv.lines.contains { $0.hasPrefix("lights,Textiles Output") })
  }

  @Test func `a report that contradicts a recorded one, or comes before its period or twice, is refused`()
    throws
  {
    let duty = "monthly-machinery"
    let rows = ["2024-01,2024-02-28", "2024-07,2023-07-05", "2024-07,2024-08-05\n\(duty),2024-07,2024-08-05"]
    for (row, words) in zip(rows, ["is recorded as received on", "before the period", "twice"]) {
      let result = try Command.run(
        "import", "reports", "-", "--into", data, "--lang", "en",
        input: "duty,period,received\n\(duty),\(row)\n")
      #expect(result.status == 65 && result.error.contains(words), "\(result.error)")
    }
  }

  @Test func `diff lists lights, problems, decisions and reports`() throws {
    let diff = try Command.run(
      "diff", "--data", data, "--from", "2024-06-12", "--to", "2024-07-12", "--lang", "en")
    #expect(diff.output.contains("Lights that changed (1)\n  Food Output  yellow → green  2024-06"))
    #expect(diff.output.contains("Fewer orders for food  resolved → closed"))
  }

  @Test(arguments: ["problems", "decisions", "duties", "reports", "statuses", "lights"])
  func `lists are as of a day`(kind: String) throws {
    let list = try Command.run(
      "list", kind, "--data", data, "--as-of", "2024-07-12", "--lang", "en", "--format", "csv")
    #expect(list.status == 0 && list.lines.count > 2)
    let before = try Command.run(
      "list", kind, "--data", data, "--as-of", "2023-12-01", "--lang", "en", "--format", "csv")
    #expect(before.lines.count == 1, "\(before.output)")
  }

  @Test func `the view is a page of text as well`() throws {
    let plain = try Command.run(
      "--plain", "--view", "dispatch", "--data", data, "--as-of", "2024-07-12", "--lang", "en")
    #expect(plain.output.contains("No land quota for the dye works"))
  }
}
