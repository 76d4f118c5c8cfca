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
    for (language, word) in [("zh", "虚构"), ("en", "Invented")] {
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
