import Figures
import Testing

/// When a target would be reached. Output of the small dataset was 100 in 2020 and 120 in 2022: 1.2^(1/2) a year.
struct ProjectionTests {
  private func projection(_ value: Double, subject: String = "district") throws -> Projection? {
    let target = figureText(
      "wanted", value, "2025", kind: "target", subject: subject, plan: "plan-2025", source: "plan")
    let dataset = try Fixture("small").inserting(target, in: "figures.json").dataset()
    return try Board(dataset, on: "2023-07-31").row("wanted").projection
  }

  @Test func `a trend of two intervals goes on`() throws {
    // ln (200 / 120) / ln 1.2 · 2 = 5.60 years after 2022
    #expect(try projection(200) == .year(2028))
    // ln (130 / 90) / ln 1.8 · 2 = 1.25
    #expect(try projection(130, subject: "cluster/machinery") == .year(2024))
  }

  /// 120 · 1.2^6.5 = 392.5 after 13 years.
  @Test func `ten years after the target it ends`() throws {
    #expect(try projection(392) == .year(2035))
    #expect(try projection(393) == .notWithinTenYears)
    #expect(try projection(1e9) == .notWithinTenYears)
  }

  @Test func `a target that moves away has no projected year`() throws {
    #expect(try projection(70, subject: "cluster/food") == .notWithinTenYears)
    #expect(Projection.notWithinTenYears.text.en == "not within ten years of the target")
    #expect(Projection.notWithinTenYears.year == nil && Projection.year(2028).year == 2028)
  }

  @Test func `one interval is not a trend`() throws {
    let fixture = try Fixture("small")
    #expect(
      try Board(fixture.dataset(), on: "2023-07-31").row("energy-2025").projection == .tooFewFigures)
    // Two statements of one year are one interval; a third year makes the second: 0.1 a year from 0.8 to 0.5.
    func added(_ period: String, _ value: Double) throws -> Projection? {
      let figure = figureText(
        "new", value, period, indicator: "energy-intensity", unit: "吨标煤/万元", scope: "district",
        source: "report")
      return try Board(fixture.inserting(figure, in: "figures.json").dataset(), on: "2023-07-31")
        .row("energy-2025").projection
    }
    #expect(try added("2022", 0.8) == .tooFewFigures)
    #expect(try added("2021", 0.9) == .year(2025))
  }
}
