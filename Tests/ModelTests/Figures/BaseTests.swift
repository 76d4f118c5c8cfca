import Figures
import Testing

/// Where the base of a target comes from. A plan of 2022 to 2025 is added to the small dataset: its base year is 2021.
struct BaseTests {
  private static let plan = planText("plan-3", "2022", "2025")

  /// The row of a target of 200 by 2025 with further figures beside it, all of scope `district`, which output has none of.
  private func row(
    _ figures: [String], subject: String = "district", indicator: String = "output", unit: String = "亿元",
    plan: String = BaseTests.plan, on day: String = "2023-07-31"
  ) throws -> TargetProgress {
    let target = figureText(
      "wanted", 200, "2025", kind: "target", subject: subject, indicator: indicator, unit: unit,
      scope: "district", plan: "plan-3", source: "report")
    var fixture = try Fixture("small").inserting(plan, in: "plans.json")
    for figure in [target] + figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    return try Board(fixture.dataset(), on: day).row("wanted")
  }

  private func level(
    _ id: String, _ value: Double, _ period: String, kind: String = "actual", subject: String = "district",
    indicator: String = "output", unit: String = "亿元", source: String = "report"
  ) -> String {
    figureText(
      id, value, period, kind: kind, subject: subject, indicator: indicator, unit: unit, scope: "district",
      source: source)
  }

  @Test func `the year before the plan's first as it is printed`() throws {
    let row = try row([level("now", 120, "2022"), level("then", 90, "2021"), level("older", 70, "2020")])
    let base = try #require(row.base)
    #expect(base.value == 90 && base.period.text == "2021" && base.method == .printed && !base.isComputed)
    #expect(base.figures.map(\.id) == ["then"] && base.parts.isEmpty)
    // From 2021: one of four years.
    #expect(row.measure?.elapsed == 0.25 && !row.isRankedApart)
  }

