import Domain
import Figures
import Store
import Testing

/// On the small dataset, whose README says where each project stood when.
struct FunnelTests {
  private func funnel(_ fixture: Fixture, on day: String = "2023-07-31") throws -> Funnel {
    try Board(fixture.dataset(), on: day).pipeline.funnel
  }

  private func stalled() throws -> Fixture {
    try Fixture("small").replacing(
      "\"stage\": \"under-construction\"", in: "projects.json", with: "\"stage\": \"stalled\"")
  }

  @Test func `stages are counted as they stand, with the investment of those`() throws {
    let funnel = try funnel(Fixture("small"))
    let expected: [(Rung, Int, Int, Double?)] = [
      (.planned, 0, 0, nil), (.reserve, 1, 0, nil), (.signed, 1, 0, nil), (.started, 0, 0, nil),
      (.underConstruction, 1, 1, 30), (.commissioned, 1, 1, 40), (.fullOutput, 1, 1, 50),
    ]
    #expect(funnel.unit == "亿元" && funnel.beside == [:] && funnel.unstaged == 0)
    #expect(funnel.stages.map(\.rung) == expected.map(\.0))
    for (stage, (rung, standing, priced, amount)) in zip(funnel.stages, expected) {
      #expect(stage.standing == standing && stage.priced == priced && stage.amount == amount, "\(rung)")
    }
  }

  @Test func `a conversion is of those once recorded on a rung`() throws {
    let expected: [(Rung, Int, Int, Double?)] = [
      // The engine works were planned and are signed.
      (.planned, 1, 1, 1), (.reserve, 1, 0, 0), (.signed, 1, 0, 0),
      // Bakery and dairy.
      (.started, 2, 2, 1), (.underConstruction, 1, 0, 0),
      // Dairy and cannery; the cannery runs fully.
      (.commissioned, 2, 1, 0.5), (.fullOutput, 1, 0, nil),
    ]
    for (stage, (rung, recorded, further, rate)) in zip(try funnel(Fixture("small")).stages, expected) {
      #expect(stage.recorded == recorded && stage.further == further && stage.rate == rate, "\(rung)")
    }
  }

  @Test func `whoever stands further up is inferred to have passed`() throws {
    let stages = try funnel(Fixture("small")).stages
    #expect(stages.map(\.everReached) == [5, 5, 4, 3, 3, 2, 1])
    #expect(stages.map(\.inferred) == [4, 4, 3, 1, 2, 0, 0])
  }

  @Test func `what was only expected was never reached`() throws {
    func recorded(_ expected: [(String, String, String)]) throws -> [Int] {
      let project = projectText("new", [("commissioned", "2022-06", "report")], expected: expected)
      return try funnel(Fixture.small(projects: [project])).stages.map(\.recorded)
    }
    #expect(try recorded([("started", "2021-05", "plan")]) == recorded([]))
    #expect(try recorded([]) == [1, 1, 1, 2, 1, 3, 1])
  }

