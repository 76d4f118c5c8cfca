import Testing

@testable import Figures
@testable import Output
@testable import Store

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

  @Test func `rows before a fault are given, those after it are not`() throws {
    var projects = (1...1200).map { project("p\($0)") }
    projects[800] = project("late", stage: "strated")
    projects[900] = project("p5")
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

  @Test func `what is in text that ends too early is no further fault`() throws {
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

  @Test func `nothing more is read when enough has been seen`() throws {
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
  func `a filter that has to look at all rows needs the whole`(filter: String, isFollowed: Bool) throws {
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
      let stream = try RecordStream(
        kind, filter: RecordFilter(parsing: filter), directory: directory.path,
        asOf: try day("2026-01-01"), threshold: 0)
      #expect((stream != nil) == isReady, "\(kind) \(filter)")
    }
  }

  @Test(arguments: [("p700厂", true), ("P700厂", true), ("p1厂家", false)])
  func `a text that no row has is known at the end`(name: String, isSeen: Bool) throws {
    let directory = try directory((1...1200).map { project("p\($0)") })
    let stream = try #require(
      try RecordStream(.projects, directory: directory.path, asOf: try day("2026-01-01"), threshold: 0))
    // Another term does not hide what there is.
    let filter = try RecordFilter(parsing: "name=\(name) stage=signed")
    var witness = RecordCondition.Witness(try stream.frame.condition(filter, isPart: true))
    try stream.parts { witness.removeFound(in: $0) }
    #expect(witness.hasSeenAll == isSeen)
  }

  // MARK: Other kinds

  /// Rows of a list that begins before the projects or figures are read; nil where it cannot.
  private func streamed(_ kind: ListKind, _ directory: String, _ asOf: String) throws -> [String]? {
    guard let stream = try RecordStream(kind, directory: directory, asOf: try day(asOf), threshold: 0) else {
      return nil
    }
    var rows: [String] = []
    try stream.parts { rows += self.rows($0) }
    return rows
  }

  @Test(arguments: ["qianjiang", "gas-conversion", "small"], ListKind.allCases)
  func `every kind has the rows of the whole`(name: String, kind: ListKind) throws {
    let directory = Repository.path("fixtures/\(name)")
    let dataset = try DatasetLoader.load(directory: directory).dataset
    for asOf in ["2022-12-31", "2026-01-01"] {
      guard let rows = try streamed(kind, directory, asOf) else {
        #expect([.targets, .conflicts].contains(kind))
        continue
      }
      #expect(rows == self.rows(RecordList(kind, of: try Board(dataset, on: asOf))))
    }
  }

  @Test func `kinds that do not begin at once are those that name what is missing`() throws {
    func begins(_ kind: ListKind, _ name: String) throws -> Bool {
      try streamed(kind, Repository.path("fixtures/\(name)"), "2026-01-01") != nil
    }
    // Figures of both are about projects.
    for name in ["small", "qianjiang"] {
      #expect(try ListKind.allCases.filter { try !begins($0, name) } == [.targets, .conflicts])
    }
  }

  private func figure(
    _ id: String, supersedes: String? = nil, source: String = "plan", key: String = "supersedes"
  )
    -> String
  {
    let other = supersedes.map { "\"\(key)\": \"\($0)\", " } ?? ""
    return
      "{\"id\": \"\(id)\", \"subject\": \"district\", \"indicator\": \"output\", \"value\": 1, "
      + "\"unit\": \"亿元\", \"period\": \"2019\", \"kind\": \"actual\", \"comparator\": \"=\", \"scope\": \"above-scale\", \(other)"
      + "\"citations\": [{\"source\": \"\(source)\", \"line\": 3, \"printed\": \"1亿元\"}]}"
  }

  private func directory(figures: [String]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for file in try Fixture("small").files { try directory.write(file.bytes, to: file.name) }
    try directory.write("{\"figures\": [\n\(figures.joined(separator: ",\n"))\n]}\n", to: "figures-2.json")
    return directory
  }

  @Test(arguments: ["supersedes", #"s\u0075persedes"#])
  func `what a later figure supersedes is left out`(key: String) throws {
    var figures = (1...1200).map { figure("f\($0)") }
    figures.append(figure("g1", supersedes: "f3", key: key))
    figures.append(figure("g2", supersedes: "g1", key: key))
    // Known from July 2023 on.
    figures.append(figure("g3", supersedes: "f5", source: "briefing", key: key))
    let directory = try directory(figures: figures)
    let dataset = try DatasetLoader.load(directory: directory.path).dataset
    for (asOf, hasF5) in [("2022-12-31", true), ("2026-01-01", false)] {
      let rows = try #require(try streamed(.figures, directory.path, asOf))
      #expect(rows == self.rows(RecordList(.figures, of: try Board(dataset, on: asOf))))
      #expect(!ids(rows).contains("f3") && !ids(rows).contains("g1") && ids(rows).contains("g2"))
      #expect(ids(rows).contains("f5") == hasF5)
    }
  }

  @Test func `figures that supersede each other are a fault at the end`() throws {
    let directory = try directory(figures: [figure("a", supersedes: "b"), figure("b", supersedes: "a")])
    let whole = #expect(throws: LoadFailure.self) { try DatasetLoader.load(directory: directory.path) }
    let failure = #expect(throws: LoadFailure.self) {
      try self.streamed(.figures, directory.path, "2026-01-01")
    }
    #expect(failure?.diagnostics == whole?.diagnostics && failure?.diagnostics.isEmpty == false)
  }

  @Test(arguments: [ListKind.figures, .sources, .tasks], Repository.names(in: "fixtures/broken"))
  func `faults are those of the whole, whatever is listed`(kind: ListKind, name: String) throws {
    let directory = Repository.path("fixtures/broken/\(name)")
    var whole: [Diagnostic] = []
    do throws(LoadFailure) {
      _ = try DatasetLoader.load(directory: directory)
    } catch {
      whole = error.diagnostics
    }
    do {
      let rows = try streamed(kind, directory, "2026-01-01")
      #expect(rows == nil || whole.isEmpty)
    } catch let failure as LoadFailure {
      #expect(failure.diagnostics == whole)
    }
  }
}
