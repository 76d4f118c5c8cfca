import Testing

@testable import Figures
@testable import Output
@testable import Store

/// The rows of a list, wherever they come from.
struct RecordSourceTests {
  private let directory = Repository.path("fixtures/small")

  private func source(
    _ filter: String, order: String = "", threshold: Int, directory: String? = nil, load: (() -> Void)? = nil
  ) throws -> RecordSource {
    let directory = directory ?? self.directory
    return try RecordSource(
      .projects, filter: RecordFilter(parsing: filter), order: RecordOrder(parsing: order),
      directory: directory, asOf: try day("2026-01-01"), threshold: threshold
    ) {
      load?()
      return try DatasetLoader.load(directory: directory).dataset
    }
  }

  private func ids(_ source: RecordSource) throws -> [String] {
    var ids: [String] = []
    try source.parts(of: source.list()) { part in
      ids += try RecordSelection(part.list, part.condition, .zh).map {
        part.list.value(row: $0, field: try part.list.field("id")).plain(.zh)
      }
      return true
    }
    return ids
  }

  @Test(arguments: ["", "name=齿轮厂", "stage>=started", "owner=\"\""])
  func `the rows do not depend on the size from which files are read in parts`(filter: String) throws {
    let (parts, whole) = (try source(filter, threshold: 0), try source(filter, threshold: .max))
    #expect(!parts.isRead && whole.isRead)
    #expect(try ids(parts) == ids(whole))
  }

  @Test func `an order needs all files`() throws {
    #expect(try source("", order: "name", threshold: 0).isRead)
  }

  @Test func `a text that no row has is a fault before any part, with the text that was meant`() throws {
    var loads = 0
    let source = try source("name=齿轮场", threshold: 0) { loads += 1 }
    #expect(loads == 0)
    var parts = 0
    let fault = #expect(throws: RecordFilterFault.self) {
      try source.parts(of: source.list()) { _ in
        parts += 1
        return true
      }
    }
    guard case .unknownValue(_, _, _, _, let nearest) = try #require(fault) else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(nearest?.id == "齿轮厂" && parts == 0 && loads == 1)
  }

  @Test func `parts follow one another until enough has been seen`() throws {
    let copy = try TemporaryDirectory()
    for file in try Fixture("small").files { try copy.write(file.bytes, to: file.name) }
    let projects = (1...1200).map { projectText("p\($0)", [("started", "2021", "plan")]) } + ["nonsense"]
    try copy.write("{\"projects\": [\(projects.joined(separator: ","))]}", to: "projects-2.json")
    let source = try source("", threshold: 0, directory: copy.path)
    var rows: [Range<Int>] = []
    try source.parts(of: source.list()) { part in
      rows.append(part.start..<part.start + part.list.count)
      return rows.count < 2
    }
    #expect(rows.count == 2 && rows[0].lowerBound == 0 && rows[0].upperBound == rows[1].lowerBound)
  }
}
