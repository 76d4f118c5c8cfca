import Domain
import Figures
import Output
import Store
import Testing

/// The small dataset promises two starts for 2023, and reports two for 2022. Here the promise is for 2022 to 2025.
struct CommitmentTests {
  private func fixture() throws -> Fixture {
    try Fixture("small").replacing(
      "\"period\": \"2023\",\n   \"kind\": \"target\"", in: "figures.json",
      with: "\"period\": \"2022/2025\",\n   \"kind\": \"target\"")
  }

  private func commitment(_ fixture: Fixture, on day: String = "2023-07-31") throws -> Pipeline.Commitment {
    try #require(try Board(fixture.dataset(), on: day).pipeline.commitments.first)
  }

  private func promising(_ more: String) throws -> Fixture {
    try fixture().replacing("\"reported\": \"projects-started\"}]", in: "dataset.json", with: "\(more)}]")
  }

  @Test func `a figure of the same definition meets it`() throws {
    let commitment = try commitment(fixture())
    #expect(commitment.reported.map(\.value) == [2] && commitment.rung == .started)
    #expect(commitment.outcome(of: 2022) == .met)
    #expect(commitment.outcome(of: 2023) == .noFigure && commitment.outcome(of: 2021) == .noFigure)
    #expect(commitment.identified == [2021: 1, 2022: 1])
  }

  @Test(arguments: [
    ("≥", 2.0, true), ("≥", 1.9, false), (">", 2, false), (">", 2.1, true), ("≤", 2, true), ("≤", 2.1, false),
    ("<", 2, false), ("=", 2, true), ("≈", 3, true),
  ])
  func `on the bound the sign decides`(sign: String, reported: Double, isMet: Bool) throws {
    let block =
      "\"kind\": \"target\",\n   \"comparator\": \"≥\",\n   \"scope\": \"district\",\n   \"plan\": \"plan-2025\",\n   \"citations\": [{\"source\": \"plan\", \"section\": \"一\", \"line\": 6"
    let fixture = try fixture()
      .replacing(block, in: "figures.json", with: block.replacing("≥", with: sign))
      .replacing(
        "\"value\": 2,\n   \"unit\": \"个\",\n   \"period\": \"2022\",", in: "figures.json",
        with: "\"value\": \(reported),\n   \"unit\": \"个\",\n   \"period\": \"2022\",")
    #expect(try commitment(fixture).outcome(of: 2022) == (isMet ? .met : .missed))
  }

  @Test func `a figure of another definition is not comparable, with the reason`() throws {
    let commitment = try commitment(
      promising(
        "\"reported\": \"projects-started\", \"differs\": {\"zh\": \"未设门槛\", \"en\": \"no threshold\"}"))
    let outcome = commitment.outcome(of: 2022)
    #expect(outcome == .notComparable(Name(zh: "未设门槛", en: "no threshold")))
    #expect(outcome.name.zh == "不可比" && outcome.reason?.en == "no threshold")
    // What is reported stays beside it.
    #expect(commitment.reported(for: 2022)?.value == 2)
  }

