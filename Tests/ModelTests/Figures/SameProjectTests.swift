import Figures
import Output
import Testing

@testable import Domain

/// Records that say they are the same project as another are one with it.
struct SameProjectTests {
  /// A plan names a flour works; a report two years later calls it a mill, and says that it has begun.
  private static let duplicates = [
    projectText(
      "mill", [("started", "2022-05", "report")], zh: "磨坊", aliases: ["磨粉厂"], clusters: ["food"],
      sources: ["report"]),
    projectText(
      "flour", [("planned", "unknown", "plan")], zh: "面粉厂", sameAs: "mill", clusters: ["machinery"],
      park: "south-group"),
  ]

  private func fixture() throws -> Fixture {
    try .small(
      projects: Self.duplicates,
      figures: [
        figureText(
          "flour-money", 7, "2021", subject: "project/flour", indicator: "investment", scope: "project",
          source: "plan")
      ])
  }

  private func board(on day: String = "2023-07-31") throws -> Board {
    try Board(fixture().dataset(), on: day)
  }

  private func mill(_ board: Board) throws -> ProjectStatus {
    try #require(board.projects.first { $0.project.id == "mill" })
  }

  @Test func `one of them is listed, with what all of them say`() throws {
    let board = try board()
    #expect(board.projects.count == 6 && board.projectCounts.projects == 6)
    let mill = try mill(board)
    #expect(mill.project.name.zh == "磨坊" && mill.project.aliases.map(\.name.zh) == ["磨粉厂", "面粉厂"])
    #expect(mill.project.clusters == ["food", "machinery"] && mill.project.park == "south-group")
    #expect(mill.milestones.map(\.stage) == ["planned", "started"] && mill.rung == .started)
    #expect(Set(mill.project.citations.map(\.source)) == ["plan", "report"])
    #expect(
      mill.project.duplicates.map(\.id) == ["flour"] && mill.project.duplicates.first?.reason?.en == "because"
    )
  }

  @Test func `its figures are those of all records`() throws {
    let board = try board()
    #expect(board.figures(of: try mill(board)).map(\.id) == ["flour-money"])
    #expect(try mill(board).investment?.value == 7)
  }

  @Test func `the other id leads to the one that is listed`() throws {
    let board = try board()
    #expect(board.position(ofProject: "flour") != nil)
    #expect(board.position(ofProject: "flour") == board.position(ofProject: "mill"))
    #expect(board.statuses(ofProjects: ["flour", "dairy", "mill"]).map(\.project.id) == ["mill", "dairy"])
    #expect(board.position(ofProject: "no-such") == nil)
  }

  @Test func `before the later document the project has the name that was known`() throws {
    let early = try mill(board(on: "2021-03-01"))
    #expect(early.project.name.zh == "面粉厂" && early.project.aliases.isEmpty && early.rung == .planned)
    #expect(early.project.citations.map(\.source) == ["plan"])
    #expect(try board(on: "2021-02-28").position(ofProject: "mill") == nil)
  }

  @Test(arguments: ["面粉厂", "磨坊", "磨粉厂", "mfc"])
  func `search finds it by every name`(query: String) throws {
    let hits = SearchIndex(try board()).hits(for: query, limit: 5).filter { $0.kind == .project }
    #expect(hits.map(\.id) == ["mill"])
  }

  @Test func `each stage is counted once`() throws {
    let pipeline = try board().pipeline
    #expect(pipeline.steps.first { $0.rung == .started }?.listed == 1)
    #expect(pipeline.steps.first { $0.rung == .planned }?.listed == 0)
    #expect(pipeline.steps.reduce(0) { $0 + $1.listed } == 6)
  }

  @Test func `that two records are one is a change and no loss`() throws {
    let apart = [Self.duplicates[0], Self.duplicates[1].replacing("\"same_as\": \"mill\", ", with: "")]
    let diff = BoardDiff(
      from: try Board(Fixture.small(projects: apart).dataset(), on: "2023-07-31"),
      to: try Board(Fixture.small(projects: Self.duplicates).dataset(), on: "2023-07-31"))
    #expect(diff.delisted.isEmpty && diff.appeared.isEmpty)
    let change = try #require(diff.changed.first { $0.property == .sameAs })
    #expect(change.project.id == "mill" && change.before == nil && change.after?.zh == "面粉厂")
    let back = BoardDiff(
      from: try Board(Fixture.small(projects: Self.duplicates).dataset(), on: "2023-07-31"),
      to: try Board(Fixture("small").dataset(), on: "2023-07-31"))
    #expect(back.delisted.map(\.project.id) == ["mill"])
  }

  // MARK: What is refused

  @Test(arguments: [
    (
      [projectText("a", [("planned", "2021", "plan")], sameAs: "a")],
      ["error: 'same_as' of 'a' is 'a', which has 'same_as' 'a'; use 'a'"]
    ),
    (
      [
        projectText("a", [("planned", "2021", "plan")], sameAs: "b"),
        projectText("b", [("planned", "2021", "plan")], sameAs: "dairy"),
      ], ["error: 'same_as' of 'a' is 'b', which has 'same_as' 'dairy'; use 'dairy'"]
    ),
    (
      [projectText("a", [("planned", "2021", "plan")], sameAs: "dary")],
      ["error: no 'dary' among the projects; did you mean 'dairy'?"]
    ),
    // By way of what is the same.
    (
      [
        projectText("a", [("planned", "2021", "plan")]),
        projectText("b", [("planned", "2021", "plan")], parent: "c", sameAs: "a"),
        projectText("c", [("planned", "2021", "plan")], parent: "b"),
      ],
      [
        "error: cycle in 'parent' or 'supersedes' of projects 'b'",
        "error: cycle in 'parent' or 'supersedes' of projects 'c'",
      ]
    ),
    (
      [
        projectText("a", [("planned", "2021", "plan")]),
        projectText("b", [("planned", "2021", "plan")], parent: "a", sameAs: "a"),
      ], ["error: cycle in 'parent' or 'supersedes' of projects 'b'"]
    ),
    (
      [
        projectText("a", [("planned", "2021", "plan")], parent: "dairy"),
        projectText("b", [("planned", "2021", "plan")], parent: "dairy", sameAs: "a"),
      ], []
    ),
  ])
  func `relations that make no sense are refused`(projects: [String], faults: [String]) throws {
    let messages = try Fixture.small(projects: projects).messages
    #expect(messages.map { $0.drop { $0 != " " }.dropFirst().description } == faults)
  }

  /// A property of a record that another one names as the same is kept, whichever property it is.
  @Test func `a merged project has every value that one of its records has`() throws {
    let name = Name(both: "a")
    let target = Project(
      id: "a", name: name, aliases: [], clusters: [], milestones: [], citations: [], origin: .unknown)
    let full = Project(
      id: "b", name: name, aliases: [SourcedName(Name(both: "c"))], code: "1", sameAs: "a", reason: name,
      clusters: ["x"], firm: "f", owner: name, park: "p", box: name,
      milestones: [
        Milestone(stage: "planned", date: .unknown, isExpected: false, citations: [], origin: .unknown)
      ],
      note: SourcedName(name), citations: [Citation(source: "s", section: "", line: 1, printed: "")],
      origin: .unknown)
    let merged = try #require(Project.merged(target, [target, full]))
    func isEmpty(_ value: Any) -> Bool {
      let mirror = Mirror(reflecting: value)
      return [.optional, .collection].contains(mirror.displayStyle) && mirror.children.isEmpty
    }
    func contents(_ project: Project) throws -> [String: Any] {
      let child = try #require(Mirror(reflecting: project).children.first { $0.label == "contents" })
      return Dictionary(
        uniqueKeysWithValues: Mirror(reflecting: child.value).children.map { ($0.label ?? "", $0.value) })
    }
    let values = try contents(merged)
    for (property, value) in try contents(full) {
      #expect(!isEmpty(value), "\(property) has no value here to be kept")
      #expect(values[property].map(isEmpty) == false, "\(property) is lost")
    }
  }

  @Test func `the same needs a reason`() throws {
    let text = projectText("a", [("planned", "2021", "plan")], sameAs: "dairy")
      .replacing("\"reason\"", with: "\"note\"")
    #expect(
      try Fixture.small(projects: [text]).messages.first?.contains(
        "'reason' is missing in this entry of projects")
        == true)
  }
}
