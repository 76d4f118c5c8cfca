import Domain
import Figures
import Testing

/// What is said of targets that are reached, missed, or asked for nothing. Output of the small dataset: 100 in 2020 and 2021,
/// 120 in 2022; machinery 50, 60, 90; food 50, 40, 30; energy intensity 1 in 2020 and 0.8 in 2022, 0.5 wanted.
struct TargetJudgementTests {
  private func row(
    _ value: Double, _ year: String = "2022", subject: String = "district", comparator: String = "=",
    with figures: [String] = [], on day: String = "2023-07-31"
  ) throws -> TargetProgress {
    let target = figureText(
      "wanted", value, year, kind: "target", subject: subject, plan: "plan-2025", comparator: comparator,
      source: "plan")
    return try row([target] + figures, on: day)
  }

  private func energy(_ value: Double, _ year: String, _ comparator: String) throws -> TargetProgress {
    try row(
      [
        figureText(
          "wanted", value, year, kind: "target", indicator: "energy-intensity", unit: "吨标煤/万元",
          scope: "district", plan: "plan-2025", comparator: comparator, source: "plan")
      ], on: "2023-07-31")
  }

  private func row(_ figures: [String], on day: String) throws -> TargetProgress {
    var fixture = try Fixture("small")
    for figure in figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    return try Board(fixture.dataset(), on: day).row("wanted")
  }

  // MARK: Before the end

  @Test func `a target is reached whatever the time`() throws {
    let row = try row(120, "2025")
    #expect(row.status == .reached && row.requiredGrowth == nil && row.projection == nil)
    #expect(isNear(row.measure?.earned, 1, within: 1e-9) && row.lagText(.en) == nil)
    #expect(row.word.en == "reached")
  }

  /// 130 by July is more than the whole of 2022.
  @Test(arguments: ["2023", "2025"])
  func `a sum of the year gives its end a least ratio, also in the last year`(
    year: String
  ) throws {
    let part = figureText("part", 130, "2023-01/2023-07", kind: "cumulative")
    let row = try row(200, year, with: [part])
    #expect(row.partial?.id == "part" && row.floor?.year == 2023)
  }

  @Test func `beyond the target more is earned than its time has`() throws {
    let row = try row(110, "2025")
    // ln 1.2 / ln 1.1
    #expect(row.status == .reached && isNear(row.measure?.earned, 1.9129))
    #expect(row.onBar?.earned == 1)
  }

  @Test(
    arguments: [
      (">", 120, false), (">", 119.99, true), ("≥", 120, true), ("=", 120, true), ("≥", 120.01, false),
    ] as [(String, Double, Bool)])
  func `a target to be exceeded is not reached by equalling it`(sign: String, value: Double, isReached: Bool)
    throws
  {
    #expect(try (row(value, "2025", comparator: sign).status == .reached) == isReached)
  }

  @Test(
    arguments: [
      ("≤", 0.8, true), ("=", 0.8, true), ("<", 0.8, false), ("<", 0.81, true), ("≤", 0.79, false),
    ] as [(String, Double, Bool)])
  func `where lower is better an equalled target is reached`(sign: String, value: Double, isReached: Bool)
    throws
  {
    #expect(try (energy(value, "2025", sign).status == .reached) == isReached)
  }

  @Test func `below the base it has moved away`() throws {
    let row = try row(70, "2025", subject: "cluster/food")
    #expect(row.status == .movedAway && row.onBar?.earned == 0)
    // (0.4 + 1.518) of 60 months
    #expect(row.lagText(.en) == "115 months behind" && row.lagText(.zh) == "滞后115个月")
  }

