import Figures
import Testing

struct PlanTimeTests {
  private func time(_ from: String, _ to: String) throws -> PlanTime {
    try #require(PlanTime(from: day(from), to: day(to)))
  }

  @Test func `years count whole, leap or not`() throws {
    let plan = try time("2020-12-31", "2025-12-31")
    // 2024 is a leap year: 1461 of 1826 days are not four fifths.
    for (year, elapsed) in [(2019, -0.2), (2020, 0), (2021, 0.2), (2022, 0.4), (2024, 0.8), (2025, 1)] {
      #expect(plan.elapsed(at: .last(ofYear: year)) == elapsed, "\(year)")
    }
    #expect(plan.months == 60)
    #expect(try time("2021-12-31", "2025-12-31").elapsed(at: day("2022-12-31")) == 0.25)
    #expect(try time("2021-12-31", "2025-12-31").months == 48)
    #expect(try PlanTime.years(from: day("2023-12-31"), to: day("2024-12-31")) == 1)
  }

  @Test func `levels of a day count days`() throws {
    let plan = try time("2020-12-31", "2025-12-31")
    // 911 of 1826 days: 365 + 365 + 181.
    #expect(try isNear(plan.elapsed(at: day("2023-06-30")), 911.0 / 1826, within: 1e-12))
    // 1095 days to the end of 2023, 31 of January and 29 of February.
    #expect(try isNear(plan.elapsed(at: day("2024-02-29")), (1095.0 + 60) / 1826, within: 1e-12))
    #expect(try PlanTime.years(from: day("2022-12-31"), to: day("2023-06-30")) == 181 / 365.25)
  }

  @Test func `a base or an end inside a year makes all of it days`() throws {
    let plan = try time("2020-06-30", "2022-06-30")
    // 730 days, of which 184 and 549 are gone.
    #expect(try isNear(plan.elapsed(at: day("2020-12-31")), 184.0 / 730, within: 1e-12))
    #expect(try isNear(plan.elapsed(at: day("2021-12-31")), 549.0 / 730, within: 1e-12))
    #expect(isNear(plan.months, 730 / 365.25 * 12, within: 1e-9))
  }

  @Test func `a target lies after its base`() throws {
    #expect(try PlanTime(from: day("2025-12-31"), to: day("2025-12-31")) == nil)
    #expect(try PlanTime(from: day("2026-01-01"), to: day("2025-12-31")) == nil)
    #expect(try PlanTime(from: day("2025-12-30"), to: day("2025-12-31"))?.elapsed(at: day("2025-12-31")) == 1)
  }
}
