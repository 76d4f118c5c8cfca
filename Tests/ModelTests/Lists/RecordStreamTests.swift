import Testing

@testable import Model

/// Lists of projects that are made while the files are read agree with those of the whole dataset.
struct RecordStreamTests {
  /// Rows in all forms: the values of every field, and the object.
  private func rows(_ list: RecordList) -> [String] {
    (0..<list.count).map { row in
      let values = list.fields.indices.map { list.value(row: row, field: $0).plain(.zh) }
      return (values + [list.object(row: row).text]).joined(separator: "|")
    }
  }

  private func parts(_ directory: String, asOf: String = "2026-01-01") throws -> (
    rows: [String], count: Int, faults: [Diagnostic]
  ) {
    let stream = try #require(RecordStream(directory: directory, asOf: try day(asOf), threshold: 0))
    var (rows, count): ([String], Int) = ([], 0)
    do {
      try stream.parts(columns: Array(stream.frame.fields.indices)) { part in
        rows += self.rows(part)
        count += 1
      }
    } catch let failure as LoadFailure {
      return (rows, count, failure.diagnostics)
    }
    return (rows, count, [])
  }

  @Test(
    arguments: ["qianjiang", "gas-conversion", "small"],
    ["2021-12-31", "2022-12-31", "2026-01-01"])
  func `all parts together are the list`(name: String, asOf: String) throws {
    let directory = Repository.path("fixtures/\(name)")
    let board = try Board(DatasetLoader.load(directory: directory).dataset, on: asOf)
    let parts = try parts(directory, asOf: asOf)
    #expect(parts.rows == rows(RecordList(.projects, of: board)))
    #expect(parts.faults.isEmpty)
  }

  @Test(arguments: Repository.names(in: "fixtures/broken"))
  func `faults are those of the whole`(name: String) throws {
    let directory = Repository.path("fixtures/broken/\(name)")
    var whole: [Diagnostic] = []
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(directory: directory)
    } catch {
      whole = error.diagnostics
    }
    guard RecordStream(directory: directory, asOf: try day("2026-01-01"), threshold: 0) != nil else {
      // Faults outside the projects are left to whoever loads the whole.
      return #expect(!whole.isEmpty)
    }
    #expect(try parts(directory).faults == whole)
  }

  // MARK: Invented projects

  private func directory(_ projects: [String]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for file in try Fixture("small").files { try directory.write(file.bytes, to: file.name) }
    try directory.write("{\"projects\": [\n\(projects.joined(separator: ",\n"))\n]}\n", to: "projects-2.json")
    return directory
  }

  private func project(_ id: String, parent: String? = nil, stage: String = "started") -> String {
    let citation = #"{"source": "plan", "line": 15, "printed": "厂"}"#
    let part = parent.map { "\"parent\": \"\($0)\", " } ?? ""
    return
      "{\"id\": \"\(id)\", \"name\": {\"zh\": \"\(id)厂\", \"en\": \"\(id)\"}, \(part)\"clusters\": [], "
      + "\"milestones\": [{\"stage\": \"\(stage)\", \"date\": \"2021\", \"citations\": [\(citation)]}], "
      + "\"citations\": [\(citation)]}"
  }

  private func ids(_ rows: [String]) -> [String] { rows.map { String($0.prefix { $0 != "|" }) } }

  @Test func `parts are given before the last project is read`() throws {
    let all = (1...1200).map { "p\($0)" }
    let directory = try directory(all.map { project($0) })
    let parts = try parts(directory.path)
    #expect(parts.count == 3)
    #expect(ids(parts.rows).prefix(1200) == all[...])
  }

  @Test func `rows wait for the name of what they are part of`() throws {
    var projects = (1...1200).map { project("p\($0)") }
    projects[100] = project("child", parent: "p1000")
    projects[1100] = project("orphan", parent: "gear-works")
    let directory = try directory(projects)
    let parts = try parts(directory.path)
    let board = try Board(DatasetLoader.load(directory: directory.path).dataset, on: "2026-01-01")
    #expect(parts.rows == rows(RecordList(.projects, of: board)))
    #expect(parts.rows.filter { $0.hasPrefix("child|") && $0.contains("|p1000厂|") }.count == 1)
  }

  @Test func `rows before a fault are given, those after it are not`() throws {
    var projects = (1...1200).map { project("p\($0)") }
    projects[800] = project("p5")
    projects[900] = project("late", stage: "strated")
    let directory = try directory(projects)
    let parts = try parts(directory.path)
    #expect(ids(parts.rows).last == "p800")
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    #expect(parts.faults == whole?.diagnostics && parts.faults.count == 2)
  }

  @Test func `what is part of itself is a fault at the end`() throws {
    let directory = try directory([project("a", parent: "b"), project("b", parent: "a"), project("c")])
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    #expect(try parts(directory.path).faults == whole?.diagnostics)
  }

  @Test func `text that ends too early is a fault after the rows before it`() throws {
    let directory = try directory((1...600).map { project("p\($0)") } + ["{"])
    let parts = try parts(directory.path)
    #expect(ids(parts.rows).last == "p600" && parts.faults.count == 1)
    #expect(parts.faults.first?.message(.en).contains("not valid JSON") == true)
  }

  @Test func `nothing more is read when enough has been seen`() throws {
    struct Enough: Error {}
    let directory = try directory((1...1200).map { project("p\($0)") } + ["nonsense"])
    let stream = try #require(
      RecordStream(directory: directory.path, asOf: try day("2026-01-01"), threshold: 0))
    var count = 0
    #expect(throws: Enough.self) {
      try stream.parts(columns: []) { part in
        count += part.count
        throw Enough()
      }
    }
    #expect(count == 500)
  }

  @Test func `few projects are loaded as a whole`() throws {
    let today = try day("2026-01-01")
    #expect(RecordStream(directory: Repository.path("fixtures/small"), asOf: today) == nil)
    #expect(RecordStream(directory: Repository.path("fixtures"), asOf: today, threshold: 0) == nil)
  }

  @Test(arguments: [
    ("stage>=started cluster=food date<2023 name~厂", true), ("name=齿轮厂", false), ("id!=dairy", false),
    ("owner=\"\"", true), ("parent=gear-works", false), ("overdue=yes source=plan", true),
  ])
  func `a filter that has to look at all rows needs the whole`(filter: String, isFollowed: Bool) throws {
    let stream = try #require(
      RecordStream(
        directory: Repository.path("fixtures/small"), asOf: try day("2026-01-01"), threshold: 0))
    #expect(try stream.canFollow(RecordFilter(parsing: filter)) == isFollowed)
  }
}
