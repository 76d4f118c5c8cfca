import Domain
import Figures
import Output
import Testing

/// A part is counted with the project that it is a part of, and never beside it.
struct ProjectPartTests {
  private func board(_ projects: [String], on day: String = "2023-07-31") throws -> Board {
    try Board(Fixture.small(projects: projects).dataset(), on: day)
  }

  private func status(_ id: String, _ board: Board) throws -> ProjectStatus {
    try #require(board.projects.first { $0.project.id == id })
  }

  private static let planned = [("planned", "2021", "plan")]

  /// A base that is planned, a line of it that runs, and a furnace of that line.
  private static let base = [
    projectText("furnace", [("started", "2022-03", "report")], parent: "line", clusters: ["food"]),
    projectText("line", [("commissioned", "2022-05", "report")], parent: "base", park: "south-group"),
    projectText("base", planned, clusters: ["machinery"]),
  ]

  @Test func `counts are of projects, and say how many parts go with them`() throws {
    let board = try board(Self.base)
    #expect(board.projects.count == 8)
    #expect(board.projectCounts.projects == 6 && board.projectCounts.parts == 2)
    let listed = Dictionary(uniqueKeysWithValues: board.pipeline.steps.map { ($0.rung, $0.listed) })
    // The bakery, and the base, which is under construction by its line; the line and the furnace are not beside it.
    #expect(listed[.planned] == 0 && listed[.underConstruction] == 2)
    #expect(listed[.commissioned] == 1 && listed[.started] == 0)
    #expect(listed.values.reduce(0, +) == 6)
  }

  @Test func `what it is a part of is the nearest, what it counts with the whole`() throws {
    let board = try board(Self.base)
    let furnace = try status("furnace", board)
    #expect(furnace.parent?.id == "line" && board.projects[furnace.root].project.id == "base")
    #expect(try status("base", board).parent == nil)
    #expect(board.parts(of: try status("base", board)).map(\.project.id) == ["furnace", "line"])
    #expect(board.roots(of: [furnace, try status("line", board)]).map(\.project.id) == ["base"])
    #expect(board.counts(of: [furnace, try status("line", board)]).projects == 1)
    #expect(board.counts(of: [furnace, try status("dairy", board)]).projects == 2)
  }

