import Domain
import Figures
import Store
import Testing

/// Which of several statements of a target is shown. The small dataset has a plan of 2021-03-01, a report of 2023-01-31 and
/// a briefing of 2023-07-31.
struct PrecedenceTests {
  /// A draft of the report's day that wants 250 where the plan wants 200; the briefing reports it as adopted and repeats the
  /// number.
  private let draft = """
    {"id": "draft", "name": {"zh": "新案", "en": "New plan"}, "short": {"zh": "新", "en": "New"}, "source": "report",
    "start": "2023-01-01", "end": "2025-12-31", "draft": true,
    "adopted": {"date": "by 2023-07", "citations": [{"source": "briefing", "line": 1, "printed": "发布会"}]}}
    """

  private func dataset(
    _ plan: String, figures: [String] = [], criteria: String? = nil, conflict: String? = nil,
    repeats value: Double? = 250
  ) throws -> Dataset {
    var fixture = try Fixture("small").inserting(plan, in: "plans.json")
    let target = figureText("new", 250, "2025", kind: "target", plan: "draft", source: "report")
    let later = value.map {
      figureText("told", $0, "2025", kind: "target", plan: "draft", source: "briefing")
    }
    for figure in [target] + figures + [later].compactMap({ $0 }) {
      fixture = try fixture.inserting(figure, in: "figures.json")
    }
    if let criteria {
      fixture = try fixture.replacing(
        "\"total\": \"output\",", in: "dataset.json",
        with: "\"total\": \"output\", \"precedence\": [\(criteria)],")
    }
    if let conflict { fixture = try fixture.inserting(conflict, in: "conflicts.json") }
    return try fixture.dataset()
  }

