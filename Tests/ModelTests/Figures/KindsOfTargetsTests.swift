import Testing

@testable import Figures
@testable import Output

/// One target of each kind on `fixtures/kinds`, whose README has the numbers.
struct KindsOfTargetsTests {
  private func board(on text: String = "2023-10-20") throws -> Board {
    try Board(Fixture("kinds").dataset(), on: text)
  }

  private func row(_ id: String, on text: String = "2023-10-20") throws -> TargetProgress {
    try board(on: text).row(id)
  }

  // MARK: Growth

  /// 7.8 - 8
  @Test func `a growth target is compared in points with the growth of the same year`() throws {
    let row = try row("growth-wanted-2022")
    #expect(isNear(row.shortfall, -0.2, within: 1e-9) && row.actual == 7.8)
    #expect(row.shortfallText(.en) == "0.2 points short" && row.shortfallText(.zh) == "差0.2个百分点")
    #expect(row.status == .basicallyReached && row.base == nil && row.measure == nil)
    #expect(row.lagText(.en) == nil && row.requiredGrowth == nil)
  }

  @Test func `the growth of another year is not an actual`() throws {
    let row = try row("growth-wanted-2022", on: "2022-12-31")
    #expect(row.observation == nil && row.actual == nil && row.shortfall == nil)
    #expect(row.status == .noData && row.obstacle == .otherPeriod)
  }

  @Test(arguments: [(7.8, Status.reached, "0 points above"), (7.5, .reached, "0.3 points above")])
  func `a growth that is equalled or exceeded is reached`(wanted: Double, status: Status, words: String)
    throws
  {
    let dataset = try Fixture("kinds").replacing(
      "\"value\": 8,", in: "figures.json", with: "\"value\": \(wanted),"
    )
    .dataset()
    let row = try Board(dataset, on: "2023-10-20").row("growth-wanted-2022")
    #expect(row.status == status && row.shortfallText(.en) == words)
  }

  // MARK: Shares and levels of a day

  /// 1 of 5 points in 2 of 5 years; 4 points in 3 years.
  @Test func `a share needs points a year`() throws {
    let row = try row("services-2025")
    let measure = try #require(row.measure)
    #expect(measure.path == .linear && isNear(measure.expected, 42, within: 1e-9))
    #expect(isNear(measure.earned, 0.2, within: 1e-9) && isNear(measure.scheduleRatio, 0.5, within: 1e-9))
    #expect(isNear(measure.lagMonths, 12, within: 1e-9) && row.status == .farBehind)
    #expect(row.requiredGrowth == nil && isNear(row.requiredChange, 4.0 / 3, within: 1e-9))
    #expect(isNear(measure.observedChange, 0.5, within: 1e-9) && measure.observedGrowth == nil)
  }

  /// From 50 to 40 in 1826 days; 46 after 911 days: 0.4 earned of 0.4989 gone.
  @Test func `an intensity falls by days`() throws {
    let row = try row("water-2025")
    let measure = try #require(row.measure)
    #expect(isNear(measure.elapsed, 911.0 / 1826, within: 1e-9) && isNear(measure.earned, 0.4, within: 1e-9))
    #expect(isNear(measure.scheduleRatio, 0.8018) && row.status == .slightlyBehind)
    #expect(isNear(measure.lagMonths, 5.934) && isNear(measure.expected, 45.011))
    // 6 in 915 days
    #expect(isNear(row.requiredChange, -6 / (915 / 365.25), within: 1e-9))
    #expect(row.attainmentText(.en) == "15% above target")
  }

  // MARK: Sums over several years

  /// 1800 + 2000 of 10000, in 2 of 5 years.
  @Test func `a sum is compared with the sum of the years known`() throws {
    let row = try row("housing-wanted")
    let measure = try #require(row.measure)
    #expect(row.actual == 3800 && row.history.map(\.value) == [1800, 2000])
    #expect(isNear(measure.expected, 4000, within: 1e-9) && isNear(measure.earned, 0.38, within: 1e-9))
    #expect(isNear(measure.scheduleRatio, 0.95, within: 1e-9) && row.status == .slightlyBehind)
    #expect(isNear(measure.lagMonths, 1.2, within: 1e-9))
    #expect(isNear(row.requiredChange, 6200.0 / 3, within: 1e-9) && row.requiredGrowth == nil)
    #expect(row.base?.method == .start && row.base?.value == 0)
  }

