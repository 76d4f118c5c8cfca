import Foundation
import Testing

/// The options of every command are the same in its help, in the manual page, in the completions of three shells, and in
/// the pages of the documentation.
struct OptionTableTests {
  private let table: OptionTable

  init() throws { table = try OptionTable() }

  /// The words of a text that are options.
  private func options(in text: some StringProtocol) -> Set<String> {
    let words = String(text).split { !($0.isASCII && ($0.isLetter || $0 == "-")) }
    return Set(
      words.filter { $0.hasPrefix("-") && $0.drop { $0 == "-" }.first?.isLetter == true }.map(String.init))
  }

  @Test func `the table has all commands`() {
    #expect(
      table.commands.map(\.path) == [
        "", "kiosk", "show", "list", "report", "explain", "diff", "check", "init", "import", "doctor",
        "config",
        "config show", "config path", "config defaults", "schema",
      ])
    #expect(table["show"].isSuperset(of: ["-o", "--output", "-h", "--help", "--version", "--lang"]))
  }

  @Test func `help has the options of the table`() throws {
    for command in table.commands {
      let help = try Command.run(command.path.split(separator: " ").map(String.init) + ["--help"])
      let lines = help.output.split(separator: "\n").drop { $0 != "OPTIONS:" }.filter { $0.hasPrefix("  -") }
      let heads = lines.map { $0.dropFirst(2).components(separatedBy: "  ")[0] }
      #expect(Set(heads.flatMap { options(in: $0.replacing(/<[^>]*>/, with: "")) }) == command.options)
    }
  }

  @Test func `the manual page has the options of the table`() throws {
    let script = Package.path("script/manual")
    let page = try Command.shell("'\(script)' \"$QJBOARD\"", environment: ["SOURCE_DATE_EPOCH": "0"])
    let text = page.output.replacing("\\-", with: "-")
    let sections = text.components(separatedBy: "\n.S").dropFirst()
    for command in table.commands {
      let head = command.path.isEmpty ? "H OPTIONS\n" : "S \(command.path)\n"
      let section = try #require(sections.first { $0.hasPrefix(head) }, "\(command.path)")
      // The line after .TP names an option.
      let heads = section.components(separatedBy: "\n.TP\n").dropFirst().map { $0.prefix { $0 != "\n" } }
      let found = heads.filter { $0.hasPrefix("\\fB") }.map {
        $0.replacing("\\fB", with: "").replacing("\\fR", with: " ").replacing(/\\fI.*/, with: "")
      }
      #expect(Set(found.flatMap { options(in: $0) }) == command.options, "\(command.path)")
    }
  }

  @Test func `bash completes the options of the table`() throws {
    let script = try Command.run("--generate-completion-script", "bash").output
    for command in table.commands {
      let name = (["_qjboard"] + command.path.split(separator: " ").map(String.init)).joined(separator: "_")
      let function = try #require(
        script.components(separatedBy: "\n\(name)() {\n").last?.components(separatedBy: "\n}\n").first)
      let lists = function.split(separator: "\n").filter { $0.contains("repeating_") && $0.contains("=(") }
      #expect(
        Set(lists.flatMap { options(in: $0.drop { $0 != "(" }) }) == command.options, "\(command.path)")
    }
  }

  @Test func `zsh completes the options of the table`() throws {
    let script = try Command.run("--generate-completion-script", "zsh").output
    for command in table.commands {
      let name = (["_qjboard"] + command.path.split(separator: " ").map(String.init)).joined(separator: "_")
      let function = try #require(
        script.components(separatedBy: "\n\(name)() {\n").last?.components(separatedBy: "\n}\n").first)
      let specs = function.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix("'--") || $0.hasPrefix("'*--") || $0.hasPrefix("'(-") }
      #expect(
        Set(specs.flatMap { options(in: $0.prefix { $0 != "[" }) }) == command.options, "\(command.path)")
    }
  }

  @Test func `fish completes the options of the table`() throws {
    let script = try Command.run("--generate-completion-script", "fish").output
    for command in table.commands {
      let path = (["qjboard"] + [command.path].filter { !$0.isEmpty }).joined(separator: " ")
      let lines = script.split(separator: "\n").filter {
        $0.contains("for_flags_or_options \"\(path)\"")
      }
      let found = lines.flatMap { line in
        line.matches(of: #/ -s '(\w)'/#).map { "-\($0.1)" }
          + line.matches(of: #/ -l '([\w-]+)'/#).map { "--\($0.1)" }
      }
      #expect(Set(found) == command.options, "\(command.path)")
    }
  }

  @Test func `bash takes its script without a word`() throws {
    try expectSilence(of: "bash", loading: ". /dev/stdin")
  }

  @Test(.enabled(if: Command.succeeds("command -v zsh"), "no zsh"))
  func `zsh takes its script without a word`() throws {
    try expectSilence(
      of: "zsh",
      loading: "autoload -U compinit && compinit -D && . /dev/stdin && whence -w _qjboard > /dev/null")
  }

  @Test(.enabled(if: Command.succeeds("command -v fish"), "no fish"))
  func `fish takes its script without a word`() throws {
    try expectSilence(of: "fish", loading: "source")
  }

  private func expectSilence(of shell: String, loading: String) throws {
    // A shell may make directories at home.
    let home = try ScratchDirectory()
    let run = try Command.shell(
      "\"$QJBOARD\" --generate-completion-script \(shell) | \(shell) -c '\(loading)'",
      environment: ["HOME": home.path])
    #expect(run.status == 0)
    #expect(run.error == "")
  }

  @Test(arguments: [
    ("list --f", "--format"), ("list figures --format ", "table json csv markdown"), ("rep", "report"),
    ("schema conf", "config conflicts"), ("show over", "overview"), ("check --explain sum", "sum-mismatch"),
  ])
  func `bash completes what is begun`(line: String, offered: String) throws {
    let begun = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let run = try Command.shell(
      """
      exec bash -c '
      . /dev/stdin <<< "$("$QJBOARD" --generate-completion-script bash)"
      COMP_LINE="qjboard \(line)"; COMP_POINT=${#COMP_LINE}
      COMP_WORDS=(qjboard \(line)\(begun.isEmpty ? "\"\"" : "")); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _qjboard qjboard "\(begun)" "${COMP_WORDS[COMP_CWORD-1]}"; echo "${COMPREPLY[@]}"'
      """)
    #expect(run.error == "" && run.lines == [offered])
  }

  // MARK: Documentation

  /// Options of other programs that the pages name.
  private static let foreign: Set<String> = [
    "--now", "--system", "--shell", "--no-create-home", "--home-dir", "--experimental-dump-help",
    // Of script/package and the tools that its page names.
    "--portable", "--deb", "--rpm", "--minisign", "--gpg", "--check", "--verify", "--no-same-owner",
  ]

  private func pages() throws -> [(name: String, text: String)] {
    let docs = try FileManager.default.contentsOfDirectory(atPath: Package.path("docs")).filter {
      $0.hasSuffix(".md")
    }
    return try (docs.sorted().map { "docs/\($0)" } + ["README.md", "README.zh.md"]).map { name in
      (name, try String(contentsOfFile: Package.path(name), encoding: .utf8))
    }
  }

  @Test func `README and pages name only existing options`() throws {
    let known = table.options.union(Self.foreign).union(["--generate-completion-script"])
    for page in try pages() {
      let named = options(in: page.text).filter { $0.hasPrefix("--") }
      #expect(named.isSubset(of: known), "\(page.name): \(named.subtracting(known))")
      // What stands on a line of one command is an option of that command.
      for line in page.text.split(separator: "\n")
      where line.drop(while: { "$ ".contains($0) }).hasPrefix("qjboard ") {
        let words = line.drop { "$ ".contains($0) }.prefix { $0 != "#" && $0 != "|" && $0 != ">" }
          .split(separator: " ").map(String.init)
        let call = words.dropFirst().first { !$0.hasPrefix("-") } ?? ""
        let path = call == "config" && words.count > 2 ? "config \(words[2])" : call
        guard table.commands.contains(where: { $0.path == path }) else { continue }
        let allowed = table[path].union(table[""]).union(["--generate-completion-script"])
        let used = options(in: words.joined(separator: " ")).filter { $0.hasPrefix("--") }
        #expect(used.isSubset(of: allowed), "\(page.name): \(line)")
      }
    }
  }

  @Test func `every option is in a general page or the page of its command`() throws {
    let texts = Dictionary(uniqueKeysWithValues: try pages().map { ($0.name, options(in: $0.text)) })
    let general = (texts["docs/commands.md"] ?? []).union(texts["docs/views.md"] ?? []).union(
      texts["docs/configuration.md"] ?? []
    ).union(
      texts["docs/command-line.md"] ?? [])
    for command in table.commands {
      let name = command.path.prefix { $0 != " " }
      let page = name.isEmpty ? nil : texts[name == "config" ? "docs/configuration.md" : "docs/\(name).md"]
      #expect(name.isEmpty || page != nil, "docs/\(name).md")
      let missing = command.options.filter { $0.hasPrefix("--") }.subtracting(general.union(page ?? []))
      #expect(missing.isEmpty, "\(command.path): \(missing)")
    }
  }
}
