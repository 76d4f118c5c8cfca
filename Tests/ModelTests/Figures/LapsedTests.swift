import Domain
import Figures
import Output
import Store
import Testing

/// Only printed dates pass. What a plan lists that is over, and of which nothing was reported since, is another matter.
struct LapsedTests {
  private func board(_ fixture: Fixture, on day: String) throws -> Board {
    try Board(fixture.dataset(), on: day)
  }

  /// The gear works without a date: only the plan, which ends with 2025, says anything of them.
  private func undated() throws -> Fixture {
    try Fixture("small").replacing(
      "\"date\": \"by 2022\"", in: "projects.json", with: "\"date\": \"unknown\"")
  }

  private func lapsed(_ fixture: Fixture, on day: String = "2026-01-01") throws -> [String] {
    try board(fixture, on: day).lapsed.map(\.project.id)
  }

  @Test(arguments: ["2023-07-31", "2026-01-01", "2040-01-01"])
  func `an expectation without a date is never late`(day: String) throws {
    let board = try board(undated(), on: day)
    let works = try #require(board.projects.first { $0.project.id == "gear-works" })
    #expect(works.expected?.stage == "started" && works.lateness == nil)
    #expect(board.overdue.isEmpty)
    #expect(!board.unreported.contains { $0.project.id == "gear-works" })
  }

  @Test func `what another document of the same day names is more than an entry of a plan`() throws {
    let notice = """
      {"id": "notice", "title": {"zh": "公告", "en": "Notice"}, "short": {"zh": "公告", "en": "Notice"},
      "issuer": {"zh": "测试日报", "en": "Testshire Daily"}, "date": "2021-03-01", "kind": "newspaper", "file": "n.txt"}
      """
    let entry = "{\"source\": \"plan\", \"section\": \"四\", \"line\": 15, \"printed\": \"齿轮厂\"}"
    let named = entry.replacing("\"plan\"", with: "\"notice\"")
    for citations in ["\(entry), \(named)", "\(named), \(entry)"] {
      let fixture = try undated().inserting(notice, in: "sources.json").replacing(
        "[\(entry)]", in: "projects.json", with: "[\(citations)]")
      #expect(try !lapsed(fixture).contains("gear-works"))
    }
    #expect(try lapsed(undated()).contains("gear-works"))
  }

  /// Both civil works under way and civil works finished stand on one rung.
  @Test func `a later stage of the same rung is still expected`() throws {
    let board = try board(Fixture("gas-conversion"), on: "2024-01-15")
    let site = try #require(board.projects.first { $0.project.id == "beidu-jiayuan" })
    #expect(site.reached?.stage == "civil-works" && site.expected?.stage == "civil-done")
    #expect(site.lateness == .unreported)
    // Accepted is further than finished.
    let accepted = try #require(board.projects.first { $0.project.id == "chengnan-jiayuan" })
    #expect(accepted.expected?.stage == "complete" && accepted.lateness == nil)
  }

  @Test func `a plan is over on the day after its last`() throws {
    #expect(try lapsed(undated(), on: "2025-12-31") == [])
    #expect(try lapsed(undated(), on: "2026-01-01") == ["gear-works"])
    let dataset = try undated().dataset()
    #expect(
      try Board(dataset, asOf: day("2026-06-01"), through: day("2025-12-31")).lapsed.map(\.project.id)
        == ["gear-works"])
    #expect(try Board(dataset, asOf: day("2026-06-01"), through: day("2025-12-30")).lapsed.isEmpty)
  }

  @Test func `what has a printed date is overdue, and not told twice`() throws {
    let board = try board(Fixture("small"), on: "2026-01-01")
    #expect(board.overdue.map(\.project.id) == ["gear-works"] && board.lapsed.isEmpty)
  }

  @Test func `any later document about a project ends its silence`() throws {
    let figure = figureText(
      "gear-money", 5, "2023", subject: "project/gear-works", indicator: "investment", scope: "project",
      source: "briefing")
    let another = try undated().setting("figures-more.json", to: "{\"figures\": [\n\(figure)\n]}")
    #expect(try lapsed(another) == [])
    let twin = projectText(
      "cog-works", [("reserve", "2022", "report")], sameAs: "gear-works", sources: ["report"])
    #expect(try lapsed(undated().setting("projects-more.json", to: "{\"projects\": [\n\(twin)\n]}")) == [])
    let part = projectText("hall", [("started", "2022", "report")], parent: "gear-works", sources: ["report"])
    #expect(try lapsed(undated().setting("projects-more.json", to: "{\"projects\": [\n\(part)\n]}")) == [])
    // Nothing is known of the part yet.
    let silent = projectText("hall", [("planned", "2021", "plan")], parent: "gear-works")
    #expect(
      try lapsed(undated().setting("projects-more.json", to: "{\"projects\": [\n\(silent)\n]}"))
        == ["gear-works"])
  }

  @Test(arguments: [
    ("commissioned", 0), ("full-output", 0), ("cancelled", 0), ("stalled", 1), ("started", 1),
  ])
  func `running and cancelled projects are not reported`(stage: String, count: Int) throws {
    let works = projectText("works", [(stage, "2021", "plan")])
    #expect(try lapsed(.small(projects: [works])).count == count)
  }

  @Test func `a document of two plans is over with the later`() throws {
    let longer = """
      {"id": "plan-2030", "name": {"zh": "长", "en": "Long"}, "short": {"zh": "长", "en": "Long"}, "source": "plan",
      "start": "2021-01-01", "end": "2030-12-31"}
      """
    let fixture = try undated().inserting(longer, in: "plans.json")
    #expect(try lapsed(fixture) == [])
    let board = try board(fixture, on: "2031-01-01")
    #expect(board.lapsedByPlan.map(\.plan.id) == ["plan-2030"] && board.lapsedByPlan.map(\.count) == [1])
  }

  @Test func `the words name the year, and demand nothing`() throws {
    let board = try board(undated(), on: "2026-01-01")
    let plan = try #require(board.lapsedPlan(of: board.lapsed[0]))
    #expect(plan.lapsedText.zh == "列入2025年到期的规划、此后无报道")
    #expect(plan.lapsedText.en == "listed in a plan that ended in 2025, nothing reported since")
    let report = Report(board.dataset, asOf: board.asOf)
    let zh = MarkdownWriter.text(ReportBuilder(report, language: .zh).build())
    #expect(zh.contains("列入2025年到期的规划、此后无报道：1个（规划）。") && !zh.contains("规划要求"))
    let en = MarkdownWriter.text(ReportBuilder(report, language: .en).build())
    #expect(en.contains("Listed in a plan that ended in 2025, nothing reported since: 1 (Plan)."))
    let rows = report.records(.zh).rows.filter { $0[0].text == "列入已到期规划、此后无报道" }
    #expect(rows.map { $0[1].text } == ["齿轮厂"])
  }

  @Test func `of the built-in data no project is late without a printed date`() throws {
    let board = Board(try DatasetLoader.builtIn().dataset, asOf: .distantFuture)
    for status in board.projects where status.lateness != nil {
      #expect(status.expected?.date.precision != .unknown, "\(status.project.id)")
    }
    let late = Set((board.overdue + board.unreported).map(\.project.id))
    #expect(late.isDisjoint(with: board.lapsed.map(\.project.id)))
  }
}
