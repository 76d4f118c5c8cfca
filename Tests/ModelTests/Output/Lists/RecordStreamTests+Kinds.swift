import Testing

@testable import Figures
@testable import Output
@testable import Store

/// Lists of kinds other than projects.
extension RecordStreamTests {
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
        #expect(Self.needsTheWhole.contains(kind))
        continue
      }
      #expect(rows == self.rows(RecordList(kind, of: try Board(dataset, on: asOf))))
    }
  }

  /// Their rows name figures or projects.
  private static let needsTheWhole: [ListKind] = [
    .targets, .conflicts, .problems, .decisions, .statuses, .lights,
  ]

  @Test func `kinds that do not begin at once are those that name what is missing`() throws {
    func begins(_ kind: ListKind, _ name: String) throws -> Bool {
      try streamed(kind, Repository.path("fixtures/\(name)"), "2026-01-01") != nil
    }
    // Figures of both are about projects.
    for name in ["small", "qianjiang"] {
      #expect(try ListKind.allCases.filter { try !begins($0, name) } == Self.needsTheWhole)
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
  func `a superseded figure is left out`(key: String) throws {
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
