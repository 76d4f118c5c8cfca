import Testing

@testable import Figures
@testable import Output
@testable import Store

/// Lists of projects that are made while the files are read agree with those of the whole dataset.
struct RecordStreamTests {
  /// Rows in all forms: the values of every field, and the object.
  func rows(_ list: RecordList) -> [String] {
    (0..<list.count).map { row in
      let values = list.fields.indices.map { list.value(row: row, field: $0).plain(.zh) }
      return (values + [list.object(row: row).text]).joined(separator: "|")
    }
  }

  private func parts(_ directory: String, asOf: String = "2026-01-01") throws -> (
    rows: [String], count: Int, faults: [Diagnostic]
  ) {
    let stream = try #require(
      try RecordStream(.projects, directory: directory, asOf: try day(asOf), threshold: 0))
    var (rows, count): ([String], Int) = ([], 0)
    do {
      try stream.parts { part in
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
    guard try RecordStream(.projects, directory: directory, asOf: try day("2026-01-01"), threshold: 0) != nil
    else {
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

  func ids(_ rows: [String]) -> [String] { rows.map { String($0.prefix { $0 != "|" }) } }

  @Test func `parts are delivered before the last project is read`() throws {
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

  @Test(arguments: ["2021-12-31", "2022-12-31", "2026-01-01"])
  func `records of one project and parts without a stage agree with the whole, wherever they are`(
    asOf: String
  )
    throws
  {
    var projects = (1...1200).map { project("p\($0)") }
    projects[10] = projectText("twin", [("planned", "2021", "plan")], sameAs: "late-mill")
    projects[20] = projectText("base", [], expected: [("commissioned", "unknown", "plan")])
    projects[900] = projectText(
      "line", [("commissioned", "2022-05", "report")], parent: "base", sources: ["report"])
    projects[1100] = projectText("late-mill", [("started", "2022-05", "report")], sources: ["report"])
    projects[1110] = projectText("other", [("planned", "2021", "plan")], sameAs: "dairy")
    let directory = try directory(projects)
    let parts = try parts(directory.path, asOf: asOf)
    let board = try Board(DatasetLoader.load(directory: directory.path).dataset, on: asOf)
    #expect(parts.rows == rows(RecordList(.projects, of: board)) && parts.faults.isEmpty)
    #expect(!ids(parts.rows).contains("twin") && ids(parts.rows).contains("late-mill"))
  }

  @Test func `rows before a fault are delivered, those after it are not`() throws {
    var projects = (1...1200).map { project("p\($0)") }
    projects[800] = project("late", stage: "strated")
    projects[900] = project("p5")
    let directory = try directory(projects)
    let parts = try parts(directory.path)
    #expect(ids(parts.rows).last == "p800")
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    #expect(parts.faults == whole?.diagnostics && parts.faults.count == 2)
  }

  @Test func `a project that is part of itself is a fault at the end`() throws {
    let directory = try directory([project("a", parent: "b"), project("b", parent: "a"), project("c")])
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    #expect(try parts(directory.path).faults == whole?.diagnostics)
  }

  @Test func `truncated text is one fault, whatever it contains`() throws {
    let directory = try directory([project("a", parent: "b"), project("b", parent: "a"), "{"])
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    #expect(try parts(directory.path).faults == whole?.diagnostics && whole?.diagnostics.count == 1)
  }

  @Test func `text that ends too early is a fault after the rows before it`() throws {
    let directory = try directory((1...600).map { project("p\($0)") } + ["{"])
    let parts = try parts(directory.path)
    #expect(ids(parts.rows).last == "p600" && parts.faults.count == 1)
    #expect(parts.faults.first?.message(.en).contains("not valid JSON") == true)
  }

  @Test func `reading stops when the receiver has enough`() throws {
    struct Enough: Error {}
    let directory = try directory((1...1200).map { project("p\($0)") } + ["nonsense"])
    let stream = try #require(
      try RecordStream(.projects, directory: directory.path, asOf: try day("2026-01-01"), threshold: 0))
    var count = 0
    #expect(throws: Enough.self) {
      try stream.parts { part in
        count += part.count
        throw Enough()
      }
    }
    #expect(count == 500)
  }

  @Test func `few projects are loaded as a whole`() throws {
    let today = try day("2026-01-01")
    #expect(try RecordStream(.projects, directory: Repository.path("fixtures/small"), asOf: today) == nil)
    #expect(
      try RecordStream(.projects, directory: Repository.path("fixtures"), asOf: today, threshold: 0) == nil)
  }

  @Test(arguments: [
    ("stage>=started cluster=food date<2023 name~厂", true), ("name=齿轮厂", true), ("id!=dairy", false),
    ("name=齿轮厂,乳品厂", false), ("owner=\"\"", true), ("owner!=\"\"", true), ("parent=gear-works", false),
    ("overdue=yes source=plan", true),
  ])
  func `a filter over all rows needs the whole dataset`(filter: String, isFollowed: Bool) throws {
    func follows(_ order: String) throws -> Bool {
      try RecordStream(
        .projects, filter: RecordFilter(parsing: filter), order: RecordOrder(parsing: order),
        directory: Repository.path("fixtures/small"), asOf: try day("2026-01-01"), threshold: 0) != nil
    }
    #expect(try follows("") == isFollowed)
    #expect(try !follows("name"))
  }

  @Test func `a key that no field has is reported before anything is read`() throws {
    let asOf = try day("2026-01-01")
    #expect(throws: RecordFilterFault.self) {
      try RecordStream(
        .projects, filter: RecordFilter(parsing: "colour=red"), directory: "/nowhere", asOf: asOf,
        threshold: 0)
    }
  }

  @Test func `a filter that names what is still to be read needs the whole`() throws {
    let directory = try directory([project("works")])
    // No park has anything to do with projects; neither has a task, once it names none.
    for (kind, filter, isReady) in [
      (ListKind.indicators, "id~o", true), (.tasks, "project=works", false), (.tasks, "name~x", true),
    ] {
      try directory.write("{\"programmes\": []}", to: "programmes.json")
      try directory.write("{\"measures\": []}", to: "measures.json")
      let stream = try RecordStream(
        kind, filter: RecordFilter(parsing: filter), directory: directory.path,
        asOf: try day("2026-01-01"), threshold: 0)
      #expect((stream != nil) == isReady, "\(kind) \(filter)")
    }
  }

  @Test(arguments: [("p700厂", true), ("P700厂", true), ("p1厂家", false)])
  func `a text without a row is reported at the end`(name: String, isSeen: Bool) throws {
    let directory = try directory((1...1200).map { project("p\($0)") })
    let stream = try #require(
      try RecordStream(.projects, directory: directory.path, asOf: try day("2026-01-01"), threshold: 0))
    // Another term does not hide what there is.
    let filter = try RecordFilter(parsing: "name=\(name) stage=signed")
    var witness = RecordCondition.Witness(try stream.frame.condition(filter, isPart: true))
    try stream.parts { witness.removeFound(in: $0) }
    #expect(witness.hasSeenAll == isSeen)
  }
}
