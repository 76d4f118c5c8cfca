import Figures
import Store
import Testing

struct TargetBoardTests {
  private func board(_ figures: [String] = [], plans: [String] = [], on day: String = "2023-07-31") throws
    -> Board
  {
    var fixture = try Fixture("small")
    for figure in figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    for plan in plans { fixture = try fixture.inserting(plan, in: "plans.json") }
    return try Board(fixture.dataset(), on: day)
  }

  struct Expectation: Sendable {
    var figure: String
    var attainment: Double?
    var expected: Double?
    var earned: Double?
    var ratio: Double?
    /// Months.
    var lag: Double?
    var status: Status
  }

  /// Base 2020, figure 2022, target 2025: two of five years. Output grows by percent, the intensity falls by amounts.
  @Test(
    arguments: [
      // ln 1.2 / ln 2; 100 · 2^0.4
      Expectation(
        figure: "district-output-2025", attainment: 0.6, expected: 131.95, earned: 0.2630, ratio: 0.6576,
        lag: 8.22, status: .behind),
      // ln 1.8 / ln 2.6; 50 · 2.6^0.4
      Expectation(
        figure: "machinery-output-2025", attainment: 0.6923, expected: 73.28, earned: 0.6152, ratio: 1.5379,
        lag: -12.91, status: .onPace),
      // ln 0.6 / ln 1.4; 50 · 1.4^0.4
      Expectation(
        figure: "food-output-2025", attainment: 0.4286, expected: 57.20, earned: -1.5182, ratio: -3.7955,
        lag: 115.09, status: .movedAway),
      // 0.2 of 0.5
      Expectation(
        figure: "energy-2025", attainment: 1.6, expected: 0.8, earned: 0.4, ratio: 1, lag: 0, status: .onPace),
      Expectation(figure: "commitment-2023", status: .noData),
    ])
  func `the targets of the small dataset by hand`(expected: Expectation) throws {
    let row = try board().row(expected.figure)
    #expect(isNear(row.attainment, expected.attainment))
    #expect(isNear(row.measure?.expected, expected.expected, within: 0.005))
    #expect(isNear(row.measure?.earned, expected.earned))
    #expect(isNear(row.measure?.elapsed, expected.ratio == nil ? nil : 0.4, within: 1e-12))
    #expect(isNear(row.scheduleRatio, expected.ratio))
    #expect(isNear(row.measure?.lagMonths, expected.lag, within: 0.005))
    #expect(row.status == expected.status)
    #expect((row.obstacle == nil) == (expected.ratio != nil))
  }