  @Test func `a lag says in how many months so little was done`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let district = try board.row("district-output-2025")
    #expect(district.paceText(.zh) == "24个月只完成15.8个月的进度")
    #expect(district.paceText(.en) == "15.8 months of progress in 24")
    #expect(try board.row("food-output-2025").paceText(.zh) == "24个月不进反退")
    #expect(try board.row("machinery-output-2025").paceText(.en) == nil)
    #expect(try energy(0.5, "2025", "≤").paceText(.en) == nil)
  }

  @Test func `the years without a result are those after the newest figure up to the target`() throws {
    #expect(try row(200, "2025").unpublishedYears(.en) == nil)
    #expect(try row(200, "2025", on: "2026-01-01").unpublishedYears(.zh) == "2023—2025年")
    #expect(try row(200, "2023", on: "2026-01-01").unpublishedYears(.en) == "2023")
  }

  @Test func `the path of a target is what it asks for at equal steps of time`() throws {
    let dataset = try Fixture("small").dataset()
    let compound = try row(200, "2025").path(in: dataset, steps: 2)
    #expect(compound.map(\.elapsed) == [0, 0.5, 1])
    #expect(zip(compound, [100, 141.4214, 200]).allSatisfy { isNear($0.level, $1, within: 1e-3) })
    let linear = try energy(0.5, "2025", "≤").path(in: dataset, steps: 2)
    #expect(zip(linear, [1, 0.75, 0.5]).allSatisfy { isNear($0.level, $1) } && linear.count == 3)
    // A target that asks for nothing has none.
    #expect(try row(90, "2025").path(in: dataset, steps: 2).isEmpty)
  }

  @Test func `the words of a lag`() throws {
    let ahead = try row(130, "2025", subject: "cluster/machinery")
    #expect(ahead.lagText(.en) == "13 months ahead" && ahead.lagText(.zh, digits: 1) == "超前12.9个月")
    #expect(try energy(0.5, "2025", "≤").lagText(.en) == "on time")
    #expect(try energy(0.5, "2025", "≤").lagText(.zh) == "按序时")
  }

  // MARK: Targets that ask for nothing

  @Test(arguments: [100.0, 90]) func `a target at or below its base is reached with a remark`(value: Double)
    throws
  {
    let row = try row(value, "2025")
    #expect(row.status == .reached && row.asksForNothing)
    #expect(row.remark(.en) == "the target asked for no more than the base")
    #expect(row.scheduleRatio == nil && row.measure?.earned == nil && row.measure?.lagMonths == nil)
    #expect(try self.row(101, "2025").remark(.en) == nil)
  }

  @Test func `a printed base is taken at its word`() throws {
    let row = try row(100.05, "2025")
    #expect(!row.asksForNothing && row.measure?.earned.map { $0 > 100 } == true)
  }

  @Test func `a target below its base can be missed`() throws {
    let row = try row(45, "2025", subject: "cluster/food")
    #expect(row.asksForNothing && row.status == .movedAway && row.scheduleRatio == nil)
  }

  @Test func `a base that is the only figure never reaches its target`() throws {
    let row = try row(90, "2025", on: "2021-03-01")
    #expect(
      row.status == .noDataSinceBase && row.obstacle == .onlyBase && row.word.en == "no data since the base")
  }

  @Test func `a compound path through zero cannot be measured`() throws {
    let row = try row(130, "2025", with: [figureText("nothing", 0, "2022")])
    #expect(row.status == .noData && row.obstacle == .noPath && row.scheduleRatio == nil)
  }

  // MARK: The final figure

  @Test(
    arguments: [
      (120, Status.reached, "reached"), (121, .basicallyReached, "basically reached"),
      (133, .basicallyReached, "basically reached"), (134, .notReached, "not reached"),
    ] as [(Double, Status, String)])
  func `a final figure is evaluated by attainment`(value: Double, status: Status, word: String) throws {
    let row = try row(value)
    #expect(row.status == status && row.word.en == word)
    #expect(isNear(row.attainment, 120 / value, within: 1e-12))
  }

  @Test(
    arguments: [
      (0.8, Status.reached), (0.79, .basicallyReached), (0.72, .basicallyReached), (0.71, .notReached),
    ]
  )
  func `where lower is better target by actual is attained`(value: Double, status: Status) throws {
    #expect(try energy(value, "2022", "≤").status == status)
  }

  @Test func `a figure before the final one that reached it makes it early`() throws {
    let early = try row(60, subject: "cluster/machinery")
    #expect(early.isEarly && early.word == Name(zh: "提前完成", en: "reached early"))
    let late = try row(61, subject: "cluster/machinery")
    #expect(late.status == .reached && !late.isEarly)
    // The base is no achievement: 50 in 2020, 60 in 2021.
    #expect(try row(50, "2021", subject: "cluster/machinery").isEarly == false)
    // What is reached before its time is not early yet.
    #expect(try row(60, "2025", subject: "cluster/machinery").isEarly == false)
  }
}
