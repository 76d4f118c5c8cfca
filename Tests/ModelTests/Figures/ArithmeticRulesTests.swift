import Domain
import Figures
import Output
import Store
import Testing

struct ArithmeticRulesTests {
  struct Known: CustomTestStringConvertible, Sendable {
    var rule: ArithmeticRules.Finding.Rule
    var figures: [String]
    var computed: String

    var testDescription: String { computed }
  }

  /// What is known to be wrong in the documents, with the words of the arithmetic.
  static let known = [
    Known(
      rule: .sumMismatch,
      figures: [
        "transfer-gross-output-2022", "winter-tobacco-output-2022", "winter-new-materials-output-2022",
        "winter-consumer-goods-output-2022", "winter-biomedicine-output-2022",
        "winter-new-energy-output-2022",
      ], computed: "69.88 + 35.75 + 5.28 + 2.89 + 30.73 = 144.53; 144.54"),
    Known(
      rule: .growthMismatch, figures: ["transfer-gross-output-growth-2022", "transfer-gross-output-2022"],
      computed: "(144.54 / 109.43)^(1/2) - 1 = 14.9%; 10%"),
    Known(
      rule: .differentTargets, figures: ["plan2021-gross-output-2025", "winter-district-output-2025"],
      computed: "¥35bn ≠ ¥40bn"),
    Known(
      rule: .differentTargets,
      figures: ["plan2021-patents-per-10k-text-2025", "plan2021-patents-per-10k-2025"],
      computed: "5 per 10k people ≠ 2.5 per 10k people"),
    Known(
      rule: .targetAlreadyPassed,
      figures: ["sc2022-new-energy-gross-output-2025", "winter-new-energy-output-2022"],
      computed: "30.73 (2022) > 30 (2025)"),
  ]

