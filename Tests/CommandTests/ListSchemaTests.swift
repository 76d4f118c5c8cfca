import Foundation
import Testing

/// `qjboard schema list-KIND` describes what `qjboard list KIND --format json` prints.
@Suite(
  .enabled(
    if: Command.succeeds("python3 -c 'import jsonschema' || /usr/bin/python3 -c 'import jsonschema'"),
    "no jsonschema for python3: install the Debian package python3-jsonschema"))
struct ListSchemaTests {
  private static let kinds = [
    "figures", "clusters", "indicators", "targets", "projects", "tasks", "parks", "sources", "conflicts",
    "enterprises", "strengths", "measures", "problems", "decisions", "duties", "reports", "statuses",
    "lights",
  ]

  private func validate(_ files: [String], in directory: ScratchDirectory) throws -> Command.Result {
    let script = Package.path("script/validate")
    return try Command.shell(
      "'\(script)' --as schema.json \(files.joined(separator: " "))", directory: directory.path)
  }

  @Test func `every kind of list has a schema`() throws {
    let names = try Command.run("schema").lines.filter { $0.hasPrefix("list-") }
    #expect(names == Self.kinds.map { "list-\($0)" })
  }

  @Test(arguments: kinds) func `lists follow their schemas`(kind: String) throws {
    let directory = try ScratchDirectory()
    try directory.write(try Command.run("schema", "list-\(kind)").output, to: "schema.json")
    var (files, rows): ([String], Int) = ([], 0)
    for name in ["qianjiang", "gas-conversion", "kinds", "small", "month"] {
      let list = try Command.run(
        "list", kind, "--format", "json", "--data", Package.path("fixtures/\(name)"), "--as-of", "2026-01-01")
      #expect(list.status == 0)
      rows += try #require(JSONSerialization.jsonObject(with: Data(list.bytes)) as? [Any]).count
      try directory.write(list.output, to: "\(name).json")
      files.append("\(name).json")
    }
    #expect(rows > 0)
    let result = try validate(files, in: directory)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(arguments: [
    (#""line": "#, #""row": "#, "'line' is a required property"),
    (#""kind": "actual""#, #""kind": "x""#, "'x'"),
    (#""printed": ""#, #""extra": 1, "printed": ""#, "'extra' was unexpected"),
  ])
  func `another member, value or missing member is refused`(old: String, new: String, message: String) throws
  {
    let directory = try ScratchDirectory()
    try directory.write(try Command.run("schema", "list-figures").output, to: "schema.json")
    let list = try Command.run(
      "list", "figures", "--format", "json", "--data", Package.path("fixtures/small")
    ).output
    let changed = list.replacingOccurrences(of: old, with: new)
    #expect(changed != list)
    try directory.write(changed, to: "list.json")
    let result = try validate(["list.json"], in: directory)
    #expect(result.status == 1 && result.output.contains(message), "\(result.output)")
  }
}
