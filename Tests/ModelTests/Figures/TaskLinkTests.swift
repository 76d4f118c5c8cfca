import Figures
import Output
import Store
import Testing

/// What tasks are to deliver, and who is responsible for a target: only what a line of a task prints.
struct TaskLinkTests {
  /// The small dataset, whose first task stands on line 18 of the plan.
  private func board(_ figures: [String] = [], links: String? = nil, plans: [String] = []) throws -> Board {
    var fixture = try Fixture("small")
    for figure in figures { fixture = try fixture.inserting(figure, in: "figures.json") }
    for plan in plans { fixture = try fixture.inserting(plan, in: "plans.json") }
    if let links {
      let old = """
        "indicators": [
              {
               "indicator": "output",
               "citations": [{"source": "plan", "section": "五（一）", "line": 18, "printed": "规上工业总产值"}]
              }
             ]
        """
      fixture = try fixture.replacing(old, in: "programmes.json", with: "\"indicators\": [\(links)]")
    }
    return try Board(fixture.dataset(), on: "2023-07-31")
  }

  private func link(
    _ indicator: String, subject: String? = nil, source: String = "plan", line: Int = 18
  ) -> String {
    let subject = subject.map { "\"subject\": \"\($0)\", " } ?? ""
    return """
      {"indicator": "\(indicator)", \(subject)"citations": [{"source": "\(source)", "line": \(line), "printed": "机械"}]}
      """
  }

  private func first(_ board: Board) throws -> TaskStanding {
    try #require(TaskBoard(board).programmes.flatMap(\.tasks).first { $0.task.id == "raise-machinery" })
  }

  private func target(
    _ id: String, _ value: Double, subject: String = "district", indicator: String = "output",
    plan: String = "plan-2025", kind: String = "target", line: Int = 4
  ) -> String {
    figureText(
      id, value, "2025", kind: kind, subject: subject, indicator: indicator, plan: plan, source: "plan",
      line: line)
  }

  // MARK: What a link is held against

  @Test func `a link is held against the target of its plan and cites its line`() throws {
    let standing = try #require(try first(board()).indicators.first)
    #expect(standing.target?.target.id == "district-output-2025" && standing.goal == nil)
    #expect(standing.citations.map(\.line) == [18])
  }

