import Testing

@testable import Canvas
@testable import Domain
@testable import Figures
@testable import Output
@testable import Panels
@testable import Store

struct PoliciesPanelTests {
  private func stage(_ keys: Key..., asOf: String? = nil, width: Int = 80, height: Int = 22) throws
    -> PanelStage
  {
    var stage = try Fixture.stage(ViewID.policies, width: width, height: height)
    if let asOf { stage.context.board = Board(try Fixture.small(), asOf: try #require(Day(asOf))) }
    for key in keys { stage.press(key) }
    return stage
  }

  private func has(_ text: String, _ stage: PanelStage) -> Bool { stage.lines.contains { $0.contains(text) } }

  @Test func `measures are listed under their topics with unit, document and what they serve`() throws {
    let stage = try self.stage(width: 200, height: 40)
    let topic = try #require(stage.lines.firstIndex { $0.contains("Steering 1") })
    let row = stage.lines[topic + 1]
    for text in ["Monthly progress report", "Economy Office", "monthly", "Plan", "Machinery"] {
      #expect(row.contains(text), "\(text)")
    }
    #expect(has("Firms 1", stage) && has("not named", stage))
    #expect(has("2 measures, 1 without a responsible unit", stage))
  }

  @Test func `Space goes on to the strengths, the firms, and back`() throws {
    var stage = try self.stage(.character(" "))
    #expect(stage.underCursor.contains("Testshire railway station"))
    stage.press(.character(" "))
    #expect(stage.underCursor.contains("Test Machinery") && has("specialised firm 1", stage))
    stage.press(.character(" "))
    #expect(stage.underCursor.contains("Monthly progress report"))
  }

  @Test func `an opened measure has its parts, due day, indicator with its status, task and citations`()
    throws
  {
    let stage = try self.stage(.enter, height: 40)
    for text in [
      "progress of the work", "before the 10th of each month", "Gross output", "months behind",
      "Raise machinery",
      "\"每月10日前报送工作进展\"", "line 21",
    ] {
      #expect(has(text, stage), "\(text)")
    }
  }

  @Test func `Enter on an opened measure goes to its task`() throws {
    let stage = try self.stage(.enter, .enter)
    #expect(stage.effects == [.go(to: ViewID.tasks, at: .opened("raise-machinery"))])
  }

  @Test func `an opened firm shows the ladder with its rung, and its honours`() throws {
    let stage = try self.stage(.character(" "), .character(" "), .enter, height: 40)
    #expect(has("above designated size → [specialised firm]", stage))
    #expect(has("Specialised firm", stage))
  }

  @Test func `a firm whose rung no document prints says so`() throws {
    var data = try Fixture.small()
    data.firms = data.firms.changed { firm in
      var firm = firm
      (firm.steps, firm.honours) = ([], [])
      return firm
    }
    var stage = PanelStage(ViewID.policies, Board(data, asOf: Fixture.today))
    for key: Key in [.character(" "), .character(" "), .enter] { stage.press(key) }
    #expect(has("not published", stage))
  }

  @Test func `a category is shown alone, and a text finds the unit of a measure`() throws {
    var stage = try self.stage(.character("c"))
    #expect(stage.effects == [.choose("group")])
    stage = stage.choosing("group", stage.values("group")[1].id)
    #expect(has("Monthly progress report", stage) && !has("Praise for key firms", stage))
    stage.press(.character("x"), .character(","))
    stage.type("Economy")
    #expect(has("Monthly progress report", stage) && !has("Praise for key firms", stage))
    stage.type("nothing")
    #expect(has("no matching measures", stage))
  }

  @Test func `a day before the document has no measures`() throws {
    let stage = try self.stage(asOf: "2021-02-01")
    #expect(has("no measure in the documents known on the day", stage))
  }

  @Test func `the export lists the records of the part that is shown`() throws {
    let measures = try self.stage()
    let firms = try self.stage(.character(" "), .character(" "))
    let listing = measures.panel.listing(measures.view, in: measures.context)
    #expect(listing?.kind == .measures && listing?.ids == ["monthly-report", "praise"])
    let listed = firms.panel.listing(firms.view, in: firms.context)
    #expect(listed?.kind == .firms && listed?.ids == ["test-machinery"])
  }

  @Test func `the built-in measures are those that the documents print, each with a topic`() throws {
    let data = try Fixture.builtIn()
    let topics = Set(data.vocabulary.topics.map(\.id))
    #expect(data.measures.allSatisfy { topics.contains($0.topic) })
    for id in [
      "five-ones", "service-officers", "parallel-approval", "conditional-approval", "leaders-teams",
      "three-lists-projects", "quarterly-starts", "rd-subsidy", "cloud-subsidy", "negative-list",
      "differential-power-prices", "praise-and-awards", "industrial-loans", "monthly-report",
      "mid-term-review",
      "firm-ladder", "ladder-register",
    ] {
      #expect(data.measures[id] != nil, "\(id)")
    }
    #expect(data.measures["five-ones"]?.parts.count == 5)
    #expect(data.measures["firm-ladder"]?.parts.map(\.name.zh) == ["“微升小”", "“小升规”", "“规成专”", "“专上市”"])
  }
}