  @Test func `a cohort is what one document lists`() throws {
    let cohorts = try funnel(Fixture("small")).cohorts
    #expect(
      cohorts == [
        .init(source: "plan", rung: .planned, recorded: 1, further: 1),
        .init(source: "plan", rung: .reserve, recorded: 1, further: 0),
        .init(source: "report", rung: .signed, recorded: 1, further: 0),
        .init(source: "report", rung: .started, recorded: 2, further: 2),
        .init(source: "report", rung: .commissioned, recorded: 2, further: 1),
        .init(source: "briefing", rung: .underConstruction, recorded: 1, further: 0),
        .init(source: "briefing", rung: .fullOutput, recorded: 1, further: 0),
      ])
  }

  @Test func `of the list of a plan some came further`() throws {
    let planned = (1...4).map { projectText("p\($0)", [("planned", "2021", "plan")]) }
    let begun = projectText("p5", [("planned", "2021", "plan"), ("started", "2022", "report")])
    let twice = projectText(
      "p6", [("planned", "2021-01", "plan"), ("planned", "2021-02", "plan"), ("stalled", "2022", "report")])
    // Named by a later document only.
    let later = projectText("p7", [("planned", "2023-06", "briefing"), ("started", "2023-07", "briefing")])
    let dataset = try Fixture.small(projects: planned + [begun, twice, later]).dataset()
    let cohort = try #require(try Board(dataset, on: "2023-07-31").pipeline.funnel.intentions)
    // Engine works, p1 to p6; of these the engine works and p5. To be halted is no way further.
    #expect(cohort == .init(source: "plan", rung: .planned, recorded: 7, further: 2, halted: 1))
    #expect(
      cohort.text(in: dataset).en
        == "of the 7 construction projects planned in Plan, 2 went further since, 1 halted")
    #expect(cohort.text(in: dataset).zh == "规划列为谋划的7个建设项目中，其后2个有进展，1个停工停产")
    // On the day of the plan none had.
    let early = try #require(try Board(dataset, on: "2021-03-01").pipeline.funnel.intentions)
    #expect(early == .init(source: "plan", rung: .planned, recorded: 7, further: 0))
  }

  @Test func `further is what came on a later day than the rung`() throws {
    let cohort = try #require(
      try Board(
        Fixture.small(projects: [
          // Known to have begun when the plan lists it; begun before, as a later document reports; of the plan's own
          // day; begun before, and done after.
          projectText("known", [("started", "2021-01", "plan"), ("planned", "2021-03-01", "plan")]),
          projectText("begun", [("started", "2021-01", "report"), ("planned", "2021-03-01", "plan")]),
          projectText("same", [("planned", "2021-03-01", "plan"), ("started", "2021-03-01", "plan")]),
          projectText(
            "done",
            [
              ("started", "2021-01", "report"), ("planned", "2021-03-01", "plan"),
              ("commissioned", "2022", "report"),
            ]),
        ]).dataset(), on: "2023-07-31"
      ).pipeline.funnel.intentions)
    // The engine works, begun, same and done: a beginning that only a later document reports undoes no intention, one
    // that the plan itself reports does. Of these the engine works and done.
    #expect(cohort == .init(source: "plan", rung: .planned, recorded: 4, further: 2))
  }

  @Test func `what is under way is split by how it came there`() throws {
    let funnel = try Board(
      Fixture.small(projects: [
        projectText("old", [("commissioned", "by 2020", "plan")]),
        projectText("grown", [("planned", "2021-03-01", "plan"), ("started", "2022", "report")]),
        projectText("new", [("started", "2022", "report")], sources: ["report"]),
        projectText("halted", [("planned", "2021-03-01", "plan"), ("stalled", "2022", "report")]),
      ]).dataset(), on: "2023-07-31"
    ).pipeline.funnel
    // The engine works are signed; bakery, dairy and cannery are first reported when they had begun.
    #expect((funnel.earlier, funnel.outgrown, funnel.firstSeen) == (1, 2, 4))
    #expect(funnel.advanced == 7 && funnel.earlierYear == 2020)
    // Gear works, engine works, grown and halted.
    #expect(funnel.intended == 4)
    #expect(funnel.intentions == .init(source: "plan", rung: .planned, recorded: 3, further: 2, halted: 1))
    let small = try Fixture("small").dataset()
    #expect(
      funnel.intentions?.text(in: small).en
        == "of the 3 construction projects planned in Plan, 2 went further since, 1 halted")
  }

  @Test func `a halted project is beside the funnel, and its investment on no rung`() throws {
    let funnel = try funnel(stalled())
    #expect(funnel.beside == [.stalled: 1])
    #expect(funnel.stages.map(\.standing) == [0, 1, 1, 0, 0, 1, 1])
    #expect(funnel.stages.map(\.amount) == [nil, nil, nil, nil, nil, 40, 50])
    // It had begun.
    #expect(funnel.stages.map(\.everReached) == [5, 5, 4, 3, 2, 2, 1])
    #expect(funnel.stages.first { $0.rung == .started }?.further == 1)
  }

  @Test func `of several investments of a project the first in the files counts`() throws {
    let more = figureText(
      "more", 33, "2022", subject: "project/bakery", indicator: "investment", scope: "project")
    func amount(_ fixture: Fixture) throws -> Double? {
      try funnel(fixture).stages.first { $0.rung == .underConstruction }?.amount
    }
    #expect(try amount(Fixture("small").inserting(more, in: "figures.json")) == 33)
    let later = try Fixture("small").setting("figures.more.json", to: "{\"figures\": [\n\(more)\n]}")
    #expect(try amount(later) == 30)
  }

  @Test func `without a printed investment there are no amounts`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let funnel = Funnel(
      board.projects.filter { $0.investment == nil }, in: board.dataset, sources: board.sources)
    #expect(funnel.unit == nil)
    #expect(funnel.stages.allSatisfy { $0.amount == nil && $0.priced == 0 })
    #expect(funnel.stages.map(\.everReached) == [2, 2, 1, 0, 0, 0, 0])
    // Nothing can be divided by an empty cohort, and nothing is reported beyond the signed ones.
    #expect(funnel.stages.map(\.rate) == [1, 0, nil, nil, nil, nil, nil])
  }

  @Test func `what was reached after the time that is looked at is no way further`() throws {
    let dataset = try Fixture("small").dataset()
    let funnel = Board(dataset, asOf: try day("2023-08-01"), through: try day("2022-03-31")).pipeline.funnel
    #expect(funnel.stages.map(\.standing) == [1, 1, 0, 1, 0, 1, 0])
    #expect(funnel.cohorts.first == .init(source: "plan", rung: .planned, recorded: 1, further: 0))
    #expect(funnel.intentions == nil, "one project is no list")
  }

  @Test func `projects of no known stage are counted beside the rungs`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let funnel = board.pipeline.funnel
    let standing = funnel.stages.reduce(0) { $0 + $1.standing } + funnel.beside.values.reduce(0, +)
    #expect(funnel.unstaged == board.projects.count { !$0.isPart && $0.rung == nil })
    #expect(standing + funnel.unstaged == board.projectCounts.projects)
  }

  @Test func `only rungs that the data has a word for are steps`() throws {
    let dataset = try DatasetLoader.load(directory: Repository.path("fixtures/gas-conversion")).dataset
    let steps = Board(dataset, asOf: .distantFuture).pipeline.steps
    #expect(!steps.isEmpty && steps.allSatisfy { dataset.rungName($0.rung).zh != "-" })
  }
}
