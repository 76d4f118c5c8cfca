import Testing

/// Command lines that cannot be understood, and those that ask how they should be.
struct UsageTests {
  @Test(arguments: [
    ("--hlep", "没有选项“--hlep”。是不是“--help”？", "unknown option '--hlep'. Did you mean '--help'?"),
    ("--versoin", "没有选项“--versoin”。是不是“--version”？", "unknown option '--versoin'. Did you mean '--version'?"),
    ("--lagn zh", "没有选项“--lagn”。是不是“--lang”？", "unknown option '--lagn'. Did you mean '--lang'?"),
    (
      "list --formt csv", "没有选项“--formt”。是不是“--format”？", "unknown option '--formt'. Did you mean '--format'?"
    ),
    ("check -x", "没有选项“-x”。", "unknown option '-x'."),
    ("lits figures", "没有命令“lits”；可用：kiosk、show", "no command 'lits'; expected kiosk, show"),
    ("config shwo", "是不是“show”？", "Did you mean 'show'?"),
    ("list figures --format", "“--format <format>”缺少值。", "'--format <format>' has no value."),
    ("list figures --bom=3", "选项“--bom”不带值，但给了“3”。", "'--bom' takes no value, but got '3'."),
    ("report a b", "多余的参数：“a”、“b”。", "unexpected arguments 'a', 'b'."),
    ("list", "缺少参数 <kind>；可用：figures、", "<kind> is missing; expected figures, "),
    ("show", "缺少参数 <view>；可用：overview、", "<view> is missing; expected overview, "),
    (
      "list figures --format jsn", "--format <format> 不能是“jsn”；可用：table、json、csv、markdown。是不是“json”？",
      "--format <format> cannot be 'jsn'; expected table, json, csv, markdown. Did you mean 'json'?"
    ),
    ("import project x --into y", "是不是“projects”？", "Did you mean 'projects'?"),
    ("list figures --limit x", "--limit <count> 不能是“x”。", "--limit <count> cannot be 'x'."),
    ("show overvew", "没有视图“overvew”；有：overview、", "no view 'overvew'; available: overview, "),
    ("show overview --size 3", "“3”不是尺寸", "'3' is not a size"),
    ("schema figurs", "没有模式“figurs”", "no schema 'figurs'"),
    (
      "explain 规上产值", "sc2022-gross-output-2025（规上产值 2025 工业强城）",
      "sc2022-gross-output-2025 (Gross output 2025, Strong City)"
    ),
    ("explain sc2022-gros", "是不是“sc2022-gross-output-2025”？", "Did you mean 'sc2022-gross-output-2025'?"),
    ("check --explain sum", "没有规则“sum”", "no rule 'sum'"),
    ("list figures --theme drak", "没有配色“drak”", "no theme 'drak'"),
    ("--as-of 20x", "“20x”不是日期", "'20x' is not a date"),
    ("kiosk --interval 1s", "不是间隔", "is not an interval"),
    ("--generate-completion-script csh", "不能是“csh”；可用：bash、", "cannot be 'csh'; expected bash, "),
  ])
  func `errors are reported in the language in use`(call: String, zh: String, en: String) throws {
    let words = call.split(separator: " ").map(String.init)
    for (language, label, expected) in [("zh", "错误：", zh), ("en", "Error: ", en)] {
      let result = try Command.run(words, environment: ["QJBOARD_LANG": language])
      #expect(result.status == 64 && result.bytes.isEmpty)
      let line = try #require(result.errorLines.first)
      #expect(line.hasPrefix(label) && line.contains(expected), "\(line)")
      if language == "zh" {
        // Names of options and values are what they are; no word of a sentence is English.
        for word in ["Error", "Usage", "invalid", "Please", "Missing", "nexpected", "See "] {
          #expect(!result.error.contains(word), "\(result.error)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("show overview --size", ["1x1000", "1000x1"], ["0x1", "1x0", "1001x1", "1x1001"], "is not a size"),
      ("kiosk --interval", ["3s", "60m", "1h"], ["2s", "3601s", "61m", "2h"], "is not an interval"),
      (
        "report --as-of 2022-01-01 --period", ["2022", "2022-Q1", "2022-01"], ["2023", "2022-Q2", "2022-02"],
        "begins after"
      ),
      ("list sources --limit", ["0", "1"], [], "limit"),
    ] as [(String, [String], [String], String)])
  func `values on the bounds are taken, those beyond are refused`(
    call: String, taken: [String], refused: [String], words: String
  ) throws {
    for value in taken + refused {
      let arguments = call.split(separator: " ").map(String.init) + [value]
      let result = try Command.run(arguments, environment: ["QJBOARD_LANG": "en"])
      #expect(result.error.contains(words) == refused.contains(value), "\(value): \(result.error)")
      if refused.contains(value) { #expect(result.status == 64 && result.bytes.isEmpty) }
    }
  }

  @Test func `the end of options may stand before a command`() throws {
    let plain = try Command.run("list", "sources", "--format", "csv")
    #expect(plain.status == 0)
    #expect(try Command.run("--", "list", "sources", "--format", "csv").bytes == plain.bytes)
    #expect(try Command.run("--lang", "zh", "--", "list", "sources", "--format", "csv").bytes == plain.bytes)
    // Behind the command it ends the options of that.
    #expect(try Command.run("list", "--", "sources", "--format").status == 64)
  }

  @Test func `the option, the variable and the locale choose the language of a mistake`() throws {
    func first(_ words: String..., environment: [String: String] = [:]) throws -> String {
      String(try Command.run(words, environment: environment).error.prefix(2))
    }
    #expect(try first("--lang", "en", "nothing", environment: ["QJBOARD_LANG": "zh"]) == "Er")
    #expect(try first("--lang=zh", "nothing", environment: ["LC_ALL": "en_GB.UTF-8"]) == "错误")
    #expect(try first("nothing", environment: ["LC_ALL": "en_GB.UTF-8"]) == "Er")
    #expect(try first("nothing", environment: ["LC_ALL": "zh_CN.UTF-8"]) == "错误")
    #expect(try first("nothing", "--", "--lang=en", environment: ["LC_ALL": "zh_CN.UTF-8"]) == "错误")
  }

  @Test(arguments: [
    "-h", "--help", "-x --help", "list -h", "list figures --format xml -h", "list --help --limit",
    "--as-of nonsense -h", "nothing -h", "config show --nothing --help", "import -h",
  ])
  func `help goes to standard output, also beside unknown options`(call: String) throws {
    let result = try Command.run(call.split(separator: " ").map(String.init))
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.hasPrefix("OVERVIEW: ") && result.output.contains("\nUSAGE: qjboard"))
    if call.hasPrefix("list") { #expect(result.output.contains("\nUSAGE: qjboard list")) }
    // After the end of options it is a word like any other.
    #expect(try Command.run("list", "--", "-h").status == 64)
  }

  /// The usage line names the command; what an option is given as its value is none.
  @Test(arguments: [
    ("--view show --nothing", "qjboard ["), ("--view show list --nothing", "qjboard list"),
    ("--data check --lang en --nothing", "qjboard ["), ("--view=targets report --nothing", "qjboard report"),
    ("list figures --columns list --nothing", "qjboard list"),
    ("report -o diff --nothing", "qjboard report"),
    ("--plain config path --nothing", "qjboard config path"),
  ])
  func `the value of an option is not a command`(call: String, usage: String) throws {
    let words = call.split(separator: " ").map(String.init)
    let result = try Command.run(words, environment: ["QJBOARD_LANG": "en"])
    #expect(
      result.status == 64 && result.errorLines.contains { $0.hasPrefix("Usage: \(usage)") }, "\(result.error)"
    )
    let help = try Command.run(words + ["--help"])
    #expect(help.status == 0 && help.output.contains("\nUSAGE: \(usage)"), "\(help.output.prefix(300))")
  }

  @Test(arguments: ["show overview", "report", "diff 2022 2023"])
  func `a file to write has a name`(call: String) throws {
    let result = try Command.run(call.split(separator: " ").map(String.init) + ["--output", ""])
    #expect(result.status == 64 && result.error.contains("--output 没有文件名"))
  }

  @Test func `help begins with valid examples and shows where to report problems`() throws {
    for command in try OptionTable().commands {
      let words = command.path.split(separator: " ").map(String.init)
      let help = try Command.run(words + ["--help"]).output
      if words.isEmpty {
        let parts = ["Examples:", "Problems: open an issue", "USAGE:", "OPTIONS:"].map {
          help.ranges(of: $0).first
        }
        #expect(parts.allSatisfy { $0 != nil })
        #expect(parts.compactMap { $0?.lowerBound } == parts.compactMap { $0?.lowerBound }.sorted())
      } else if !["config", "config show", "config path", "config defaults", "doctor"].contains(command.path)
      {
        #expect(help.contains("\nExamples:\n  qjboard \(command.path)"), "\(command.path)")
      }
      // An example that wraps goes on at the start of a line.
      let examples = help.components(between: "Examples:\n", and: "\n\n")
      #expect(examples.split(separator: "\n").allSatisfy { $0.hasPrefix("  qjboard") }, "\(examples)")
    }
  }

  @Test func `help, version and completions report a failed write`() throws {
    for call in ["--help", "list -h", "--version", "--generate-completion-script bash"] {
      let result = try Command.shell("\"$QJBOARD\" \(call) > /dev/full", environment: ["QJBOARD_LANG": "zh"])
      #expect(result.status == 74 && result.errorLines.count == 1, "\(call)")
      #expect(result.error.hasPrefix("qjboard: 无法写出"))
    }
  }
}

extension String {
  /// What stands between two texts; empty when either is missing.
  fileprivate func components(between start: String, and end: String) -> Substring {
    guard let from = ranges(of: start).first?.upperBound else { return "" }
    let rest = self[from...]
    return rest[..<(rest.ranges(of: end).first?.lowerBound ?? rest.endIndex)]
  }
}
