import Testing

@testable import App
@testable import Domain
@testable import Figures
@testable import Panels

/// On the small dataset, whose README has the numbers.
struct ProjectsPanelTests {
  @Test func `the furthest are first`() throws {
    try expectPanel(
      "projects", .en, 80, 22,
      shows: [
        " 1 of 2 once planned advanced; 3 others begun; 1 overdue",
        "Projects 5/5 ────────────────────────────────────────────────────────── by stage",
        " Project                        Stage↓             Date           Cluster",
        "▌Cannery                        Full output        2023-03        Food",
        " Dairy                          Commissioned       2022-06-27     Food",
        " Bakery                         Under construction undated        Food",
        " Engine works                   Signed             2022-04        Machinery",
        " Gear works                     Reserve            undated        Machinery",
      ])
  }

  @Test func `a narrow list keeps name and stage`() throws {
    try expectPanel(
      "projects", .zh, 40, 10,
      shows: [
        " 曾谋划2进展1；超期1项",
        "项目 5/5 ──────────────────────── 按阶段",
        " 项目                              阶段↓",
        "▌罐头厂                            达产",
        " 牛奶厂                            投产",
        " 面包厂                            在建",
        " 发动机厂                          签约",
        " 齿轮厂                            储备",
      ])
  }

  @Test func `one project with what was stated`() throws {
    try expectPanel(
      "projects", .en, 80, 22, keys: [.end, .enter],
      shows: [
        "Gear works ───────────────────────────────────────────────────────────── Reserve",
        " ●··················○",
        " Reserve            expected Started",
        " undated            by 2022",
        "",
        " Cluster     Machinery",
        " Owner       Test Machinery",
        " Park        North group",
        " Overdue     by 2022 expected Started  no later document reports it",
        "",
        " Statements",
        " · undated Reserve",
        "     \"储备齿轮厂\"  Industrial plan of Testshire 2021 to 2025 测府发〔2021〕1号",
        "           Testshire Government  2021-03-01  4  copy: plan.txt line 15",
        "   by 2022 expected Started",
        "     \"2022年底前开工\"  Industrial plan of Testshire 2021 to 2025 测府发〔2021〕",
        "           1号  Testshire Government  2021-03-01  4  copy: plan.txt line 15",
      ])
  }