  @Test func `figures of the task's own line come before those of the plan`() throws {
    let board = try board([target("at-task", 190, line: 18)])
    #expect(try first(board).indicators.map(\.target?.target.id) == ["at-task"])
    let elsewhere = try self.board([target("elsewhere", 190, line: 17)])
    #expect(
      try first(elsewhere).indicators.map(\.target?.target.id) == ["elsewhere"], "shown: first in the data")
  }

  /// The link is printed in line 18 of the report. The plan's own document prints 200, and another one 190 for the plan.
  @Test(
    arguments: [
      ("report", 18, "at-task", ["investment-office"]),
      ("report", 17, "district-output-2025", ["economy-office", "investment-office"]),
      ("briefing", 18, "district-output-2025", ["economy-office", "investment-office"]),
    ])
  func `only a target in the very line and document of a link comes before the one that is shown`(
    source: String, line: Int, expected: String, responsible: [String]
  ) throws {
    let repeated = figureText(
      "at-task", 190, "2025", kind: "target", plan: "plan-2025", source: source, line: line)
    let board = try board([repeated], links: link("output", source: "report"))
    #expect(try board.row("at-task").isSecondary)
    let standing = try #require(try first(board).indicators.first)
    #expect(standing.target?.target.id == expected)
    #expect(standing.shown?.target.id == (expected == "at-task" ? "district-output-2025" : nil))
    #expect(try units("district-output-2025", board) == responsible)
  }

  @Test func `a link to a part is held against the target of the part`() throws {
    let board = try board(links: link("output", subject: "cluster/machinery"))
    let standing = try #require(try first(board).indicators.first)
    #expect(standing.target?.target.id == "machinery-output-2025")
    #expect(standing.subject == .cluster("machinery"))
  }

  @Test func `a figure that no progress is measured towards is a goal all the same`() throws {
    let area = """
      {"id": "pillars", "name": {"zh": "支柱", "en": "Pillars"}, "category": "output", "unit": "个", "type": "stock",
      "better": "higher", "cadence": "once", "descriptive": true}
      """
    let fixture = try Fixture("small").inserting(area, in: "indicators.json")
      .inserting(
        figureText(
          "three", 3, "2025", kind: "target", indicator: "pillars", unit: "个", plan: "plan-2025",
          source: "plan"),
        in: "figures.json"
      )
      .replacing(
        "\"indicators\": [\n", in: "programmes.json", with: "\"indicators\": [\n\(link("pillars")),\n")
    let standings = try first(Board(fixture.dataset(), on: "2023-07-31")).indicators
    let standing = try #require(standings.first { $0.indicator.id == "pillars" })
    #expect(standing.target == nil && standing.goal?.value == 3 && standing.status == .noData)
  }

  @Test func `without any figure of a plan there is neither target nor goal`() throws {
    let standing = try #require(try first(board(links: link("area"))).indicators.first)
    #expect(standing.target == nil && standing.goal == nil && standing.status == .noData)
  }

  @Test func `an indicator of two tasks keeps the lines of both`() throws {
    let programme = try #require(TaskBoard(board()).programmes.first)
    #expect(programme.indicators.map { $0.citations.map(\.line) } == [[18, 19]])
  }

  // MARK: Figures without a link

  @Test func `what the plan sets in the lines of a task is shown there, though nothing links to it`() throws {
    let figures = [
      target("here", 3, indicator: "area", line: 18), target("near", 4, indicator: "distance", line: 17),
      target("linked", 5, line: 18),
      figureText(
        "elsewhere", 3, "2025", kind: "target", indicator: "investment", plan: "plan-2025", source: "report",
        line: 18),
      target("firm", 6, subject: "project/bakery", indicator: "area", line: 18),
    ]
    let board = try board(figures)
    #expect(try first(board).printed.map(\.id) == ["here"])
    let other = try #require(TaskBoard(board).programmes.flatMap(\.tasks).last)
    #expect(other.printed.isEmpty && other.task.id == "attract-food")
    #expect(TaskBoard(board).responsibility(for: try board.row("here")).tasks.isEmpty)
  }

  // MARK: Who is responsible

  private func units(_ figure: String, _ board: Board) throws -> [String] {
    TaskBoard(board).responsibility(for: try board.row(figure)).units.map(\.id)
  }

  @Test func `the units that lead the linking tasks, with the lines of the links`() throws {
    let board = try board()
    let responsibility = TaskBoard(board).responsibility(for: try board.row("district-output-2025"))
    #expect(responsibility.units.map(\.id) == ["economy-office", "investment-office"])
    #expect(responsibility.tasks.map(\.task.id) == ["raise-machinery", "attract-food"])
    #expect(responsibility.citations.map(\.line) == [18, 19])
  }

  @Test func `a task answers for no other indicator, and for no other part`() throws {
    #expect(try units("energy-2025", board()) == [])
    #expect(try units("machinery-output-2025", board()) == [], "a link to the whole is none to its parts")
    let part = try board(links: link("output", subject: "cluster/machinery"))
    #expect(try units("machinery-output-2025", part) == ["economy-office"])
    #expect(try units("district-output-2025", part) == ["investment-office"], "of the second task alone")
  }

  @Test func `a task answers for no target of another plan, unless its own line prints it`() throws {
    let elsewhere = [target("other", 250, plan: "plan-2", line: 4)]
    #expect(try units("other", board(elsewhere, plans: [secondPlan])) == [])
    let here = [target("other", 250, plan: "plan-2", line: 18)]
    #expect(try units("other", board(here, plans: [secondPlan])) == ["economy-office"])
    let sameNumber = figureText("other", 250, "2025", kind: "target", plan: "plan-2", line: 18)
    #expect(try units("other", board([sameNumber], plans: [secondPlan])) == [], "line 18 of another document")
  }

  @Test func `a task that prints another number than the shown target shows both`() throws {
    // The plan's target of 200 is shown; the first task prints 190.
    let board = try board([target("at-task", 190, line: 18)])
    let isShown = try !board.row("at-task").isSecondary
    let shown = try board.row(isShown ? "at-task" : "district-output-2025")
    let responsibility = TaskBoard(board).responsibility(for: shown)
    #expect(responsibility.units.map(\.id).contains("economy-office") == isShown)
    #expect(responsibility.others.map(\.row.target.value) == (isShown ? [] : [190]))
  }

  // MARK: The built-in data

  @Test func `for tobacco a unit answers for more than 100, and nobody for 120`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: try day("2024-12-31"))
    let tasks = TaskBoard(board)
    let row = try #require(board.headline("gross-output", of: .cluster("tobacco")))
    let tobacco = tasks.responsibility(for: row)
    #expect(row.target.value == 120 && tobacco.units.isEmpty)
    #expect(tobacco.others.map(\.row.target.value) == [100])
    #expect(tobacco.others.flatMap(\.citations).map(\.line) == [38])
    let standing = try #require(
      tasks.programmes.flatMap(\.tasks).flatMap(\.indicators).first {
        $0.subject == .cluster("tobacco") && $0.indicator.id == "gross-output"
      })
    // Against 100 it is behind, but an indicator has one light everywhere, that of the target that is shown.
    #expect(standing.target?.target.value == 100 && standing.target?.status == .behind)
    #expect(standing.shown?.target.id == row.target.id)
    #expect(standing.status == .farBehind && row.status == .farBehind)
    let materials = try #require(board.headline("gross-output", of: .cluster("new-materials")))
    let others = tasks.responsibility(for: materials)
    #expect(!others.units.isEmpty && others.others.isEmpty)
  }

  @Test(arguments: ["qianjiang", "gas-conversion", "small"])
  func `every link cites a line of its task`(name: String) throws {
    let tasks = try Fixture(name).dataset().programmes.flatMap(\.tasks)
    #expect(tasks.contains { !$0.indicators.isEmpty })
    for task in tasks {
      let lines = Set(task.citations.map { "\($0.source):\($0.line)" })
      for link in task.indicators {
        #expect(
          link.citations.contains { lines.contains("\($0.source):\($0.line)") },
          "\(task.id) \(link.indicator)")
      }
    }
  }

  @Test func `tasks deliver what their lines print and no more`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let tasks = Dictionary(
      uniqueKeysWithValues: dataset.programmes.flatMap(\.tasks).map { ($0.id, $0.indicators) })
    func links(_ id: String) -> [String] {
      (tasks[id] ?? []).map { $0.subject == .district ? $0.indicator : "\($0.indicator) \($0.subject.text)" }
    }
    #expect(
      links("sc-task-1") == [
        "gross-output cluster/tobacco", "gross-output cluster/new-materials",
        "gross-output cluster/consumer-goods",
        "ten-billion-industries", "emerging-share",
      ])
    #expect(!links("sc-task-2").contains("gross-output") && links("sc-task-2").contains("listed-firms"))
    #expect(links("sc-task-3") == [], "names them without a number")
  }

  @Test func `no document makes a unit responsible for the output of the district`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    #expect(try units("sc2022-gross-output-2025", board) == [])
    #expect(try units("sc2022-value-added-2025", board) == [])
    #expect(try units("sc2022-emerging-share-2025", board) == ["chanyelian-qiantou"])
    #expect(try units("sc2022-energy-intensity-cut-2025", board) == ["fagaiwei", "jingxinwei"])
    #expect(try units("plan2021-enterprises-above-scale-2025", board) == [], "its plan names no lead unit")
  }
}

