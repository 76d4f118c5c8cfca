import Model
import Testing

@testable import TUI

/// On the small dataset, whose README has the numbers.
struct ProjectsPanelTests {
  @Test func `the furthest stand first`() throws {
    try expectPanel(
      "projects", .en, 80, 22,
      shows: [
        "Projects 5/5 ────────────────────────────────────────────────────────── by stage",
        " Project                        Stage              Date           Cluster",
        "▌Cannery                        Full output        2023-03        Food",
        " Dairy                          Commissioned       2022-06-27     Food",
        " Bakery                         Under construction date not given Food",
        " Engine works                   Signed             2022-04        Machinery",
        " Gear works                     Reserve            date not given Machinery",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Yearly commitments ─────────────────────────── reported and named are kept apart",
        " Projects to be started ≥2 a year  2022 reported 2 ✓ named 1",
      ])
  }

  @Test func `a narrow list keeps name and stage`() throws {
    try expectPanel(
      "projects", .zh, 40, 10,
      shows: [
        "项目 5/5 ──────────────────────── 按阶段",
        " 项目                               阶段",
        "▌罐头厂                             达产",
        " 牛奶厂                             投产",
        " 面包厂                             在建",
        " 发动机厂                           签约",
        " 齿轮厂                             储备",
      ])
  }

  @Test func `one project with what was stated`() throws {
    try expectPanel(
      "projects", .en, 80, 22, keys: [.end, .enter],
      shows: [
        "Gear works ───────────────────────────────────────────────────────────── Reserve",
        " ●··················○",
        " Reserve            expected Started",
        " date not given     by 2022",
        "",
        " Cluster   Machinery",
        " Owner     Test Machinery",
        " Park      North group",
        " Overdue   by 2022 expected Started  nothing says it was reached",
        "",
        " What was stated, and where",
        " · date not given Reserve",
        "     \"储备齿轮厂\"  Industrial plan of Testshire 2021 to 2025 测府发〔2021〕1号",
        "           Testshire Government  2021-03-01  四  to check: plan.txt line 15",
        "   by 2022 expected Started",
        "     \"2022年底前开工\"  Industrial plan of Testshire 2021 to 2025 测府发〔2021〕",
        "           1号  Testshire Government  2021-03-01  四  to check: plan.txt line",
        "           15",
      ])
  }

  @Test func `the board has a column for each stage that is taken`() throws {
    let lines = try panelLines("projects", .en, 120, 34, keys: [.character(" ")])
    #expect(lines[0].hasPrefix("Projects 5/5 ─"))
    #expect(
      lines[1].split(separator: "─", omittingEmptySubsequences: true).map { $0.filter { $0 != " " } }.filter {
        !$0.isEmpty
      }
        == ["Reserve1", "Signed1", "Underconstruction…", "Commissioned1", "Fulloutput1"])
    #expect(
      lines[2]
        == " Gear works              Engine works            Bakery                  Dairy                  ▌Cannery"
    )
  }

  @Test func `the board is crossed from stage to stage`() throws {
    var state = try Fixture.smallState("projects")
    state.press(.character(" "))
    for id in ["dairy", "bakery", "engine-works", "gear-works", "gear-works"] {
      state.press(.left)
      #expect(state.viewState().selection == id)
    }
    state.press(.right)
    #expect(state.viewState().selection == "engine-works")
  }

  @Test(arguments: ["厂", "gc", "c", "food", "north park", "nothing"])
  func `typed text finds the same with names that were folded before`(text: String) throws {
    for dataset in [try Fixture.small(), try Fixture.builtIn()] {
      var state = Fixture.state(dataset, "projects", .en, width: 120, height: 60)
      _ = update(&state, .key(.character(",")))
      state.prepare()
      #expect(state.projectNames != nil)
      for letter in text {
        _ = update(&state, .key(.character(letter)))
        var bare = state
        state.prepare()
        bare.board = state.board
        #expect(bare.projectNames == nil && bare.projectRows == nil)
        #expect(ProjectsPanel().rows(state).map(\.project.id) == ProjectsPanel().rows(bare).map(\.project.id))
        #expect(Frame.render(state).lines == Frame.render(bare).lines)
      }
      _ = update(&state, .key(.escape))
      state.prepare()
      #expect(state.projectNames == nil)
    }
  }

  @Test func `filters go through what projects have`() throws {
    var state = try Fixture.smallState("projects")
    for (key, filters, count) in [
      (Character("c"), ["cluster": "machinery"], 2), ("c", ["cluster": "food"], 3), ("c", [:], 5),
      ("t", ["stage": "reserve"], 1), ("a", ["stage": "reserve", "park": "north-group"], 1), ("x", [:], 5),
      ("u", ["owner": "test-machinery"], 2), ("u", [:], 5), ("a", ["park": "north-group"], 2),
    ] {
      state.press(.character(key))
      #expect(state.viewState().filters == filters)
      #expect(state.screen[1].hasPrefix("Projects \(count)/5 "), "\(filters)")
    }
  }

  @Test func `orders go round`() throws {
    var state = try Fixture.smallState("projects")
    func first() -> String { state.screen.first { $0.hasPrefix("▌") }?.prefix(9).description ?? "" }
    state.press(.home)
    state.updateView { $0.selection = nil }
    for name in ["▌Bakery  ", "▌Cannery ", "▌Engine w", "▌Bakery  ", "▌Cannery "] {
      state.press(.character("o"))
      #expect(first() == name)
    }
  }

  @Test func `the figure under the cursor is told with its citations`() throws {
    let state = try Fixture.smallState("projects")
    #expect(
      told(state) == [
        "- report 11 2021年10月", "- briefing 4 2023年3月", "cannery-investment report 11 50亿元",
      ])
  }

  @Test func `a project without a stage has its place on the board`() throws {
    var state = try Fixture.builtInState("projects", width: 240, height: 30)
    state.updateView { $0.mode = ProjectsPanel.Arrangement.board.rawValue }
    #expect(state.screen.contains { $0.contains("未定 1") })
    state.updateView { $0.selection = "high-speed-rail" }
    #expect(state.screen.contains { $0.contains("▌") && $0.contains("高铁") })
    state.press(.left)
    #expect(state.viewState().selection != "high-speed-rail")
  }
}