  @Test(arguments: known)
  func `a rule finds it alone when no person recorded it`(known: Known) throws {
    let board = Board(try Fixture("qianjiang").removing("conflicts.json").dataset(), asOf: .distantFuture)
    let conflict = try #require(
      board.conflicts.first {
        $0.computed?.en == known.computed && Set(known.figures).isSubset(of: $0.figures)
      })
    #expect(conflict.foundBy == .rule)
    #expect(conflict.figures.first == known.figures.first)
    #expect(conflict.id == "\(known.rule.rawValue)-\(known.figures[0])")
    #expect(board.disputed.contains(known.figures[0]))
    let diagnostics = DatasetCheck(dataset: board.dataset).diagnostics().filter { diagnostic in
      guard case .finding(known.rule.rawValue, known.figures[0], let computed, nil) = diagnostic.fault
      else { return false }
      return computed.en == known.computed
    }
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.path.hasPrefix("figures-") == true && diagnostics.first?.line != nil)
  }

  @Test(arguments: known)
  func `a conflict that a person also recorded is one, found by both`(known: Known) throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let about = board.conflicts.filter { Set(known.figures).isSubset(of: $0.figures) }
    #expect(about.contains { $0.foundBy == .both })
    #expect(!about.contains { $0.foundBy == .rule })
  }

  private func findings(_ fixture: Fixture, on text: String = "2023-07-31") throws -> [ArithmeticRules
    .Finding]
  {
    let board = try Board(fixture.removing("conflicts.json").dataset(), on: text)
    return ArithmeticRules(dataset: board.dataset, figures: board.figures).findings()
  }

  @Test func `in the small dataset only the area of a park is doubtful`() throws {
    let findings = try findings(Fixture("small"))
    #expect(findings.map(\.rule) == [.differentValues])
    #expect(findings.first?.figures == ["east-area-report", "east-area-briefing"])
    #expect(findings.first?.doubtful == ["east-area-report", "east-area-briefing"])
    #expect(try self.findings(Fixture("small"), on: "2023-07-30").isEmpty)
  }

  @Test func `what is said in words differs from no number`() throws {
    let number = figureText("new", 7, "2025", kind: "target", plan: "plan-2025", source: "plan")
    let words = number.replacing("\"value\": 7.0", with: "\"words\": {\"zh\": \"翻一番\", \"en\": \"doubled\"}")
    let usual = try findings(Fixture("small")).count
    #expect(try findings(Fixture("small").inserting(words, in: "figures.json")).count == usual)
    #expect(try findings(Fixture("small").inserting(number, in: "figures.json")).count > usual)
  }

  @Test func `a sum that is off by one`() throws {
    let off = try Fixture("small").replacing("\"value\": 30,", in: "figures.json", with: "\"value\": 31,")
    let finding = try #require(try findings(off).first)
    #expect(finding.rule == .sumMismatch)
    #expect(finding.figures == ["district-output-2022", "machinery-output-2022", "food-output-2022"])
    #expect(finding.doubtful == ["district-output-2022"])
    #expect(finding.computed == Name(both: "90 + 31 = 121; 120"))
    let partly = try off.replacing(
      "\"subject\": \"cluster/food\"", in: "figures.json", with: "\"subject\": \"park/east\""
    )
    .replacing(
      "\"id\": \"food-output-2022\",\n   \"subject\": \"cluster/food\"", in: "figures.json",
      with: "\"id\": \"food-output-2022\",\n   \"subject\": \"park/east\"")
    #expect(!(try findings(partly).contains { $0.rule == .sumMismatch }), "not every part is known")
  }

  /// Machinery has 90 in 2022.
  @Test func `a single part need not add up to its whole, two parts must`() throws {
    func adding(_ id: String, _ value: Double, to fixture: Fixture) throws -> Fixture {
      let cluster = """
        {"id": "\(id)", "classification": "industries", "kind": "cluster", "parent": "machinery",
        "name": {"zh": "\(id)", "en": "\(id)"}, "citations": [{"source": "plan", "line": 9, "printed": "机械"}]}
        """
      return try fixture.inserting(cluster, in: "clusters.json").inserting(
        figureText("\(id)-2022", value, "2022", subject: "cluster/\(id)", source: "report"),
        in: "figures.json")
    }
    func mismatches(_ fixture: Fixture) throws -> [[String]] {
      try findings(fixture).filter { $0.rule == .sumMismatch }.map { $0.figures.sorted() }
    }
    let single = try adding("gears", 80, to: Fixture("small"))
    #expect(try mismatches(single) == [])
    #expect(try mismatches(adding("engines", 10, to: single)) == [])
    #expect(
      try mismatches(adding("engines", 11, to: single)) == [
        ["engines-2022", "gears-2022", "machinery-output-2022"]
      ])
  }

  @Test(arguments: [(9.5, false), (9.1, false), (9.0, true), (10.1, true)])
  func `a growth over years is compared to half a point`(growth: Double, isFound: Bool) throws {
    // (120 / 100)^(1/2) - 1 = 9.54 %
    let figure = figureText("growth", growth, "2020/2022", kind: "growth", unit: "%", source: "report")
    let found = try findings(Fixture("small").inserting(figure, in: "figures.json"))
    #expect(found.contains { $0.rule == .growthMismatch && $0.doubtful == ["growth"] } == isFound)
  }

  @Test func `what a plan wants is compared from the year before it`() throws {
    // (200 / 100)^(1/5) - 1 = 14.9 %
    func isFound(_ growth: Double) throws -> Bool {
      let figure = figureText(
        "growth", growth, "2021/2025", kind: "growth", unit: "%", plan: "plan-2025", source: "plan")
      return try findings(Fixture("small").inserting(figure, in: "figures.json"))
        .contains { $0.rule == .growthMismatch }
    }
    #expect(try isFound(15) == false)
    #expect(try isFound(12))
  }

  @Test func `two values differ, whatever their units, and equal ones do not`() throws {
    let unit =
      "{\"id\": \"万元\", \"name\": {\"zh\": \"万元\", \"en\": \"x10k\"}, \"dimension\": \"money\", \"scale\": 10000},\n"
    func differ(_ figure: String) throws -> Bool {
      let fixture = try Fixture("small").inserting(figure, in: "figures.json")
        .replacing("\"units\": [\n", in: "vocabulary.json", with: "\"units\": [\n\(unit)")
      return try findings(fixture).contains { $0.rule == .differentValues && $0.figures.contains("new") }
    }
    #expect(try differ(figureText("new", 120, "2022")) == false)
    #expect(try differ(figureText("new", 121, "2022")))
    #expect(try differ(figureText("new", 1_200_000, "2022", unit: "万元")) == false)
    #expect(try differ(figureText("new", 1_200_001, "2022", unit: "万元")))
    func range(_ id: String, _ low: Double, _ high: Double, _ unit: String) -> String {
      figureText(id, low, "2019", unit: unit)
        .replacing("\"value\": \(low),", with: "\"value\": \(low), \"upper\": \(high),")
    }
    let other = range("other", 110, 120, "亿元") + ",\n"
    #expect(try differ(other + range("new", 1_100_000, 1_200_000, "万元")) == false)
    #expect(try differ(other + range("new", 1_100_000, 1_200_001, "万元")))
    #expect(try differ(figureText("new", 121, "2022", scope: "district")) == false)
    #expect(try differ(figureText("new", 121, "2022-01")) == false)
  }

  @Test func `a target that is behind its level, in the right direction`() throws {
    func passed(_ figure: String) throws -> [String] {
      try findings(Fixture("small").inserting(figure, in: "figures.json"))
        .filter { $0.rule == .targetAlreadyPassed }.map { $0.computed.en }
    }
    #expect(
      try passed(figureText("low", 110, "2025", kind: "target", plan: "plan-2025", source: "plan"))
        == ["120 (2022) > 110 (2025)"])
    #expect(
      try passed(figureText("equal", 120, "2025", kind: "target", plan: "plan-2025", source: "plan")) == [])
    #expect(
      try passed(
        figureText(
          "slack", 0.9, "2025", kind: "target", indicator: "energy-intensity", unit: "吨标煤/万元",
          scope: "district",
          plan: "plan-2025", source: "plan")) == ["0.8 (2022) < 0.9 (2025)"])
  }
}
