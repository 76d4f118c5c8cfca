import Testing

@testable import Domain
@testable import Figures

struct MonthSeriesTests {
  private func figure(_ period: String, _ value: Double, _ kind: Figure.Kind = .actual, unit: String = "亿元")
    throws
    -> Figure
  {
    Figure(
      id: "\(kind)-\(period)", subject: .district, indicator: "output", value: value, unit: unit,
      period: try #require(Period(period)), kind: kind, comparator: .equal, scope: "above-scale",
      citations: [], origin: .unknown)
  }

  private func series(_ figures: [Figure], unit: String = "亿元") throws -> MonthSeries? {
    let data = try Fixture("small").dataset()
    let indicator = try #require(data.indicators["output"])
    return MonthSeries(
      figures, subject: .district, indicator: indicator, scope: "above-scale", unit: unit, in: data)
  }

  @Test func `a month is compared with the month before and with the same month of the year before`() throws {
    let figures = try [("2023-01", 10.0), ("2023-02", 8), ("2024-01", 12), ("2024-02", 10)].map(monthFigure)
    let newest = try #require(try series(figures)?.newest)
    #expect(newest.month.text == "2024-02" && newest.value == 10 && newest.sum == 22)
    #expect(abs((newest.onMonth ?? 0) - (10.0 / 12 - 1)) < 1e-9)
    #expect(abs((newest.onYear ?? 0) - 0.25) < 1e-9)
    #expect(abs((newest.sumOnYear ?? 0) - (22.0 / 18 - 1)) < 1e-9)
  }

  private func monthFigure(_ month: (String, Double)) throws -> Figure { try figure(month.0, month.1) }

  @Test func `months follow from printed sums since January`() throws {
    let figures = try [
      figure("2024-01", 10, .cumulative), figure("2024-01/2024-02", 25, .cumulative),
      figure("2024-01/2024-03", 45, .cumulative),
    ]
    #expect(try series(figures)?.points.map(\.value) == [10, 15, 20])
    #expect(try series(figures)?.points.map(\.sum) == [10, 25, 45])
  }

  @Test func `a missing month leaves no sum and no change`() throws {
    let figures = try [("2024-01", 10.0), ("2024-03", 12)].map(monthFigure)
    let newest = try #require(try series(figures)?.newest)
    #expect(newest.sum == nil && newest.onMonth == nil && newest.onYear == nil)
  }

  @Test func `years and single sums are no months`() throws {
    let figures = try [figure("2022", 100), figure("2023", 120), figure("2024-01/2024-06", 70, .cumulative)]
    #expect(try series(figures) == nil)
  }

  @Test func `the sum of the months counts a later figure for one of them`() throws {
    let figures = try [
      figure("2024-01", 10), figure("2024-02", 9), figure("2024-02", 8),
      figure("2024-01/2024-02", 19, .cumulative),
    ]
    #expect(try series(figures)?.newest.sum == 18)
  }
}
