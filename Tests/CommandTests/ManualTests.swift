import Testing

/// The manual page is made from the program's own table: whatever `--help` names stands in it.
struct ManualTests {
  @Test func `every option of every help page is in the manual page`() throws {
    let script = Package.path("script/manual")
    let page = try Command.shell("'\(script)' \"$QJBOARD\"", environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(page.status == 0, "\(page.error)")
    let version = try Command.run("--version").output.dropLast().drop { $0 != " " }.dropFirst()
    #expect(page.lines.first == ".TH QJBOARD 1 \"1970-01-01\" \"qjboard \(version)\" \"User commands\"")
    let text = page.output.replacing("\\-", with: "-")
    let help = try Command.run("--help")
    #expect(help.output.contains("SUBCOMMANDS"))
    for command in try OptionTable().commands.map({ $0.path.split(separator: " ").map(String.init) }) {
      let help = try Command.run(command + ["--help"])
      #expect(help.status == 0)
      let options = help.output.split(whereSeparator: { " \n[],=/()'.".contains($0) })
        .filter { $0.hasPrefix("--") && $0.count > 2 }
      #expect(options.contains("--help"))
      for option in Set(options) where option != "--generate-completion-script" {
        #expect(text.contains("\\fB\(option)\\fR") || text.contains(option), "\(command) \(option)")
      }
      #expect(command.isEmpty || text.contains("\n.SS \(command.joined(separator: " "))\n"), "\(command)")
    }
  }

  @Test(.enabled(if: Command.succeeds("command -v groff"), "no groff: install the Debian package groff"))
  func `it is a page that the formatter takes without a word`() throws {
    let script = Package.path("script/manual")
    let run = try Command.shell("'\(script)' \"$QJBOARD\" | groff -man -ww -Tutf8 > /dev/null")
    #expect(run.status == 0)
    #expect(run.error == "")
  }

  @Test func `another program, and an output that takes nothing, are reported in a line`() throws {
    let script = Package.path("script/manual")
    for (call, reason) in [
      ("/nonexistent", "no program /nonexistent"), ("/bin/true", "does not print a table of its options"),
      ("/bin/cat", "does not print a table"), ("\"$QJBOARD\" > /dev/full", "cannot write"),
    ] {
      let run = try Command.shell("'\(script)' \(call)")
      #expect(run.status == 1 && run.error.contains(reason), "\(call): \(run.error)")
      #expect(run.error.split(separator: "\n").count == 1)
    }
  }
}
