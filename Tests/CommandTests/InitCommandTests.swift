import Foundation
import Testing

/// `init` makes a whole dataset, or nothing.
struct InitCommandTests {
  private func names(in directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  @Test(
    arguments: [
      ["--name", "江城区"],
      ["--name", "江城区", "--names", "both", "--years", "2021-2025", "--classification", "五大产业"],
      ["--name", "Riverton", "--names", "en", "--clusters", "Equipment, Food,New materials"],
      ["--name", "江城区", "--clusters", "装备制造业，电子信息业、新材料产业", "--years", "2016—2020年"],
    ])
  func `a new dataset is valid and every view shows it`(options: [String]) throws {
    let scratch = try ScratchDirectory()
    let made = try Command.run(["init", "d"] + options, directory: scratch.path)
    #expect(made.status == 0, "\(made.error)")
    let files = try names(in: scratch.path("d"))
    #expect(files.contains("README.md") && files.contains("example-plan.txt"))
    let kinds = try Command.run("schema").lines.filter {
      !["common", "config", "diff", "recipe", "theme", "words"].contains($0) && !$0.hasPrefix("list-")
    }
    #expect(files.filter { $0.hasSuffix(".json") } == kinds.map { "\($0).json" }.sorted())
    let check = try Command.run("check", "d", "--lang", "en", directory: scratch.path)
    #expect(check.lines.last?.hasPrefix("d: no errors, no warnings") == true, "\(check.output)")
    for language in ["zh", "en"] {
      for view in OptionTable.views {
        for size in ["80x24", "120x40"] {
          let shown = try Command.run(
            "show", view, "--data", "d", "--lang", language, "--size", size, directory: scratch.path)
          #expect(shown.status == 0, "\(shown.error)")
          // The head of narrow frames in English has no room for the name.
          #expect(size == "80x24" || shown.output.contains(options[1]), "\(view)\n\(shown.output)")
        }
      }
      // A light needs a figure after the base.
      for kind in OptionTable.kinds where kind != "lights" {
        let list = try Command.run(
          "list", kind, "--data", "d", "--lang", language, "--format", "csv", directory: scratch.path)
        #expect(list.lines.count > 1, "\(kind)")
      }
    }
    #expect(try names(in: scratch.path) == ["d"], "nothing is left beside it")
  }

  @Test(.enabled(if: Command.succeeds("python3 -c 'import jsonschema'")))
  func `the files follow the schemas, and quotations are in the document`() throws {
    let scratch = try ScratchDirectory()
    for names in ["zh", "en", "both"] {
      _ = try Command.run("init", names, "--name", "江城区", "--names", names, directory: scratch.path)
      let valid = try Command.shell("'\(Package.path("script/validate"))' \(names)", directory: scratch.path)
      #expect(valid.status == 0, "\(valid.output)")
      let document = try #require(scratch.text(of: "\(names)/example-plan.txt")).split(separator: "\n")
      var quotations = 0
      for file in try self.names(in: scratch.path(names)) where file.hasSuffix(".json") {
        let text = try #require(scratch.text(of: "\(names)/\(file)"))
        for match in text.matches(of: /"line": ([0-9]+), "printed": "([^"]+)"/) {
          let line = try #require(Int(match.1))
          #expect(document[line - 1].contains(match.2), "\(file) \(match.0)")
          quotations += 1
        }
      }
      #expect(quotations > 15)
    }
  }

  @Test func `a dataset in one language has no other in its own names`() throws {
    let scratch = try ScratchDirectory()
    _ = try Command.run("init", "d", "--name", "江城区", directory: scratch.path)
    for file in ["dataset", "indicators", "projects", "clusters"] {
      let text = try #require(scratch.text(of: "d/\(file).json"))
      #expect(!text.contains("\"en\""), "\(file)")
    }
    let strict = try Command.run("check", "d", "--strict", "--lang", "en", directory: scratch.path)
    #expect(strict.status == 65 && strict.output.contains("[one-language]"))
  }

  @Test func `an English district has English names and units, and no Chinese`() throws {
    let scratch = try ScratchDirectory()
    let made = try Command.run(
      "init", "d", "--name", "Riverton", "--lang", "en", "--years", "2026-2030", "--clusters",
      "Equipment,Food",
      directory: scratch.path)
    #expect(made.status == 0, "\(made.error)")
    for file in try names(in: scratch.path("d")) {
      let text = try #require(scratch.text(of: "d/\(file)"))
      #expect(!text.unicodeScalars.contains { $0.properties.isIdeographic }, "\(file)")
    }
    for language in ["zh", "en"] {
      let list = try Command.run(
        "list", "figures", "--data", "d", "--format", "csv", "--lang", language, directory: scratch.path)
      #expect(list.output.contains("Example project") && list.status == 0)
    }
    let shown = try Command.run(
      "show", "targets", "--data", "d", "--lang", "en", "--size", "120x36", directory: scratch.path)
    #expect(shown.output.contains("¥20bn"), "\(shown.output)")
    for view in OptionTable.views {
      let shown = try Command.run(
        "show", view, "--data", "d", "--lang", "en", "--size", "120x36", directory: scratch.path)
      let text = shown.output.replacing("L 中文", with: "")
      #expect(!text.unicodeScalars.contains { $0.properties.isIdeographic }, "\(view)\n\(text)")
    }
    // The language of a Chinese name is Chinese, whatever that of the command.
    _ = try Command.run("init", "c", "--name", "江城区", "--lang", "en", directory: scratch.path)
    #expect(scratch.text(of: "c/indicators.json")?.contains("规上") == true)
    _ = try Command.run("init", "x", "--name", "X", "--lang", "zh", directory: scratch.path)
    #expect(scratch.text(of: "x/indicators.json")?.contains("规上") == true)
  }

  @Test(arguments: [
    ("million yuan", "300"), ("billion yuan", "0.3"), ("¥m", "300"), ("万元", "30000"),
    ("10,000 yuan", "30000"),
    ("亿元", "3"),
  ])
  func `tables of an English district go in with the units of either language`(unit: String, value: String)
    throws
  {
    let scratch = try ScratchDirectory()
    _ = try Command.run(
      "init", "d", "--name", "Riverton", "--lang", "en", "--years", "2026-2030", "--clusters",
      "Equipment,Food",
      directory: scratch.path)
    try scratch.write(
      "name,clusters,park,\"Total investment (\(unit))\",stage,date\nPump works,Food,Example park,\"\(value)\",Under construction,2025-03\n",
      to: "t.csv")
    let result = try Command.run(
      "import", "projects", "t.csv", "--into", "d", "--source", "example-plan", "--lang", "en", "--write",
      directory: scratch.path)
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    let list = try Command.run(
      "list", "projects", "--data", "d", "--format", "csv", "--lang", "en", "--columns",
      "name,stage,investment",
      directory: scratch.path)
    #expect(list.lines.contains("Pump works,Under construction,0.3"), "\(list.output)")
    #expect(
      try Command.run("check", "d", "--lang", "en", directory: scratch.path).output.contains(
        "no errors, no warnings"))
  }

  /// Stages as `list projects` prints them in either language go in, whatever the language of the dataset.
  @Test(arguments: ["江城区", "Riverton"])
  func `the printed names of stages are those of the column of stages`(name: String) throws {
    let scratch = try ScratchDirectory()
    _ = try Command.run(
      "init", "d", "--name", name, "--lang", "en", "--years", "2026-2030", directory: scratch.path)
    let stages = [
      ("planned", "谋划", "Planned"), ("reserve", "储备", "In reserve"), ("signed", "签约", "Signed"),
      ("started", "开工", "Started"), ("under-construction", "在建", "Under construction"),
      ("commissioned", "投产", "In operation"), ("full-output", "达产", "At full output"),
      ("stalled", "停工停产", "Halted"), ("cancelled", "取消", "Cancelled"),
    ]
    let words = stages.flatMap { id, zh, en in [(id, id), (id, zh), (id, en)] }
    let rows = words.enumerated().map { "Works \($0.offset),\($0.element.1),2025-03\n" }
    try scratch.write("name,stage,date\n\(rows.joined())", to: "t.csv")
    let result = try Command.run(
      "import", "projects", "t.csv", "--into", "d", "--source", "example-plan", "--lang", "en", "--write",
      directory: scratch.path)
    #expect(result.status == 0, "\(result.error)")
    let text = try #require(scratch.text(of: "d/projects.json"))
    for (number, (id, word)) in words.enumerated() {
      let project = try #require(text.components(separatedBy: "\"name\": \"Works \(number)\"").last)
      #expect(project.firstMatch(of: /"stage": "([a-z-]+)"/).map { String($0.1) } == id, "\(word)")
    }
  }

  @Test func `what is there is never overwritten`() throws {
    let scratch = try ScratchDirectory()
    for (make, place) in [
      ("mkdir d && echo x > d/x", "d"), ("echo x > f", "f"), ("ln -s nowhere l", "l"),
      ("mkdir e && ln -s e m", "m"),
    ] {
      let result = try Command.shell(
        "\(make); \"$QJBOARD\" init \(place) --name 江城区 --lang en", directory: scratch.path)
      #expect(result.status == 64, "\(place)")
      #expect(
        result.error.contains(
          "\(place) exists and is not empty; nothing was written. Use the name of a new directory."),
        "\(result.error)")
    }
    #expect(scratch.text(of: "d/x") == "x\n" && scratch.text(of: "f") == "x\n")
    #expect(try names(in: scratch.path) == ["d", "e", "f", "l", "m"])
    #expect(try names(in: scratch.path("d")) == ["x"] && names(in: scratch.path("e")) == [])
    // An empty directory is taken.
    #expect(try Command.run("init", "e/", "--name", "江城区", directory: scratch.path).status == 0)
    #expect(scratch.text(of: "e/dataset.json") != nil)
  }

  @Test(.enabled(if: getuid() != 0 || Command.succeeds("command -v runuser")))
  func `a place that cannot be written gets nothing`() throws {
    let scratch = try ScratchDirectory()
    let missing = try Command.run("init", "no/d", "--name", "江城区", "--lang", "en", directory: scratch.path)
    #expect(missing.status == 74)
    #expect(
      missing.error
        == "qjboard: cannot make no/d: No such file or directory; nothing was written: its parent must exist and be writable\n"
    )
    // A full disk: files larger than the limit cannot be written.
    let full = try Command.shell(
      "ulimit -f 1; \"$QJBOARD\" init d --name 江城区 --lang en", directory: scratch.path)
    #expect(full.status == 74, "\(full.error)")
    #expect(try names(in: scratch.path) == [])
  }

  @Test(
    arguments: [
      (["d"], "there is no terminal to ask on; give the name of the district with --name."),
      (["d", "--name", " "], "--name: the name is empty; write a name."),
      (["d", "--name", "a\u{1B}[2Jb"], "--name: the name has control or invalid characters; type it again."),
      (
        ["d", "--name", String(repeating: "江", count: 41)],
        "--name: the name has 41 characters; at most 40 are allowed."
      ),
      (["d", "--name", "x", "--years", "2025"], "'2025' is not a pair of years; write 2021-2025."),
      (["d", "--name", "x", "--years", "2025-2021"], "'2025-2021' is not a pair of years; write 2021-2025."),
      (
        ["d", "--name", "x", "--years", "1900-1905"],
        "the plan begins in 1900; its first year must be 1950 to"
      ),
      (
        ["d", "--name", "x", "--years", "2990-2995"],
        "the plan begins in 2990; its first year must be 1950 to"
      ),
      (["d", "--name", "x", "--clusters", ",,"], "--clusters is empty; write names separated by commas."),
      (["d", "--name", "x", "--clusters", "a,a"], "the cluster 'a' occurs twice."),
      (["d", "--name", "x", "--names", "fr"], "--names <names> cannot be 'fr'; expected zh, en, both."),
      ([".", "--name", "x"], "'.' cannot be a new directory; give a new name, such as jiangcheng."),
      (["/", "--name", "x"], "'/' cannot be a new directory; give a new name, such as jiangcheng."),
      (["d/..", "--name", "x"], "'d/..' cannot be a new directory; give a new name, such as jiangcheng."),
    ] as [([String], String)])
  func `a bad value is refused with its remedy`(arguments: [String], message: String) throws {
    let scratch = try ScratchDirectory()
    let result = try Command.run(["init"] + arguments + ["--lang", "en"], directory: scratch.path)
    #expect(result.status == 64)
    #expect(result.error.contains(message), "\(result.error)")
    #expect(try names(in: scratch.path) == [])
  }

  @Test func `restricted sessions may not use it`() throws {
    let scratch = try ScratchDirectory()
    let result = try Command.run(
      "init", "d", "--name", "江城区", "--lang", "en", environment: ["QJBOARD_RESTRICTED": "1"],
      directory: scratch.path)
    #expect(result.status == 64)
    #expect(result.error.contains("'init' cannot be used in a restricted session."))
    #expect(try names(in: scratch.path) == [])
  }

  @Test func `names with signs of JSON and of templates stay as they are`() throws {
    let scratch = try ScratchDirectory()
    let name = "a\"b\\{name}{end}"
    let made = try Command.run("init", "d", "--name", name, directory: scratch.path)
    #expect(made.status == 0, "\(made.error)")
    let list = try Command.run(
      "list", "sources", "--data", "d", "--format", "csv", "--columns", "title", directory: scratch.path)
    #expect(list.output.contains(name.replacing("\"", with: "\"\"")), "\(list.output)")
  }
}
