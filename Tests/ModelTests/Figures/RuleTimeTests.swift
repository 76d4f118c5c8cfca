import Testing

@testable import Domain
@testable import Figures

/// That the rules do not compare everything with everything: counted, because a clock says little on a busy machine.
struct RuleTimeTests {
  private func figures(_ count: Int, _ make: (Int) -> (Double, Period, String?)) -> [Figure] {
    (0..<count).map { index in
      let (value, period, plan) = make(index)
      return Figure(
        id: "figure-\(index)", subject: .district, indicator: "output", value: value, unit: "亿元",
        period: period,
        kind: plan == nil ? .actual : .target, comparator: .equal, scope: "above-scale", plan: plan,
        citations: [Citation(source: "briefing", section: "", line: 1, printed: "1")], origin: .unknown)
    }
  }

  private func run(_ figures: [Figure]) throws -> (findings: [ArithmeticRules.Finding], comparisons: Int) {
    var comparisons = 0
    var rules = ArithmeticRules(dataset: try Fixture("small").dataset(), figures: figures)
    rules.countComparison = { comparisons += 1 }
    let findings = rules.findings()
    return (findings, comparisons)
  }

  @Test func `statements that all differ are compared with those listed, and the rest is counted`() throws {
    let (findings, comparisons) = try run(figures(3000) { (Double($0 + 1), Period(year: 2022), nil) })
    let finding = try #require(findings.first { $0.rule == .differentValues })
    #expect(finding.figures == (0..<12).map { "figure-\($0)" })
    #expect(finding.unlisted.count == 2988)
    #expect(finding.computed.zh.hasSuffix("12亿元；另有2988项"))
    #expect(finding.computed.en.hasSuffix("12 x100M yuan; and 2,988 more"))
    #expect(finding.doubtful.count == 3000)
    // All pairs would be 4.5 million.
    #expect(comparisons < 50_000)
  }

  @Test func `statements that agree are no finding, however many`() throws {
    let (findings, comparisons) = try run(figures(3000) { _ in (7, Period(year: 2022), nil) })
    #expect(findings.isEmpty)
    #expect(comparisons < 5000)
  }

  @Test func `targets are compared with records, not with every level`() throws {
    // Levels rise by 1 a year from 1 in the year 1; targets of 2025 ask for 0.5 to 1500.
    let levels = figures(1500) { (Double($0 + 1), Period(year: $0 + 1), nil) }
    let targets = figures(1500) { (Double($0 + 1) - 0.5, Period(year: 2025), "plan-2025") }.map {
      $0.replacing(id: "target-" + $0.id)
    }
    let (findings, comparisons) = try run(levels + targets)
    let passed = findings.filter { $0.rule == .targetBelowBaseline }
    // 1500 of the year 1500 is the newest before the plan, and beyond all of them.
    #expect(passed.count == 1500)
    #expect(passed.allSatisfy { $0.figures.last == "figure-1499" })
    #expect(comparisons < 100_000)
  }

  @Test func `a target is passed by the first level in time that is beyond it`() throws {
    let years = [2023, 2021, 2022, 2020]
    let levels = figures(4) { (Double([130, 90, 120, 80][$0]), Period(year: years[$0]), nil) }
    let target = figures(1) { _ in (110, Period(year: 2025), "plan-2025") }.map { $0.replacing(id: "target") }
    let finding = try #require(try run(levels + target).findings.first)
    #expect(finding.rule == .targetAlreadyPassed)
    #expect(finding.figures == ["target", "figure-2"])
  }

  @Test func `an old peak does not put a target below its base`() throws {
    // 150 in 2015, 80 in the base year 2020: a target of 100 asks for growth.
    let levels = figures(2) { $0 == 0 ? (150, Period(year: 2015), nil) : (80, Period(year: 2020), nil) }
    let target = figures(1) { _ in (100, Period(year: 2025), "plan-2025") }.map { $0.replacing(id: "target") }
    #expect(try run(levels + target).findings.map(\.rule) == [.targetAlreadyPassed])
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (29_988, "29,988"), (-1_234_567, "-1,234,567")])
  func `counts are grouped by three`(count: Int, text: String) {
    #expect(Decimal.grouped(count) == text)
  }
}