  private func shown(_ dataset: Dataset, on day: String) throws -> (id: String, rule: Precedence.Decision?) {
    let board = try Board(dataset, on: day)
    let row = try #require(board.headline("output"))
    #expect(
      board.targets.count {
        $0.target.period.year == 2025 && $0.target.subject == .district
          && $0.indicator.id == "output" && !$0.isSecondary
      } == 1)
    return (row.target.id, row.decision)
  }

  // MARK: Criteria

  @Test func `an issued plan leads while the other is only a draft`() throws {
    let shown = try shown(dataset(draft), on: "2023-01-31")
    #expect(shown.id == "district-output-2025" && shown.rule == .criterion(.adoptedOverDraft))
  }

  @Test func `from the day its adoption is reported the newer plan leads`() throws {
    let dataset = try dataset(draft)
    #expect(try shown(dataset, on: "2023-07-30").id == "district-output-2025")
    let shown = try shown(dataset, on: "2023-07-31")
    #expect(shown.id == "new" && shown.rule == .criterion(.newerDocument))
    let other = try Board(dataset, on: "2023-07-31").row("district-output-2025")
    #expect(other.isSecondary && other.decision == .criterion(.newerDocument))
  }

  @Test func `a draft of which no document reports the adoption never leads`() throws {
    let start = try #require(draft.range(of: ",\n\"adopted\""))
    let never = String(draft[..<start.lowerBound]) + "}"
    #expect(try shown(dataset(never), on: "2040-01-01").id == "district-output-2025")
  }

  @Test func `a plan that is not a draft leads from the day of its document`() throws {
    let start = try #require(draft.range(of: ", \"draft\""))
    let issued = String(draft[..<start.lowerBound]) + "}"
    #expect(try shown(dataset(issued), on: "2023-01-30").id == "district-output-2025")
    #expect(try shown(dataset(issued), on: "2023-01-31").id == "new")
  }

  @Test func `the order of the criteria is data`() throws {
    let turned = try dataset(draft, criteria: "\"newer-document\", \"adopted-over-draft\"")
    let shown = try shown(turned, on: "2023-01-31")
    #expect(shown.id == "new" && shown.rule == .criterion(.newerDocument))
  }

  @Test func `a plan's own document comes before one that repeats it`() throws {
    let repeated = figureText("repeated", 260, "2025", kind: "target", plan: "draft", source: "briefing")
    let rows = try Board(dataset(draft, figures: [repeated]), on: "2023-07-31")
    #expect(try rows.row("repeated").isSecondary && !rows.row("new").isSecondary)
    #expect(
      rows.precedence.decision(between: try rows.row("new").target, and: try rows.row("repeated").target)
        == .criterion(.ownDocument))
    // Without the criterion nothing tells them apart, and the one that stands first in the files is shown.
    let without = try Board(
      dataset(draft, figures: [repeated], criteria: "\"newer-document\""), on: "2023-07-31")
    #expect(try !without.row("told").isSecondary && without.row("new").isSecondary)
  }

  @Test func `targets of a draft are adopted as of the day`() throws {
    let dataset = try dataset(draft)
    let target = try #require(dataset.figures["new"])
    let days = ["2023-01-30", "2023-01-31", "2023-07-30", "2023-07-31"]
    #expect(
      try days.map { try Board(dataset, on: $0).precedence.isAdopted(target) } == [
        false, false, false, true,
      ])
    #expect(try Board(dataset, on: "2023-07-30").dataset.plans["draft"]?.adopted == nil)
  }

  /// The draft is of the plan's day, and the report repeats its number. The adoption is in the briefing.
  @Test func `a number repeated before the adoption is known stays a draft's until then`() throws {
    let early = draft.replacing("\"source\": \"report\"", with: "\"source\": \"plan\"")
    let dataset = try dataset(early, repeats: nil)
    let target = try #require(dataset.figures["new"])
    func isAdopted(on day: String) throws -> Bool { try Board(dataset, on: day).precedence.isAdopted(target) }
    #expect(try !isAdopted(on: "2023-01-31") && !isAdopted(on: "2023-07-30"))
    #expect(try isAdopted(on: "2023-07-31"))
    #expect(try shown(dataset, on: "2023-07-30").id == "district-output-2025")
  }

  @Test(arguments: [nil, 240])
  func `a number of a draft that no later document repeats stays a draft's`(repeated: Double?) throws {
    let dataset = try dataset(draft, repeats: repeated)
    #expect(try shown(dataset, on: "2023-07-31").id != "new")
    let row = try Board(dataset, on: "2023-07-31").row("new")
    #expect(row.isSecondary && row.isDraft && row.planName == Name(zh: "新（稿）", en: "New (draft)"))
  }

  @Test func `a number that a later document repeats is not a draft's`() throws {
    let board = try Board(dataset(draft), on: "2023-07-31")
    #expect(try !board.row("new").isDraft && board.row("new").planName.zh == "新")
    #expect(try Board(dataset(draft), on: "2023-07-30").row("new").isDraft)
  }

  // MARK: Conflicts

  /// A second number of the draft, which the briefing repeats as well.
  private let twice = [
    figureText("told-twice", 240, "2025", kind: "target", plan: "draft", source: "briefing"),
    figureText("twice", 240, "2025", kind: "target", plan: "draft", source: "report"),
  ]

  private func conflict(prefer: String?, _ sides: String...) -> String {
    let statements = sides.map { "{\"figure\": \"\($0)\"}" }.joined(separator: ", ")
    let prefer = prefer.map { ", \"prefer\": \"\($0)\"" } ?? ""
    return """
      {"id": "c", "kind": "contradiction", "severity": "note", "title": {"zh": "目标", "en": "Target"},
      "statements": [\(statements)], "rule": "later-document", "shown": {"zh": "显示甲", "en": "shows A"}\(prefer)}
      """
  }

  @Test func `a preference counts once the figure that it is against is known`() throws {
    // `first` stands before `new` in the files; `told` is of the briefing.
    let first = [figureText("first", 240, "2025", kind: "target", plan: "draft", source: "report")]
    let preferring = conflict(prefer: "new", "new", "told")
    let dataset = try dataset(draft, figures: first, conflict: preferring, repeats: 260)
    func decision(on day: String) throws -> Precedence.Decision {
      let board = try Board(dataset, on: day)
      return board.precedence.decision(
        between: try board.row("first").target, and: try board.row("new").target)
    }
    #expect(try decision(on: "2023-07-30") == .order)
    #expect(try decision(on: "2023-07-31") == .recorded("c"))
  }

  @Test func `a recorded preference decides only where no criterion does`() throws {
    let preferring = conflict(prefer: "new", "new", "twice")
    // `twice` stands before `new` in the files.
    #expect(try shown(dataset(draft, figures: twice), on: "2023-07-31").id == "twice")
    let settled = try dataset(draft, figures: twice, conflict: preferring)
    #expect(try Board(settled, on: "2023-07-31").row("twice").decision == .criterion(.newerDocument))
    let board = try Board(settled, on: "2023-07-31")
    #expect(board.headline("output")?.target.id == "new")
    #expect(
      board.precedence.decision(between: try board.row("new").target, and: try board.row("twice").target)
        == .recorded("c"))
    let overruled = try dataset(
      draft, conflict: conflict(prefer: "district-output-2025", "district-output-2025", "new"))
    #expect(try shown(overruled, on: "2023-07-31").id == "new")
  }

  @Test func `a conflict shows the rule that was used on the day, and what it shows`() throws {
    let dataset = try dataset(draft, conflict: conflict(prefer: nil, "district-output-2025", "new"))
    func verdict(on day: String) throws -> ConflictVerdict {
      let board = try Board(dataset, on: day)
      return board.verdict(on: try #require(board.conflicts.first { $0.id == "c" }))
    }
    let early = try verdict(on: "2023-01-31")
    #expect(early.ruleID == "adopted-over-draft" && early.shown?.id == "district-output-2025")
    #expect(early.words == Name(zh: "200亿元（规划）", en: "200 x100M yuan (Plan)"))
    let late = try verdict(on: "2023-07-31")
    #expect(late.ruleID == "newer-document" && late.shown?.id == "new")
    #expect(late.rule.en == "plan with the newer document" && late.words?.zh == "250亿元（新）")
  }

  @Test func `a recorded decision keeps the name of its rule`() throws {
    let board = try Board(
      dataset(draft, figures: twice, conflict: conflict(prefer: "new", "new", "twice")), on: "2023-07-31")
    let verdict = board.verdict(on: try #require(board.conflicts.first { $0.id == "c" }))
    #expect(verdict.ruleID == "later-document" && verdict.shown?.id == "new")
    #expect(verdict.rule == board.dataset.ruleName("later-document"))
  }

  @Test func `where no targets compete the recorded rule applies`() throws {
    let board = try Board(Fixture("small").dataset(), on: "2023-07-31")
    let verdict = board.verdict(on: try #require(board.conflicts.first))
    #expect(verdict.ruleID == "later-document" && verdict.shown?.id == "east-area-briefing")
  }

  // MARK: The built-in data

  @Test(
    arguments: [
      ("2021-12-31", 350, nil), ("2022-12-31", 350, .adoptedOverDraft),
      ("2023-01-30", 350, .adoptedOverDraft),
      ("2023-01-31", 400, .newerDocument), ("2026-01-01", 400, .newerDocument),
    ] as [(String, Double, PrecedenceCriterion?)])
  func `the five-year plan leads until the draft is reported as adopted`(
    day: String, value: Double, criterion: PrecedenceCriterion?
  ) throws {
    let row = try #require(try Board(DatasetLoader.builtIn().dataset, on: day).headline("gross-output"))
    #expect(row.target.value == value)
    #expect(row.decision == criterion.map { .criterion($0) })
  }

  @Test func `the number of a draft names the documents that make it count as issued`() throws {
    let dataset = try DatasetLoader.builtIn().dataset
    let board = Board(dataset, asOf: try #require(Day("2023-02-15")))
    let row = try #require(board.headline("gross-output"))
    let places = try #require(board.confirmation(of: row.target))
    #expect(Set(places.map(\.source)) == ["press-2023-winter"] && places.contains { $0.line == 30 })
    #expect(
      board.reason(for: row)?.en
        == "plan with the newer document; the draft's ¥40bn counts as issued, because Early 2023 press confirms it"
    )
    // Before the press it is a draft like any other.
    let before = Board(dataset, asOf: try #require(Day("2022-12-31")))
    #expect(before.confirmation(of: row.target) == nil)
  }
}

struct PrecedenceLoadingTests {
  private func messages(_ precedence: String) throws -> [String] {
    try Fixture("small").replacing(
      "\"total\": \"output\",", in: "dataset.json",
      with: "\"total\": \"output\", \"precedence\": \(precedence),"
    ).messages
  }

  @Test func `criteria are a list of at least one known word`() throws {
    #expect(try messages("[\"own-document\", \"newer-document\"]") == [])
    #expect(try messages("[]") == ["dataset.json:7:36: error: 'precedence' is empty"])
    #expect(
      try messages("[\"newer\"]") == [
        "dataset.json:7:37: error: 'precedence' is 'newer'; expected adopted-over-draft, newer-document, own-document"
      ])
    #expect(try Fixture("small").dataset().info.precedence == PrecedenceCriterion.allCases)
  }

  @Test func `an adoption needs its date and its place; a rank is ignored`() throws {
    func messages(_ member: String) throws -> [String] {
      try Fixture("small").replacing("\"baseline\": \"2020\"", in: "plans.json", with: member).messages
    }
    #expect(
      try messages("\"adopted\": {\"date\": \"2021\"}") == [
        "plans.json:10:15: error: 'citations' is missing in this entry of adopted"
      ])
    #expect(
      try messages("\"adopted\": {\"citations\": [{\"source\": \"plan\", \"line\": 1, \"printed\": \"规划\"}]}")
        == [
          "plans.json:10:15: error: 'date' is missing in this entry of adopted"
        ])
    #expect(
      try messages("\"rank\": 1") == ["plans.json:10:4: warning: unknown key 'rank' in plans is ignored"])
  }
}