  @Test func `neither does one of another scope or unit`() throws {
    let reported =
      "\"period\": \"2022\",\n   \"kind\": \"actual\",\n   \"comparator\": \"=\",\n   \"scope\": \"district\""
    let scope = try fixture().replacing(
      "\"indicator\": \"projects-started\",\n   \"value\": 2,\n   \"unit\": \"个\",\n   \(reported)",
      in: "figures.json",
      with:
        "\"indicator\": \"projects-started\",\n   \"value\": 2,\n   \"unit\": \"个\",\n   "
        + reported.replacing("\"scope\": \"district\"", with: "\"scope\": \"park\""))
    #expect(
      try commitment(scope).outcome(of: 2022).reason
        == Name(zh: "口径不同：通报为园区，任务为全区", en: "different scope: Park reported, District in the target"))
    let unit = try fixture().replacing(
      "\"indicator\": \"projects-started\",\n   \"value\": 2,\n   \"unit\": \"个\"", in: "figures.json",
      with: "\"indicator\": \"projects-started\",\n   \"value\": 2,\n   \"unit\": \"公里\"")
    #expect(try commitment(unit).outcome(of: 2022).name.en == "not comparable")
  }

  @Test(arguments: [
    // 2022 is met. 2023 is not over, then on its last day over and not published, then over and published.
    ("2023-12-30", Status.reached, ""), ("2023-12-31", .keptInPart, ""), ("2024-01-01", .keptInPart, ""),
    ("2024-01-01", .reached, "2023"),
  ])
  func `it is met in part while a year that is over has no figure`(
    date: String, status: Status, more: String
  ) throws {
    var fixture = try fixture()
    if !more.isEmpty {
      let figure = figureText(
        "more", 3, more, indicator: "projects-started", unit: "个", scope: "district")
      fixture = try fixture.inserting(figure, in: "figures.json")
    }
    let board = Board(try fixture.dataset(), asOf: try day(date))
    let row = try #require(board.targets.first { $0.isYearly })
    #expect(row.status == status && row.word.en == (more.isEmpty ? "met in 2022" : "met in 2023"))
  }

  @Test func `without a reported indicator no year has a figure`() throws {
    let commitment = try commitment(
      fixture().replacing(", \"reported\": \"projects-started\"}]", in: "dataset.json", with: "}]"))
    #expect(commitment.reported.isEmpty && commitment.outcome(of: 2022) == .noFigure)
    #expect(commitment.identified == [2021: 1, 2022: 1])
  }

  @Test func `without a stage no project is identified`() throws {
    let commitment = try commitment(
      fixture().replacing(
        ", \"stage\": \"started\", \"reported\"", in: "dataset.json", with: ", \"reported\""))
    #expect(commitment.rung == nil && commitment.identified.isEmpty && commitment.outcome(of: 2022) == .met)
  }

  @Test func `years outside the promise and parts of a year do not count`() throws {
    // The promise of the small dataset is of 2023 alone.
    #expect(try commitment(Fixture("small")).reported.isEmpty)
    let more = [
      figureText("half", 9, "2023-01/2023-06", indicator: "projects-started", unit: "个", scope: "district"),
      figureText(
        "growth", 9, "2023", kind: "growth", indicator: "projects-started", unit: "个", scope: "district"),
    ]
    let fixture = try fixture().setting(
      "figures-more.json", to: "{\"figures\": [\n\(more.joined(separator: ",\n"))\n]}")
    #expect(try commitment(fixture).reported.map(\.period.text) == ["2022"])
  }

  @Test func `nothing is reported before its document`() throws {
    let early = try commitment(fixture(), on: "2021-03-01")
    #expect(early.reported.isEmpty && early.identified.isEmpty)
  }

  @Test(arguments: ["by 2022", "before 2023", "unknown"])
  func `a date that names no year identifies no project of any`(date: String) throws {
    let fixture = try fixture().replacing(
      "\"date\": \"2022-09\"", in: "projects.json", with: "\"date\": \"\(date)\"")
    #expect(try commitment(fixture).identified == [2021: 1])
  }

  @Test func `a project and its part are identified once`() throws {
    let part = projectText("oven", [("started", "2022-10", "report")], parent: "bakery", sources: ["report"])
    let fixture = try fixture().setting("projects-more.json", to: "{\"projects\": [\n\(part)\n]}")
    #expect(try commitment(fixture).identified == [2021: 1, 2022: 1])
  }

  @Test func `the list of targets has only years that compare`() throws {
    func row(_ fixture: Fixture) throws -> TargetProgress {
      try Board(fixture.dataset(), on: "2023-07-31").row("commitment-2023")
    }
    #expect(try row(fixture()).observation?.value == 2 && row(fixture()).isYearly)
    let differs = try promising(
      "\"reported\": \"projects-started\", \"differs\": {\"zh\": \"未设门槛\", \"en\": \"no threshold\"}")
    #expect(
      try row(differs).observation == nil && row(differs).isYearly && row(differs).status == .notComparable)
  }

  @Test func `the report shows the year, what was reported and what became of it`() throws {
    func rows(_ fixture: Fixture, _ period: String) throws -> [String] {
      let report = Report(
        try fixture.dataset(), asOf: try day("2023-08-01"), period: ReportPeriod(period))
      let text = MarkdownWriter.text(ReportBuilder(report, language: .en).build())
      return text.split(separator: "\n").map(String.init).filter {
        $0.hasPrefix("| Projects to be started | ≥2")
      }
    }
    let met = try rows(fixture(), "2022")
    #expect(met.count == 1 && met[0].contains("| 2022 | 2") && met[0].hasSuffix("| 1 | met |"))
    let next = try rows(fixture(), "2023")
    #expect(next.count == 2 && next[1].hasSuffix("| 2023 | \\- | 0 | not published |"))
    // The promise does not hold in that year.
    #expect(try rows(Fixture("small"), "2022").isEmpty)
  }

  @Test func `of Qianjiang's three of 2022 one is met and one does not compare`() throws {
    let commitments = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture).pipeline.commitments
    let outcomes = Dictionary(
      uniqueKeysWithValues: commitments.map { ($0.target.indicator, $0.outcome(of: 2022)) })
    #expect(outcomes.count == 3)
    #expect(outcomes["commitment-commissioned"] == .met)
    #expect(outcomes["commitment-starts"]?.name.zh == "不可比")
    #expect(
      outcomes["commitment-starts"]?.reason?.en == "the official total has no threshold of 50 million yuan")
    #expect(outcomes["commitment-renovation"] == .noFigure)
    #expect(commitments.compactMap { $0.reported(for: 2022)?.value } == [24, 21])
    // Whether the report and the plan mean the same by it is not printed.
    #expect(commitments.map { $0.assumption != nil } == [false, true, false])
  }
}
