import Glibc
import Testing

/// `--output` and what may stand in its way.
struct OutputFileTests {
  private static let data = ["QJBOARD_DATA": Package.path("fixtures/small")]

  /// `own` and `shared` beside a file that must stay as it is. A directory of somebody else's could not be made without
  /// being root; one that all may write into counts the same.
  private func place() throws -> ScratchDirectory {
    let place = try ScratchDirectory()
    let made = try Command.shell(
      "mkdir own shared && chmod 755 own && chmod 1777 shared && echo kept > victim", directory: place.path)
    try #require(made.status == 0)
    return place
  }

  @Test func `a link in a directory of one's own keeps being one`() throws {
    let place = try place()
    _ = try Command.shell("ln -s ../victim own/report.csv", directory: place.path)
    let result = try Command.run(
      "report", "--format", "csv", "-o", "own/report.csv", environment: Self.data, directory: place.path)
    #expect(result.status == 0)
    #expect(
      place.text(of: "victim")?.contains("section,") == true
        || place.text(of: "victim")?.contains("部分") == true)
    #expect(try Command.shell("test -L own/report.csv", directory: place.path).status == 0)
  }

  @Test func `a link in a directory that others write into is not written through`() throws {
    let place = try place()
    _ = try Command.shell(
      "ln -s ../victim shared/report.csv && ln -s ../new shared/other.csv", directory: place.path)
    for name in ["report.csv", "other.csv"] {
      let result = try Command.run(
        "--lang", "en", "report", "--format", "csv", "-o", "shared/\(name)", environment: Self.data,
        directory: place.path)
      #expect(result.status == 74)
      #expect(
        result.error
          == "qjboard: cannot write shared/\(name): it is a link in a directory that others can write to; nothing was changed\n"
      )
    }
    #expect(place.text(of: "victim") == "kept\n" && place.text(of: "new") == nil)
  }

  @Test func `files are written there as anywhere, and devices as they are`() throws {
    let place = try place()
    #expect(
      try Command.run("report", "-o", "shared/a.md", environment: Self.data, directory: place.path).status
        == 0)
    #expect(place.text(of: "shared/a.md")?.hasPrefix("# ") == true)
    #expect(try Command.run("report", "-o", "/dev/null", environment: Self.data).status == 0)
    #expect(try Command.run("report", "-o", "/dev/full", environment: Self.data).status == 74)
    let through = try Command.shell(
      "\"$QJBOARD\" report -o /dev/stdout | head -c 2", environment: Self.data, directory: place.path)
    #expect(through.output == "# ")
  }

  @Test func `a file keeps its rights, and a new one has those of the user`() throws {
    let place = try place()
    let line =
      "umask 027; \"$QJBOARD\" report -o own/new.md; touch own/old.md; chmod 604 own/old.md; "
      + "\"$QJBOARD\" report -o own/old.md; stat -c %a own/new.md own/old.md"
    #expect(try Command.shell(line, environment: Self.data, directory: place.path).lines == ["640", "604"])
  }
}

/// Settings and themes that are broken, and who is stopped by them.
struct BrokenSettingsTests {
  private func run(_ call: String, _ files: [(String, String)]) throws -> Command.Result {
    let place = try ScratchDirectory()
    _ = try Command.shell("mkdir -p qjboard/themes", directory: place.path)
    for (name, text) in files { try place.write(text, to: "qjboard/\(name)") }
    return try Command.shell(
      "\"$QJBOARD\" \(call)",
      environment: [
        "XDG_CONFIG_HOME": place.path, "QJBOARD_DATA": Package.path("fixtures/small"),
      ])
  }

  private static let broken = ("themes/mine.json", "{")

  @Test(arguments: ["list sources --limit 1", "check", "report -o /dev/null", "show overview", "--plain"])
  func `a broken theme that is not in use is not an error`(call: String) throws {
    let result = try run(call, [Self.broken])
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
  }

  @Test func `it is a warning for who asks what is set`() throws {
    let result = try run("config show --lang en", [Self.broken])
    #expect(result.status == 0)
    #expect(result.error.contains("mine.json:1:2: warning: not valid JSON"))
  }

  @Test func `in use it is a fault, but for what draws nothing`() throws {
    for (call, status) in [
      ("show overview", 78), ("list sources --limit 1", 0), ("--theme mine show targets --format ansi", 78),
    ] {
      let files =
        call.hasPrefix("--theme") ? [Self.broken] : [Self.broken, ("config.json", #"{"theme": "mine"}"#)]
      let result = try run(call, files)
      #expect(Int(result.status) == status, "\(call): \(result.error)")
      #expect(result.error.contains("mine.json:1:2: ") == (status == 78))
    }
  }

  @Test func `a setting that is not in use is not an error either`() throws {
    let file = ("config.json", #"{"mouse": 7, "keys": {"search": ["no such key"]}}"#)
    #expect(try run("list sources --limit 1", [file]).status == 0)
    #expect(try run("show overview", [file]).status == 78)
    #expect(try run("config show", [file]).status == 78)
    // The data may be named in it.
    #expect(try run("list sources --limit 1", [("config.json", "{")]).status == 78)
    #expect(try run("list sources --limit 1", [("config.json", #"{"data": 7}"#)]).status == 78)
    let data = Package.path("fixtures/small")
    for call in [
      "list sources --limit 1 --data \(data)", "check \(data)", "diff \(data) \(data)", "check --rules",
    ] {
      let result = try run("\(call) --lang en", [("config.json", "{")])
      #expect(
        result.status == 0 && result.error.contains("config.json:1:2: warning: "), "\(call): \(result.error)")
    }
  }
}
