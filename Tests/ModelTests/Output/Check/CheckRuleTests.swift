import Output
import Testing

/// Every rule finds the fault it is for once, and nothing in what is nearly one.
struct CheckRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    var fault: @Sendable (Fixture) throws -> Fixture
    var nearMiss: @Sendable (Fixture) throws -> Fixture

    init(
      _ rule: String, _ fault: @escaping @Sendable (Fixture) throws -> Fixture,
      nearMiss: @escaping @Sendable (Fixture) throws -> Fixture
    ) {
      self.rule = rule
      self.fault = fault
      self.nearMiss = nearMiss
    }

    /// A figure added to the small dataset, and one that is nearly the same.
    init(_ rule: String, figure: String, nearMiss: String) {
      self.init(
        rule, { try $0.inserting(figure, in: "figures.json") },
        nearMiss: { try $0.inserting(nearMiss, in: "figures.json") })
    }

    /// The date of a milestone of the small dataset, replaced by one and by another.
    init(_ rule: String, date: String, fault: String, nearMiss: String) {
      @Sendable func replaced(_ fixture: Fixture, _ new: String) throws -> Fixture {
        try fixture.replacing("\"date\": \"\(date)\"", in: "projects.json", with: "\"date\": \"\(new)\"")
      }
      self.init(rule, { try replaced($0, fault) }, nearMiss: { try replaced($0, nearMiss) })
    }

    var testDescription: String { rule }
  }

  /// A figure of the plan of 2021 whose remark quotes a number, and a figure of 777 in a briefing of 2023.
  private static func remark(_ number: String) -> String {
    let old = figureText("old", 100, "2020", source: "plan").dropLast()
    return "\(old), \"note\": {\"zh\": \"后为\(number)\", \"en\": \"later \(number)\"}},\n"
      + figureText("late", 777, "2023", indicator: "distance", unit: "公里", scope: "district")
  }

  static let cases = figureCases + monthCases

  private static let figureCases = [
    Case(
      "sum-mismatch", { try $0.replacing("\"value\": 30,", in: "figures.json", with: "\"value\": 31,") },
      nearMiss: { $0 }),
    Case(
      "growth-mismatch",
      figure: figureText("new", 9.0, "2020/2022", kind: "growth", unit: "%", source: "report"),
      nearMiss: figureText("new", 9.1, "2020/2022", kind: "growth", unit: "%", source: "report")),
    // 100 to 120 is 20 %; years count from the end of the year before.
    Case(
      "growth-mismatch", figure: figureText("new", 20.6, "2022", kind: "growth", unit: "%", source: "report"),
      nearMiss: figureText("new", 20.4, "2022", kind: "growth", unit: "%", source: "report")),
    // Parts and whole of two documents are compared only if that of the parts prints no whole of its own.
    Case(
      "sum-mismatch", { try sums($0, [whole(105, "briefing")]) },
      nearMiss: { try sums($0, [whole(100, "report"), whole(105, "briefing")]) }),
    Case(
      "different-values", figure: figureText("new", 121, "2022"), nearMiss: figureText("new", 120, "2022")),
    // Without an indicator of the investment of projects, no view shows one.
    Case(
      "view-needs",
      { try $0.replacing("\"cadence\": \"once\"", in: "indicators.json", with: "\"cadence\": \"year\"") },
      nearMiss: {
        try $0.replacing(
          "\"cadence\": \"once\"", in: "indicators.json",
          with: "\"cadence\": \"year\", \"role\": \"investment\"")
      }),
    Case(
      "view-needs", { try share($0, dimensions: "") },
      nearMiss: {
        try share($0, dimensions: "\"dimensions\": [{\"id\": \"fraction\", \"role\": \"share\"}],")
      }),
    Case("different-targets", figure: target("new", 210), nearMiss: target("new", 200)),
    Case("target-already-passed", figure: target("new", 119), nearMiss: target("new", 120)),
    // A level within the target's own year reaches it; before that year it makes the target needless.
    Case(
      "target-already-passed", { try halfway("2023", in: $0) }, nearMiss: { try halfway("2022", in: $0) }),
    Case("target-below-baseline", figure: target("new", 99), nearMiss: target("new", 100)),
    Case(
      "target-below-baseline", figure: energy("new", 1.1), nearMiss: energy("new", 1)),
    Case(
      "path-through-zero",
      figure: figureText("new", 0, "2025", kind: "target", plan: "plan-2025", source: "plan"),
      nearMiss: figureText("new", 1, "2025", kind: "target", plan: "plan-2025", source: "plan")),
    // A loss in the base year, and the same where the path is linear.
    Case(
      "path-through-zero", { try loss($0) },
      nearMiss: {
        try loss($0).replacing(
          "\"type\": \"flow\",", in: "indicators.json", with: "\"type\": \"flow\", \"path\": \"linear\",")
      }),
    Case(
      "magnitude-slip", figure: figureText("new", 20_000, "2023"), nearMiss: figureText("new", 19_900, "2023")
    ),
    Case("magnitude-slip", figure: figureText("new", 1, "2023"), nearMiss: figureText("new", 1.01, "2023")),
    Case(
      "magnitude-slip",
      { try $0.replacing("\"value\": 90,", in: "figures.json", with: "\"value\": 900000,") },
      nearMiss: { try $0.replacing("\"value\": 90,", in: "figures.json", with: "\"value\": 900,") }),
    Case(
      "percent-or-points", figure: figureText("new", 3, "2023", kind: "growth"),
      nearMiss: figureText("new", 3, "2023", kind: "growth", unit: "%")),
    Case(
      "percent-or-points",
      {
        try $0.inserting(
          figureText("new", 3, "2023", kind: "growth", unit: "%", printed: "3个百分点"), in: "figures.json")
      },
      nearMiss: {
        try $0.inserting(
          figureText("new", 3, "2023", kind: "growth", unit: "%", printed: "3%，快2个百分点"), in: "figures.json")
      }),
    Case(
      "unit-mismatch", figure: figureText("new", 7, "2023", unit: "个"), nearMiss: figureText("new", 7, "2023")
    ),
    Case("unit-mismatch", figure: target("new", 200, unit: "个"), nearMiss: target("new", 200)),
    Case(
      "missing-citation", figure: figureText("new", 119, "2023", printed: "108亿元"),
      nearMiss: figureText("new", 119, "2023", printed: "完成１１９亿元")),
    Case(
      "missing-citation", figure: figureText("new", 1234.5, "2023", printed: "1,234亿元"),
      nearMiss: figureText("new", 1234.5, "2023", printed: "1,234.5亿元")),
    Case(
      "missing-citation", figure: figureText("new", 119, "2023", printed: "118万"),
      nearMiss: figureText("new", 100, "2023", printed: "突破百亿")),
    Case(
      "stages-out-of-order",
      { try $0.replacing("\"date\": \"2021-05\"", in: "projects.json", with: "\"date\": \"2022-07\"") },
      nearMiss: { try $0.replacing("\"date\": \"2021-05\"", in: "projects.json", with: "\"date\": \"2022\"") }
    ),
    // On the day of the later stage, and on that of the document.
    Case("stages-out-of-order", date: "2021-05", fault: "2022-06-28", nearMiss: "2022-06-27"),
    Case("expected-in-past", date: "by 2022", fault: "2021-02-28", nearMiss: "2021-03-01"),
    Case(
      "expected-in-past",
      { try $0.replacing("\"date\": \"by 2022\"", in: "projects.json", with: "\"date\": \"2020-12\"") },
      nearMiss: { try $0.replacing("\"date\": \"by 2022\"", in: "projects.json", with: "\"date\": \"2021\"") }
    ),
    // Of several documents the first counts: those that repeat the date later say nothing new.
    Case(
      "expected-in-past", { try expecting("2020-12", in: $0) }, nearMiss: { try expecting("2022-03", in: $0) }
    ),
    Case(
      "preference-not-shown", { try preferring("district-output-2025", in: $0) },
      nearMiss: { try preferring("newer", in: $0) }),
    // 777 is printed in 2023 only, 888 nowhere: it is computed.
    Case("later-text", figure: remark("777"), nearMiss: remark("888")),
    Case(
      "stale-figure",
      { try $0.replacing("\"date\": \"2023-07-31\"", in: "sources.json", with: "\"date\": \"2024-07-31\"") },
      nearMiss: {
        try $0.replacing("\"date\": \"2023-07-31\"", in: "sources.json", with: "\"date\": \"2023-08-01\"")
      }),
    // A later list of projects does not make the figures of the district late.
    Case(
      "stale-figure", { try late($0, subject: "district") },
      nearMiss: { try late($0, subject: "project/dairy") }),
  ]

  /// A figure in a later document.
  private static func late(_ fixture: Fixture, subject: String) throws -> Fixture {
    let source = """
      {"id": "later", "title": "后来", "short": "后来", "issuer": "区", "date": "2024-07-31", "kind": "bulletin", "file": "later.txt"}
      """
    return try fixture.inserting(source, in: "sources.json").inserting(
      figureText("new", 7, "2024", subject: subject, indicator: "investment", source: "later"),
      in: "figures.json")
  }

  /// A newer plan wants more, and a conflict prefers one of the two targets.
  private static func preferring(_ id: String, in fixture: Fixture) throws -> Fixture {
    let conflict = """
      {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "目标", "en": "Target"},
      "statements": [{"figure": "newer"}, {"figure": "district-output-2025"}], "rule": "later-document",
      "prefer": "\(id)"}
      """
    return try fixture.inserting(secondPlan, in: "plans.json").inserting(conflict, in: "conflicts.json")
      .inserting(figureText("newer", 250, "2025", kind: "target", plan: "plan-2"), in: "figures.json")
  }

  /// A project whose date is printed by the plan of 2021 and by the report of 2023.
  private static func expecting(_ date: String, in fixture: Fixture) throws -> Fixture {
    let first =
      "\"expected\": true, \"citations\": [{\"source\": \"plan\", \"line\": 1, \"printed\": \"new\"}"
    let project = projectText("new", expected: [("started", date, "plan")])
    let range = try #require(project.range(of: first))
    let both = first + ", {\"source\": \"report\", \"line\": 1, \"printed\": \"new\"}"
    return try fixture.inserting(project.replacingSubrange(range, with: both), in: "projects.json")
  }

  /// 0.7 in June 2022, where lower is better, and a target of that year or the next.
  private static func halfway(_ year: String, in fixture: Fixture) throws -> Fixture {
    let level = figureText(
      "june", 0.7, "2022-06", indicator: "energy-intensity", unit: "吨标煤/万元", scope: "district",
      source: "report")
    return try fixture.inserting(level, in: "figures.json")
      .inserting(energy("new", 0.75, year), in: "figures.json")
  }

  private static func target(_ id: String, _ value: Double, unit: String = "亿元") -> String {
    figureText(id, value, "2025", kind: "target", unit: unit, plan: "plan-2025", source: "plan")
  }

  private static func whole(_ value: Double, _ source: String) -> String {
    figureText("whole-\(source)", value, "2019", source: source)
  }

  /// Parts of 2019 in the report, 60 and 40, and other figures.
  private static func sums(_ fixture: Fixture, _ figures: [String]) throws -> Fixture {
    let parts = [("machinery", 60.0), ("food", 40)].map {
      figureText("\($0)-2019", $1, "2019", subject: "cluster/\($0)", source: "report")
    }
    return try (parts + figures).reduce(fixture) { try $0.inserting($1, in: "figures.json") }
  }

  private static func loss(_ fixture: Fixture) throws -> Fixture {
    try fixture.replacing(
      "\"subject\": \"cluster/food\",\n   \"indicator\": \"output\",\n   \"value\": 50", in: "figures.json",
      with: "\"subject\": \"cluster/food\", \"indicator\": \"output\", \"value\": -50")
  }

  /// A growth in a unit of a dimension that is not named after its role.
  private static func share(_ fixture: Fixture, dimensions: String) throws -> Fixture {
    try fixture.replacing(
      "\"dimension\": \"share\"", in: "vocabulary.json", with: "\"dimension\": \"fraction\""
    )
    .replacing("\"units\"", in: "vocabulary.json", with: "\(dimensions)\"units\"")
    .inserting(figureText("new", 20, "2022", kind: "growth", unit: "%", source: "report"), in: "figures.json")
  }

  private static func energy(_ id: String, _ value: Double, _ year: String = "2025") -> String {
    figureText(
      id, value, year, kind: "target", indicator: "energy-intensity", unit: "吨标煤/万元", scope: "district",
      plan: "plan-2025", source: "plan")
  }

  private func found(_ rule: String, in fixture: Fixture) throws -> [String] {
    DatasetCheck(dataset: try fixture.dataset()).diagnostics()
      .filter { $0.severity == .warning && $0.fault.rule == rule }.map { $0.message(.en) }
  }

  @Test(arguments: cases)
  func `a fault is found once, and a near miss not`(example: Case) throws {
    let small = try Fixture("small")
    #expect(try found(example.rule, in: example.fault(small)).count == 1)
    #expect(try found(example.rule, in: example.nearMiss(small)) == [])
  }

  @Test func `every rule about figures has a case, and every fault a rule`() throws {
    let ids = CheckRule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    let untested = CheckRule.all.filter { rule in
      rule.severity == .warning && !Self.cases.contains { $0.rule == rule.id }
    }
    #expect(
      untested.map(\.id) == [
        "unknown-kind-of-file", "unknown-key", "one-language", "default-used", "needless-acceptance",
      ])
    for name in Repository.names(in: "fixtures/broken") where name != "README.md" {
      for diagnostic in try Fixture("broken/\(name)").diagnostics {
        #expect(ids.contains(diagnostic.fault.rule), "\(diagnostic.message(.en))")
      }
    }
  }

  @Test func `a record without citation is found under its own name`() throws {
    let fixture = try Fixture("small").replacing(
      "\"citations\": [{\"source\": \"plan\", \"section\": \"一\", \"line\": 3, \"printed\": \"100亿元\"}]",
      in: "figures.json", with: "\"citations\": []")
    #expect(fixture.diagnostics.map(\.fault.rule) == ["missing-citation"])
    #expect(fixture.diagnostics.map(\.severity) == [.error])
  }
}