  @Test func `the board has a column for each stage that is taken`() throws {
    let lines = try panelLines("projects", .en, 120, 34, keys: [.character(" ")]).fromHeading
    #expect(lines[0].hasPrefix("Projects 5/5 ─"))
    #expect(
      lines[1].split(separator: "─", omittingEmptySubsequences: true).map { $0.filter { $0 != " " } }.filter {
        !$0.isEmpty
      }
        == ["Reserve1", "Signed1", "Underconstruction1", "Commissioned1", "Fulloutput1"])
    for name in ["Gear works", "Engine works", "Bakery", "Dairy", "▌Cannery"] {
      #expect(lines[2].contains(name))
    }
  }

  @Test func `the board is crossed from stage to stage`() throws {
    var stage = try Fixture.stage("projects")
    stage.press(.character(" "))
    for name in ["Dairy", "Bakery", "Engine works", "Gear works", "Gear works"] {
      stage.press(.left)
      #expect(stage.underCursor == name)
    }
    stage.press(.right)
    #expect(stage.underCursor == "Engine works")
  }

  @Test(arguments: ["厂", "gc", "c", "food", "north park", "nothing"])
  func `typed text finds the same with names that were folded before`(text: String) throws {
    for dataset in [try Fixture.small(), try Fixture.builtIn()] {
      var state = Fixture.state(dataset, "projects", .en, width: 120, height: 60)
      _ = update(&state, .key(.character(",")))
      state.prepare()
      #expect((state.prepared["projects"] as? ProjectsPanel.Prepared)?.names != nil)
      for letter in text {
        _ = update(&state, .key(.character(letter)))
        var bare = state
        state.prepare()
        bare.board = state.board
        #expect(bare.prepared.isEmpty)
        func ids(_ state: AppState) -> [String?] {
          state.panel.selections(state.viewState(), in: state.context)
        }
        #expect(ids(state) == ids(bare))
        #expect(Frame.render(state).lines == Frame.render(bare).lines)
      }
      _ = update(&state, .key(.escape))
      state.prepare()
      #expect((state.prepared["projects"] as? ProjectsPanel.Prepared)?.names == nil)
    }
  }

  @Test func `filters offer what projects have, with the number that each leaves`() throws {
    var stage = try Fixture.stage("projects")
    func values(_ filter: String) -> [String] {
      stage.values(filter).map { "\($0.name.en) \($0.count ?? -1)" }
    }
    #expect(values("cluster") == ["all 5", "Machinery 2", "Food 3"])
    for filter in ["cluster", "stage", "park", "owner"] {
      for value in stage.values(filter) {
        let chosen = stage.choosing(filter, value.id)
        #expect(chosen.lines.fromHeading[0].hasPrefix("Projects \(value.count ?? -1)/5 "), "\(value)")
      }
    }
    stage = stage.choosing("park", stage.values("park")[1].id)
    #expect(stage.lines.fromHeading[0].contains("North group"))
    #expect(stage.values("stage")[0].count == 2, "the other filters stay")
    #expect(stage.values("park")[0].count == 5, "its own value does not count")
  }

  @Test func `a present value that leaves nothing is offered as well`() throws {
    var stage = try Fixture.stage("projects")
    stage.view.filters = ["stage": "signed", "text": "zzz"]
    #expect(stage.values("stage").map(\.id) == [nil, "signed"])
  }

  @Test func `orders go round`() throws {
    var stage = try Fixture.stage("projects")
    func first() -> String { stage.lines.first { $0.hasPrefix("▌") }?.prefix(9).description ?? "" }
    stage.press(.home)
    stage.view.selection = nil
    for name in ["▌Bakery  ", "▌Cannery ", "▌Engine w", "▌Bakery  ", "▌Cannery "] {
      stage = stage.choosing("sort", String((stage.view.order + 1) % 5))
      #expect(first() == name)
    }
  }

  @Test func `the figure under the cursor is reported with its citations`() throws {
    let stage = try Fixture.stage("projects")
    #expect(
      told(stage) == [
        "- report 11 2021年10月", "- briefing 4 2023年3月", "cannery-investment report 11 50亿元",
      ])
  }

  @Test func `a project without a stage has its place on the board`() throws {
    var stage = try Fixture.builtInStage("projects", width: 240, height: 28)
    stage.press(.character(" "))
    #expect(stage.lines.contains { $0.contains("阶段不明 ") })
    stage.view.select("high-speed-rail")
    #expect(stage.underCursor.contains("高铁"))
    stage.press(.left)
    #expect(!stage.underCursor.isEmpty && !stage.underCursor.contains("高铁"))
  }

  // MARK: Parts, natures, what was ever reached

  /// The small dataset with two more: a line of the cannery that stands where the gear works do, and a product line.
  private func related(_ language: Language = .en, width: Int = 80, height: Int = 22) throws -> PanelStage {
    PanelStage(
      "projects", Board(try relatedData(), asOf: Fixture.today), language, width: width, height: height)
  }

  private func relatedData() throws -> Dataset {
    var dataset = try Fixture.small()
    let reserve = try #require(dataset.projects["gear-works"])
    func project(_ id: String, parent: String? = nil, nature: Project.Nature = .project) -> Project {
      Project(
        id: id, name: Name(both: id), aliases: [], parent: parent,
        reason: parent.map { _ in Name(both: "a line of it") },
        nature: nature, clusters: ["machinery"], milestones: [reserve.milestones[0]],
        citations: reserve.citations,
        origin: .unknown)
    }
    dataset.projects = Records(
      dataset.projects + [project("line", parent: "cannery"), project("yarn", nature: .productLine)])
    return dataset
  }

  @Test func `a part stands below its project and is not counted`() throws {
    var stage = try related()
    let lines = stage.lines.fromHeading.map { $0.prefix(32).trimmed }
    #expect(lines[0].hasPrefix("Construction projects 5/5 "))
    #expect(lines[2...7] == ["▌Cannery", "└ line", "Dairy", "Bakery", "Engine works", "Gear works"])
    #expect(try related(width: 120).lines.fromHeading[0].contains("1 part counted with its project"))
    // Another order moves the pair.
    stage = stage.choosing("sort", "4")
    #expect(
      stage.lines.fromHeading.map { $0.prefix(32).trimmed }[2...5] == [
        "▌Bakery", "Cannery", "└ line", "Dairy",
      ])
  }

  @Test func `in words a part names its project`() throws {
    let text = PlainBoard(Fixture.state(try relatedData(), "projects")).text
    #expect(text.contains("line (part of Cannery)") && !text.contains("└"))
  }

  @Test func `a filter that only a part passes shows it and counts its project`() throws {
    var stage = try related()
    stage.view.filterText = "line"
    #expect(
      stage.lines.fromHeading[0].hasPrefix("Construction projects 1/5 ")
        && stage.lines.fromHeading[2].hasPrefix("▌└ line"))
    // By stage a part goes with its project.
    stage.view.filters = ["stage": "full-output"]
    #expect(
      stage.lines.fromHeading[0].hasPrefix("Construction projects 1/5 ")
        && stage.lines.fromHeading[3].hasPrefix(" └ line"))
    stage.view.filters = ["stage": "reserve"]
    // The product line in reserve is named beside the project there, and listed on demand.
    #expect(stage.lines.fromHeading[0].hasPrefix("Construction projects 1/5 "))
    #expect(stage.lines.fromHeading[0].contains("1 product line not listed (i)"))
    #expect(!stage.lines.contains { $0.contains("└ line") || $0.contains("yarn") })
    stage.press(.character("i"))
    #expect(stage.lines.fromHeading[0].hasPrefix("Construction projects 1/5 "))
    #expect(stage.lines.contains { $0.contains("yarn") })
  }

  @Test func `on the board a part is in the column of its project`() throws {
    var stage = try related(width: 120, height: 32)
    stage.press(.character(" "))
    #expect(
      stage.lines.fromHeading[1].contains("Full output 1 ")
        && stage.lines.fromHeading[1].contains("Reserve 1 "))
    stage.press(.down)
    #expect(stage.underCursor == "└ Reserve: line")
    stage.press(.left)
    #expect(stage.underCursor == "Dairy")
  }

  @Test func `from column to column the cursor keeps its row, or takes the last`() throws {
    var stage = try Fixture.builtInStage("projects", .en, width: 200, height: 60)
    stage.press(.character(" "))
    func place() throws -> (column: Int, row: Int, count: Int) {
      let rows = ProjectsPanel().rows(stage.view, stage.context)
      let id = try #require(ProjectsPanel().selected(stage.view, stage.context)).project.id
      for (index, rung) in rows.rungs.enumerated() {
        if let row = rows.column(rung).index(ofID: id) { return (index, row, rows.column(rung).count) }
      }
      throw Missing()
    }
    while try place().column > 0 { stage.press(.left) }
    for _ in 0..<4 { stage.press(.down) }
    var kept = 0
    for _ in 1..<ProjectsPanel().rows(stage.view, stage.context).rungs.count {
      let before = try place()
      stage.press(.right)
      let now = try place()
      #expect(now.column == before.column + 1 && now.row == min(before.row, now.count - 1))
      if now.row > 0 { kept += 1 }
    }
    #expect(kept > 0)
  }

  private struct Missing: Error {}

  @Test func `product lines and programmes are counted beside the projects, and a key lists them`() throws {
    var stage = try related(.zh)
    #expect(stage.lines.fromHeading[0].hasPrefix("建设项目 5/5 "))
    #expect(stage.lines.fromHeading[0].contains("产品方向、计划事项1未列（i）"))
    #expect(!stage.lines.contains { $0.contains("yarn") } && stage.lines.contains { $0.contains("└ line") })
    stage.press(.character("i"))
    #expect(stage.lines.fromHeading[0].hasPrefix("建设项目 5/5 ") && stage.lines.contains { $0.contains("yarn") })
    stage.press(.character("i"))
    #expect(!stage.lines.contains { $0.contains("yarn") })
    // What a search leads to is listed, with its like.
    stage.view.selection = "yarn"
    #expect(stage.underCursor.contains("yarn"))
  }

  @Test func `a project shows its parts, a part its project and why`() throws {
    var stage = try related()
    stage.press(.enter)
    #expect(stage.lines.contains { $0.contains("Parts") && $0.contains("line Reserve") })
    stage.press(.escape, .down, .enter)
    #expect(stage.lines.contains { $0.contains("Part of") && $0.contains("Cannery  a line of it") })
    stage.press(.escape, .character("i"), .end, .enter)
    #expect(stage.lines.contains { $0.contains("Nature") && $0.contains("product line") })
  }

  // MARK: What it says at once

  @Test
  func `the first lines say how many advanced, of how many nothing is known, and how many are not built`()
    throws
  {
    let stage = try Fixture.builtInStage("projects", width: 120, height: 34)
    let board = stage.context.board
    let (funnel, counts) = (board.pipeline.funnel, board.projectCounts)
    #expect(
      stage.lines[0].hasPrefix(
        " 曾谋划的\(funnel.intended)项中\(funnel.outgrown - funnel.outgrownDeduced)项有进展；另\(funnel.firstSeen)项在建、投产；\(funnel.earlier)项2020年底前"
      ))
    #expect(funnel.outgrown + funnel.firstSeen + funnel.earlier == funnel.advanced)
    #expect(stage.lines.fromHeading[0].contains("产品方向、计划事项\(counts.planItems)未列"))
    #expect(
      funnel.advanced
        == board.projects.count {
          !$0.isPart && $0.project.isBuilt && $0.rung.map { $0 > .reserve && $0 < .stalled } ?? false
        })
    #expect(counts.planItems == board.projects.count { !$0.isPart && $0.project.nature != .project })
    let past = PanelStage(
      "projects", Board(try Fixture.builtIn(), asOf: try #require(Day("2026-12-01"))), .zh, width: 120,
      height: 34)
    let lapsed = past.context.board.lapsed
    let built = lapsed.count { $0.project.nature == .project }
    #expect(built > 0 && built < lapsed.count)
    #expect(
      past.lines[1].contains(
        "\(built)项列入的规划2025年已到期，此后无报道；另有产品方向、计划事项\(lapsed.count - built)"))
    // Of what a filter leaves.
    var filtered = stage
    filtered.view.filters = ["stage": "started"]
    #expect(filtered.lines[0].hasPrefix(" 2项") && !filtered.lines[0].contains("有进展"))
  }

  @Test func `the board opens on what moved last, and shows which stages are outside`() throws {
    var stage = try Fixture.builtInStage("projects", width: 80, height: 22)
    stage.press(.character(" "))
    let lines = stage.lines.fromHeading
    // What moved last is a part of the project on the first card.
    #expect(stage.underCursor.contains("30万吨铝材料基地"))
    #expect(lines[1].hasPrefix(" ← 谋划 ") && lines[1].contains("阶段不明 1 →"))
    #expect(lines[2].contains("在建 8 "))
    #expect(stage.lines.last == " 30万吨铝材料基地  在建  截至2024年10月底")
    // A filter empties columns and moves none.
    stage.view.filters = ["stage": "started"]
    #expect(stage.lines.fromHeading[2].contains("开工 2 ") && stage.lines.fromHeading[2].contains("在建 0 "))
  }

  @Test func `below the stages the cursor goes through what moved since the last but one document`() throws {
    var stage = try Fixture.builtInStage("projects", width: 80, height: 22)
    stage.press(.character(" "), .character(" "))
    #expect(
      stage.lines.contains {
        $0.hasPrefix("2023-12-31以来 ─") && $0.contains("阶段变动0，新列入") && $0.contains("其中在建、投产等")
      })
    #expect(stage.underCursor.contains("在建") && stage.underCursor.contains("铝晟30万吨再生铝项目"))
    stage.press(.down)
    let next = stage.underCursor
    #expect(!next.contains("12万吨ECR无碱玻纤生产线") && !next.contains("铝晟30万吨再生铝项目"))
    stage.press(.enter)
    #expect(stage.lines[0].isEmpty == false && next.contains(String(stage.lines[0].prefix(4))))
  }

  @Test func `a column that holds nothing is not drawn`() throws {
    let wide = try Fixture.builtInStage("projects", width: 140, height: 34)
    #expect(wide.lines.contains { $0.contains("集群") && $0.contains("业主") && !$0.contains("投资") })
    var bare = wide
    bare.view.filterText = "110千伏"
    #expect(!bare.lines.contains { $0.contains("集群") || $0.contains("业主") })
  }

  @Test func `what was ever reached and what became of it come on request`() throws {
    var stage = try Fixture.stage("projects", .zh, width: 100, height: 28)
    stage.press(.character(" "), .character(" "))
    let before = stage.lines.joined(separator: "\n")
    #expect(before.contains("当前阶段") && before.contains("有投资额"))
    for word in ["累计达到", "推算", "转化率"] { #expect(!before.contains(word)) }
    stage.press(.character("r"))
    let head = try #require(stage.lines.first { $0.contains("累计达到") })
    #expect(head.contains("当前阶段") && head.contains("推算") && head.contains("转化率"))
    let row = try #require(stage.lines.first { $0.hasPrefix(" 投产") })
    // One stands there, two came as far, both by a document; one of the two went on.
    #expect(row.split(separator: " ").prefix(5).joined(separator: " ") == "投产 1 2 1/2 50%")
    stage.press(.character("r"))
    #expect(stage.lines.joined(separator: "\n") == before)
  }
}

extension Substring {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
