import Store
import Testing

/// The schemas in `schemas/` and the loader allow the same, as far as a schema can tell.
@Suite(
  .enabled(
    if: Shell.hasValidator, "no jsonschema for python3: install the Debian package python3-jsonschema"))
struct SchemaTests {
  private static let validate = "'\(Repository.path("script/validate"))'"

  @Test func `the datasets follow the schemas`() {
    let (status, output) = Shell.run(SchemaTests.validate)
    #expect(status == 0, "\(output)")
    #expect(output.contains("files valid"))
  }

  @Test func `there is a schema of every kind of file`() {
    // Parts that files share, settings, and what a command prints are no files of a dataset.
    let others = ["common", "config", "diff", "recipe", "theme"]
    let names = Repository.names(in: "schemas").map { String($0.prefix { $0 != "." }) }
      .filter { !others.contains($0) }
    #expect(names.sorted() == DatasetLoader.kinds.sorted())
  }

  /// What the schemas refuse, out of datasets that each differ from the small one in one place.
  private func refused(_ fixtures: [Fixture]) throws -> [Bool] {
    let directories = try fixtures.map { fixture in
      let directory = try TemporaryDirectory()
      for file in fixture.files { try directory.write(file.bytes, to: file.name) }
      return directory
    }
    let (_, output) = Shell.run("\(SchemaTests.validate) \(directories.map(\.path).joined(separator: " "))")
    #expect(output.contains("files valid"), "\(output)")
    let lines = output.split(separator: "\n")
    return directories.map { directory in lines.contains { $0.hasPrefix(directory.path("")) } }
  }

  @Test func `schema and loader refuse the same`() throws {
    // A schema cannot compare two values, and knows nothing of other files.
    let beyond = ["later than", "larger than", "begins after", "among the", "[5, 1]"]
    let cases = LimitTests.cases.filter { refusal in
      !beyond.contains { refusal.message.range(of: $0) != nil || refusal.new.range(of: $0) != nil }
    }
    #expect(cases.count >= 30)
    let fixtures = try cases.map { try Fixture("small").replacing($0.old, in: $0.file, with: $0.new) }
    let refused = try refused(fixtures + [Fixture("small"), LimitTests.justAllowed()])
    for (refusal, isRefused) in zip(cases, refused) { #expect(isRefused, "\(refusal.testDescription)") }
    #expect(refused.suffix(2) == [false, false], "what the loader reads")
  }

  @Test func `every required key of a schema is required by the loader`() throws {
    var keys = 0
    for (file, key) in try requiredKeys() {
      keys += 1
      let fixture = try Fixture("small")
      let text = try fixture.text(of: file)
      // Another name makes the key missing, and the rest stays as it is.
      let renamed = try fixture.replacing("\"\(key)\":", in: file, with: "\"\(key)-x\":")
      #expect(text.range(of: "\"\(key)\":") != nil)
      #expect(
        renamed.diagnostics.contains { diagnostic in
          // A statement without a figure lacks a claim.
          let missing = key == "figure" ? "claim" : key
          return if case .missingKey(missing, _) = diagnostic.fault { diagnostic.severity == .error } else {
            false
          }
        }, "\(file) \(key)")
    }
    #expect(keys >= 60)
  }

  /// File and key of every `required` in the schemas, for files of the small dataset that hold the key.
  private func requiredKeys() throws -> [(String, String)] {
    let script = """
      import glob, json
      def walk(node):
          if isinstance(node, dict):
              if isinstance(node.get('required'), list) and 'if' not in node:
                  yield from node['required']
              for key, value in node.items():
                  if key not in ('if', 'then', 'allOf'): yield from walk(value)
          elif isinstance(node, list):
              for value in node: yield from walk(value)
      for path in sorted(glob.glob('\(Repository.path("schemas"))/*.schema.json')):
          kind = path.split('/')[-1].split('.')[0]
          for key in dict.fromkeys(walk(json.load(open(path)))): print(kind, key)
      """
    let (status, output) = Shell.run("python3 - <<'PYTHON'\n\(script)\nPYTHON")
    try #require(status == 0, "\(output)")
    let texts = Dictionary(
      uniqueKeysWithValues: try Fixture("small").files.map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
    return output.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2, let text = texts["\(words[0]).json"], text.range(of: "\"\(words[1])\":") != nil
      else { return nil }
      return ("\(words[0]).json", words[1])
    }
  }
}