/// The old and the new form of a task's indicators in the files.
struct TaskLinkLoadingTests {
  private func messages(_ links: String) throws -> [String] {
    let text = """
      {"programmes": [{"id": "p", "plan": "plan-2025", "kind": "task", "number": "1", "name": {"zh": "工", "en": "P"},
      "tasks": [{"id": "t", "name": {"zh": "工", "en": "T"},
      "indicators": [\(links)],
      "citations": [{"source": "plan", "line": 18, "printed": "机械"}]}],
      "citations": [{"source": "plan", "line": 18, "printed": "机械"}]}]}
      """
    return try Fixture("small").setting("programmes.json", to: text)
      .setting("measures.json", to: "{\"measures\": []}").messages
  }

  private let cited = "\"citations\": [{\"source\": \"plan\", \"line\": 18, \"printed\": \"机械\"}]"

  @Test func `an id alone is refused with what is wanted`() throws {
    #expect(
      try messages("\"output\"") == [
        "programmes.json:3:16: error: 'indicators' is a string; expected an object with indicator and citations"
      ])
  }

  @Test func `a link needs an indicator that is there, and citations`() throws {
    #expect(try messages("{\"indicator\": \"output\", \(cited)}") == [])
    #expect(
      try messages("{\"indicator\": \"output\"}") == [
        "programmes.json:3:16: error: 'citations' is missing in this entry of indicators"
      ])
    #expect(
      try messages("{\"indicator\": \"outpu\", \(cited)}") == [
        "programmes.json:3:30: error: no 'outpu' among the indicators; did you mean 'output'?"
      ])
    #expect(
      try messages("{\"indicator\": \"output\", \"subject\": \"cluster/machine\", \(cited)}").map {
        $0.range(of: "no 'machine' among the clusters") != nil
      } == [true])
  }

  @Test func `lists keep the ids and give the places of the links`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let object = try #require(RecordList(.tasks, of: board).objects.first)
    let text = object.text.filter { $0 != " " && $0 != "\n" }
    #expect(
      text.range(
        of: #""indicators":["output"],"links":[{"indicator":"output","subject":"district","citations":["#)
        != nil)
    #expect(object.text.range(of: "\"printed\": \"规上工业总产值\"") != nil)
  }
}