  @Test func `rows are sorted by schedule ratio, those without one last`() throws {
    #expect(
      try board().targets.map(\.target.id) == [
        "food-output-2025", "district-output-2025", "energy-2025", "machinery-output-2025", "commitment-2023",
      ])
  }

  /// Output: 0.66 of its schedule is yellow, but 0.2 of the way in 0.4 of the time is red. Machinery is green by all.
  @Test func `a light that depends on the method is marked`() throws {
    let board = try board()
    let output = try #require(try board.row("district-output-2025").measure)
    #expect(output.isMethodSensitive)
    #expect(isNear(output.linearProgress, 0.2, within: 1e-12))
    // (1.2^(1/2) - 1) / (2^(1/5) - 1) = 9.545 % / 14.870 %
    #expect(isNear(output.growthRatio, 0.6419))
    let machinery = try #require(try board.row("machinery-output-2025").measure)
    #expect(!machinery.isMethodSensitive)
    #expect(isNear(machinery.linearProgress, 0.5, within: 1e-12) && isNear(machinery.growthRatio, 1.622))
    #expect(try board.row("food-output-2025").measure?.isMethodSensitive == false)
  }

  // MARK: Several plans

  @Test func `both plans are kept, and the one with the newer document is shown`() throws {
    let figures = [figureText("second", 250, "2025", kind: "target", plan: "plan-2")]
    let board = try board(figures, plans: [secondPlan])
    let first = try board.row("district-output-2025")
    let second = try board.row("second")
    #expect(first.isSecondary && !second.isSecondary)
    #expect(first.alternatives.map(\.id) == ["second"])
    #expect(second.alternatives.map(\.id) == ["district-output-2025"])
    #expect(isNear(first.attainment, 0.6) && isNear(second.attainment, 0.48))
    #expect(board.headline("output")?.target.id == "second")
    let earlier = try self.board(figures, plans: [secondPlan], on: "2023-07-30")
    #expect(earlier.targets.allSatisfy { $0.target.id != "second" })
    #expect(try earlier.row("district-output-2025").isSecondary == false)
  }

  @Test func `a target of another year is beside it but not instead of it`() throws {
    let board = try board(
      [figureText("later", 300, "2027", kind: "target", plan: "plan-2")], plans: [secondPlan])
    #expect(try board.row("district-output-2025").isSecondary == false)
    #expect(try board.row("district-output-2025").alternatives.map(\.id) == ["later"])
    #expect(try board.row("later").isSecondary == false)
  }

  @Test func `inside one plan a conflict's preference decides, then the plan's own document`() throws {
    let other = figureText("other", 210, "2025", kind: "target", plan: "plan-2025", source: "plan")
    let unsettled = try board([other])
    #expect(try unsettled.row("other").isSecondary == false, "the first of the files")
    #expect(try unsettled.row("district-output-2025").isSecondary)
    #expect(try unsettled.row("other").alternatives.isEmpty, "it is no other plan")

    let conflict = """
      {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "目标", "en": "Target"},
      "statements": [{"figure": "other"}, {"figure": "district-output-2025"}], "rule": "later-document",
      "prefer": "district-output-2025"}
      """
    let settled = try Board(
      Fixture("small").inserting(other, in: "figures.json").inserting(conflict, in: "conflicts.json")
        .dataset(),
      on: "2023-07-31")
    #expect(try settled.row("other").isSecondary)
    #expect(try settled.row("district-output-2025").isSecondary == false)

    let repeated = try board([figureText("repeated", 210, "2025", kind: "target", plan: "plan-2025")])
    #expect(try repeated.row("repeated").isSecondary, "the briefing only repeats the plan")
  }

  @Test func `the built-in data show 400 with 350 beside it, and 2.5 patents with 5 beside it`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    #expect(try board.row("plan2021-gross-output-2025").isSecondary)
    let shown = try board.row("sc2022-gross-output-2025")
    #expect(!shown.isSecondary)
    #expect(
      shown.alternatives.contains { $0.value == 350 } && shown.alternatives.contains { $0.value == 450 })
    #expect(try board.row("plan2021-patents-per-10k-2025").isSecondary == false)
    #expect(try board.row("plan2021-patents-per-10k-text-2025").isSecondary)
  }

  // MARK: What is not divided

  @Test func `nine months are shown beside the target and not divided by it`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    for figure in ["sc2022-new-materials-gross-output-2025", "conf-new-materials-output-2027"] {
      let row = try board.row(figure)
      #expect(row.partial?.value == 54.8)
      #expect(row.observation?.value == 35.75)
      #expect(!row.history.contains { $0.value == 54.8 })
      #expect(isNear(row.attainment, 35.75 / row.target.value, within: 1e-12))
    }
  }

  @Test func `half a year is not an observation even when it is called one`() throws {
    let row = try board([figureText("half", 70, "2023-01/2023-06")]).row("district-output-2025")
    #expect(row.observation?.id == "district-output-2022")
    #expect(row.partial?.id == "district-output-2023-h1")
  }

  @Test func `the newest part of one year is beside the target, none across two`() throws {
    let figures = [
      figureText("across", 90, "2022-08/2023-07", kind: "cumulative"),
      figureText("quarter", 30, "2023-01/2023-03", kind: "cumulative"),
      figureText("older", 60, "2022-01/2022-11", kind: "cumulative"),
    ]
    #expect(try board(figures).row("district-output-2025").partial?.id == "district-output-2023-h1")
  }

  @Test func `of two levels of the base year the last in the files is the base`() throws {
    let again = figureText("again", 80, "2020", source: "report")
    func base(_ fixture: Fixture) throws -> Double? {
      try Board(fixture.dataset(), on: "2023-07-31").row("district-output-2025").base?.value
    }
    #expect(try base(Fixture("small").inserting(again, in: "figures.json")) == 100)
    let later = "{\"figures\": [\n\(again)\n]}"
    #expect(try base(Fixture("small").setting("figures.more.json", to: later)) == 80)
  }

  @Test func `a sum over years takes the newest printed sum and the years after it`() throws {
    func sum(_ figures: [String]) throws -> TargetProgress {
      let target = figureText(
        "sum", 1000, "2021/2025", kind: "cumulative", plan: "plan-2025", source: "plan")
      return try board([target] + figures).row("sum")
    }
    // 100 and 120 are the years.
    #expect(try sum([]).actual == 220)
    let one = figureText("one", 101, "2021", kind: "cumulative")
    let two = figureText("two", 215, "2021/2022", kind: "cumulative")
    #expect(try sum([one]).actual == 221)
    for figures in [[one, two], [two, one]] {
      let row = try sum(figures)
      #expect(row.actual == 215 && row.history.map(\.id) == ["two"])
    }
  }

  @Test func `why a target cannot be measured`() throws {
    let target = { (id: String, subject: String, unit: String, scope: String) in
      figureText(
        id, 300, "2025", kind: "target", subject: subject, unit: unit, scope: scope, plan: "plan-2025",
        source: "plan")
    }
    let board = try board([
      target("scope", "district", "亿元", "district"), target("unit", "district", "公里", "above-scale"),
      target("nothing", "park/east", "亿元", "above-scale"),
      target("months", "park/north-group", "亿元", "above-scale"),
      figureText("north", 5, "2023-01/2023-06", kind: "cumulative", subject: "park/north-group"),
      target("first", "park/south-group", "亿元", "above-scale"),
      figureText("south", 5, "2022", subject: "park/south-group"),
    ])
    let expected: [(String, Obstacle)] = [
      ("scope", .otherScope), ("unit", .otherUnit), ("nothing", .noObservation), ("months", .otherPeriod),
      ("first", .noBase),
    ]
    for (id, obstacle) in expected {
      let row = try board.row(id)
      #expect(row.obstacle == obstacle, "\(id)")
      #expect(row.status == (id == "first" ? .noBase : .noData) && row.measure == nil, "\(id)")
      #expect((row.attainment == nil) == (id != "first"), "\(id)")
    }
    #expect(try board.row("months").partial?.id == "north")
    #expect(try board.row("scope").history.isEmpty)
    let early = try self.board(on: "2021-03-01").row("district-output-2025")
    #expect(early.obstacle == .onlyBase && early.status == .noDataSinceBase)
    #expect(early.attainment == 0.5 && early.measure == nil)
  }

  @Test func `units of one dimension are converted`() throws {
    let unit =
      "{\"id\": \"万元\", \"name\": {\"zh\": \"万元\", \"en\": \"x10k yuan\"}, \"dimension\": \"money\", \"scale\": 10000},\n"
    let figure = figureText("total-2023", 1_500_000, "2023-01/2023-12", unit: "万元")
    let fixture = try Fixture("small").inserting(figure, in: "figures.json")
      .replacing("\"units\": [\n", in: "vocabulary.json", with: "\"units\": [\n\(unit)")
      .replacing("2023-07-31", in: "sources.json", with: "2024-01-31")
    let row = try Board(fixture.dataset(), on: "2024-01-31").row("district-output-2025")
    #expect(row.observation?.id == "total-2023")
    #expect(isNear(row.attainment, 0.75, within: 1e-12) && row.actual == 150)
    // ln 1.5 / ln 2 in three of five years
    #expect(isNear(row.measure?.earned, 0.5850) && isNear(row.scheduleRatio, 0.9749))
  }

  @Test(arguments: [
    ("month", "2023-03-18", "2023-03-19"), ("quarter", "2023-06-17", "2023-06-18"),
    ("year", "2024-08-01", "2024-08-02"),
  ])
  func `the time after which a figure is stale depends on how often one is due`(
    cadence: String, last: String, next: String
  ) throws {
    let energy = try Fixture("small").replacing(
      "\"better\": \"lower\",\n   \"cadence\": \"year\"", in: "indicators.json",
      with: "\"better\": \"lower\",\n   \"cadence\": \"\(cadence)\"")
    // Where a month is published: the newest is January 2023.
    let month = figureText(
      "month", 0.8, "2023-01", indicator: "energy-intensity", unit: "吨标煤/万元", scope: "district",
      source: "report")
    let monthly = try energy.inserting(month, in: "figures.json")
    #expect(try Board(monthly.dataset(), on: last).row("energy-2025").isStale == false)
    #expect(try Board(monthly.dataset(), on: next).row("energy-2025").isStale)
    // Where only years are published, the next one is due a year and a half after the end of 2022.
    #expect(try Board(energy.dataset(), on: "2024-07-01").row("energy-2025").isStale == false)
    #expect(try Board(energy.dataset(), on: "2024-07-02").row("energy-2025").isStale)
  }

  @Test func `a figure is stale when the next one was due`() throws {
    // A year and a half after the end of 2022; the half of 2023 is newer for the output.
    #expect(try board(on: "2024-07-01").row("energy-2025").isStale == false)
    #expect(try board(on: "2024-07-02").row("energy-2025").isStale)
    #expect(try board(on: "2024-12-29").row("district-output-2025").isStale == false)
    #expect(try board(on: "2024-12-30").row("district-output-2025").isStale)
    #expect(try board(on: "2040-01-01").row("commitment-2023").isStale == false)
  }

  @Test func `a target is due after its last day, and unreported while no figure reaches it`() throws {
    func row(on day: String, _ figures: [String] = []) throws -> TargetProgress {
      try board(figures, on: day).row("district-output-2025")
    }
    #expect(try !row(on: "2025-12-31").isDue)
    let due = try row(on: "2026-01-01")
    #expect(due.isDue && due.isUnreported)
    // What it says stays that of the newest figure.
    #expect(due.status == .behind && due.observation?.period.text == "2022")
    #expect(try board(on: "2026-01-01").unreportedTargets.contains { $0.target.id == "district-output-2025" })
    let dataset = try Fixture("small").dataset()
    let back = try Board(dataset, asOf: day("2026-06-01"), through: day("2023-12-31"))
    #expect(try !back.row("district-output-2025").isDue)
  }

  @Test func `a yearly commitment is not a target that was reached`() throws {
    let board = try board()
    #expect(try board.row("commitment-2023").isYearly)
    #expect(try !board.row("food-output-2025").isYearly)
    #expect(board.counts.values.reduce(0, +) == board.targets.count - 1)
    #expect(try !self.board(on: "2026-01-01").row("commitment-2023").isUnreported)
  }
}
