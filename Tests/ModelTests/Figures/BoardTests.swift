import Domain
import Figures
import Store
import Testing

struct BoardTests {
  private let qianjiang: Dataset

  init() throws {
    qianjiang = try DatasetLoader.builtIn().dataset
  }

  @Test func `no document counts that became known later`() throws {
    let board = try Board(qianjiang, on: "2021-12-31")
    #expect(board.sources.map(\.id) == ["plan-2021"])
    #expect(board.figures.count > 50)
    #expect(board.figures.allSatisfy { $0.citations.contains { $0.source == "plan-2021" } })
    #expect(!board.figures.contains { $0.plan == nil && $0.kind != .target && $0.period.year >= 2022 })
    #expect(board.targets.allSatisfy { $0.target.citations.contains { $0.source == "plan-2021" } })
    #expect(
      board.targets.allSatisfy {
        $0.alternatives.allSatisfy { $0.citations.contains { $0.source == "plan-2021" } }
      })
    #expect(board.clusters.allSatisfy { $0.output == nil && $0.partial == nil })
    #expect(
      board.conflicts.allSatisfy { $0.figures.allSatisfy { id in board.figures.contains { $0.id == id } } })
    #expect(board.newestSource?.id == "plan-2021")
  }

  /// Food is the further behind of the two; without a target it cannot be ranked.
  @Test func `clusters without a target come behind those that have one`() throws {
    func order(_ fixture: Fixture) throws -> [String] {
      try Board(fixture.dataset(), on: "2023-07-31").clusters.map(\.cluster.id)
    }
    let small = try Fixture("small")
    #expect(try order(small) == ["food", "machinery"])
    let target = "\"subject\": \"cluster/food\",\n   \"indicator\": \"output\",\n   \"value\": 70"
    let other = target.replacing("cluster/food", with: "park/east")
    #expect(try order(small.replacing(target, in: "figures.json", with: other)) == ["machinery", "food"])
  }

  @Test func `before the first document there is nothing`() throws {
    let board = try Board(qianjiang, on: "2021-08-24")
    #expect(board.sources.isEmpty && board.figures.isEmpty && board.targets.isEmpty && board.projects.isEmpty)
    #expect(board.conflicts.isEmpty && board.disputed.isEmpty && board.newestPeriod == nil)
    #expect(board.pipeline.steps.allSatisfy { $0.listed == 0 && $0.reported == nil })
  }

  @Test func `every day shows what the days before it showed, but for what was superseded`() throws {
    let steps = Board.steps(of: qianjiang)
    #expect(steps == steps.sorted() && steps.count == Set(qianjiang.sources.map(\.knownOn)).count)
    let boards = steps.map { Board(qianjiang, asOf: $0) }
    let superseded = Set(qianjiang.figures.compactMap(\.supersedes))
    for (earlier, later) in zip(boards, boards.dropFirst()) {
      #expect(earlier.sources.count < later.sources.count)
      #expect(Set(earlier.figures.map(\.id)).subtracting(superseded).isSubset(of: later.figures.map(\.id)))
      #expect(Set(earlier.projects.map(\.project.id)).isSubset(of: later.projects.map(\.project.id)))
    }
    #expect(boards.last?.sources.count == qianjiang.sources.count)
    // What is the same as another record is no project of its own.
    #expect(boards.last?.projects.count == qianjiang.projects.count { $0.sameAs == nil })
  }

  @Test func `a statement counts until the one that corrects it is known`() throws {
    let dataset = try Fixture("small")
      .inserting(figureText("corrected", 121, "2022", supersedes: "district-output-2022"), in: "figures.json")
      .dataset()
    func values(on day: String) throws -> [Double] {
      try Board(dataset, on: day).figures
        .filter {
          $0.subject == .district && $0.kind == .actual && $0.period.text == "2022"
            && $0.indicator == "output"
        }
        .map(\.value)
    }
    #expect(try values(on: "2023-01-30") == [])
    #expect(try values(on: "2023-01-31") == [120])
    #expect(try values(on: "2023-07-30") == [120])
    #expect(try values(on: "2023-07-31") == [121])
    #expect(try Board(dataset, on: "2023-07-31").row("district-output-2025").observation?.value == 121)
  }

  @Test(
    arguments: [
      ("gear-works", ["reserve", "reserve", "reserve", "reserve"]),
      ("engine-works", ["planned", "signed", "signed", "signed"]),
      ("bakery", [nil, "started", "under-construction", "under-construction"]),
      ("dairy", [nil, "commissioned", "commissioned", "commissioned"]),
      ("cannery", [nil, "commissioned", "full-output", "full-output"]),
    ] as [(String, [String?])])
  func `stages are those of the day, and an intention is never reached by itself`(
    id: String, stages: [String?]
  ) throws {
    let dataset = try Fixture("small").dataset()
    let days = ["2021-03-01", "2023-01-31", "2023-07-31", "2040-01-01"]
    let found = try days.map { day in
      try Board(dataset, on: day).projects.first { $0.project.id == id }?.rung?.rawValue
    }
    #expect(found == stages)
  }

  /// The newest document is of 2023-07-31.
  @Test(arguments: [("2023-07-30", Lateness.overdue), ("2023-07-31", .unreported), ("2023-08-01", nil)])
  func `a document of the last day of an expectation does not report that it is overdue`(
    due: String, lateness: Lateness?
  ) throws {
    let fixture = try Fixture.small(projects: [projectText("works", expected: [("started", due, "plan")])])
    let status = try #require(
      try Board(fixture.dataset(), on: "2023-08-01").projects.first { $0.project.id == "works" })
    #expect(status.expected?.date.text == due && status.lateness == lateness)
  }

  @Test func `an intention is due, then overdue, then replaced by the stage`() throws {
    let dataset = try Fixture("small").dataset()
    func status(_ id: String, on day: String) throws -> ProjectStatus {
      try #require(try Board(dataset, on: day).projects.first { $0.project.id == id })
    }
    #expect(try status("gear-works", on: "2022-06-30").expected?.stage == "started")
    #expect(try status("gear-works", on: "2022-06-30").isOverdue == false)
    #expect(try status("gear-works", on: "2023-01-31").isOverdue)
    #expect(try status("engine-works", on: "2023-07-31").expected?.stage == "commissioned")
    // No newer document says that it was not reached.
    #expect(try status("engine-works", on: "2030-01-01").isOverdue == false)
    #expect(try status("dairy", on: "2030-01-01").expected == nil)
    #expect(try status("dairy", on: "2030-01-01").lateness == nil)
    // The day it was expected by lies after the newest document: nobody can know.
    #expect(try status("engine-works", on: "2024-12-31").lateness == nil)
    #expect(try status("engine-works", on: "2025-01-01").lateness == .unreported)
    #expect(try Board(dataset, on: "2025-01-01").unreported.map(\.project.id) == ["engine-works"])
    #expect(try Board(dataset, on: "2025-01-01").overdue.map(\.project.id) == ["gear-works"])
    #expect(try Board(dataset, on: "2023-07-31").overdue.map(\.project.id) == ["gear-works"])
  }

  @Test(
    arguments: [
      ("2021-12-31", "planned"), ("2023-01-30", "planned"), ("2023-01-31", "commissioned"),
      ("2024-12-31", "commissioned"),
    ])
  func `a stage counts from the day its document is known`(day: String, stage: String) throws {
    let board = try Board(qianjiang, on: day)
    let status = try #require(board.projects.first { $0.project.id == "waste-to-energy" })
    #expect(status.rung?.rawValue == stage)
  }

  @Test func `no project of the built-in data has reached what is only expected`() throws {
    let board = Board(qianjiang, asOf: .distantFuture)
    for status in board.projects {
      guard let reached = status.reached else { continue }
      #expect(!reached.isExpected, "\(status.project.id)")
      let own = board.dataset.projects[status.stagePart?.id ?? status.project.id]?.milestones ?? []
      #expect((status.stagePart == nil ? status.project.milestones : own).contains(reached))
    }
    #expect(board.projects.contains { $0.expected != nil })
  }

  @Test func `clusters of the small dataset by hand`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    #expect(board.clusters.map(\.cluster.id) == ["food", "machinery"], "the worst first")
    #expect(board.clusters.map(\.output?.value) == [30, 90])
    #expect(board.clusters.map(\.share) == [0.25, 0.75])
    #expect(board.clusters.map(\.contribution) == [-10, 30])
    #expect(board.clusters.map(\.publishedGrowth?.value) == [-25, 50])
    #expect(board.clusters.map { $0.computedGrowth.map { ($0 * 1000).rounded() } } == [-250, 500])
    #expect(board.clusters.map(\.target?.target.value) == [70, 130])
    #expect(board.clusters.map { $0.history.map(\.value) } == [[50, 40, 30], [50, 60, 90]])
    #expect(board.clusters[0].projects == [.underConstruction: 1, .commissioned: 1, .fullOutput: 1])
  }

  /// Food of 2022 without its growth and without 2021: the rest of the sum is not the whole.
  @Test func `without the year before of one cluster none contributes`() throws {
    var fixture = try Fixture("small")
    for id in ["food-growth-2022", "food-output-2021"] {
      let head = "\"id\": \"\(id)\",\n   \"subject\": \""
      fixture = try fixture.replacing(head + "cluster/food", in: "figures.json", with: head + "park/east")
    }
    let board = try Board(fixture.dataset(), on: "2023-07-31")
    #expect(board.clusters.map(\.contribution) == [nil, nil])
    #expect(board.clusters.map(\.share) == [0.25, 0.75])
  }

  @Test func `the headline is of the nearest year and the plan that comes first`() throws {
    let board = Board(qianjiang, asOf: .distantFuture)
    #expect(board.headline("gross-output")?.target.id == "sc2022-gross-output-2025")
    #expect(board.headline("gross-output", of: .cluster("new-materials"))?.target.value == 100)
    #expect(board.headline("no-such-indicator") == nil)
    #expect(try Board(qianjiang, on: "2021-12-31").headline("gross-output")?.target.value == 350)
  }

  @Test func `shown targets are counted by status`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    #expect(board.counts == [.behind: 1, .onPace: 2, .movedAway: 1])
    #expect(board.belowPace.map(\.target.id) == ["food-output-2025", "district-output-2025"])
    #expect(board.newestPeriod?.text == "2023")
  }
}