  @Test func `computed from the level and the published growth of the next year`() throws {
    let base = try #require(
      try row([level("now", 121, "2022"), level("growth", 10, "2022", kind: "growth", unit: "%")]).base)
    #expect(isNear(base.value, 110, within: 1e-9))
    #expect(base.method == .growth && base.isComputed && base.period.text == "2021")
    #expect(Set(base.statements.map(\.id)) == ["now", "growth"])
  }

  @Test func `a printed level goes before a computed one`() throws {
    let growth = level("growth", 10, "2022", kind: "growth", unit: "%")
    let row = try row([level("now", 121, "2022"), growth, level("then", 111, "2021")])
    #expect(row.base?.value == 111 && row.base?.method == .printed)
  }

  /// Machinery prints 60 for 2021, food 44 for 2022 with a growth of 10 %.
  @Test func `the sum of the parts, printed or computed`() throws {
    let parts = [
      level("now", 120, "2022"), level("m", 60, "2021", subject: "cluster/machinery"),
      level("f", 44, "2022", subject: "cluster/food"),
      level("g", 10, "2022", kind: "growth", subject: "cluster/food", unit: "%"),
    ]
    let row = try row(parts)
    let base = try #require(row.base)
    #expect(isNear(base.value, 100, within: 1e-9) && base.method == .sum && base.isComputed)
    #expect(base.parts.map(\.subject.text) == ["cluster/machinery", "cluster/food"])
    #expect(base.parts.map(\.base.method) == [.printed, .growth])
    #expect(Set(base.statements.map(\.id)) == ["m", "f", "g"])
    #expect(row.baseText(.en) == "2021; sum of the parts")
    // ln 1.2 / ln 2 in one of four years
    #expect(isNear(row.scheduleRatio, 1.0521))
  }

  @Test func `a sum that misses a part is not a base`() throws {
    let row = try row([level("now", 120, "2022"), level("m", 60, "2021", subject: "cluster/machinery")])
    #expect(row.base == nil && row.obstacle == .noBase && row.status == .noBase)
  }

  @Test func `clusters add up to their own indicator alone`() throws {
    let row = try row(
      [
        level("now", 120, "2022", indicator: "investment"),
        level("m", 60, "2021", subject: "cluster/machinery", indicator: "investment"),
        level("f", 40, "2021", subject: "cluster/food", indicator: "investment"),
      ], indicator: "investment")
    #expect(row.base == nil && row.obstacle == .noBase)
  }

  @Test func `an older level serves where there is none of the base year, and is ranked apart`() throws {
    let row = try row([level("now", 100, "2022"), level("older", 50, "2019"), level("oldest", 40, "2018")])
    #expect(row.base?.value == 50 && row.base?.method == .earlier && row.isRankedApart)
    #expect(row.base?.isComputed == false)
    // Time counts from its own year: ln 2 / ln 4 in three of six years.
    #expect(row.measure?.elapsed == 0.5 && isNear(row.scheduleRatio, 1, within: 1e-9))
    #expect(isNear(row.measure?.lagMonths, 0, within: 1e-9))
    #expect(row.baseText(.en)?.hasPrefix("2019; no figure for the plan's base year") == true)
  }

  /// The base year of the plan is 2018, which has no level. The level of 2021 ends on 2021-12-31.
  @Test func `an older level ends before the plan begins`() throws {
    let levels = [level("now", 100, "2022"), level("then", 50, "2021")]
    let after = try row(levels, plan: planText("plan-3", "2022", "2025", baseline: "2018"))
    #expect(after.base?.figures.map(\.id) == ["then"] && after.base?.method == .earlier)
    #expect(after.isRankedApart && after.measure?.elapsed == 0.25)
    let onLastDay = try row(
      levels, plan: planText("plan-3", "2021", "2025", from: "12-31", baseline: "2018"))
    #expect(onLastDay.base == nil && onLastDay.status == .noBase && !onLastDay.isRankedApart)
  }

  @Test func `an older level alone is ranked with the targets without data since the base`() throws {
    let row = try row([level("older", 50, "2019")])
    #expect(row.base?.method == .earlier && row.obstacle == .onlyBase)
    #expect(row.status == .noDataSinceBase && row.measure == nil && !row.isRankedApart)
  }

  @Test func `another unit is converted, another scope is not the base`() throws {
    let unit =
      "{\"id\": \"万元\", \"name\": {\"zh\": \"万元\", \"en\": \"x10k yuan\"}, \"dimension\": \"money\", \"scale\": 10000},\n"
    let target = figureText(
      "wanted", 200, "2025", kind: "target", scope: "district", plan: "plan-3", source: "report")
    var fixture = try Fixture("small").inserting(BaseTests.plan, in: "plans.json")
      .replacing("\"units\": [\n", in: "vocabulary.json", with: "\"units\": [\n\(unit)")
    for figure in [target, level("now", 120, "2022"), level("then", 800_000, "2021", unit: "万元")] {
      fixture = try fixture.inserting(figure, in: "figures.json")
    }
    #expect(try Board(fixture.dataset(), on: "2023-07-31").row("wanted").base?.value == 80)
    // The 100 of 2021 in the small dataset is of industry above scale.
    #expect(try row([level("now", 120, "2022")]).base == nil)
  }

  @Test func `half a year is not a base of a flow, the last day of the year is one of a stock`() throws {
    #expect(try row([level("now", 120, "2022"), level("half", 50, "2021-07/2021-12")]).base == nil)
    let stock = try row(
      [
        level("now", 120, "2022-12-31", indicator: "area", unit: "平方公里"),
        level("then", 80, "2021-12-31", indicator: "area", unit: "平方公里"),
      ], indicator: "area", unit: "平方公里")
    #expect(stock.base?.value == 80 && stock.base?.method == .printed)
  }

  @Test func `a plan may name its base year`() throws {
    let plan = planText("plan-3", "2022", "2025", baseline: "2020")
    let row = try row(
      [level("now", 120, "2022"), level("then", 90, "2021"), level("older", 70, "2020")], plan: plan)
    #expect(row.base?.value == 70 && row.measure?.elapsed == 0.4)
  }

  @Test func `a figure of a later document is not yet a base`() throws {
    let figures = [
      level("now", 121, "2022"),
      level("growth", 10, "2022", kind: "growth", unit: "%", source: "briefing"),
    ]
    #expect(try row(figures, on: "2023-07-30").obstacle == .noBase)
    #expect(try row(figures, on: "2023-07-31").base?.method == .growth)
  }
}
