import Testing

/// `list` of a directory that is too large to be loaded before the first row is written.
struct ListStreamTests {
  /// A copy of the small dataset with projects whose notes make them large.
  private func directory(last stage: String = "started") throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    let small = Package.path("fixtures/small")
    try #require(Command.shell("cp \(small)/*.json \(directory.path)").status == 0)
    let note = String(repeating: "长", count: 30_000)
    let citation = #"{"source": "plan", "line": 15, "printed": "厂"}"#
    let projects = (1...120).map { number in
      let stage = number == 120 ? stage : "started"
      return "{\"id\": \"big-\(number)\", \"name\": {\"zh\": \"大厂\(number)\", \"en\": \"Big \(number)\"}, "
        + "\"clusters\": [], \"milestones\": [{\"stage\": \"\(stage)\", \"date\": \"2021\", "
        + "\"citations\": [\(citation)]}], \"note\": {\"zh\": \"\(note)\", \"en\": \"long\"}, "
        + "\"citations\": [\(citation)]}"
    }
    try directory.write("{\"projects\": [\n\(projects.joined(separator: ",\n"))\n]}", to: "projects-big.json")
    return directory
  }

  private func list(_ directory: ScratchDirectory, _ arguments: String...) throws -> Command.Result {
    try Command.run(["list", "projects", "--data", directory.path, "--as-of", "2023-07-31"] + arguments)
  }

  @Test(arguments: ["table", "csv", "json", "markdown"])
  func `rows are those of a list that is loaded first`(format: String) throws {
    let directory = try directory()
    let streamed = try list(directory, "--format", format, "--where", "id~big")
    // Of what a project is part has to be known of all.
    let whole = try list(directory, "--format", format, "--where", "id~big parent=\"\"")
    #expect(streamed.status == 0 && streamed.bytes == whole.bytes && streamed.error.isEmpty)
    let all = try list(directory, "--format", format)
    #expect(all.output.contains("齿轮厂") && all.output.contains("大厂120"))
  }

  @Test(arguments: ["zh", "en"])
  func `a fault is reported after the rows before it`(language: String) throws {
    let directory = try directory(last: "strated")
    for format in ["csv", "json"] {
      let result = try list(directory, "--format", format, "--lang", language)
      #expect(result.status == 65 && result.output.contains("big-119") && !result.output.contains("big-120"))
      #expect(result.errorLines.count == 1 && result.error.contains("projects-big.json:121:"))
      #expect(result.error == (try list(directory, "--sort", "name", "--lang", language).error))
      // No program takes for JSON what is not complete.
      #expect(format == "csv" || !result.output.contains("\n]"))
    }
  }

  @Test(arguments: ["table", "csv"])
  func `other kinds are reported before the projects are read`(format: String) throws {
    let directory = try directory(last: "strated")
    let result = try Command.run(["list", "sources", "--data", directory.path, "--format", format])
    let whole = try Command.run([
      "list", "sources", "--data", Package.path("fixtures/small"), "--format", format,
    ])
    #expect(result.status == 65 && result.bytes == whole.bytes && whole.status == 0)
    #expect(result.errorLines.count == 1 && result.error.contains("projects-big.json:121:"))
  }

  @Test func `a text that no project has is reported as ever`() throws {
    let directory = try directory()
    for filter in ["name=大厂12", "name=大厂999", "name=大厂1,大厂999", "name=大厂12 stage=planned"] {
      let streamed = try list(directory, "--where", filter, "--format", "csv")
      let whole = try list(directory, "--where", filter, "--format", "csv", "--sort", "id")
      #expect(
        streamed.status == whole.status && streamed.bytes == whole.bytes && streamed.error == whole.error)
    }
  }

  @Test func `what lies behind the limit is not read`() throws {
    let directory = try directory(last: "strated")
    #expect(try list(directory, "--sort", "name", "--limit", "2").status == 65)
    for reader in ["--limit 2", "| head -n 3"] {
      let words = "list projects --data \(directory.path) --columns id --where id~big --format csv \(reader)"
      let result = try Command.shell("\"$QJBOARD\" \(words)")
      #expect(result.lines.prefix(3) == ["代码", "big-1", "big-2"], "\(result.error)")
    }
  }

  @Test func `words of filters and columns are checked before anything is written`() throws {
    let directory = try directory()
    for words in [["--where", "stage=strated"], ["--where", "colour=red"], ["--columns", "colour"]] {
      let result = try Command.run(["list", "projects", "--data", directory.path] + words)
      #expect(result.status == 64 && result.bytes.isEmpty && result.errorLines.count == 1)
    }
    let none = try list(directory, "--where", "cluster=food name~大厂", "--lang", "en")
    #expect(none.status == 0 && none.error == "qjboard: no matching records\n")
  }

  /// Many small projects: more than are looked at before the widths of a table are fixed.
  @Test func `nothing is written before a text is found`() throws {
    let directory = try ScratchDirectory()
    try #require(Command.shell("cp \(Package.path("fixtures/small"))/*.json \(directory.path)").status == 0)
    let citation = #"{"source": "plan", "line": 15, "printed": "厂"}"#
    let milestone = "{\"stage\": \"started\", \"date\": \"2021\", \"citations\": [\(citation)]}"
    let blank = String(repeating: " ", count: 200)
    let projects = (1...21_000).map {
      "{\"id\": \"small-\($0)\", \"name\": {\"zh\": \"小厂\($0)\", \"en\": \"Small \($0)\"}, \"clusters\": [],\(blank)"
        + "\"milestones\": [\(milestone)], \"citations\": [\(citation)]}"
    }
    try directory.write(
      "{\"projects\": [\n\(projects.joined(separator: ",\n"))\n]}", to: "projects-small.json")
    let none = try list(directory, "--where", "name=nonsense", "--lang", "en")
    #expect(none.status == 64 && none.bytes.isEmpty && none.errorLines.count == 1)
  }

  // MARK: Figures

  private func figures(last kind: String = "actual") throws -> ScratchDirectory {
    let directory = try ScratchDirectory()
    try #require(Command.shell("cp \(Package.path("fixtures/small"))/*.json \(directory.path)").status == 0)
    let note = String(repeating: "长", count: 30_000)
    let figures = (1...120).map { number in
      let other = number == 119 ? "\"supersedes\": \"big-3\", " : ""
      return
        "{\"id\": \"big-\(number)\", \"subject\": \"district\", \"indicator\": \"output\", \"value\": \(number), "
        + "\"unit\": \"亿元\", \"period\": \"2019\", \"kind\": \"\(number == 120 ? kind : "actual")\", \(other)"
        + "\"comparator\": \"=\", \"scope\": \"above-scale\", \"note\": {\"zh\": \"\(note)\", \"en\": \"long\"}, "
        + "\"citations\": [{\"source\": \"plan\", \"line\": 3, \"printed\": \"1亿元\"}]}"
    }
    try directory.write("{\"figures\": [\n\(figures.joined(separator: ",\n"))\n]}", to: "figures-big.json")
    return directory
  }

  @Test(arguments: ["table", "csv", "json", "markdown"])
  func `figures are those of a list that is loaded first`(format: String) throws {
    let directory = try figures()
    func list(_ words: String...) throws -> Command.Result {
      try Command.run(["list", "figures", "--data", directory.path, "--format", format] + words)
    }
    let streamed = try list("--where", "value>=2 kind=actual id~big")
    // Texts that rows must not have need all rows.
    let whole = try list("--where", "value>=2 kind=actual id~big id!=big-1")
    #expect(streamed.status == 0 && streamed.bytes == whole.bytes && streamed.error.isEmpty)
    let limited = try list("--limit", "2", "--where", "id=big-4")
    #expect(streamed.output.contains("118") && limited.status == 0)
    let csv = try Command.run([
      "list", "figures", "--data", directory.path, "--format", "csv", "--columns", "id",
    ])
    #expect(csv.lines.contains("big-4") && !csv.lines.contains("big-3"))
  }

  @Test func `a fault in a figure is reported after the rows before it`() throws {
    let directory = try figures(last: "actaul")
    for format in ["csv", "json"] {
      let result = try Command.run(["list", "figures", "--data", directory.path, "--format", format])
      #expect(result.status == 65 && result.output.contains("big-119") && !result.output.contains("big-120"))
      #expect(result.errorLines.count == 1 && result.error.contains("figures-big.json:121:"))
      #expect(format == "csv" || !result.output.contains("\n]"))
    }
    // Clusters have nothing to do with figures: they are written, and what is wrong is told.
    let clusters = try Command.run([
      "list", "clusters", "--data", directory.path, "--format", "json", "--sort", "name",
    ])
    #expect(clusters.status == 65 && clusters.output.contains("food") && !clusters.output.hasSuffix("]\n"))
    let wrong = try Command.run(["list", "clusters", "--data", directory.path, "--sort", "colour"])
    #expect(wrong.status == 64 && wrong.bytes.isEmpty)
  }
}