  @Test func `clusters and parks of a part are those of its project, once`() throws {
    let board = try board(Self.base + [projectText("oven", Self.planned, parent: "base", clusters: ["food"])])
    let machinery = try #require(board.clusters.first { $0.cluster.id == "machinery" })
    let food = try #require(board.clusters.first { $0.cluster.id == "food" })
    #expect(machinery.projects == [.reserve: 1, .signed: 1, .underConstruction: 1])
    #expect(
      food.projects == [.underConstruction: 2, .commissioned: 1, .fullOutput: 1])
    let parks = ParkBoard(board)
    let south = try #require(parks.summary(of: "south-group", parks.projects()))
    // Only the line is said to be there, and stands for its project.
    #expect(south.projects.map(\.project.id) == ["bakery", "dairy", "cannery", "line"])
  }

  @Test func `a part counts by itself until a document names the whole`() throws {
    let projects = [
      projectText("line", Self.planned, parent: "hall"),
      projectText("hall", [("planned", "2022", "report")], parent: "base", sources: ["report"]),
      projectText("base", [("planned", "2023", "briefing")], sources: ["briefing"]),
    ]
    for (day, root, parent) in [
      ("2021-03-01", "line", nil), ("2023-01-31", "hall", "hall"), ("2023-07-31", "base", "hall"),
    ] {
      let board = try board(projects, on: day)
      let line = try status("line", board)
      #expect(board.projects[line.root].project.id == root && line.parent?.id == parent, "\(day)")
    }
  }

  @Test func `of a part whose nearest whole is not known yet the next one counts`() throws {
    let board = try board(
      [
        projectText("line", Self.planned, parent: "hall"),
        projectText("hall", [("planned", "2022", "report")], parent: "base", sources: ["report"]),
        projectText("base", Self.planned),
      ], on: "2021-03-01")
    #expect(try status("line", board).parent?.id == "base")
  }

  @Test func `a whole without a stage has that of the furthest of its parts`() throws {
    let board = try board([
      projectText("base", [], expected: [("commissioned", "unknown", "plan")]),
      projectText("one", [("signed", "2022-01", "report")], parent: "base"),
      projectText(
        "two", [("started", "2022-02", "report"), ("under-construction", "2022-09", "report")], parent: "base"
      ),
      projectText(
        "three", [("started", "2022-12", "report"), ("stalled", "2023-05", "briefing")], parent: "base"),
      projectText("four", [], expected: [("started", "unknown", "plan")], parent: "base"),
    ])
    let base = try status("base", board)
    #expect(base.rung == .underConstruction && base.stagePart?.id == "two")
    #expect(base.reached?.date.text == "2022-09" && base.since?.description == "2022-09-30")
    #expect(base.expected?.stage == "commissioned")
    // Bakery and base.
    #expect(board.pipeline.steps.first { $0.rung == .underConstruction }?.listed == 2)
    #expect(board.pipeline.steps.first { $0.rung == .stalled }?.listed == 0)
    // What was reached of it is told once, of the part.
    #expect(
      board.moves(atMost: 20).map(\.project.id) == [
        "three", "cannery", "two", "dairy", "engine-works", "one",
      ])
  }

  @Test func `a part under way puts a whole that is only planned under way, and no further`() throws {
    let board = try board([
      projectText("base", [("planned", "2021", "plan")]),
      projectText("line", [("commissioned", "2022-01", "report")], parent: "base"),
    ])
    let base = try status("base", board)
    #expect(base.rung == .underConstruction && base.stagePart?.id == "line")
    #expect(board.dataset.stageName(of: base)?.en == "Under construction")
    #expect(base.outgrewIntention && board.pipeline.funnel.outgrown == 2, "and the engine works")
    #expect(!board.moves(atMost: 20).map(\.project.id).contains("base"))
  }

  @Test func `a report about the whole comes before those about its parts`() throws {
    let board = try board([
      projectText("base", [("signed", "2021", "plan")]),
      projectText("line", [("commissioned", "2022-01", "report")], parent: "base"),
      projectText("halted", [("stalled", "2021", "plan")]),
      projectText("oven", [("started", "2022-01", "report")], parent: "halted"),
      projectText("idea", [("planned", "2021", "plan")]),
      projectText("sketch", [("reserve", "2022-01", "report")], parent: "idea"),
    ])
    for (id, rung) in [("base", Rung.signed), ("halted", .stalled), ("idea", .planned)] {
      let whole = try status(id, board)
      #expect(whole.rung == rung && whole.stagePart == nil, "\(id)")
    }
  }

  @Test func `a whole without a stage runs only when all its parts do`() throws {
    let lines = [
      projectText("base", [], expected: [("commissioned", "unknown", "plan")]),
      projectText("one", [("commissioned", "2022-01", "report")], parent: "base"),
      projectText("two", [("full-output", "2022-02", "report")], parent: "base"),
    ]
    #expect(try status("base", board(lines)).rung == .commissioned)
    let late = projectText("three", [("started", "2022-03", "report")], parent: "base")
    #expect(try status("base", board(lines + [late])).rung == .underConstruction)
  }

  @Test func `it came to its stage with the first of the records that say the same`() throws {
    let board = try board([
      projectText(
        "works",
        [
          ("planned", "2021", "plan"), ("under-construction", "2022-03", "report"),
          ("under-construction", "2022-09", "report"), ("planned", "2022-11", "report"),
          ("under-construction", "2023-06", "briefing"),
        ], sources: ["report"]),
      projectText(
        "halted",
        [
          ("under-construction", "2022-03", "report"), ("stalled", "2022-06", "report"),
          ("under-construction", "2022-09", "report"),
        ], sources: ["report"]),
    ])
    let works = try status("works", board)
    #expect(works.reached?.date.text == "2022-03" && works.since?.description == "2022-03-31")
    #expect(works.records.count == 5)
    #expect(try status("halted", board).since?.description == "2022-09-30")
  }

  @Test func `a stage beside the ladder counts where all parts have one`() throws {
    let board = try board([
      projectText("base", [], expected: [("commissioned", "unknown", "plan")]),
      projectText("one", [("stalled", "2022", "report")], parent: "base"),
      projectText("none", [], expected: [("commissioned", "unknown", "plan")]),
    ])
    #expect(try status("base", board).rung == .stalled)
    #expect(try status("none", board).rung == nil)
    #expect(board.pipeline.funnel.beside == [.stalled: 1] && board.pipeline.funnel.unstaged == 1)
    #expect(Report(board.dataset, asOf: board.asOf).stalled.map(\.project.id) == ["one"])
  }

  @Test func `moves of a part are reported as moves of a part`() throws {
    let dataset = try Fixture.small(projects: Self.base).dataset()
    let diff = BoardDiff(
      from: try Board(dataset, asOf: day("2023-07-31"), through: day("2022-04-30")),
      to: try Board(dataset, on: "2023-07-31"))
    let line = try #require(diff.moved.first { $0.project.id == "line" })
    #expect(line.parent?.id == "base" && line.to == .commissioned)
    #expect(diff.moved.allSatisfy { $0.project.id != "base" })
  }

  // MARK: The day of a stage

  @Test(arguments: [
    // What no date is printed for was so when its document came out, and before what it must have come before.
    ([("planned", "unknown", "report")], Rung.planned, "2023-01-31"),
    ([("started", "2022-05", "report"), ("planned", "unknown", "report")], .started, "2022-05-31"),
    ([("planned", "unknown", "briefing"), ("started", "2022-05", "report")], .started, "2022-05-31"),
    // A document reports nothing of a time after it.
    ([("started", "2023", "report")], .started, "2023-01-31"),
    ([("started", "by 2023", "report")], .started, "2023-01-31"),
    ([("started", "before 2023", "report")], .started, "2022-12-31"),
  ])
  func `a stage has the last day that its date can mean, and none after its document`(
    milestones: [(String, String, String)], rung: Rung, since: String
  ) throws {
    let works = projectText("works", milestones, sources: ["report"])
    let status = try status("works", board([works]))
    #expect(status.rung == rung && status.since?.description == since)
  }

  @Test(arguments: [
    ([("started", "2021-06", "report"), ("planned", "2021-08", "report")], Rung.started),
    ([("started", "2021-06", "report"), ("signed", "2021-08", "report")], .signed),
    ([("stalled", "2021-06", "report"), ("planned", "2021-08", "report")], .stalled),
    ([("cancelled", "2021-06", "report"), ("planned", "2021-08", "report")], .planned),
    ([("planned", "2021-06", "report"), ("reserve", "2021-08", "report")], .reserve),
    (
      [("commissioned", "2021-06", "report"), ("under-construction", "2021-08", "report")], .underConstruction
    ),
    ([("started", "2021-06", "report"), ("stalled", "2021-08", "report")], .stalled),
  ])
  func `a later list of intentions does not put back what had begun`(
    milestones: [(String, String, String)], rung: Rung
  ) throws {
    let works = projectText("works", milestones, sources: ["report"])
    #expect(try status("works", board([works])).rung == rung)
  }

  @Test func `a report of a period has the projects known by its end`() throws {
    let projects = [
      projectText("early", [("planned", "2021", "plan")]),
      projectText("late", [("planned", "2023-07", "briefing")], sources: ["briefing"]),
      projectText("told-late", [("started", "2021-05", "briefing")], sources: ["briefing"]),
    ]
    let dataset = try Fixture.small(projects: projects).dataset()
    let board = Board(dataset, asOf: try day("2023-08-01"), through: try day("2021-12-31"))
    #expect(
      ["early", "late", "told-late"].map { id in board.projects.contains { $0.project.id == id } } == [
        true, false, true,
      ])
    #expect(board.projectCounts.projects == board.pipeline.funnel.stages.map(\.standing).reduce(0, +))
    let report = Report(dataset, asOf: try day("2023-08-01"), period: ReportPeriod("2021"))
    let move = try #require(report.moves.first { $0.project.id == "told-late" })
    #expect(move.from == nil && move.to == .started)
  }

  @Test func `a move without a printed date is no news`() throws {
    let board = try board([
      projectText("undated", [("started", "unknown", "briefing")], sources: ["briefing"]),
      projectText("dated", [("started", "2021-05", "report")], sources: ["report"]),
    ])
    let moves = board.moves(atMost: 20).map(\.project.id)
    #expect(!moves.contains("undated") && moves.contains("dated"))
  }

  // MARK: Natures

  @Test func `product lines and programmes are counted and told`() throws {
    let counts = try board([
      projectText("yarn", Self.planned, nature: "product-line"),
      projectText("cloth", Self.planned, nature: "product-line"),
      projectText("grants", Self.planned, nature: "programme"),
      projectText("hall", Self.planned, nature: "project"),
      projectText("thread", Self.planned, parent: "yarn", nature: "product-line"),
    ]).projectCounts
    #expect(counts.projects == 6 && counts.parts == 1)
    #expect(counts.productLines == 2 && counts.programmes == 1 && counts.planItems == 3)
    #expect(counts.planItemsText?.zh == "另有产品方向、计划事项3")
    #expect(counts.planItemsText?.en == "beside 3 product lines or programmes of a plan")
    #expect(counts.partsText?.en == "1 part counted with its project")
    let small = try Board(Fixture("small").dataset(), on: "2023-07-31").projectCounts
    #expect(small.planItemsText == nil && small.partsText == nil)
  }

  @Test func `the report explains its count`() throws {
    let dataset = try Fixture.small(
      projects: Self.base + [projectText("yarn", Self.planned, nature: "product-line")]
    ).dataset()
    let report = Report(dataset, asOf: try day("2023-08-01"))
    let text = MarkdownWriter.text(ReportBuilder(report, language: .en).build())
    #expect(
      text.contains(
        "6 construction projects, beside 1 product lines or programmes of a plan, 2 parts counted with their projects."
      ))
    // Engine works and base are in the list of the plan; the engine works are signed, a line of the base runs.
    #expect(text.contains("Of the 2 construction projects planned in Plan, 2 went further since."))
  }
}
