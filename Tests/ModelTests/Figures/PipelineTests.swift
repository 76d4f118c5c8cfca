import Domain
import Figures
import Store
import Testing

struct PipelineTests {
  private func step(_ rung: Rung, _ board: Board) throws -> Pipeline.Step {
    try #require(board.pipeline.steps.first { $0.rung == rung })
  }

  @Test func `listed projects are counted, official totals are printed`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let expected: [(Rung, Int, Int, Double?)] = [
      (.planned, 0, 5, nil), (.reserve, 1, 5, nil), (.signed, 1, 4, nil), (.started, 0, 3, 2),
      (.underConstruction, 1, 3, nil), (.commissioned, 1, 2, nil), (.fullOutput, 1, 1, nil),
      (.stalled, 0, 0, nil), (.cancelled, 0, 0, nil),
    ]
    #expect(board.pipeline.steps.map(\.rung) == expected.map(\.0))
    for (rung, listed, everReached, reported) in expected {
      let step = try step(rung, board)
      #expect(step.listed == listed && step.everReached == everReached, "\(rung)")
      #expect(step.reported?.value == reported, "\(rung)")
    }
    #expect(board.pipeline.steps.reduce(0) { $0 + $1.listed } == board.projectCounts.projects)
  }

  @Test(arguments: [true, false]) func `of official totals the last is shown, in whatever order they stand`(
    isFirst: Bool
  )
    throws
  {
    let earlier = figureText(
      "started-2021", 7, "2021", indicator: "projects-started", unit: "个", scope: "district", source: "report"
    )
    let small = try Fixture("small")
    let fixture =
      try isFirst
      ? small.inserting(earlier, in: "figures.json")
      : small.setting("figures.more.json", to: "{\"figures\": [\(earlier)]}")
    let board = try Board(fixture.dataset(), on: "2023-07-31")
    #expect(try step(.started, board).reported?.id == "started-2022")
  }

  @Test func `the 24, 21, 19 and 11 of 2022 are reported and never counted`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let board = Board(dataset, asOf: .distantFuture)
    for (rung, total) in [
      (Rung.started, 24.0), (.commissioned, 21), (.underConstruction, 19), (.reserve, 11),
    ] {
      #expect(try step(rung, board).reported?.value == total)
      #expect(
        try step(rung, board).listed
          == board.projects.count { !$0.isPart && $0.project.isBuilt && $0.rung == rung })
      #expect(try step(rung, Board(dataset, on: "2023-01-30")).reported == nil)
    }
    #expect(
      board.pipeline.steps.contains { step in step.reported.map { Int($0.value) != step.listed } ?? false })
  }

  @Test func `a halted project has left the ladder`() throws {
    let dataset = try Fixture("small")
      .replacing("\"stage\": \"under-construction\"", in: "projects.json", with: "\"stage\": \"stalled\"")
      .dataset()
    let board = try Board(dataset, on: "2023-07-31")
    #expect(try step(.stalled, board).listed == 1 && step(.stalled, board).everReached == 1)
    #expect(try step(.underConstruction, board).listed == 0)
  }
}
