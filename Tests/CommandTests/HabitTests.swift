import Foundation
import Testing

/// What people expect of a program in a shell. docs/command-line.md names the test of each habit.
struct HabitTests {
  @Test func `every convention has an existing test`() throws {
    let page = try String(contentsOfFile: Package.path("docs/command-line.md"), encoding: .utf8)
    let rows = page.components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| ") }
      .dropFirst()
    #expect(rows.count == 30)
    let tests = try #require(FileManager.default.enumerator(atPath: Package.path("Tests")))
    let sources = try tests.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: Package.path("Tests/\($0)"), encoding: .utf8) }.joined()
    for row in rows {
      let names = (row.components(separatedBy: " | ").last ?? "").dropLast(2).components(separatedBy: " · ")
      #expect(!names.isEmpty)
      for name in names { #expect(sources.contains("func `\(name)`("), "\(name)") }
    }
  }

  @Test func `every short option has a long one with its usual meaning`() throws {
    let meanings = ["-h": "--help", "-o": "--output"]
    for command in try OptionTable().commands {
      for option in command.options where !option.hasPrefix("--") {
        let long = try #require(meanings[option], "\(command.path) \(option)")
        #expect(command.options.contains(long))
      }
    }
    #expect(try Command.run("list", "--limit", "1", "--", "sources").status == 0)
    #expect(try Command.run("list", "--", "sources", "--limit").status == 64)
  }

  @Test func `a dash is standard input and output`() throws {
    for call in ["report", "show overview", "diff --from 2022", "report --format html"] {
      let words = call.split(separator: " ").map(String.init)
      #expect(try Command.run(words + ["-o", "-"]).bytes == Command.run(words).bytes, "\(call)")
    }
    let small = Package.path("fixtures/small")
    let table = "name,signed date\n新厂,2022-05\n"
    let result = try Command.run(
      "import", "projects", "-", "--into", small, "--source", "briefing", "--lang", "en", input: table)
    #expect(result.status == 0 && result.lines.first == "-: utf-8, 1 row")
  }

  @Test func `every documented exit code happens`() throws {
    let directory = try ScratchDirectory()
    try directory.write(#"{"theme": 1}"#, to: "bad.json")
    let calls = [
      ("list sources", 0), ("list nothing", 64),
      ("list sources --data '\(Package.path("fixtures/broken/bad-id"))'", 65),
      ("list sources --data /nonexistent", 66), ("list sources > /dev/full", 74),
      ("report -o missing/file", 74),
      ("config show", 78),
    ]
    for (call, status) in calls {
      let result = try Command.shell(
        "\"$QJBOARD\" \(call)",
        environment: status == 78 ? ["QJBOARD_CONFIG": directory.path("bad.json")] : [:],
        directory: directory.path)
      #expect(Int(result.status) == status, "\(call): \(result.error)")
    }
    let help = try Command.run("--help").output.replacing("\n", with: " ")
    let readme = try String(contentsOfFile: Package.path("docs/commands.md"), encoding: .utf8).replacing(
      "\n", with: " ")
    for text in [help, readme] {
      #expect(
        text.contains(
          "0 done, 64 usage, 65 data invalid, 66 data missing, 70 internal, 74 output failed, 78 configuration"
        ))
    }
  }

  @Test func `data go to standard output, messages to standard error`() throws {
    let later = try Command.run("list", "sources", "--as-of", "2999-01-01")
    #expect(later.status == 0 && later.errorLines.count == 1)
    #expect(try later.bytes == Command.run("list", "sources").bytes)
    let fault = try Command.run("list", "sources", "--where", "nothing=1")
    #expect(fault.status == 64 && fault.bytes.isEmpty && !fault.error.isEmpty)
  }

  /// One call of every command that ends by itself.
  private static let calls = [
    "", "--plain", "--color always", "show overview", "list projects", "list projects --color always",
    "report",
    "report --format html", "diff --from 2022", "check", "check --format json", "doctor", "config show",
    "config path",
    "config defaults", "schema", "schema figures", "--help", "list nothing",
  ]

  @Test(arguments: calls) func `a pipe gets no escape sequences`(call: String) throws {
    for force in ["", "1"] {
      let result = try Command.run(
        call.split(separator: " ").map(String.init),
        environment: ["FORCE_COLOR": force, "CLICOLOR_FORCE": force])
      #expect(!result.bytes.contains(0x1B) && !result.error.utf8.contains(0x1B))
      #expect(!result.bytes.isEmpty || !result.error.isEmpty)
    }
  }

  @Test(arguments: calls) func `only named files are read`(call: String) throws {
    let empty = try Command.shell("\"$QJBOARD\" \(call) < /dev/null")
    let closed = try Command.shell("\"$QJBOARD\" \(call) <&-")
    #expect(closed.status == empty.status && closed.bytes == empty.bytes && closed.error == empty.error)
  }

  @Test func `colour variables affect the output`() throws {
    func isColoured(_ variables: [String: String], _ words: String...) throws -> Bool {
      let result = try Command.run(["show", "overview", "--format", "ansi"] + words, environment: variables)
      return result.output.contains("38;5;")
    }
    #expect(try isColoured([:]))
    #expect(try isColoured(["NO_COLOR": "1"]) == false)
    #expect(try isColoured(["NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"]) == false)
    #expect(try isColoured(["NO_COLOR": "1"], "--color", "always"))
    #expect(try isColoured(["CLICOLOR": "0"]) == false)
    #expect(try isColoured(["CLICOLOR": "0", "CLICOLOR_FORCE": "1"]))
    #expect(try isColoured([:], "--color", "never") == false)
  }

  @Test func `JSON and CSV for programs stay the same`() throws {
    for call in [
      "list figures --format json", "list figures --format csv", "diff --from 2022 --format json",
      "check --format json",
    ] {
      let words = call.split(separator: " ").map(String.init)
      let first = try Command.run(words)
      #expect(first.status == 0 && first.error.isEmpty)
      // Neither the size of a terminal nor colours nor the look of people's output change them.
      let other = try Command.run(
        words, environment: ["COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "dumb", "ACCESSIBLE": "1"])
      #expect(first.bytes == other.bytes, "\(call)")
      if call.hasSuffix("json") {
        #expect((try? JSONSerialization.jsonObject(with: Data(first.bytes))) != nil)
      }
    }
  }

  // MARK: Configuration

  /// Directories of a user and of the machine, with a theme in the configuration of each.
  private func configured() throws -> (directory: ScratchDirectory, environment: [String: String]) {
    let directory = try ScratchDirectory()
    let made = try Command.shell("mkdir -p user/qjboard system/qjboard", directory: directory.path)
    try #require(made.status == 0)
    try directory.write(#"{"theme": "light"}"#, to: "user/qjboard/config.json")
    try directory.write(#"{"theme": "high-contrast"}"#, to: "system/qjboard/config.json")
    let environment = [
      "HOME": directory.path, "XDG_CONFIG_HOME": directory.path("user"),
      "XDG_CONFIG_DIRS": directory.path("system"), "QJBOARD_THEME": "monochrome",
    ]
    return (directory, environment)
  }

  @Test
  func `an option overrides a variable, the user's file, the system's and the built-in value`()
    throws
  {
    let (directory, environment) = try configured()
    // Neither where one stands nor beside the data.
    try directory.write(#"{"theme": "colour-blind"}"#, to: "config.json")
    func theme(_ words: String..., changes: [String: String] = [:]) throws -> [String] {
      let result = try Command.run(
        words + ["config", "show"], environment: environment.merging(changes) { $1 },
        directory: directory.path)
      let line = result.lines.first { $0.hasPrefix("theme ") } ?? ""
      return line.split(separator: " ", maxSplits: 2).dropFirst().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(try theme("--theme", "dark", "--lang", "en") == ["dark", "option --theme"])
    #expect(try theme("--lang", "en") == ["monochrome", "variable QJBOARD_THEME"])
    let variable = ["QJBOARD_THEME": ""]
    #expect(try theme(changes: variable) == ["light", directory.path("user/qjboard/config.json:1")])
    let user = variable.merging(["XDG_CONFIG_HOME": directory.path("none")]) { $1 }
    #expect(try theme(changes: user) == ["high-contrast", directory.path("system/qjboard/config.json:1")])
    let machine = user.merging(["XDG_CONFIG_DIRS": directory.path("none")]) { $1 }
    #expect(try theme("--lang", "en", changes: machine) == ["auto", "built in"])
  }

  @Test func `the user's files are not written and can be read-only`() throws {
    let (directory, environment) = try configured()
    let before = try Command.shell("find . | sort; cat */qjboard/*", directory: directory.path)
    _ = try Command.shell("chmod -R a-w .", directory: directory.path)
    defer { _ = try? Command.shell("chmod -R u+w .", directory: directory.path) }
    for call in Self.calls {
      let result = try Command.run(
        call.split(separator: " ").map(String.init), environment: environment, directory: directory.path)
      #expect(result.status == (call == "list nothing" ? 64 : 0), "\(call): \(result.error)")
    }
    let after = try Command.shell("find . | sort; cat */qjboard/*", directory: directory.path)
    #expect(before.bytes == after.bytes && before.lines.count > 5)
  }

  @Test func `settings are shown, and the defaults form a file`() throws {
    let (directory, environment) = try configured()
    let paths = try Command.run("config", "path", "--lang", "en", environment: environment)
    #expect(
      paths.lines == [
        directory.path("user/qjboard/config.json  exists"),
        directory.path("system/qjboard/config.json  exists"),
      ])
    let defaults = try Command.run("config", "defaults")
    try directory.write(defaults.output, to: "defaults.json")
    let built = try Command.run("config", "show", environment: ["XDG_CONFIG_DIRS": "/nonexistent"])
    let file = try Command.run(
      "config", "show",
      environment: ["QJBOARD_CONFIG": directory.path("defaults.json"), "XDG_CONFIG_DIRS": "/nonexistent"])
    #expect(file.status == 0 && file.error.isEmpty)
    func values(_ lines: [String]) -> [[Substring]] {
      lines.map { Array($0.split(separator: " ").dropLast()) }
    }
    // An origin in Chinese is one word; that of a file is its path and line.
    #expect(values(file.lines).map(\.first) == values(built.lines).map(\.first))
    #expect(values(file.lines).dropFirst() == values(built.lines).dropFirst())
  }

  // MARK: System

  @Test func `a command ends by the signal that it gets`() throws {
    let directory = try ScratchDirectory()
    let result = try Command.shell(
      """
      mkfifo in; for signal in TERM HUP; do
      "$QJBOARD" import projects - --into '\(Package.path("fixtures/small"))' < in & exec 3> in
      kill -$signal $!; wait $!; echo $?; exec 3>&-; done
      """, directory: directory.path)
    #expect(result.lines == ["143", "129"])
  }

  @Test(.enabled(if: Command.succeeds("command -v nm"), "no nm: install the Debian package binutils"))
  func `the program cannot reach a network`() throws {
    let names = try Command.shell("nm -D --undefined-only \"$QJBOARD\"")
    let symbols = Set(
      names.lines.compactMap { $0.split(separator: " ").last?.split(separator: "@").first.map(String.init) })
    #expect(symbols.contains("write"))
    let forbidden = ["connect", "getaddrinfo", "gethostbyname", "bind", "listen", "accept", "res_query"]
    #expect(symbols.isDisjoint(with: forbidden))
  }

  @Test func `no option or variable takes a secret`() throws {
    let words = ["password", "passwd", "secret", "token", "credential", "api"]
    let options = try OptionTable().options
    let source = try String(contentsOfFile: Package.path("Sources/qjboard/Console.swift"), encoding: .utf8)
    for word in words {
      #expect(!options.contains { $0.contains(word) })
      #expect(!source.contains("_\(word.uppercased())"))
    }
  }

  @Test func `commands and options cannot be abbreviated`() throws {
    for call in ["li sources", "rep", "list sources --form csv", "config sho", "kios"] {
      let result = try Command.run(call.split(separator: " ").map(String.init))
      #expect(result.status == 64 && result.bytes.isEmpty, "\(call)")
    }
  }

  @Test func `the binary alone is the whole program`() throws {
    let directory = try ScratchDirectory()
    let result = try Command.shell(
      """
      cp "$QJBOARD" qjboard; for call in "show overview" "list figures" "report --format html" schema "config show" check; do
      env -i LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$LD_LIBRARY_PATH" ./qjboard $call > /dev/null || exit; done; ls -A
      """, directory: directory.path)
    #expect(result.status == 0 && result.lines == ["qjboard"], "\(result.error)")
    let page = try String(contentsOfFile: Package.path("docs/command-line.md"), encoding: .utf8)
    let readme = try String(contentsOfFile: Package.path("README.md"), encoding: .utf8)
    #expect(page.contains("\n## Uninstalling\n") && readme.contains("docs/command-line.md#uninstalling"))
  }

  @Test func `a crash blocks nothing, and several processes can run at once`() throws {
    let directory = try ScratchDirectory()
    let result = try Command.shell(
      """
      cp -r '\(Package.path("fixtures/small"))' ds; mkfifo in; printf '{"half' > ds/.qjboard-Ab3dE6
      "$QJBOARD" import projects - --into ds --write < in & exec 3> in; kill -KILL $!; wait $!; exec 3>&-
      "$QJBOARD" list projects --data ds > one & "$QJBOARD" list projects --data ds > two & wait; cmp one two && cat one
      """, directory: directory.path)
    #expect(result.status == 0 && result.lines.count > 2)
  }
}
