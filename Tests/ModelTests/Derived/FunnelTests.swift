import Model
import Testing

struct FunnelTests {
  @Test func `conversion is counted by number and by printed investment`() throws {
    let funnel = try Board(Fixture("small").dataset(), on: "2023-07-31").pipeline.funnel
    let expected: [(Rung, Int, Int, Int, Double?, Double?, Double?)] = [
      (.planned, 0, 5, 3, 120, nil, nil), (.reserve, 1, 5, 3, 120, 1, 1), (.signed, 1, 4, 3, 120, 0.8, 1),
      (.started, 0, 3, 3, 120, 0.75, 1), (.underConstruction, 1, 3, 3, 120, 1, 1),
      (.commissioned, 1, 2, 2, 90, 2.0 / 3, 0.75), (.fullOutput, 1, 1, 1, 50, 0.5, 50.0 / 90),
    ]
    #expect(funnel.unit == "亿元" && funnel.beside == [:])
    #expect(funnel.stages.map(\.rung) == expected.map(\.0))
    for (stage, wanted) in zip(funnel.stages, expected) {
      #expect(
        stage.standing == wanted.1 && stage.count == wanted.2 && stage.priced == wanted.3, "\(wanted.0)")
      #expect(stage.amount == wanted.4, "\(wanted.0)")
      #expect(stage.conversion == wanted.5 && stage.amountConversion == wanted.6, "\(wanted.0)")
    }
  }

  @Test func `without a printed investment there are no amounts`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let funnel = Funnel(board.projects.filter { $0.investment == nil }, in: board.dataset)
    #expect(funnel.unit == nil)
    #expect(funnel.stages.allSatisfy { $0.amount == nil && $0.amountConversion == nil && $0.priced == 0 })
    #expect(funnel.stages.map(\.count) == [2, 2, 1, 0, 0, 0, 0])
    // Nothing can be divided by an empty rung.
    #expect(funnel.stages.map(\.conversion) == [nil, 1, 0.5, 0, nil, nil, nil])
  }

  @Test func `stalled projects stand beside the funnel`() throws {
    let dataset = try Fixture("small")
      .replacing("\"stage\": \"under-construction\"", in: "projects.json", with: "\"stage\": \"stalled\"")
      .dataset()
    let funnel = try Board(dataset, on: "2023-07-31").pipeline.funnel
    #expect(funnel.beside == [.stalled: 1])
    #expect(funnel.stages.first?.count == 4)
  }

  @Test func `a rung that no document puts a project on has no conversion`() throws {
    // The engine works are the only ones that a document calls signed.
    let dataset = try Fixture("small")
      .replacing("\"stage\": \"signed\"", in: "projects.json", with: "\"stage\": \"reserve\"").dataset()
    let stages = try Board(dataset, on: "2023-07-31").pipeline.funnel.stages
    let signed = try #require(stages.first { $0.rung == .signed })
    #expect(
      signed.isInferred && signed.count == 3 && signed.conversion == nil && signed.amountConversion == nil)
    // The next one is compared with the last that is not inferred.
    let started = try #require(stages.first { $0.rung == .started })
    #expect(!started.isInferred && started.conversion == 0.6)
  }

  @Test func `projects of no known stage are counted beside the rungs`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    let funnel = board.pipeline.funnel
    let standing = funnel.stages.reduce(0) { $0 + $1.standing } + funnel.beside.values.reduce(0, +)
    #expect(funnel.unstaged == board.projects.count { $0.rung == nil })
    #expect(standing + funnel.unstaged == board.projects.count)
  }

  @Test func `only rungs that the data has a word for are steps`() throws {
    let dataset = try DatasetLoader.load(directory: Repository.path("fixtures/gas-conversion")).dataset
    let steps = Board(dataset, asOf: .distantFuture).pipeline.steps
    #expect(!steps.isEmpty && steps.allSatisfy { dataset.rungName($0.rung).zh != "-" })
  }
}