  @Test func `a list shows the sum, not its last year`() throws {
    let list = RecordList(.targets, of: try board())
    let row = try #require(
      (0..<list.count).first { list.value(row: $0, field: 0).shown(.en) == "housing-wanted" })
    #expect(list.value(row: row, field: try list.field("actual")).shown(.en) == "3800 homes")
    #expect(list.value(row: row, field: try list.field("expected")).shown(.zh) == "4000套")
  }

  @Test func `a sum of one year counts to its end`() throws {
    let row = try row("housing-wanted", on: "2022-12-31")
    #expect(row.actual == 1800 && isNear(row.scheduleRatio, 0.9, within: 1e-9))
  }

  @Test func `a missing year is named, and no progress is measured`() throws {
    let row = try row("forest-wanted")
    #expect(row.actual == 900 && row.measure == nil && row.status == .noData)
    #expect(row.obstacle == .missingYears([2021]) && row.obstacle?.name.en == "no figure for 2021")
    #expect(row.obstacle?.name.zh == "缺2021年数据")
  }

  /// 45 of 100, not 20 and not 65.
  @Test func `a printed sum is not added to the years inside it`() throws {
    let row = try row("roads-wanted")
    #expect(row.actual == 45 && row.history.map(\.id) == ["roads-2021-2022"])
    #expect(isNear(row.scheduleRatio, 1.125, within: 1e-9) && row.status == .onPace)
    #expect(row.lagText(.en) == "3 months ahead")
  }

  @Test func `a ceiling on a sum is not kept before its time is over`() throws {
    let dataset = try Fixture("kinds").replacing(
      "\"unit\": \"套\",\n   \"type\": \"flow\",\n   \"better\": \"higher\"", in: "indicators.json",
      with: "\"unit\": \"套\", \"type\": \"flow\", \"better\": \"lower\""
    ).dataset()
    let row = try Board(dataset, on: "2023-10-20").row("housing-wanted")
    #expect(row.status == .noData && row.obstacle == .ceiling && row.actual == 3800)
  }

  // MARK: Words, and targets that ask for nothing

  @Test func `a target without a number is kept as words`() throws {
    let board = try board()
    let row = try board.row("carbon-wanted")
    #expect(row.status == .noData && row.obstacle == .noNumber && row.attainment == nil)
    #expect(board.dataset.label(row.target, .en) == "as the city assigns")
    #expect(board.dataset.label(row.target, .zh) == "按市下达任务")
  }

  @Test func `words take the place of a number in lists and reports`() throws {
    let list = RecordList(.targets, of: try board())
    let row = try #require(
      (0..<list.count).first { list.value(row: $0, field: 0).shown(.en) == "carbon-wanted" })
    let value = list.value(row: row, field: try list.field("target"))
    #expect(value.shown(.zh) == "按市下达任务" && value.plain(.en) == "as the city assigns")
    let found = try RecordSelection(list, filter: RecordFilter(parsing: "target<=0"), .zh)
    #expect(!Array(found).contains(row))
    let dataset = try Fixture("kinds").dataset()
    let sheet = Report(dataset, asOf: try day("2023-10-20")).records(.en)
    let column = try #require(sheet.columns.firstIndex { $0.name == "target" })
    let homes = sheet.rows.first { $0.contains { $0.text.hasPrefix("New homes") } }
    #expect(homes?.contains { $0.text == "3800" } == true, "the sum of both years")
    let cells = sheet.rows.filter { $0.contains { $0.text.hasPrefix("Cut of carbon intensity") } }
    #expect(!cells.isEmpty && cells.allSatisfy { $0[column].text == "as the city assigns" })
  }

  @Test(arguments: ["firms-2025", "grain-2025"])
  func `a target at or below its base is reached with a remark`(id: String) throws {
    let row = try row(id)
    #expect(row.status == .reached && row.asksForNothing && row.remark(.zh) == "目标不高于基期")
    #expect(row.measure?.earned == nil && row.scheduleRatio == nil && row.onBar?.earned == 1)
  }

  // MARK: Paths and bases

  /// 10 doubles every year to 320; 40 in 2022 is on the path, though only 30 of 310 are done.
  @Test func `an indicator names its path`() throws {
    let row = try row("parcels-2025")
    let measure = try #require(row.measure)
    #expect(measure.path == .compound && isNear(measure.expected, 40, within: 1e-9))
    #expect(isNear(measure.scheduleRatio, 1, within: 1e-9) && row.status == .onPace)
    #expect(isNear(measure.growthRatio, 1, within: 1e-9) && isNear(measure.linearProgress, 30.0 / 310))
    #expect(measure.isMethodSensitive && isNear(row.requiredGrowth, 1, within: 1e-9))
  }

  /// 60 of 140 in 4 of 7 years.
  @Test func `an older base counts from its own year and is ranked apart`() throws {
    let row = try row("students-2025")
    #expect(row.base?.method == .earlier && row.base?.period.text == "2018" && row.isRankedApart)
    #expect(
      isNear(row.measure?.elapsed, 4.0 / 7, within: 1e-9) && isNear(row.scheduleRatio, 0.75, within: 1e-9))
    #expect(isNear(row.measure?.lagMonths, 12, within: 1e-9) && row.status == .behind)
  }

  @Test func `from a loss to a profit no compound path leads`() throws {
    let row = try row("profit-2025")
    #expect(row.status == .noData && row.obstacle == .noPath && row.actual == 1 && row.base?.value == -2)
  }

  // MARK: The second light

  /// The plan: 40 to 80, 48 in 2022: ln 1.2 / ln 2 / 0.4. The year: 40 of 60 in 9 of 12 months.
  @Test func `the year's own task has a light beside that of the plan`() throws {
    let row = try row("investment-2025")
    #expect(isNear(row.scheduleRatio, 0.6576) && row.status == .behind)
    let light = try #require(row.yearLight)
    #expect(light.target.id == "investment-2023" && light.actual.id == "investment-2023-q3")
    #expect(light.elapsed == 0.75 && isNear(light.progress, 2.0 / 3, within: 1e-9))
    #expect(isNear(light.ratio, 8.0 / 9, within: 1e-9) && light.status == .slightlyBehind)
    #expect(try self.row("investment-2023").yearLight == light)
    #expect(try self.row("services-2025").yearLight == nil)
    #expect(try self.row("investment-2025", on: "2023-10-19").yearLight == nil)
  }

  @Test func `months that do not begin in January are not part of the year's task`() throws {
    let dataset = try Fixture("kinds").replacing(
      "\"period\": \"2023-01/2023-09\"", in: "figures.json", with: "\"period\": \"2023-02/2023-09\""
    ).dataset()
    #expect(try Board(dataset, on: "2023-10-20").row("investment-2023").yearLight == nil)
  }

  // MARK: A plan that is over

  @Test(
    arguments: [
      ("broadband-wanted", "reached early", 1.1), ("clinics-wanted", "reached", 1),
      ("charging-wanted", "basically reached", 0.95), ("parking-wanted", "not reached", 0.8),
    ])
  func `the words of a final evaluation`(id: String, word: String, attainment: Double) throws {
    let row = try row(id)
    #expect(row.word.en == word && isNear(row.attainment, attainment, within: 1e-9))
    #expect(row.isDue && !row.isUnreported)
  }

  /// 1 of 3 museums in 2 of 3 years, and nothing of 2022.
  @Test func `without a final figure the last light stays, and the result is unpublished`() throws {
    let row = try row("museums-wanted")
    #expect(row.isDue && row.isUnreported && isNear(row.scheduleRatio, 0.5, within: 1e-9))
    #expect(row.status == .farBehind && row.observation?.period.text == "2021")
  }

  // MARK: Order and rules

  @Test func `the worst first, then an older base, then what is judged otherwise, then no data`() throws {
    let ids = try board().targets.map(\.target.id)
    func place(_ id: String) throws -> Int { try #require(ids.firstIndex(of: id)) }
    let measured = [
      "services-2025", "investment-2025", "water-2025", "housing-wanted", "parcels-2025", "roads-wanted",
    ]
    let order =
      measured + ["grain-2025", "students-2025", "growth-wanted-2022", "carbon-wanted"]
    let places = try order.map(place)
    #expect(places == places.sorted())
    // The task of a year is measured by its sum since January: 40 of 60 in three quarters.
    #expect(
      try place("services-2025") < place("investment-2023")
        && place("investment-2023") < place("carbon-wanted"))
  }

  @Test func `no rule mistakes a kind for a contradiction`() throws {
    let check = DatasetCheck(dataset: try Fixture("kinds").dataset())
    let found = check.diagnostics().map { "\($0.severity) \($0.fault.rule)" }
    #expect(
      found.sorted() == [
        "note path-through-zero", "note target-already-passed", "note target-below-baseline",
      ])
  }
}
