import Output
import Store
import Testing

struct DatasetCheckTests {
  @Test(arguments: ["small", "kinds", "gas-conversion", "qianjiang"])
  func `whatever is odd in the datasets is settled`(name: String) throws {
    let found = DatasetCheck(dataset: try Fixture(name).dataset()).diagnostics()
    #expect(found.filter { $0.severity != .note }.map { $0.message(.en) } == [])
    #expect(!found.isEmpty || name == "gas-conversion")
  }

  @Test func `an unrecorded contradiction is a warning at the figure`() throws {
    let dataset = try Fixture("small").removing("conflicts.json").dataset()
    #expect(
      DatasetCheck(dataset: dataset).diagnostics().map { $0.message(.en) } == [
        "figures.json:296:3: warning: east-area-report: 5 km2 ≠ 6 km2"
      ])
    #expect(
      DatasetCheck(dataset: try Fixture("small").dataset()).diagnostics().map { $0.message(.zh) } == [
        "figures.json:296:3: 说明: east-area-report：5平方公里 ≠ 6平方公里，已记录为矛盾 east-area"
      ])
  }

  @Test func `a conflict between two figures is not settled by one of them`() throws {
    let conflict = """
      {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "产值", "en": "Output"},
      "statements": [{"figure": "new"}, {"figure": "district-output-2022"}], "rule": "later-document"}
      """
    let dataset = try Fixture("small")
      .inserting(figureText("new", 119, "2023", printed: "108亿元"), in: "figures.json")
      .inserting(conflict, in: "conflicts.json").dataset()
    let found = DatasetCheck(dataset: dataset).diagnostics().filter { $0.fault.rule == "missing-citation" }
    #expect(found.map(\.severity) == [.warning])
  }

  /// A finding has the first of many statements in full, and the ids of the others.
  @Test func `a conflict settles many different statements if it names them all`() throws {
    let ids = (1...20).map { "new-\($0)" }
    let figures = ids.enumerated().map { figureText($1, Double(200 + $0), "2019") }
    let stated = try figures.reduce(Fixture("small")) { try $0.inserting($1, in: "figures.json") }
    func severities(naming named: [String]) throws -> [Diagnostic.Severity] {
      let statements = named.map { "{\"figure\": \"\($0)\"}" }.joined(separator: ", ")
      let conflict = """
        {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "产值", "en": "Output"},
        "statements": [\(statements)], "rule": "later-document"}
        """
      let dataset = try stated.inserting(conflict, in: "conflicts.json").dataset()
      return DatasetCheck(dataset: dataset).diagnostics()
        .filter { $0.fault.rule == "different-values" && $0.message(.en).contains("new-") }.map(\.severity)
    }
    #expect(try severities(naming: ids) == [.note])
    #expect(try severities(naming: Array(ids.dropFirst())) == [.warning])
    #expect(try severities(naming: Array(ids.dropLast())) == [.warning])
  }

  @Test func `an acceptance names rule and record, and must match a finding`() throws {
    func messages(_ rule: String) throws -> [String] {
      let accepted =
        "\"accepted\": [{\"rule\": \"\(rule)\", \"about\": \"east-area-report\", "
        + "\"reason\": {\"zh\": \"两次测量\", \"en\": \"measured twice\"}}],\n  \"headlines\""
      let fixture = try Fixture("small").removing("conflicts.json")
        .replacing("\"headlines\"", in: "dataset.json", with: accepted)
      return DatasetCheck(dataset: try fixture.dataset()).diagnostics().map { $0.message(.en) }
    }
    #expect(
      try messages("different-values") == [
        "figures.json:296:3: note: east-area-report: 5 km2 ≠ 6 km2, accepted: measured twice"
      ])
    let other = try messages("sum-mismatch")
    #expect(other.count == 2)
    #expect(other.last?.hasPrefix("dataset.json:") == true)
    #expect(
      other.last?.hasSuffix(
        "warning: 'accepted' lists sum-mismatch of east-area-report, which was not found; remove or correct the entry"
      )
        == true)
  }
}
