import Figures
import Testing

/// The worst first by schedule ratio; what is judged otherwise and what is not known has its place behind.
struct TargetOrderTests {
  private func target(
    _ id: String, _ value: Double, _ year: String = "2025", kind: String = "target",
    subject: String = "district", indicator: String = "output", unit: String = "亿元",
    scope: String = "above-scale"
  ) -> String {
    figureText(
      id, value, year, kind: kind, subject: subject, indicator: indicator, unit: unit, scope: scope,
      plan: "plan-2025", source: "plan")
  }

  @Test func `measured, from an older base, judged otherwise, no data since the base, no data`() throws {
    let figures = [
      // ln 1.1 / ln 3 in three of six years is 0.17 of the schedule, but counted from 2019.
      target("older", 30, subject: "park/south-group"),
      figureText("south-2019", 10, "2019", subject: "park/south-group", source: "report"),
      figureText("south-2022", 11, "2022", subject: "park/south-group", source: "report"),
      target("growth", 25, "2022", kind: "growth", unit: "%"),
      target("base-only", 8, subject: "park/north-group", indicator: "area", unit: "平方公里", scope: "park"),
      figureText(
        "area-2020", 4, "2020", subject: "park/north-group", indicator: "area", unit: "平方公里", scope: "park",
        source: "plan"),
      target("nothing", 8, subject: "park/north-group"),
    ]
    var fixture = try Fixture("small")
    for figure in figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    let board = try Board(fixture.dataset(), on: "2023-01-31")
    #expect(try board.row("older").scheduleRatio.map { $0 < 1 } == true)
    #expect(try board.row("growth").status == .notReached)
    #expect(
      board.targets.map(\.target.id) == [
        "food-output-2025", "district-output-2025", "energy-2025", "machinery-output-2025", "older", "growth",
        "base-only", "nothing", "commitment-2023",
      ])
  }

  @Test func `reached targets without a ratio are behind all that are measured`() throws {
    let fixture = try Fixture("small").inserting(target("nothing-asked", 50, "2024"), in: "figures.json")
    let ids = try Board(fixture.dataset(), on: "2023-07-31").targets.map(\.target.id)
    #expect(
      ids == [
        "food-output-2025", "district-output-2025", "energy-2025", "machinery-output-2025", "nothing-asked",
        "commitment-2023",
      ])
  }
}
