import Figures
import Store
import Testing

/// The district and its clusters of 2022, recomputed with a calculator from the printed figures.
///
/// The bases of 2021 follow from level and growth of 2022: 69.88 / 1.08, 35.75 / 1.178, 5.28 / 1.039, 2.89 / 1.092 and
/// 30.73 / 1.025; the district's is their sum.
struct WorkedTargetsTests {
  private let board: Board

  init() throws {
    board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
  }

  struct Worked: Sendable {
    var figure: String
    var base: Double
    var expected: Double
    var earned: Double
    var ratio: Double
    /// Months.
    var lag: Double
    var linear: Double
    var growthRatio: Double
    var required: Double
  }

  static let strongCity = [
    Worked(
      figure: "sc2022-gross-output-2025", base: 132.7606, expected: 174.911, earned: 0.0771, ratio: 0.3083,
      lag: 8.300, linear: 0.0441, growthRatio: 0.2795, required: 0.404),
    Worked(
      figure: "sc2022-tobacco-gross-output-2025", base: 64.7037, expected: 75.508, earned: 0.1246,
      ratio: 0.4984, lag: 6.019, linear: 0.0936, growthRatio: 0.4791, required: 0.198),
    Worked(
      figure: "sc2022-new-materials-gross-output-2025", base: 30.3480, expected: 40.888, earned: 0.1374,
      ratio: 0.5495, lag: 5.406, linear: 0.0776, growthRatio: 0.5125, required: 0.409),
    Worked(
      figure: "sc2022-consumer-goods-gross-output-2025", base: 5.0818, expected: 10.703, earned: 0.0128,
      ratio: 0.0514, lag: 11.384, linear: 0.0021, growthRatio: 0.0353, required: 1.666),
    Worked(
      figure: "sc2022-biomedicine-gross-output-2025", base: 2.6465, expected: 5.518, earned: 0.0300,
      ratio: 0.1198, lag: 10.562, linear: 0.0051, growthRatio: 0.0848, required: 1.586),
  ]

  @Test(arguments: strongCity)
  func `the Strong City plan after one of four years`(worked: Worked) throws {
    let row = try board.row(worked.figure)
    let measure = try #require(row.measure)
    #expect(isNear(row.base?.value, worked.base, within: 0.0001) && row.base?.isComputed == true)
    #expect(row.base?.period.text == "2021" && measure.elapsed == 0.25 && measure.path == .compound)
    #expect(isNear(measure.expected, worked.expected) && isNear(measure.earned, worked.earned))
    #expect(isNear(measure.scheduleRatio, worked.ratio) && isNear(measure.lagMonths, worked.lag))
    #expect(isNear(measure.linearProgress, worked.linear))
    #expect(isNear(measure.growthRatio, worked.growthRatio))
    #expect(isNear(row.requiredGrowth, worked.required) && row.yearsLeft == 3)
    // Nine months of 2024 prove that new materials are no longer as far behind.
    let isImproved = worked.figure == "sc2022-new-materials-gross-output-2025"
    #expect(row.status == (isImproved ? .improved : .farBehind) && !measure.isMethodSensitive)
    #expect(row.formerStatus == (isImproved ? .farBehind : nil))
  }

  @Test func `the whole is not behind all of its parts`() throws {
    let ratios = try WorkedTargetsTests.strongCity.map {
      try #require(try board.row($0.figure).scheduleRatio)
    }
    #expect(ratios.dropFirst().contains { $0 < ratios[0] } && ratios.dropFirst().contains { $0 > ratios[0] })
  }

  @Test func `the base of the district is the sum of the five`() throws {
    let base = try #require(try board.row("sc2022-gross-output-2025").base)
    #expect(base.method == .sum && base.parts.count == 5)
    #expect(base.parts.allSatisfy { $0.base.method == .growth })
    let growth = base.statements.filter { $0.kind == .growth }.map(\.value)
    #expect(Set(growth) == [8, 17.8, 2.5, 3.9, 9.2])
  }

  /// Target 30, base 29.98, known to no more than a tenth of a percent.
  @Test func `new energy was asked for nothing`() throws {
    let row = try board.row("sc2022-new-energy-gross-output-2025")
    #expect(isNear(row.base?.value, 29.9805, within: 0.0001))
    #expect(row.status == .reached && row.asksForNothing && row.remark(.en) != nil)
    #expect(row.scheduleRatio == nil && row.measure?.lagMonths == nil && row.requiredGrowth == nil)
    #expect(row.onBar?.earned == 1)
  }

  /// 109.43 in 2020, 350 by 2025: 109.43 · (350 / 109.43)^0.4, ln (144.54 / 109.43) / ln (350 / 109.43).
  @Test func `the five-year plan after two of five years`() throws {
    let row = try board.row("plan2021-gross-output-2025")
    let measure = try #require(row.measure)
    #expect(row.base?.value == 109.43 && row.base?.method == .printed && row.base?.period.text == "2020")
    #expect(measure.elapsed == 0.4 && isNear(measure.expected, 174.224) && isNear(measure.earned, 0.2393))
    #expect(isNear(measure.scheduleRatio, 0.5984) && isNear(measure.lagMonths, 9.639))
    #expect(isNear(measure.linearProgress, 0.1459) && isNear(measure.growthRatio, 0.5702))
    #expect(isNear(measure.observedGrowth, 0.1493) && isNear(row.requiredGrowth, 0.3428))
    #expect(row.status == .farBehind)
  }

  @Test func `one figure since the base is not a trend`() throws {
    #expect(try board.row("sc2022-gross-output-2025").projection == .tooFewFigures)
  }
}
