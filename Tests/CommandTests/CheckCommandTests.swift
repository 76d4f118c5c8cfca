import Testing

/// `check` as a shell sees it.
struct CheckCommandTests {
  @Test func `the built-in data have no open finding`() throws {
    let result = try Command.run("check", "--strict", "--lang", "en")
    #expect(result.status == 0)
    #expect(result.lines.last?.hasPrefix("built-in: no errors, no warnings, ") == true)
    #expect(result.lines.first?.hasSuffix("  [sum-mismatch]") == true)
  }

  @Test func `a rule is explained, and an unknown one gets the nearest`() throws {
    let known = try Command.run("check", "--explain", "sum-mismatch", "--lang", "en")
    #expect(known.status == 0 && known.lines.first == "sum-mismatch (warning): parts do not add up")
    let unknown = try Command.run("check", "--explain", "sum-mismach", "--lang", "en")
    #expect(unknown.status == 64 && unknown.error.contains("Did you mean 'sum-mismatch'?"))
  }

  @Test func `SARIF is one JSON text with the findings of all directories`() throws {
    let result = try Command.run("check", "--format", "json", "--lang", "en")
    #expect(result.status == 0 && result.output.contains(#""version": "2.1.0""#))
    #expect(result.output.contains(#""uri": "built-in/figures-press.json""#))
  }

  @Test func `the data and the language come from where they are set`() throws {
    let result = try Command.shell(
      #"exec "$QJBOARD" check"#,
      environment: ["QJBOARD_DATA": "\(Package.root)/fixtures/small", "QJBOARD_LANG": "en"])
    #expect(result.status == 0)
    #expect(result.lines.last?.hasPrefix("\(Package.root)/fixtures/small: no errors") == true)
    let broken = try Command.shell(#"exec "$QJBOARD" check"#, environment: ["QJBOARD_LANG": "fr"])
    #expect(broken.status == 78)
  }

  @Test func `what is odd in the files and in the figures is listed and counted together`() throws {
    let place = try ScratchDirectory()
    let made = try Command.shell(
      #"cp -r "$SMALL" data; cd data; rm conflicts.json; sed -i 's/"short": {"zh": "规划"/"shrot": 1, &/' sources.json"#,
      environment: ["SMALL": Package.path("fixtures/small")], directory: place.path)
    try #require(made.status == 0)
    let result = try Command.run("check", "data", "--lang", "en", directory: place.path)
    #expect(result.status == 0)
    #expect(result.lines.first?.hasSuffix("[unknown-key]") == true)
    #expect(result.lines.contains { $0.hasSuffix("[different-values]") })
    #expect(result.lines.last == "data: no errors, 2 warnings, no notes")
    #expect(try Command.run("check", "data", "--strict", directory: place.path).status == 65)
  }

  @Test func `a directory whose name is no UTF-8 is reported by its bytes`() throws {
    let place = try ScratchDirectory()
    let line = #"""
      name=$(printf '\326\320'); cp -r "$SMALL" "$name"; cd "$name"; "$QJBOARD" check "../$name" --lang en | tail -n 1
      "$QJBOARD" check . --format json --lang en | grep -m 1 '"uri"'
      """#
    let result = try Command.shell(
      line, environment: ["SMALL": Package.path("fixtures/small")], directory: place.path)
    #expect(result.lines.first == #"../\xD6\xD0: no errors, no warnings, 1 note"#)
    #expect(result.lines.last?.contains("/%D6%D0/") == true, "\(result.output)")
  }
}
